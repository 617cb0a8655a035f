"""A report as lines of JSON: a finding or a page that was not read on each, and the summary on the last.

The findings are those of `report.schema.json`; a stream without its last line was cut off.
"""

from __future__ import annotations

import json
from typing import TextIO

from licencecheck.formats.escaping import json_safe
from licencecheck.formats.json import Object, as_object
from licencecheck.model import Report


def render(report: Report, stream: TextIO) -> None:
    """Write `report` line by line."""
    document = as_object(report)
    for word, key in (("finding", "findings"), ("unchecked", "unchecked"), ("skipped", "skipped")):
        stream.writelines(_line({"type": word} | each) for each in document[key])
    stream.write(_line({"type": "summary", "schema_version": document["schema_version"]} | document["summary"]))


def _line(each: Object) -> str:
    return json_safe(json.dumps(each, ensure_ascii=False)) + "\n"
