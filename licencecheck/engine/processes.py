"""Several processes that share the pages of a run."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from licencecheck.catalogue import Catalogue
from licencecheck.engine.inputs import Input
from licencecheck.engine.jobs import Job, Result
from licencecheck.options import Options

_LARGEST_CHUNK = 16
_CHUNKS_PER_PROCESS = 32
"""So many that the last one, which a single process works on, takes little of the whole time."""


def shared(
    job: Job[Result], sources: Sequence[Input], options: Options, catalogue: Catalogue, jobs: int
) -> Iterator[list[Result]]:
    """Do the job for all `sources` in `jobs` processes, this one among them; yield results in their order."""
    size = max(1, min(_LARGEST_CHUNK, len(sources) // (jobs * _CHUNKS_PER_PROCESS)))
    chunks = [sources[start : start + size] for start in range(0, len(sources), size)]
    executor = ProcessPoolExecutor(
        max_workers=jobs - 1,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start_worker,
        initargs=(job, options, catalogue),
    )
    try:
        yield from _shared_out(chunks, executor, lambda chunk: [job(source, options, catalogue) for source in chunk])
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    # Else Python, when it ends, may wake a thread of the executor that is just closing
    executor.shutdown()


def _shared_out(
    chunks: Sequence[Sequence[Input]], executor: Executor, work: Callable[[Sequence[Input]], list[Result]]
) -> Iterator[list[Result]]:
    """Share the chunks out to the executor's processes and this one, which works while the others start."""
    pending = {index: _submitted(chunk, executor) for index, chunk in enumerate(chunks)}
    ahead: dict[int, list[Result]] = {}
    untaken = iter(range(len(chunks)))
    for index, chunk in enumerate(chunks):
        while index not in ahead and not pending[index].done():
            mine = next((later for later in untaken if later in pending and pending[later].cancel()), None)
            if mine is None:
                break
            ahead[mine] = work(chunks[mine])
        future = pending.pop(index)
        try:
            results = ahead.pop(index) if index in ahead else future.result()
        except BrokenProcessPool:
            # A process died, of memory or because the calling script cannot be imported: its work is done here
            results = work(chunk)
        yield results


def _submitted(chunk: Sequence[Input], executor: Executor) -> Future[list[Any]]:
    try:
        return executor.submit(_work, chunk)
    except BrokenProcessPool as error:
        failed: Future[list[Any]] = Future()
        failed.set_exception(error)
        return failed


_shared: tuple[Job[Any], Options, Catalogue]
"""In a worker: what all its pages share, sent once."""


def _start_worker(job: Job[Any], options: Options, catalogue: Catalogue) -> None:
    global _shared
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent alone answers an interruption
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _shared = job, options, catalogue


def _end_with_parent() -> None:
    """Leave when the parent is gone: it may be killed, and nobody would send work or the word to end any more."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _work(chunk: Sequence[Input]) -> list[Any]:
    job, options, catalogue = _shared
    return [job(source, options, catalogue) for source in chunk]
