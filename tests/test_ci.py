"""What stands in a blog's CI: the action, the hooks and the README's blocks, run as their services would run them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from licencecheck.catalogue.beginning import skeleton
from licencecheck.formats import markdown
from tests.conftest import ROOT, absent

PROJECT = ("licencecheck", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml")
BLOCKS = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
ADDRESS = "https://git.example/you/licencecheck"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
OFFLINE = re.compile(r"(?i)no matching distribution|could not find a version|name resolution|connection|max retries")
OWN = "---\ntitle: Tides\n---\n\nThe tide comes in twice a day.\n"
REPOST = """---
title: The ferry is back
---

The ferry came back to the old harbour on a grey morning, and half of the town stood on the quay to see it.

This article was originally published by [ProPublica](#).
"""


@dataclass
class Step:
    """What a step left behind."""

    code: int
    log: str
    outputs: Mapping[str, str] = field(default_factory=dict)


def run(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program with both of its outputs in one."""
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def installed(done: subprocess.CompletedProcess[str]) -> None:
    """Go on if an installation worked; without a package index there is nothing to test."""
    if done.returncode and OFFLINE.search(done.stdout):
        absent("no package index can be reached")
    assert 0 == done.returncode, done.stdout


def commit(folder: Path) -> None:
    """Make a repository of a folder, with all its files in one commit."""
    if shutil.which("git") is None:
        absent("git is not installed")
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "--no-verify", "-m", "pages")):
        done = run("git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words, cwd=folder)
        assert 0 == done.returncode, done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the project into a repository of its own, as its users would have it."""
    folder = tmp_path_factory.mktemp("project")
    for name in PROJECT:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "_rules"))
        else:
            shutil.copy(source, target)
    commit(folder)
    return folder


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """Make a repository with a repost that breaks a rule, an article of the blog's own, and room for a runner."""
    folder = tmp_path / "blog"
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "own.md").write_text(OWN, encoding="utf-8")
    (folder / "content" / "a ferry.md").write_text(REPOST, encoding="utf-8")
    commit(folder)
    return folder


def with_values(text: str, values: Mapping[str, str]) -> str:
    """Put values where a workflow has expressions."""
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda match: values.get(match[1], ""), str(text))


@pytest.fixture(scope="module")
def runner(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Step]:
    """Run a step of the action as GitHub's runner does: the same shell, files and variables."""
    if shutil.which("bash") is None:
        absent("bash is not installed")
    temporary = tmp_path_factory.mktemp("runner")
    path = temporary / "path"

    def step(name: str, cwd: Path, values: Mapping[str, str] = {}, first: str = "") -> Step:
        inputs = {f"inputs.{key}": value["default"] for key, value in ACTION["inputs"].items()} | dict(values)
        script = temporary / "step.sh"
        script.write_text(STEPS[name]["run"], encoding="utf-8", newline="\n")
        output, summary = temporary / "output", temporary / "summary"
        for file in (output, summary):
            file.write_text("", encoding="utf-8")
        path.touch()
        folders = [first, *path.read_text(encoding="utf-8").split(), os.environ["PATH"]]
        places = {
            "RUNNER_TEMP": temporary,
            "GITHUB_ACTION_PATH": project,
            "GITHUB_OUTPUT": output,
            "GITHUB_PATH": path,
            "GITHUB_STEP_SUMMARY": summary,
        }
        variables = {
            **{key: with_values(value, inputs) for key, value in STEPS[name].get("env", {}).items()},
            **{key: str(value) for key, value in places.items()},
            "GITHUB_ACTIONS": "true",
            "GITHUB_REPOSITORY": "me/blog",
            "PATH": os.pathsep.join(filter(None, folders)),
        }
        done = run("bash", "--noprofile", "--norc", "-eo", "pipefail", script, cwd=cwd, **variables)
        told = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        return Step(done.returncode, done.stdout, told | {"summary": summary.read_text(encoding="utf-8")})

    return step


@pytest.fixture(scope="module")
def action(runner: Callable[..., Step], project: Path) -> Callable[..., Step]:
    """Give the runner after the step that installs."""
    done = runner("Install licencecheck", project)
    installed(subprocess.CompletedProcess((), done.code, done.log))
    return runner


def readme(path: str) -> Any:
    """Give what the README proposes as the content of a file."""
    (block,) = (text for name, text in BLOCKS if name == path)
    return yaml.safe_load(block)


def test_the_action_puts_findings_on_lines(action: Callable[..., Step], blog: Path) -> None:
    """The step of the README fails where a rule is broken, and says where."""
    steps = readme(".github/workflows/reposts.yml")["jobs"]["reposts"]["steps"]
    (own,) = (step for step in steps if step["uses"].startswith("you/licencecheck@"))
    assert set() == set(own["with"]) - set(ACTION["inputs"])
    run("git", "update-ref", "refs/remotes/origin/main", "HEAD", cwd=blog)
    (blog / "content" / "b ferry.md").write_text(REPOST, encoding="utf-8")
    commit(blog)
    values = {f"inputs.{key}": with_values(value, {"github.base_ref": "main"}) for key, value in own["with"].items()}
    done = action("Check", blog, values)
    assert 1 == done.code
    assert done.log.startswith("::error file=content/b ferry.md,line=7,"), done.log
    assert "<summary><code>content/b ferry.md</code>: " in done.outputs["summary"]
    report = json.loads(Path(done.outputs["report"]).read_text(encoding="utf-8"))
    sarif = json.loads(Path(done.outputs["sarif"]).read_text(encoding="utf-8"))
    assert ("findings", report["summary"]["fail"]) == (done.outputs["result"], int(done.outputs["findings"]))
    assert (1, 1) == (report["summary"]["pages"], len(sarif["runs"]))


