"""Copyright notices: who holds what since when."""
