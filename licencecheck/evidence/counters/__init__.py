"""Page counters that a text brings with it."""
