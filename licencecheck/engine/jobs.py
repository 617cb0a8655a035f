"""One job for many pages: for one after the other, or with several processes where there are enough of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from licencecheck.catalogue import Catalogue
from licencecheck.engine.inputs import Input
from licencecheck.engine.places import STDIN
from licencecheck.options import Options

Result = TypeVar("Result")
Job = Callable[[Input, Options, Catalogue], Result]
Progress = Callable[[int, int], object]
"""Told how many pages of how many are done."""

PARALLEL_FROM = 50
"""Pages from which starting processes pays."""


def results_of(
    job: Job[Result], sources: Sequence[Input], options: Options, catalogue: Catalogue, progress: Progress | None
) -> Iterator[Result]:
    """Do the job for all `sources`, and yield its results in their order."""
    done = 0
    for results in _chunks(job, sources, options, catalogue):
        done += len(results)
        if progress is not None:
            progress(done, len(sources))
        yield from results


def _chunks(
    job: Job[Result], sources: Sequence[Input], options: Options, catalogue: Catalogue
) -> Iterator[list[Result]]:
    """Yield results in the order of `sources`.

    Standard input is read here, since other processes have none; what is online, so that servers are asked by one.
    """
    jobs = 1 if options.online else options.jobs or cores()
    if jobs == 1 or len(sources) < PARALLEL_FROM or any(source.path == STDIN for source in sources):
        yield from ([job(source, options, catalogue)] for source in sources)
        return
    from licencecheck.engine.processes import shared

    yield from shared(job, sources, options, catalogue, jobs)


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
