"""Mend pages: write what `check` finds missing into the file, each thing in its place, and prove it by a new check."""

from licencecheck.fixing.running import fix_pages

__all__ = ["fix_pages"]
