"""The way out of mending: why something is left as it is."""

from __future__ import annotations


class Obstacle(Exception):  # noqa: N818  it is no error: what stands in the way is told
    """What keeps from an edit; the message is the reason, in words that follow a colon. Never leaves `fixing`."""
