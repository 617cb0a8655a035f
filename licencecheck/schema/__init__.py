"""The JSON Schema of a rule file (draft 2020-12), composed from the schema of each requirement type.

`python -m licencecheck.schema` writes it to `rules/schema.json`, where editors find it.
"""
