"""Before reposting: what the terms of an article ask, and the credit to paste."""

from licencecheck.reposting.terms import terms_of

__all__ = ["terms_of"]
