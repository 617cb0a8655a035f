"""The YAML that people write, rule files and configuration: read strictly, checked against a schema."""
