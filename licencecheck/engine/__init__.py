"""Run the whole job: read pages, choose their rule sets, judge, report."""

from licencecheck.engine.judging import best, check
from licencecheck.engine.outcome import exit_code

__all__ = ["best", "check", "exit_code"]
