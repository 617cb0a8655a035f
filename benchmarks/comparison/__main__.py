"""Measure how well changes are told: `python -m benchmarks.comparison [--misses]`."""

from __future__ import annotations

import sys

from benchmarks.comparison.articles import articles
from benchmarks.comparison.measure import measured


def main() -> None:
    """Print precision and recall of each class, and with `--misses` what went wrong."""
    scores = measured(articles())
    print(f"{scores.pairs} pairs of pages")
    print("| class | precision | recall | planted | reported |\n| --- | --- | --- | --- | --- |")
    for name, score in sorted(scores.classes.items()):
        print(f"| {name} | {score.precision:.3f} | {score.recall:.3f} | {score.planted} | {score.reported} |")
    if "--misses" in sys.argv:
        print("\n".join(scores.misses))


if __name__ == "__main__":
    main()
