"""The configuration of a site, `.licencecheck.yml`: found, checked, shown and begun."""

NAME = ".licencecheck.yml"
"""Name of the file."""
