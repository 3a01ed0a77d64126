"""Where every question arrives: asks the desk, replies, and remembers, unless somebody asks too fast."""

from collections.abc import Callable

from telegram import Bot, Message, MessageEntity

from bot.answered import Answered, AnswerLog
from bot.cooldown import Cooldown, Verdict
from bot.desk import Desk
from bot.render import help as help_screens
from bot.render.screen import Screen
from bot.replies import reply, rewrite
from bot.views import Shelf, View
from briefs.library import Library
from briefs.models import ParagraphId

ANONYMOUS_ADMIN = 1087968824
"""The one user id that all anonymous admins share (https://core.telegram.org/bots/api#chat)."""


class Reception:
    """Serves `library`; one for all chats of one bot."""

    def __init__(self, library: Library, cooldown: Cooldown) -> None:
        self.library = library
        self.cooldown = cooldown
        self.answers = AnswerLog()
        self._desks: dict[str, Desk] = {}

    def desk(self, bot: Bot) -> Desk:
        """The desk that links to `bot`, whose name is known once Telegram has told it."""
        return self._desks.setdefault(bot.username, Desk(self.library, bot.username))

    async def answer(self, bot: Bot, message: Message, screen_of: Callable[[Desk], Screen | None]) -> None:
        """Replies to `message` with the screen that the desk gives, if any; an edited question edits its answer."""
        words = message.text or message.caption or ""
        known = self.answers.recall(message.chat.id, message.message_id)
        if message.edit_date is not None and (known is None or known.asked(words)):
            return  # edits of metadata alone are reported as well, and old ones after a restart
        verdict = self.cooldown.ask(*askers(message))
        if verdict is Verdict.SILENCE:
            return
        screen = help_screens.slower() if verdict is Verdict.NOTICE else screen_of(self.desk(bot))
        if screen is None:
            return
        if known is not None:
            await rewrite(bot, message, known.answer, screen)
            sent = known.answer
        else:
            sent = (await reply(bot, message, screen)).message_id
        self.answers.remember(message.chat.id, message.message_id, Answered.of(words, sent))


def askers(message: Message) -> list[tuple[str, int]]:
    """Whose buckets a question is taken from: the person's, or the sending chat's, and the group's."""
    sender = message.sender_chat or message.from_user
    person = [("person", sender.id)] if sender is not None else []
    group = [("group", message.chat.id)] if in_group(message) else []
    return [*person, *group]


def in_group(message: Message) -> bool:
    """Whether several people read the answer, so that the short form fits better."""
    return message.chat.type != "private"


def subject_of(message: Message) -> tuple[View, list[ParagraphId]] | None:
    """What an answer of ours is about and the paragraphs it cites, in order, read from its links; None for others.

    An answer on one subject links to it in its first line; a list does not.
    """
    links = message.parse_entities([MessageEntity.TEXT_LINK])
    views = [(entity.offset, view) for entity in links if (view := View.of_link(entity.url or "")) is not None]
    first_line = len((message.text or "").partition("\n")[0].encode("utf-16-le")) // 2
    if not views or views[0][0] >= first_line:
        return None
    cites = [view.paragraph for _, view in views if view.shelf is Shelf.PASSAGE and view.paragraph is not None]
    return views[0][1], list(dict.fromkeys(cites))


def replied_text(message: Message) -> str | None:
    """What the message replies to: the quoted part where there is one, else the text or caption.

    A message in a forum topic that replies to nobody is sent by Telegram as a reply to the topic's first message, which
    has no text.
    """
    if message.quote is not None and message.quote.text:
        return message.quote.text
    replied = message.reply_to_message
    return (replied.text or replied.caption) if replied is not None else None
