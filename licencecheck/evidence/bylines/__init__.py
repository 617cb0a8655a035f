"""Authors of the article: who they are called, and the lines that name them."""
