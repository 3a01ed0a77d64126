"""Gives handlers the desk: the library behind it is known at start, the bot's name once Telegram has told it."""

from telegram import Bot

from bot.desk import Desk
from briefs.library import Library


class Desks:
    """The desk of each bot that serves `library`; in practice one."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._desks: dict[str, Desk] = {}

    def of(self, bot: Bot) -> Desk:
        """The desk that links to `bot`."""
        return self._desks.setdefault(bot.username, Desk(self.library, bot.username))
