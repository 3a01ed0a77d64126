"""How long a test waits for what a quiet machine does at once: only what hangs takes longer, however busy it is."""

PATIENCE = 120.0
"""Seconds."""
