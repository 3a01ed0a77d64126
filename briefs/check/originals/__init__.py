"""Rules that hold a digest against the original that it retells."""
