"""Facts read from a document, each with its place: what requirements judge by.

`page.page_of` reads them all; the package itself loads nothing, because the command asks it for names of keys only.
"""
