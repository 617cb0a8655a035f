"""Measure how well, and how fast, changes are told: `python -m benchmarks.comparison [FOLDER] [--misses]`."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence

from benchmarks.comparison.articles import articles, articles_in
from benchmarks.comparison.measure import measured
from licencecheck.comparison import compare
from licencecheck.model import Confidence, Identity, Location, MainText, Page, Paragraph, RepostDecision

_ROUNDS = 5


def main() -> None:
    """Print precision and recall of each class and the time for long texts; with `--misses` what went wrong.

    The edits are planted in the articles of the project, or in those of the pages in `FOLDER`.
    """
    folders = [word for word in sys.argv[1:] if not word.startswith("--")]
    scores = measured(articles_in(folders[0]) if folders else articles())
    print(f"{scores.pairs} pairs of pages")
    print("| class | precision | recall | planted | reported |\n| --- | --- | --- | --- | --- |")
    for name, score in sorted(scores.classes.items()):
        print(f"| {name} | {score.precision:.3f} | {score.recall:.3f} | {score.planted} | {score.reported} |")
    if "--misses" in sys.argv:
        print("\n".join(scores.misses))
    for words, edits in ((5_000, 50), (50_000, 500)):
        print(f"{words} words with {edits} edits: {1000 * seconds(words, edits):.0f} ms")


def seconds(words: int, edits: int) -> float:
    """Processor time to compare two texts of `words` words that differ by `edits` edits: the best of some rounds."""
    choice = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = [
        "".join(choices) for choices in (choice.choices(letters, k=choice.randint(2, 9)) for _ in range(4_000))
    ]
    weights = [1 / rank for rank in range(1, 4_001)]

    def text(length: int) -> list[str]:
        drawn = choice.choices(vocabulary, weights, k=length)
        return [word + ("." if choice.random() < 0.06 else "") for word in drawn]

    original = text(words)
    copy = list(original)
    for _ in range(edits):
        at, kind = choice.randrange(len(copy)), choice.random()
        copy[at : at + (1 if kind < 0.3 else choice.randint(1, 12) if kind < 0.6 else 0)] = (
            ["changed"] if kind < 0.3 else [] if kind < 0.6 else text(choice.randint(1, 12))
        )
    page, other = _page(copy), _page(original)
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        compare(page, other)
        best = min(best, time.process_time() - start)
    return best


def _page(words: Sequence[str]) -> Page:
    paragraphs = tuple(
        Paragraph(text=" ".join(words[at : at + 80]) + ".", places=((0, Location("page.html", at // 80 + 1, 1)),))
        for at in range(0, len(words), 80)
    )
    return Page(
        path="page.html",
        url=None,
        format="html",
        identity=Identity(),
        repost=RepostDecision(is_repost=True, confidence=Confidence.HIGH, reason="It is made"),
        language="en",
        main_text=MainText(text="", word_count=len(words), paragraphs=paragraphs),
    )


if __name__ == "__main__":
    main()
