"""Tests of what is told before reposting."""
