"""Tests of mending pages."""
