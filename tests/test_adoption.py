"""An old archive: what is known does not block today's work, and a pull request is judged by what it touches."""

from __future__ import annotations

import io
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from licencecheck.cli import exit_code
from licencecheck.configuration import BASELINE
from licencecheck.engine import run
from licencecheck.engine.baseline import Recording, read_baseline, recorded, written
from licencecheck.errors import ConfigurationError, UsageError
from licencecheck.formats import text
from licencecheck.model import Report
from licencecheck.options import Options
from tests.test_configuration import LINK, NOTICE, OWN, REPOST, TODAY, failing, upkeep, write

LINKED = REPOST.replace("(#)", "(https://www.globalresearch.ca/tides/5738912)")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a repository of its own, with one commit."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    write(tmp_path, old_md=REPOST, own_md=OWN)
    git("init", "-q", "-b", "main")
    commit()
    return tmp_path


def git(*words: str) -> None:
    """Run git."""
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@blog.example", *words], check=True)


def commit() -> None:
    """Commit all that there is."""
    git("add", "-A")
    git("commit", "-qm", "x")


def checked(*paths: str, **options: Any) -> Report:
    """Check the site."""
    return run(paths or ["."], Options(today=TODAY, jobs=1, **options))


def record(*paths: str, shrink: bool = False) -> Recording:
    """Record a baseline of the site, or of a part of it."""
    options = Options(today=TODAY, jobs=1)
    whole = not paths
    recording = recorded(read_baseline(BASELINE), checked(*paths), options, whole=whole, shrink=shrink)
    Path(BASELINE).write_text(written(recording.known), encoding="utf-8")
    return recording


