"""A run over a whole site: 3,000 posts made here, of 3 to 20 kB and 8 kB on average, one in ten a repost.

    python -m benchmarks.site [--posts N] [--jobs N]

Times are of the whole command, in a new process each: from cold, again with all pages in the cache, and after a tenth
of the posts has changed; wall time, and processor time of all its processes, which other programs disturb less. They
are compared with markdown-it-py's own time for the same posts, parsed one after the other. Memory is that of the
largest process, as the system tells it.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

WORDS = """
    the ferry harbour council winter morning loan ticket pier crossing ice town quay people water night letter report
    market river field bridge school train voice price story garden window road island teacher
""".split()  # noqa: SIM905
CREDITS = (
    "*This article was originally published by [ProPublica](https://www.propublica.org/article/{slug}).*",
    "Republished from [The Conversation](https://theconversation.com/{slug}-{number}) under Creative Commons.",
    "*First published on [Global Voices](https://globalvoices.org/2024/05/{slug}/).*",
    "The original source of this article is [Global Research](#). Copyright © Ann Author, Global Research, 2024",
    "Originally posted on [River Post](https://river-post.example/{slug}).",
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--posts", type=int, default=3_000)
    parser.add_argument("--jobs", type=int)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        posts = make(site, args.posts)
        size = sum(map(len, posts)) / len(posts)
        print(f"{len(posts)} posts of {size:,.0f} bytes on average\n")
        print("| what | seconds | of the processors |\n| --- | --- | --- |")
        _row("markdown-it-py alone", lambda: _parse(posts))
        jobs = ["--jobs", str(args.jobs)] if args.jobs else []
        _row("from cold", lambda: _run(site, *jobs))
        _row("nothing changed", lambda: _run(site, *jobs))
        for path in sorted(site.rglob("*.md"))[::10]:
            path.write_text(path.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
        _row("a tenth changed", lambda: _run(site, *jobs))
        _row("without cache", lambda: _run(site, "--no-cache", *jobs))
        print(f"\nlargest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


def make(site: Path, count: int) -> list[str]:
    """Write `count` posts below `site`, always the same, and give their texts."""
    chance = random.Random(8)
    (site / ".licencecheck.yml").write_text("profile: {names: [My blog], hosts: [blog.example], kind: personal}\n")
    texts = []
    for number in range(count):
        slug = "-".join(chance.sample(WORDS, 3))
        text = _post(chance, slug, number, is_repost=number % 10 == 0)
        path = site / "content" / f"{2005 + number % 20}" / f"{number:05}-{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        texts.append(text)
    return texts


def _post(chance: random.Random, slug: str, number: int, *, is_repost: bool) -> str:
    goal = min(20_000, max(3_000, int(chance.lognormvariate(8.87, 0.48))))
    parts = [f"---\ntitle: {slug.replace('-', ' ').title()}\ndate: 2024-05-{number % 28 + 1:02}\ntags: [a, b]\n---\n"]
    length = len(parts[0])
    while length < goal:
        parts.append(_block(chance))
        length += len(parts[-1]) + 1
    if is_repost:
        parts.append(chance.choice(CREDITS).format(slug=slug, number=100_000 + number) + "\n")
    return "\n".join(parts)


def _block(chance: random.Random) -> str:
    kind = chance.random()
    sentences = " ".join(_sentence(chance) for _ in range(chance.randint(2, 6)))
    if kind < 0.08:
        return f"## {_sentence(chance)[:-1]}\n"
    if kind < 0.14:
        return "".join(f"- {_sentence(chance)}\n" for _ in range(4))
    if kind < 0.18:
        return f"> {sentences}\n"
    if kind < 0.21:
        return f"```python\nprint({chance.randint(1, 99)})\n```\n"
    if kind < 0.4:
        return f"{sentences} See [{chance.choice(WORDS)}](https://{chance.choice(WORDS)}.example/a) and *more*.\n"
    return f"{sentences}\n"


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(6, 18))).capitalize() + "."


def _row(what: str, work: Callable[[], None]) -> None:
    begin, before = time.perf_counter(), _processors()
    work()
    print(f"| {what} | {time.perf_counter() - begin:.1f} | {_processors() - before:.1f} |", flush=True)


def _processors() -> float:
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _parse(posts: list[str]) -> None:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    for post in posts:
        parser.parse(post)


def _run(site: Path, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "licencecheck", "check", str(site), "--quiet", *words], capture_output=True, check=False
    )
    assert done.returncode in {0, 1}, done.stderr


if __name__ == "__main__":
    main()
