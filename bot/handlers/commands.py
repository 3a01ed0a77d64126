"""Commands: `/brief`, `/who`, `/quote`, `/timeline`, `/find`, `/sources`, `/help`, `/privacy`, `/start`."""

from collections.abc import Callable, Sequence
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, filters

from bot.desk import Desk
from bot.handlers.desks import Desks
from bot.render import help as help_screens
from bot.render.screen import Screen
from bot.replies import reply
from bot.views import View

Context = ContextTypes.DEFAULT_TYPE
Answering = Callable[[Desk, str, Message], Screen]


def handlers(desks: Desks) -> Sequence[BaseHandler[Update, Context, Any]]:
    """A handler for each command. Edited commands, channel posts and commands to other bots reach none of them."""
    answering: dict[str, Answering] = {
        "brief": _brief,
        "who": lambda desk, question, message: desk.who(question, short=in_group(message)),
        "quote": lambda desk, question, _: desk.quotes(question),
        "timeline": lambda desk, question, _: desk.timeline(question),
        "find": lambda desk, question, _: desk.find(question),
        "sources": lambda desk, *_: desk.sources(),
        "help": lambda desk, *_: help_screens.help_screen(desk.phrases.username),
        "privacy": lambda *_: help_screens.privacy(),
        "start": _start,
    }
    return [_handler(name, answer, desks) for name, answer in answering.items()]


def _handler(name: str, answer: Answering, desks: Desks) -> BaseHandler[Update, Context, Any]:
    async def on_command(update: Update, context: Context) -> None:
        message = update.message
        if message is not None:
            question = " ".join(context.args or ())
            await reply(context.bot, message, answer(desks.of(context.bot), question, message))

    return CommandHandler(name, on_command, filters=filters.UpdateType.MESSAGE)


def _brief(desk: Desk, question: str, message: Message) -> Screen:
    if not question and (about := replied_text(message)):
        return desk.brief_on(about, short=in_group(message))
    return desk.brief(question, short=in_group(message))


def _start(desk: Desk, payload: str, message: Message) -> Screen:
    if not payload:
        return help_screens.start(desk.library)
    view = View.parse(payload)
    screen = desk.view(view, short=in_group(message)) if view is not None else None
    return screen or help_screens.gone()


def in_group(message: Message) -> bool:
    """Whether several people read the answer, so that the short form fits better."""
    return message.chat.type != "private"


def replied_text(message: Message) -> str | None:
    """What the message replies to: the quoted part where there is one, else the text or caption.

    A message in a forum topic that replies to nobody is sent by Telegram as a reply to the topic's first message, which
    has no text.
    """
    if message.quote is not None and message.quote.text:
        return message.quote.text
    replied = message.reply_to_message
    return (replied.text or replied.caption) if replied is not None else None
