"""`mujaz chat`: the bot in this terminal, on the sandbox."""

import logging

from bot.cli.start import load_settings, open_library
from bot.terminal.loop import converse


def chat_in_terminal() -> int:
    """Talks until `:quit` or the end of input; the exit status is 0."""
    logging.basicConfig(level=logging.WARNING)
    converse(open_library(load_settings().library))
    return 0
