"""Tests of the drafting floor."""
