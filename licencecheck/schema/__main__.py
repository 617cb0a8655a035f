"""Writes the schema to `rules/schema.json` of the checkout, where editors find it."""

import json

from licencecheck.catalogue.files import bundled
from licencecheck.schema.rule_files import rule_file_schema

text = json.dumps(rule_file_schema(), indent=2, ensure_ascii=False) + "\n"
(bundled() / "schema.json").write_text(text, encoding="utf-8", newline="\n")
