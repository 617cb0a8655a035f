"""Who is credited on a page: statements found by wording and form, weighed, and joined to a chain of parties."""
