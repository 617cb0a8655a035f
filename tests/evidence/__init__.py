"""Tests of what is read from pages."""
