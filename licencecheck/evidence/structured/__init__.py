"""What a page states of its article for machines."""
