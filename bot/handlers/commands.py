"""Commands: `/brief`, `/who`, `/quote`, `/timeline`, `/find`, `/sources`, `/help`, `/privacy`, `/start`."""

from collections.abc import Callable, Sequence
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, filters

from bot.desk import Desk
from bot.handlers.reception import Reception, in_group, replied_text
from bot.render import help as help_screens
from bot.render.screen import Screen
from bot.views import View

Context = ContextTypes.DEFAULT_TYPE
Answering = Callable[[Desk, str, Message], Screen]


def handlers(reception: Reception) -> Sequence[BaseHandler[Update, Context, Any]]:
    """A handler for each command, new or edited. Channel posts and commands to other bots reach none of them."""
    answering: dict[str, Answering] = {
        "brief": _brief,
        "who": lambda desk, question, message: desk.who(question, short=in_group(message)),
        "quote": lambda desk, question, _: desk.quotes(question),
        "timeline": lambda desk, question, message: desk.timeline(question, short=in_group(message)),
        "find": lambda desk, question, message: desk.find(question, short=in_group(message)),
        "sources": lambda desk, *_: desk.sources(),
        "help": lambda desk, *_: help_screens.help_screen(desk.phrases.username),
        "privacy": lambda *_: help_screens.privacy(),
        "start": _start,
    }
    return [_handler(name, answer, reception) for name, answer in answering.items()]


def _handler(name: str, answer: Answering, reception: Reception) -> BaseHandler[Update, Context, Any]:
    async def on_command(update: Update, context: Context) -> None:
        message = update.message or update.edited_message
        if message is not None:
            question = " ".join(context.args or ())
            await reception.answer(context.bot, message, lambda desk: answer(desk, question, message))

    return CommandHandler(name, on_command, filters=filters.UpdateType.MESSAGES)


def _brief(desk: Desk, question: str, message: Message) -> Screen:
    if not question and (about := replied_text(message)):
        return desk.brief_on(about, short=in_group(message))
    return desk.brief(question, short=in_group(message))


def _start(desk: Desk, payload: str, message: Message) -> Screen:
    if not payload:
        return help_screens.start(desk.library)
    view = View.parse(payload)
    screen = desk.view(view, short=in_group(message)) if view is not None else None
    return screen or desk.nearest(payload)
