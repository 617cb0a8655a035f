"""Republishing-compliance checker for web pages and blog posts."""
