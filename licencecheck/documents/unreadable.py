"""The way out of reading: why a page cannot be read."""

from __future__ import annotations


class UnreadableError(Exception):
    """A page that cannot be read in full; the message is the reason. Never leaves `documents`."""
