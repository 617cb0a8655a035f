"""Tests of the requirement types."""