def test_the_outputs_of_the_action_are_those_of_its_step(action: Callable[..., Step], blog: Path) -> None:
    """What the action promises its step delivers."""
    done = action("Check", blog, {"inputs.paths": "content"})
    for output in ACTION["outputs"].values():
        (name,) = re.findall(r"\$\{\{ steps\.check\.outputs\.(\w+) \}\}", output["value"])
        assert done.outputs[name]


@pytest.mark.parametrize(
    ("values", "code", "result"),
    [
        ({"paths": "content/own.md"}, 0, "passed"),
        ({"paths": "content", "fail-on": "never"}, 0, "passed"),
        ({"config": "site.yml"}, 1, "findings"),
        ({"config": "lenient.yml"}, 0, "passed"),
        ({}, 2, "trouble"),
        ({"paths": "content/own.md\ncontent/a ferry.md"}, 1, "findings"),
        ({"paths": "content/own.md", "publisher": "propublica", "arguments": "--jobs\n1"}, 1, "findings"),
        ({"paths": "nothing"}, 2, "trouble"),
        ({"paths": "$(touch evil);`touch evil`"}, 2, "trouble"),
        ({"publisher": "--quiet"}, 2, "trouble"),
        ({"paths": "content", "profile": "kind=personal\ncommercial=no"}, 1, "findings"),
        ({"paths": "content", "profile": "kind=blog"}, 2, "trouble"),
        ({"paths": "content/own.md", "rules": "mine", "publisher": "river-post"}, 1, "findings"),
    ],
)
def test_the_action_takes_its_inputs(
    action: Callable[..., Step], blog: Path, values: Mapping[str, str], code: int, result: str
) -> None:
    """Each input arrives as it was written, and none is run."""
    (blog / "site.yml").write_text("include: [/content/]\n", encoding="utf-8")
    (blog / "lenient.yml").write_text("fail-on: never\n", encoding="utf-8")
    (blog / "mine").mkdir()
    rules = skeleton("river-post", date(2026, 11, 22), "schema.json")
    (blog / "mine" / "river-post.yaml").write_text(rules, encoding="utf-8")
    done = action("Check", blog, {f"inputs.{key}": value for key, value in values.items()})
    assert (code, result) == (done.code, done.outputs["result"]), done.log
    assert not (blog / "evil").exists()


def test_the_action_shows_findings_in_the_posts(action: Callable[..., Step], blog: Path) -> None:
    """What is found on a built page stands on the line of its source."""
    built = blog / "public" / "a-ferry" / "index.html"
    built.parent.mkdir(parents=True)
    words = "<p>" + "</p>\n<p>".join(REPOST.partition("---\n\n")[2].split("\n\n")) + "</p>"
    page = words.replace("[ProPublica](#)", '<a href="#">ProPublica</a>')
    built.write_text(f"<title>The ferry is back</title>\n<article>\n{page}</article>\n", encoding="utf-8")
    done = action("Check", blog, {"inputs.paths": "public", "inputs.source": "content"})
    assert 1 == done.code
    assert "::error file=content/a ferry.md,line=7," in done.log, done.log


def test_the_action_writes_further_reports(action: Callable[..., Step], blog: Path) -> None:
    """Formats are files of the workspace."""
    values = {"inputs.paths": "content", "inputs.formats": "html=report.html\njunit=report.xml\n"}
    assert 1 == action("Check", blog, values).code
    assert (blog / "report.html").exists() and (blog / "report.xml").exists()


@pytest.mark.parametrize(
    ("when", "result", "old", "wanted"),
    [
        ("on-failure", "findings", "", ["--silent"]),
        ("on-failure", "passed", "", []),
        ("on-failure", "passed", "77", ["--method PATCH --silent"]),
        ("always", "passed", "", ["--silent"]),
    ],
)
def test_the_action_comments_once(
    action: Callable[..., Step], blog: Path, tmp_path: Path, when: str, result: str, old: str, wanted: list[str]
) -> None:
    """A comment is written when it was asked for, and the next run changes it."""
    action("Check", blog, {"inputs.paths": "content"})
    log = tmp_path / "gh.log"
    (tmp_path / "gh").write_text(
        f'#!/bin/sh\necho "$@" >> "{log}"\ncase "$*" in *--jq*) echo "{old}" ;; esac\n', encoding="utf-8"
    )
    (tmp_path / "gh").chmod(0o755)
    values = {
        "inputs.comment": when,
        "steps.check.outputs.result": result,
        "github.event.pull_request.number": "5",
    }
    done = action("Comment", blog, values, first=str(tmp_path))
    assert 0 == done.code, done.log
    asked, *written = log.read_text(encoding="utf-8").splitlines()
    assert asked.startswith("api repos/me/blog/issues/5/comments --paginate") and markdown.MARKER in asked
    target = f"repos/me/blog/issues/comments/{old}" if old else "repos/me/blog/issues/5/comments"
    assert [f"api {target} {words}" for words in wanted] == [line.partition(" --field body=@")[0] for line in written]


