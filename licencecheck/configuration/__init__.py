"""The configuration of a site, `.licencecheck.yml`: found, checked, shown and begun."""

NAME = ".licencecheck.yml"
"""Name of the file."""
BASELINE = ".licencecheck-baseline.json"
"""Name of the file of findings that are known, beside the configuration."""
CACHE = ".licencecheck_cache"
"""Name of the folder of what was said of pages before, beside the configuration."""
