"""What a post says of itself before its text."""
