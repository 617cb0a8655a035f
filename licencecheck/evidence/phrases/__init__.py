"""The wordings by which texts state source, author, licence and terms, in each language."""
