"""Rules that hold a library's content together; each module is one rule."""
