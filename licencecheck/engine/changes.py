"""What has changed in a repository since a revision: the files that a pull request touches."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from licencecheck.errors import UsageError


def changed_since(revision: str, folder: str) -> frozenset[str]:
    """Name the files below the repository of `folder` that differ from where the branch left `revision`.

    Uncommitted and new files that git does not ignore are among them; deleted ones are not. Paths are absolute.

    Raises:
        UsageError: git is not there, `folder` is in no repository, or `revision` is not known in it.
    """
    top = os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\r\n"))
    base = os.fsdecode(_git(folder, "merge-base", "--end-of-options", revision, "HEAD", of=revision).strip())
    changed = _git(top, "diff", "--name-only", "--no-ext-diff", "--diff-filter=d", "-z", base, "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    names = [os.fsdecode(name) for name in (changed + new).split(b"\0") if name]
    return frozenset(os.path.realpath(Path(top, name)) for name in names)


def _git(folder: str, *words: str, of: str | None = None) -> bytes:
    try:
        done = subprocess.run(["git", "-C", folder, *words], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise UsageError(f"--changed-since needs git: {error.strerror}") from error
    if done.returncode == 0:
        return done.stdout
    if of is not None:
        raise UsageError(
            f"--changed-since {of}: git knows no common ancestor of it and this branch; fetch it with its history "
            "(`fetch-depth: 0` in actions/checkout)"
        )
    raise UsageError(f"--changed-since: {os.fsdecode(done.stderr).strip()}")
