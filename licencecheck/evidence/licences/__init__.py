"""Licences stated on a page: what they are, and what they cover."""
