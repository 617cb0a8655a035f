"""Run the whole job: read pages, choose their rule sets, judge, report."""

from licencecheck.engine.inputs import is_whole
from licencecheck.engine.judging import badness, check
from licencecheck.engine.pages import judged
from licencecheck.engine.running import read_pages, run

__all__ = ["badness", "check", "is_whole", "judged", "read_pages", "run"]
