"""The command line: turns arguments into options, reports into output and errors into exit codes."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from licencecheck.errors import LicencecheckError

if TYPE_CHECKING:
    from licencecheck.model import Report

DONE, FOUND, NOT_DONE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes."""
DEBUG = "LICENCECHECK_DEBUG"
"""Environment variable: set to anything, a bug shows its traceback."""


def main() -> NoReturn:
    """Run the command given by `sys.argv` and leave with its exit code."""
    from licencecheck.cli.app import app
    from licencecheck.cli.console import make_streams_safe, say

    make_streams_safe()
    atexit.register(gc.freeze)  # the memory goes with the process: nobody need look for cycles in it at the end
    try:
        app(prog_name="licencecheck")
    except LicencecheckError as error:
        say(str(error))
    except KeyboardInterrupt:
        _leave_at_once()
    except OSError as error:
        say(f"the system refuses: {error}")
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        say(f"this is a bug, please report it: {type(error).__name__}: {error} ({DEBUG}=1 shows where)")
    sys.exit(NOT_DONE)


def exit_code(report: Report) -> int:
    """Say how a run ends: broken off, with pages that could not be read, with a finding that fails it, or well."""
    if report.interrupted:
        return INTERRUPTED
    if report.unread:
        return NOT_DONE
    return FOUND if any(map(report.is_failed_by, report.findings)) else DONE


def _leave_at_once() -> NoReturn:
    """Leave without waiting for the worker processes, which end when they find nobody to talk to."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(INTERRUPTED)
