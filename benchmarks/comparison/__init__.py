"""How well changes of a text are told: articles with planted edits, compared with what the comparison reports."""
