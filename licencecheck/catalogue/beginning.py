"""The beginning of a rule file: a commented skeleton to edit."""

from __future__ import annotations

import json
from datetime import date

_SKELETON = """\
# yaml-language-server: $schema={schema}
# {name}: its terms for republishing.
id: {id}
publisher:
  name: {quoted}
  # aliases: [Other Name]     # as credits call it
  domains: [{id}.example]     # its sites, without www.
# licence: [CC-BY-4.0]        # if its articles stand under one; its duties come with
# extends: [cc-by-4.0]
terms:
  url: "https://{id}.example/republish"
  as_of: unknown              # when the terms were seen to say so: 2026, 2026-11 or 2026-11-22
  compiled: {today}        # when you wrote this file
  coverage: full              # full, partial, or quoted by others
permission:                   # the first case that holds counts: granted, on-request or denied
  # - {{when: {{commercial: true}}, is: on-request, contact: desk@{id}.example, quote: "its sentence"}}
  - {{is: granted, quote: "the sentence that permits it"}}
rules:                        # one for each thing that the terms ask; `licencecheck explain` lists the types
  - {{requires: source-credit, quote: "the sentence that asks for it"}}
  - {{requires: original-link, to: [article], quote: "the sentence that asks for it"}}
credit:                       # the line to paste; {{text|target}} is a link
  - {{lang: en, at: bottom, text: "This article was first published by {{{name}|url}}."}}
# notes:                      # what the terms say and no rule can, with the reason
#   - notify-publisher: "Wants to be told; nothing on a page shows it"
"""


def skeleton(ruleset: str, today: date, schema: str) -> str:
    """Write a rule file for the publisher `ruleset`, valid as it stands; `schema` is where editors find the schema."""
    name = ruleset.replace("-", " ").title()
    return _SKELETON.format(id=ruleset, name=name, quoted=json.dumps(name), today=today.isoformat(), schema=schema)
