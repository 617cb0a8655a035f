"""Speed as ratios, all measured in one run on the same pages: the check against lxml's parse and against trafilatura.

    python benchmarks/speed.py FOLDER [--rounds N] [--limit N]

FOLDER is searched for `.html` and `.md` files. Times are processor seconds. Both take each page in turn, and of each
the best of the rounds counts, so that another program on the machine disturbs little; start-up is that of a new process
whose modules an earlier run has compiled, as on every machine but in the very first run. trafilatura is left out where
it is not installed.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from licencecheck.catalogue import load_rules
from licencecheck.documents import read
from licencecheck.engine import judged
from licencecheck.evidence.page import page_of
from licencecheck.model import Unreadable
from licencecheck.options import Options


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=int, default=150, help="pages of each kind")
    args = parser.parse_args()
    html = _pages(args.folder, {".html", ".htm"}, args.limit)
    markdown = _pages(args.folder, {".md"}, args.limit)
    plain, reposts = _told_apart(html)
    posts, reposted = _told_apart(markdown)
    gc.freeze()  # else the collector of garbage looks at what is prepared here again and again
    print("| what | pages | ratio |")
    print("| --- | --- | --- |")
    if plain:
        _row("pages without sign of a repost: check / lxml parse", plain, _check, _parse, args.rounds)
    if reposts:
        _row("reposts: check with main text / lxml parse", reposts, _extract, _parse, args.rounds)
    if posts:
        _row("Markdown without sign: check / markdown-it-py", posts, _check, _markdown_it, args.rounds)
    if reposted:
        _row("Markdown reposts: check with main text / markdown-it-py", reposted, _extract, _markdown_it, args.rounds)
    few = max(1, len(plain) // 9)
    mixed = [*plain, *reposts[:: max(1, len(reposts) // few)][:few]]
    try:
        import trafilatura  # noqa: F401
    except ImportError:
        print("| mixed site: trafilatura / check | - | trafilatura is not installed |")
    else:
        _row("site, one repost in ten: trafilatura's bare_extraction / check", mixed, _trafilatura, _check, args.rounds)
    _start_up()


def _pages(folder: Path, endings: set[str], limit: int) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in endings)[:limit]


def _told_apart(paths: list[Path]) -> tuple[list[Path], list[Path]]:
    plain, reposts = [], []
    for path in paths:
        document = read(path.name, path.read_bytes())
        if not isinstance(document, Unreadable):
            decision = page_of(document).repost
            if decision.is_repost:
                reposts.append(path)
            elif not decision.signals:
                plain.append(path)
    return plain, reposts


_RULES = load_rules()
_OPTIONS = Options(today=date(2026, 1, 1))


def _check(name: str, data: bytes, *, main_text: bool = False) -> None:
    document = read(name, data)
    if not isinstance(document, Unreadable):
        judged(page_of(document, known=_RULES.names, main_text=main_text), _OPTIONS, _RULES)


def _extract(name: str, data: bytes) -> None:
    _check(name, data, main_text=True)


def _parse(_: str, data: bytes) -> None:
    from lxml import etree

    etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))


def _markdown_it(_: str, data: bytes) -> None:
    from markdown_it import MarkdownIt

    MarkdownIt("commonmark").parse(data.decode("utf-8", "replace"))


def _trafilatura(_: str, data: bytes) -> None:
    import trafilatura

    trafilatura.bare_extraction(data, with_metadata=True)


def _row(
    what: str, paths: list[Path], ours: Callable[[str, bytes], None], other: Callable[[str, bytes], None], rounds: int
) -> None:
    seconds = [0.0, 0.0]
    for path in paths:
        data = path.read_bytes()
        best = [float("inf"), float("inf")]
        for _ in range(rounds):
            for number, work in enumerate((ours, other)):
                best[number] = min(best[number], _seconds(work, path.name, data))
        seconds = [total + one for total, one in zip(seconds, best, strict=True)]
    print(f"| {what} | {len(paths)} | {seconds[0] / seconds[1]:.2f} |", flush=True)


def _seconds(work: Callable[[str, bytes], None], name: str, data: bytes) -> float:
    start = time.process_time()
    work(name, data)
    return time.process_time() - start


def _start_up() -> None:
    bare = _start([sys.executable, "-c", "pass"])
    for command in (["--version"], ["rules", "list"], ["check", "fixtures/global-research/pass/own-article.html"]):
        took = _start([sys.executable, "-m", "licencecheck", *command]) - bare
        print(f"| start: `licencecheck {' '.join(command)}`, over bare Python | 1 | {took * 1000:.0f} ms |")


def _start(command: list[str]) -> float:
    """Processor seconds of a new process, the best of eight."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(8):
        before = _seconds_of_children()
        subprocess.run(command, capture_output=True, check=False, env=environment)
        times.append(_seconds_of_children() - before)
    return min(times)


def _seconds_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
