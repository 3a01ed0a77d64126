"""From an update to a reply: each module reads one sort of update, asks the desk, and replies."""
