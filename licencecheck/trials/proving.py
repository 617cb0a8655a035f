"""Prove many rule sets: their examples and their trials, on all cores."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from licencecheck.catalogue import Catalogue, load_rules
from licencecheck.engine.jobs import cores
from licencecheck.trials.examples import examples_of
from licencecheck.trials.running import Score, Wrong, trial_of

THRESHOLD = 0.98
"""Share of the pages of the trials that must be judged right."""
_MOST = 20
"""Wrong answers of one rule set that are told."""
_PARALLEL_FROM = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What came of one rule set."""

    score: Score
    examples: int
    wrong: tuple[Wrong, ...]
    """What is judged otherwise than the examples say."""

    @property
    def failed(self) -> int:
        """Examples that are not judged as they say."""
        return len({one.page for one in self.wrong})


@dataclass(frozen=True, slots=True)
class Proofs:
    """What came of all rule sets."""

    each: tuple[Proof, ...]

    @property
    def is_good(self) -> bool:
        """Whether all examples are judged right, and nearly all pages of the trials."""
        return not any(proof.wrong for proof in self.each) and self.share >= THRESHOLD

    @property
    def share(self) -> float:
        """Share of the pages of the trials that are judged right, 0 to 1."""
        return self.right / self.pages if self.pages else 1.0

    @property
    def pages(self) -> int:
        """Pages of the trials that were judged."""
        return sum(proof.score.pages for proof in self.each)

    @property
    def right(self) -> int:
        """Pages of the trials that are judged right."""
        return sum(proof.score.right for proof in self.each)

    def lines(self) -> Iterator[str]:
        """Tell it in lines: what is wrong, each rule set, the sum."""
        for proof in self.each:
            yield from _told(proof)
        examples = sum(proof.examples for proof in self.each)
        failed = sum(proof.failed for proof in self.each)
        sets = "rule set" if len(self.each) == 1 else "rule sets"
        yield (
            f"{len(self.each)} {sets}: {self.right} of {self.pages} pages of the trials right ({self.share:.1%}), "
            f"{examples - failed} of {examples} examples"
        )


def prove(names: Sequence[str], folders: Sequence[str] = (), jobs: int | None = None) -> Proofs:
    """Prove the rule sets `names`; without any, those of `folders`, else all that belong to this package.

    Raises:
        UsageError: there is no such rule set or folder.
        RuleSetError: a rule file cannot be used.
    """
    catalogue = load_rules(folders)
    for name in names:
        catalogue.ruleset(name)
    every = sorted(name for name, file in catalogue.files.items() if file.own or not folders)
    chosen = list(names) or every
    jobs = jobs or cores()
    if jobs == 1 or len(chosen) < _PARALLEL_FROM:
        return Proofs(tuple(_proof(name, catalogue) for name in chosen))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(tuple(folders),)) as executor:
        return Proofs(tuple(executor.map(_work, chosen, chunksize=4)))


def _proof(name: str, catalogue: Catalogue) -> Proof:
    examples = list(examples_of(catalogue.files[name]))
    wrong = tuple(one for example in examples for one in example.errors(catalogue))
    return Proof(score=trial_of(catalogue.ruleset(name), catalogue), examples=len(examples), wrong=wrong)


def _told(proof: Proof) -> Iterator[str]:
    score = proof.score
    unreached = f"; no damage reaches {', '.join(score.unreached)}" if score.unreached else ""
    examples = f", {proof.examples - proof.failed} of {proof.examples} examples" if proof.examples else ""
    yield f"{score.ruleset}: {score.right} of {score.pages} pages right{examples}{unreached}"
    yield from _problems((*proof.wrong, *score.wrong))


def _problems(wrong: Iterable[Wrong]) -> Iterator[str]:
    told = list(wrong)
    yield from (f"  {one.page}: {one.rule}: expected {one.expected}, found {one.found}" for one in told[:_MOST])
    if len(told) > _MOST:
        yield f"  and {len(told) - _MOST} more"


_catalogue: Catalogue
"""In a worker: the rule sets, loaded once."""


def _start(folders: Sequence[str]) -> None:
    global _catalogue
    _catalogue = load_rules(folders)


def _work(name: str) -> Proof:
    return _proof(name, _catalogue)
