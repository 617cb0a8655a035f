"""Facts read from a document, each with its place: what requirements judge by."""

from licencecheck.evidence.page import page_of

__all__ = ["page_of"]
