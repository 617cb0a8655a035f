"""The package: rules, schemas and documentation are found however it was installed."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

WAYS = ("wheel", "wheel-from-sdist", "editable", "plain-clone")


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a command and give what it prints; fail with what it says where it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the sdist, a wheel from it, and a wheel from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    build = (sys.executable, "-m", "build", "--no-isolation", "--outdir")
    run(*build, folder / "both", ROOT, cwd=folder)
    run(*build, folder / "wheel", "--wheel", ROOT, cwd=folder)
    (sdist,), (from_sdist,) = (folder / "both").glob("*.tar.gz"), (folder / "both").glob("*.whl")
    (wheel,) = (folder / "wheel").glob("*.whl")
    return {"sdist": sdist, "wheel-from-sdist": from_sdist, "wheel": wheel}


@pytest.fixture(scope="module")
def installed(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Callable[..., str]]:
    """Install in one way into a new environment outside the checkout, and give what runs the command there.

    The environment borrows the libraries of the one that runs the tests, but not its licencecheck.
    """

    def install(way: str) -> Callable[..., str]:
        home = tmp_path_factory.mktemp(way)
        venv.create(home / "env", with_pip=False)
        python = home / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
        packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
        borrowed = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
        (packages / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
        pip = (sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index")
        environment = {}
        if way == "plain-clone":
            environment["PYTHONPATH"] = str(ROOT)
        elif way == "editable":
            run(*pip, "--no-build-isolation", "-e", ROOT, cwd=home)
        else:
            run(*pip, built[way], cwd=home)
        where = Path(
            run(python, "-c", "import licencecheck; print(licencecheck.__file__)", cwd=home, **environment).strip()
        )
        assert (way in {"plain-clone", "editable"}) == where.is_relative_to(ROOT)
        return lambda *words: run(python, "-m", "licencecheck", *words, cwd=home, **environment)

    return install


@pytest.fixture(scope="module", params=WAYS)
def command(request: pytest.FixtureRequest, installed: Callable[[str], Callable[..., str]]) -> Callable[..., str]:
    """Give the command as installed in each of the ways."""
    return installed(request.param)


def test_the_same_rules_are_found(command: Callable[..., str]) -> None:
    """Every way of installing lists the rule sets of the checkout."""
    expected = run(sys.executable, "-m", "licencecheck", "rules", "list", cwd=ROOT, PYTHONPATH=str(ROOT))
    assert expected == command("rules", "list")


def test_documentation_is_found(command: Callable[..., str]) -> None:
    """Every way of installing can explain a requirement."""
    assert "source-credit" in command("explain", "source-credit")


def test_a_page_is_checked(command: Callable[..., str], tmp_path: Path) -> None:
    """Every way of installing brings the tables by which pages are read."""
    page = tmp_path / "own.html"
    page.write_text("<title>Tides</title><p>The tide comes in twice a day.</p>", encoding="utf-8")
    assert "1 page, 0 reposts" in command("check", str(page))


def test_the_wheel_holds_data_and_no_tests(built: dict[str, Path]) -> None:
    """Rules, schemas, documentation and the typing mark are in the wheel; what only developers need is not."""
    with zipfile.ZipFile(built["wheel"]) as wheel:
        names = set(wheel.namelist())
    data = {
        path.relative_to(ROOT)
        for path in (ROOT / "licencecheck").rglob("*")
        if path.suffix in {".md", ".yaml", ".json"}
    }
    assert set() == {path.as_posix() for path in data if "_rules" not in path.parts} - names
    rules = {
        f"licencecheck/_rules/{path.relative_to(ROOT / 'rules').as_posix()}"
        for path in (ROOT / "rules").rglob("*.yaml")
    }
    assert set() == rules - names
    assert "licencecheck/py.typed" in names
    assert {"licencecheck"} == {name.split("/")[0] for name in names if ".dist-info" not in name}


def test_the_sdist_holds_what_is_needed_to_work_on_it(built: dict[str, Path]) -> None:
    """Rules, fixtures, tests and the script that runs every check are in the sdist."""
    with tarfile.open(built["sdist"]) as sdist:
        names = {name.split("/", 1)[1] for name in sdist.getnames() if "/" in name}
    wanted = {".ci/run", "LICENSE", "REUSE.toml", "CHANGELOG.md", "README.md", "tests/conftest.py", "pyproject.toml"}
    assert set() == wanted - names
    assert {"rules", "fixtures", "LICENSES"} <= {name.split("/")[0] for name in names}


def test_every_file_states_its_licence() -> None:
    """The project follows the REUSE specification."""
    run(sys.executable, "-m", "reuse", "--root", ROOT, "lint", cwd=ROOT)
