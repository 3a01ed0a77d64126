"""The methods of the Bot API that the sandbox has. Importing this package registers them all."""

from . import chats, editing, guests, messages, polling, queries, sending, settings
from .registry import METHODS, Method, known_arguments

__all__ = [
    "METHODS",
    "Method",
    "chats",
    "editing",
    "guests",
    "known_arguments",
    "messages",
    "polling",
    "queries",
    "sending",
    "settings",
]
