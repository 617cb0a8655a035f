"""Writing a mended page: all or nothing, and only what the call names."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from licencecheck.fixing.writing import folder_of, write

BEFORE, AFTER = b"before\r\n", b"after\r\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "site" / "page.html"
    path.parent.mkdir()
    path.write_bytes(BEFORE)
    return path


def test_file_is_replaced_and_keeps_its_permissions(page: Path) -> None:
    """At once: the file is another one, and nothing else is left in its folder."""
    page.chmod(0o640)
    number = page.stat().st_ino

    assert write(str(page), BEFORE, AFTER, str(page.parent)) is None
    assert (AFTER, [page]) == (page.read_bytes(), list(page.parent.iterdir()))
    if os.name == "posix":
        assert (0o640, True) == (stat.S_IMODE(page.stat().st_mode), page.stat().st_ino != number)


def test_file_that_has_changed_meanwhile_stays(page: Path) -> None:
    """What somebody else has written since it was read is not lost."""
    page.write_bytes(b"theirs")

    refusal = write(str(page), BEFORE, AFTER, str(page.parent))

    assert "the file has changed meanwhile; run the command again" == refusal
    assert b"theirs" == page.read_bytes()


def test_file_that_is_gone_is_not_made_again(page: Path) -> None:
    """The system's reason is told."""
    page.unlink()

    assert str(write(str(page), BEFORE, AFTER, str(page.parent))).startswith("the system refuses: ")
    assert not page.exists()


def test_file_that_is_read_only_stays(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may be written to does not make its files so; for root, the system says otherwise."""
    monkeypatch.setattr(os, "access", lambda path, mode: (Path(path), mode) != (page.resolve(), os.W_OK))

    assert "the file is read-only" == write(str(page), BEFORE, AFTER, str(page.parent))
    assert BEFORE == page.read_bytes()


def test_write_that_fails_leaves_nothing_behind(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither half a page nor the file that was to become it."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert "the system refuses: No space left on device" == write(str(page), BEFORE, AFTER, str(page.parent))
    assert (BEFORE, [page]) == (page.read_bytes(), list(page.parent.iterdir()))


def test_link_out_of_the_folder_is_not_followed(page: Path, tmp_path: Path) -> None:
    """Not to a file, not by way of a folder; within the folder it is, and stays a link."""
    outside, link, near = tmp_path / "outside.html", page.parent / "link.html", page.parent / "near.html"
    outside.write_bytes(BEFORE)
    try:
        link.symlink_to(outside)
        near.symlink_to(page)
        (page.parent / "folder").symlink_to(tmp_path)
    except OSError:
        pytest.skip("this system makes no links")
    site = str(page.parent)

    assert str(write(str(link), BEFORE, AFTER, site)).startswith("it is a link to a file outside of ")
    assert str(write(f"{site}/folder/outside.html", BEFORE, AFTER, site)).startswith("it is a link to a file outside")
    assert BEFORE == outside.read_bytes()
    assert write(str(near), BEFORE, AFTER, site) is None
    assert (AFTER, True) == (page.read_bytes(), near.is_symlink())


def test_folder_is_the_one_that_the_call_names(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a page that is named itself, its own."""
    monkeypatch.chdir(page.parent.parent)

    assert "site" == folder_of("site/page.html", ["elsewhere", "site"])
    assert "site" == folder_of("site/page.html", ["site/page.html"])
    assert "." == folder_of("site/page.html", ["."])
