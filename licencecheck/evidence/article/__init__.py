"""The main text: which runs of a page are the article."""
