"""A report as lines of JSON: a finding or a page that was not read on each, and the summary on the last.

The findings are those of `report.schema.json`; a stream without its last line was cut off.
"""

from __future__ import annotations

from typing import TextIO

from licencecheck.formats.json import as_object
from licencecheck.formats.json_writing import one_line
from licencecheck.model import Report


def render(report: Report, stream: TextIO) -> None:
    """Write `report` line by line."""
    document = as_object(report)
    for word, key in (("finding", "findings"), ("unchecked", "unchecked"), ("skipped", "skipped")):
        stream.writelines(one_line({"type": word} | each) for each in document[key])
    stream.write(one_line({"type": "summary", "schema_version": document["schema_version"]} | document["summary"]))