def test_no_expression_stands_in_a_script() -> None:
    """Inputs reach the scripts by variables, so that none can be code."""
    assert [] == [name for name, step in STEPS.items() if "${{" in step["run"]]


def test_python_that_is_too_old_is_told(runner: Callable[..., Step], blog: Path, tmp_path: Path) -> None:
    """The step says what is needed, not what breaks without it."""
    (tmp_path / "python3").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (tmp_path / "python3").chmod(0o755)
    done = runner("Install licencecheck", blog, first=str(tmp_path))
    assert (2, True) == (done.code, done.log.startswith("::error::licencecheck needs Python 3.11"))


def test_the_job_for_gitlab_works(action: Callable[..., Step], project: Path, blog: Path, tmp_path: Path) -> None:
    """The script of the README's job installs, checks and leaves the reports that it names."""
    job = readme(".gitlab-ci.yml")["reposts"]
    script = "\n".join(job["script"]).replace(f"git+{ADDRESS}", project.as_posix())
    assert project.as_posix() in script
    done = run(sys.executable, "-m", "venv", tmp_path / "env", cwd=blog)
    assert 0 == done.returncode
    folder = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    path = os.pathsep.join([str(folder), os.environ["PATH"]])
    done = run("bash", "-eo", "pipefail", "-c", script, cwd=blog, PATH=path, GITLAB_CI="true")
    if "a ferry.md:7" not in done.stdout:
        installed(done)
    assert 1 == done.returncode, done.stdout
    issues = json.loads((blog / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert {"content/a ferry.md"} == {issue["location"]["path"] for issue in issues}
    assert (blog / job["artifacts"]["reports"]["junit"]).exists()


@pytest.fixture(scope="module")
def hooks(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the real pre-commit with the hooks of the project, installed once."""
    if find_spec("pre_commit") is None:
        absent("pre-commit is not installed")
    home = tmp_path_factory.mktemp("pre-commit")

    def pre_commit_run(blog: Path, config: Any, *words: str) -> subprocess.CompletedProcess[str]:
        for repo in config["repos"]:
            assert ADDRESS == repo["repo"]
            repo["repo"] = project.as_posix()
        (blog / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        command = (sys.executable, "-m", "pre_commit")
        installed(run(*command, "install-hooks", cwd=blog, PRE_COMMIT_HOME=str(home)))
        return run(*command, "run", "--verbose", *words, cwd=blog, PRE_COMMIT_HOME=str(home))

    return pre_commit_run


def test_the_hook_checks_changed_pages(hooks: Callable[..., subprocess.CompletedProcess[str]], blog: Path) -> None:
    """Only pages of the commit are looked at, by the block of the README; names with spaces are one page."""
    config = readme(".pre-commit-config.yaml")
    (blog / "notes.txt").write_text("no page", encoding="utf-8")
    (blog / "content" / "b ferry.md").write_text(REPOST, encoding="utf-8")
    (blog / "content" / "second.md").write_text(OWN, encoding="utf-8")
    run("git", "add", "-A", cwd=blog)
    done = hooks(blog, config)
    assert 1 == done.returncode, done.stdout
    assert "content/b ferry.md:7:" in done.stdout and "a ferry.md" not in done.stdout
    assert "2 pages, 1 repost: " in done.stdout


def test_the_hook_passes_a_commit_without_reposts(
    hooks: Callable[..., subprocess.CompletedProcess[str]], blog: Path
) -> None:
    """Own posts cause no noise, and a commit without pages runs nothing."""
    config = readme(".pre-commit-config.yaml")
    (blog / "content" / "second.md").write_text(OWN, encoding="utf-8")
    run("git", "add", "content", cwd=blog)
    assert "1 page, 0 reposts: 0 fail" in hooks(blog, config).stdout
    run("git", "reset", "-q", cwd=blog)
    done = hooks(blog, readme(".pre-commit-config.yaml"))
    assert (0, True) == (done.returncode, "no files to check" in done.stdout), done.stdout


def test_the_hook_of_a_whole_site_checks_its_folder(
    hooks: Callable[..., subprocess.CompletedProcess[str]], blog: Path
) -> None:
    """What the commit changes makes no difference."""
    config = readme(".pre-commit-config.yaml")
    config["repos"][0]["hooks"] = [{"id": "licencecheck-site", "args": ["content"]}]
    done = hooks(blog, config)
    assert 1 == done.returncode, done.stdout
    assert "content/a ferry.md:7:" in done.stdout and "2 pages, 1 repost: " in done.stdout
