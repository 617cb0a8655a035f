"""The start of the command: what a command does not need is not loaded, since loading is what a start costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT

CODE = """
import sys
from licencecheck.cli import main
try:
    main()
except SystemExit:
    print(*sys.modules, sep="\\n", file=sys.stderr)
"""
ALWAYS_LATE = {
    "rich",
    "pydantic",
    "readability",
    "jsonschema",
    "rapidfuzz",
    "multiprocessing.pool",
    "importlib.metadata",
}
PAGES = {"lxml", "markdown_it", "charset_normalizer", "publicsuffixlist"}
OF_FEW = {
    "multiprocessing",
    "licencecheck.model.drafts",
    "licencecheck.model.fixes",
    "licencecheck.requirements.images",
}
"""What the check of one page by the rules of this publisher does not need."""
POST = "fixtures/global-research/fail/third-party-article.html"


@pytest.mark.parametrize(
    ("words", "late"),
    [
        (("--version",), ALWAYS_LATE | PAGES | {"yaml", "licencecheck.catalogue", "licencecheck.engine"}),
        (("rules", "list"), ALWAYS_LATE | PAGES | {"licencecheck.engine", "licencecheck.evidence"}),
        (("check", POST, "--quiet"), {"rich", "pydantic", "jsonschema", "markdown_it", "importlib.metadata"} | OF_FEW),
    ],
)
def test_a_command_loads_only_what_it_needs(words: tuple[str, ...], late: set[str]) -> None:
    """Heavy libraries wait until something needs them."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert set() == late & set(done.stderr.split())
