"""What was planted against what was reported: precision and recall of each class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from benchmarks.comparison.articles import Article
from benchmarks.comparison.edits import Planted, draft_of, drafts
from benchmarks.comparison.rendering import copied_page, original_page
from licencecheck.comparison import compare
from licencecheck.model import Change, Edit, Page
from licencecheck.text import words

CLASSES = {
    Edit.SPELLING: "style",
    Edit.PUNCTUATION: "style",
    Edit.NUMBER_FORM: "style",
    Edit.TIME: "localisation",
    Edit.LOCATION: "localisation",
}
"""Kinds of which a class is made up; the others stand for themselves."""


def class_of(kind: Edit) -> str:
    """The class that a kind is counted in."""
    return CLASSES.get(kind, kind.value)


@dataclass(slots=True)
class Score:
    """Counts of one class."""

    planted: int = 0
    found: int = 0
    reported: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Right of reported."""
        return self.right / self.reported if self.reported else 1.0

    @property
    def recall(self) -> float:
        """Found of planted."""
        return self.found / self.planted if self.planted else 1.0


@dataclass(slots=True)
class Scores:
    """All counts, and what went wrong."""

    classes: dict[str, Score] = field(default_factory=dict)
    pairs: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, label: str, planted: Iterable[Planted], changes: Iterable[Change]) -> None:
        """Count one pair of texts."""
        self.pairs += 1
        planted, changes = list(planted), list(changes)
        for one in planted:
            score = self.classes.setdefault(class_of(one.kind), Score())
            score.planted += 1
            if any(class_of(change.kind) == class_of(one.kind) and _same(one, change) for change in changes):
                score.found += 1
            else:
                near = [f"{c.kind.value} {c.original!r} -> {c.text!r}" for c in changes if _same(one, c)]
                self.misses.append(f"{label}: missed {one.kind.value} {one.old!r} -> {one.new!r}; reported {near}")
        for change in changes:
            score = self.classes.setdefault(class_of(change.kind), Score())
            score.reported += 1
            if any(class_of(change.kind) == class_of(one.kind) and _same(one, change) for one in planted):
                score.right += 1
            else:
                self.misses.append(
                    f"{label}: wrong {change.kind.value} {change.before!r} {change.original!r} -> {change.text!r}"
                )


def _same(planted: Planted, change: Change) -> bool:
    """Whether a reported change is (a part of) a planted one."""
    for wanted, have in ((planted.old, change.original), (planted.new, change.text)):
        first, second = Counter(words(wanted)), Counter(words(have))
        if first and second and (first & second).total() >= 0.5 * min(first.total(), second.total()):
            return True
    return (
        not words(planted.old + planted.new)
        or planted.old.strip() in change.original
        or (bool(planted.new.strip()) and planted.new.strip() in change.text)
    )


def measured(articles: Iterable[Article], every: int = 1) -> Scores:
    """Plant edits in articles, render both sides as pages, compare, and count; of the pairs, each `every`-th."""
    scores = Scores()
    pairs = ((article, draft) for article in articles for draft in (draft_of(article, article.name), *drafts(article)))
    originals: dict[str, Page] = {}
    for article, draft in islice(pairs, 0, None, every):
        if article.name not in originals:
            originals[article.name] = original_page(
                article.language, article.title, article.paragraphs, article.headings
            )
        label = f"{article.name}+{','.join(one.kind.value for one in draft.planted)}"
        copy = copied_page(article.language, draft.title, draft.text(), article.headings, label)
        scores.add(label, draft.planted, compare(copy, originals[article.name]).changes)
    return scores