class TestBaseline:
    """Findings that are known."""

    def test_only_what_is_new_counts(self, site: Path) -> None:
        """The old finding is kept in the report as excused, wherever it stands now."""
        assert 1 == exit_code(checked())
        record()
        write(site, old_md="# A new heading\n\nAnd a paragraph before it.\n\n" + REPOST)
        report = checked(baseline=BASELINE)
        assert (0, []) == (exit_code(report), failing(report))
        assert {LINK, NOTICE} <= {each.finding.rule.name for page in report.pages for each in page.excused}
        write(site, new_md=REPOST)
        assert {f"new.md: {LINK}", f"new.md: {NOTICE}"} == set(failing(checked(baseline=BASELINE)))

    def test_another_fault_against_the_same_rule_is_new(self, site: Path) -> None:
        """The words of the page belong to what is known."""
        record()
        write(site, old_md=REPOST.replace("[Global Research](#)", "[Global Research](/gr) and [GR](#)"))
        assert f"old.md: {LINK}" in failing(checked(baseline=BASELINE))

    def test_what_is_mended_is_told_and_drops_out(self, site: Path) -> None:
        """An entry that matches nothing is a note at its line, and gone when the baseline is recorded again."""
        record()
        write(site, old_md=LINKED)
        report = checked(baseline=BASELINE)
        line = Path(BASELINE).read_text().partition(LINK)[0].count("\n") + 1
        assert [f"{line}: stale-baseline"] == upkeep(report)
        assert (0, 1) == (exit_code(report), exit_code(checked(baseline=BASELINE, fail_on="note")))
        assert (0, 1) == ((again := record()).added, again.dropped)
        assert [] == upkeep(checked(baseline=BASELINE))

    def test_pages_that_were_not_looked_at_say_nothing(self, site: Path) -> None:
        """A run over one page neither complains of the others' entries nor drops them."""
        record()
        (site / "old.md").unlink()
        assert [] == upkeep(checked("own.md", baseline=BASELINE))
        assert 0 == record("own.md").dropped
        assert 1 == len(upkeep(checked(baseline=BASELINE)))

    def test_shrinking_records_nothing_new(self, site: Path) -> None:
        """A baseline can be kept from growing."""
        record()
        write(site, old_md=LINKED, new_md=REPOST)
        recording = record(shrink=True)
        assert (0, 1, {"old.md"}) == (recording.added, recording.dropped, {each.path for each in recording.known})

    def test_it_holds_in_every_folder(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Paths are those of the site, wherever the run is started."""
        write(site, posts__a_md=REPOST)
        record()
        monkeypatch.chdir(site / "posts")
        assert [] == failing(checked("a.md", root=str(site), baseline=f"../{BASELINE}"))

    def test_odd_names_can_be_recorded(self, site: Path) -> None:
        """Line ends and bytes that are no UTF-8 are part of a name."""
        for name in ("line\nend.md", os.fsdecode(b"latin-\xe9.md"), 'quote".md'):
            (site / name).write_text(REPOST, encoding="utf-8")
        record()
        assert [] == failing(checked(baseline=BASELINE))

    @pytest.mark.parametrize(
        "text", ["", "[]", "{", '{"version": 1}', '{"version": 1, "findings": [{}]}', '{"version": 2}', "[" * 100_000]
    )
    def test_what_is_none_is_refused(self, site: Path, text: str) -> None:
        """A broken baseline neither passes nor is overwritten unseen."""
        (site / BASELINE).write_text(text)
        with pytest.raises(ConfigurationError, match=r"^\.licencecheck-baseline\.json: .*record it anew"):
            checked(baseline=BASELINE)

    def test_it_is_written_a_finding_on_a_line(self, site: Path) -> None:
        """Whoever reviews a change of it sees what is accepted."""
        known = record().known
        lines = Path(BASELINE).read_text().splitlines()
        assert len(known) == len(lines) - 2
        assert len(known) == len(json.loads(Path(BASELINE).read_text())["findings"])


class TestChangedSince:
    """What a pull request touches."""

    def test_changed_and_new_pages_are_checked(self, site: Path) -> None:
        """Committed on the branch, in the working tree or not yet added; what git ignores is not."""
        git("switch", "-qc", "branch")
        write(site, committed_md=REPOST, sub__page_md=OWN)
        commit()
        write(site, own_md=OWN + "More.\n", new_md=OWN, ignored_md=OWN)
        (site / ".gitignore").write_text("ignored.md\n")
        report = checked(changed_since="main")
        assert ["committed.md", "new.md", "own.md", "sub/page.md"] == [page.path for page in report.pages]
        assert ["sub/page.md"] == [page.path for page in checked("sub", changed_since="main").pages]

    def test_what_others_did_on_the_main_branch_is_not(self, site: Path) -> None:
        """The pull request begins where the branch left."""
        git("switch", "-qc", "branch")
        write(site, mine_md=OWN)
        commit()
        git("switch", "-q", "main")
        write(site, theirs_md=OWN, own_md=OWN + "Theirs.\n")
        commit()
        git("switch", "-q", "branch")
        assert ["mine.md"] == [page.path for page in checked(changed_since="main").pages]

    def test_renamed_and_deleted_pages(self, site: Path) -> None:
        """A page is checked under its new name; one that is gone is not."""
        git("mv", "own.md", "odd\nname.md")
        git("rm", "-q", "old.md")
        assert ["odd\nname.md"] == [page.path for page in checked(changed_since="HEAD").pages]

    def test_a_pull_request_without_posts_passes_and_says_so(self, site: Path) -> None:
        """Nothing to check is no fault, and no pass in silence."""
        (site / "style.css").write_text("p {}")
        report = checked(changed_since="main")
        assert (0, ("Nothing to check: no page has changed since main",)) == (exit_code(report), report.notes)
        stream = io.StringIO()
        text.render(report, stream)
        assert "Nothing to check: no page has changed since main\n" == stream.getvalue()

    @pytest.mark.parametrize("revision", ["nowhere", "--all", "-h", ""])
    def test_a_revision_that_git_does_not_know(self, site: Path, revision: str) -> None:
        """It is no reason to pass, and no option of git."""
        with pytest.raises(UsageError, match="no common ancestor"):
            checked(changed_since=revision)

    def test_outside_a_repository(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        """Git says why."""
        folder = tmp_path_factory.mktemp("outside")
        (folder / "a.md").write_text(OWN)
        with pytest.raises(UsageError, match="not a git repository"):
            checked(str(folder), root=str(folder), changed_since="main")
