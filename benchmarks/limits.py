"""What crafted and large pages cost, and a long run: seconds of the processor and peaks of memory; on Linux.

    python -m benchmarks.limits [FOLDER] [--pages N]

Each page is made here and checked in a new process that has checked a small one before; its peak is what comes on top
of what the process had then, and stands beside that of lxml's parse of the same bytes. With FOLDER, its largest pages
are measured too, and one process checks N pages: those of FOLDER of up to 300 kB, over and over.
"""

from __future__ import annotations

import argparse
import multiprocessing
import shutil
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

MB = 1_000_000
LARGEST = 8
"""Pages of FOLDER that are measured one by one."""
WORDS = "The ferry came back to the old harbour on a grey morning, and half of the town stood on the quay to see it. "
HEAD, SMALL = "<!doctype html><html lang=en><title>Ferry</title><body>", "small.html"
CREDIT = 'Originally published by <a href="https://river-post.example/ferry-{}">River Post</a>. '
CRAFTED = {
    "unclosed.html": "<div><p><b><table>",
    "deep.html": "<div>",
    "meta.html": "<meta ",
    "attributes.html": "<p a=b c='d' ",
    "spaces.html": " ",
    "links.html": '<a href="https://river-post.example/ferry-{}">Source</a> ',
    "credits.html": f"<p>{CREDIT}",
    "credits-in-one-paragraph.html": CREDIT,
    "phrases.html": "originally published by the original source of this article republished with permission from ",
    "copyright.html": "<p>Copyright © 2019 Ann Author, River Post. All rights reserved.",
    "licences.html": '<p>Licensed under <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>',
    "bylines.html": "<p>By Ann Author and Ben Writer, River Post",
    "brackets.md": "[",
    "links.md": "[River Post](https://river-post.example/ferry-{}) ",
    "quotes.md": "> ",
    "emphasis.md": "*a **b ",
    "credits.md": "*Originally published by [River Post](https://river-post.example/ferry-{}).*\n\n",
}
"""What is repeated up to a megabyte, by the name of the page; `{}` is a number."""
PROSE = f"<p>{WORDS * 4}</p>\n"


class Cost(NamedTuple):
    """Of one page."""

    seconds: float
    peak: int
    """Bytes."""
    outcome: str


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--pages", type=int, default=10_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / SMALL).write_text(f"{HEAD}<p>{WORDS}{CREDIT}", encoding="utf-8")
        print("| page | MB | seconds | peak MB | of its bytes | of lxml's parse | outcome |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for name, part in CRAFTED.items():
            _row(_made(folder / name, part, MB))
        for size in (MB, 19 * MB, 21 * MB):
            _row(_made(folder / f"prose-{size // MB}.html", PROSE, size))
        _row(_made(folder / "elements.html", "<i>a</i>", 19 * MB))
        if args.folder:
            pages = sorted(args.folder.rglob("*.html"), key=lambda path: (path.stat().st_size, path))
            for number, path in enumerate(pages[-LARGEST:]):
                _row(Path(shutil.copy(path, folder / f"large-{number}.html")))
            _many([path for path in pages if path.stat().st_size <= 300_000], folder / "many", args.pages)


def _made(page: Path, part: str, size: int) -> Path:
    head = HEAD if page.suffix == ".html" else ""
    count = (size - len(head)) // len(part.format(10_000))
    page.write_text(head + "".join(part.format(number) for number in range(count)), encoding="utf-8")
    return page


def _many(pages: list[Path], folder: Path, count: int) -> None:
    folder.mkdir()
    for number, path in enumerate(islice(cycle(pages), count)):
        (folder / f"{number:05}.html").symlink_to(path.resolve())
    cost = _apart(_check, folder)
    print(f"\n{count} pages: {cost.seconds:.0f} s, peak of the process {cost.peak / MB:.0f} MB")


def _row(page: Path) -> None:
    size = page.stat().st_size
    ours, parse = _apart(_check, page), _apart(_parse, page)
    print(
        f"| {page.name} | {size / MB:.1f} | {ours.seconds:.2f} | {ours.peak / MB:.1f} | {ours.peak / size:.1f} "
        f"| {ours.peak / max(parse.peak, MB):.1f} | {ours.outcome} |",
        flush=True,
    )


def _apart(work: Callable[[Path], str], path: Path) -> Cost:
    """Do the work in a new process."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        return executor.submit(_cost, work, path).result()


def _cost(work: Callable[[Path], str], path: Path) -> Cost:
    before = 0
    if path.is_file():
        work(path.with_name(SMALL))
        before = _memory("VmRSS")
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
    begin = time.process_time()
    outcome = work(path)
    return Cost(time.process_time() - begin, _memory("VmHWM") - before, outcome)


def _memory(key: str) -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith(f"{key}:"))


def _check(path: Path) -> str:
    from licencecheck import check

    report = check(path, today=date(2026, 1, 1))
    reasons = [unread.reason for unread in report.unread]
    return reasons[0] if reasons else f"{sum(len(page.findings) for page in report.pages)} findings"


def _parse(path: Path) -> str:
    from lxml import etree

    tree = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    return str(tree.tag)


if __name__ == "__main__":
    main()
