"""Prepared briefs, and the code that reads, checks and searches them; it knows no chat and no network."""
