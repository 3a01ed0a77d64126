"""The methods of the Bot API that the sandbox has. Importing this package registers them all."""

from . import chats, messages, polling, queries, settings
from .registry import METHODS, Method, known_arguments

__all__ = ["METHODS", "Method", "chats", "known_arguments", "messages", "polling", "queries", "settings"]
