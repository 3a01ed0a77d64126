"""The bot in a terminal: a person at a keyboard in front of the sandbox."""
