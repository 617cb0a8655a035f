"""How the text of a page differs from that of its original: pure functions over what was read from the two pages."""

from licencecheck.comparison.comparing import compare

__all__ = ["compare"]
