"""The visible text of a page, cut in runs, with the role and place of each."""
