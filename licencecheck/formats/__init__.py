"""Reports as text and as JSON, and what was read from pages as JSON: each format is one module."""
