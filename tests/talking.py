"""Conversations with the bot, as tests write them: say something, look at what comes back.

A `Talk` is somebody who writes in one chat. Each of its methods returns once the bot has done all that it is going to
do, so that no test waits for time to pass.
"""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

from bot.app import AnyApplication
from bot.local import running, settled
from bot.sandbox import ForumTopic, Group, Message, Person, Room, Sandbox, Writer
from bot.settings import Settings
from briefs.library import Library


class Stage:
    """The real application on a sandbox, and what a test lets it complain about."""

    def __init__(self, sandbox: Sandbox, application: AnyApplication) -> None:
        self.sandbox = sandbox
        self.application = application
        self.expected_in_log: list[str] = []
        self.expected_refusals: list[str] = []

    async def done(self, update_id: int | None) -> list[Message]:
        """What the bot sent or edited because of an update, in order; an edited message comes once for each edit."""
        with self.sandbox.watch() as feed:
            await settled(self.sandbox, self.application, update_id)
            events = [await feed.get() for _ in range(len(feed))]
        return [event.message for event in events if event.kind in {"sent", "edited"} and event.message is not None]

    def refusals(self) -> list[str]:
        """Calls of the Bot API that were refused, those that the test expects left out."""
        return [
            f"{call.method}: {call.error}"
            for call in self.sandbox.calls
            if call.error and not any(expected in call.error for expected in self.expected_refusals)
        ]

    def unexpected(self, logged: Iterable[str]) -> list[str]:
        """Lines of the log that the test does not expect."""
        return [line for line in logged if not any(expected in line for expected in self.expected_in_log)]


class Talk:
    """Somebody who writes in a chat where the bot is. `toast` is what the last pressed button answered."""

    def __init__(self, stage: Stage, writer: Writer, room: Room) -> None:
        self.stage = stage
        self.writer = writer
        self.room = room
        self.toast: str | None = None

    @property
    def sandbox(self) -> Sandbox:
        """The Telegram that all this happens in."""
        return self.stage.sandbox

    @property
    def person(self) -> Person:
        """The writer, where it is a person under their own name."""
        assert isinstance(self.writer, Person)
        return self.writer

    async def answers(self, words: str, **how: Any) -> list[Message]:
        """Everything that the bot answers to `words`; `how` is what `Writer.send` takes: `reply_to`, `thread` …"""
        return await self.stage.done(self.writer.send(self.room, words, **how).update_id)

    async def say(self, words: str, **how: Any) -> Message:
        """The one message that the bot answers to `words`."""
        return one(await self.answers(words, **how))

    async def is_ignored(self, words: str, **how: Any) -> bool:
        """Whether the bot answers nothing to `words`."""
        return not await self.answers(words, **how)

    async def open(self, link: str) -> Message:
        """What the bot answers to somebody who follows a deep link to it."""
        return one(await self.stage.done(self.person.open_link(link).update_id))

    async def press(self, message: Message, button: str) -> Message:
        """Presses the button with this label; the bot puts the new screen in place of the old."""
        query = self.person.press(message, button)
        shown = await self.stage.done(query.update_id)
        self.toast = (await query.answer()).text
        assert shown == [message], f"{button!r} led to {shown}"
        return message

    async def press_in_vain(self, message: Message, data: str) -> str:
        """Presses a forged or stale button that changes nothing; returns what the presser is told."""
        query = self.person.press_data(message, data)
        assert await self.stage.done(query.update_id) == []
        return (await query.answer()).text

    async def press_close(self, message: Message) -> bool:
        """Presses Close; whether the answer is gone then."""
        query = self.person.press(message, "✕ Close")
        await self.stage.done(query.update_id)
        self.toast = (await query.answer()).text
        return message.is_deleted

    async def delivered(self, update: dict[str, Any]) -> list[Message]:
        """What the bot sends or edits because of a hand-made update."""
        return await self.stage.done(self.sandbox.deliver(update))

    def group(self, *members: str, **how: Any) -> "GroupTalk":
        """The same person in a group that they made, with other `members`; `how` is what `Sandbox.group` takes."""
        people = [self.person, *(self.sandbox.person(name) for name in members)]
        group = self.sandbox.group("Newsroom", people, **how)
        return GroupTalk(self.stage, self.person, group, people)


class GroupTalk(Talk):
    """Somebody who writes in a group; the first member is its creator."""

    room: Group

    def __init__(self, stage: Stage, writer: Writer, room: Group, people: list[Person]) -> None:
        super().__init__(stage, writer, room)
        self.people = people

    def topic(self, name: str) -> ForumTopic:
        """Opens a topic of a forum."""
        return self.room.create_topic(name)

    def other(self, name: str) -> "GroupTalk":
        """Another member of the same group."""
        person = next(person for person in self.people if person.user.first_name == name)
        return GroupTalk(self.stage, person, self.room, self.people)

    def anonymous_admin(self) -> "GroupTalk":
        """The creator, in the group's own name."""
        return GroupTalk(self.stage, self.people[0].as_anonymous_admin(self.room), self.room, self.people)

    def overhears(self, words: str) -> Message:
        """Somebody else says something in the group that is not for the bot."""
        return self.people[-1].send(self.room, words)


@asynccontextmanager
async def talking(
    sandbox: Sandbox, library: Library, first_name: str = "Lina", settings: Settings | None = None
) -> AsyncIterator[Talk]:
    """The bot around `library` runs while the block does; a person stands before it in a private chat."""
    async with running(sandbox, library, settings) as application:
        person = sandbox.person(first_name, language_code="en")
        yield Talk(Stage(sandbox, application), person, person.private_chat())


def one(messages: list[Message]) -> Message:
    """The only message of `messages`."""
    assert len(messages) == 1, f"expected one message, got {messages}"
    return messages[0]


def links(message: Message) -> dict[str, str]:
    """The links of a message: address by label."""
    return {message.part(entity): entity.url or "" for entity in message.entities if entity.type == "text_link"}


def labels(message: Message) -> list[str]:
    """The labels of a message's buttons."""
    return [button.text for button in message.buttons]


def turns(message: Message) -> list[str]:
    """The labels of those buttons that turn the message to another screen."""
    return [button.text for button in message.buttons if button.callback_data not in {None, "close"}]


def in_bold(message: Message) -> list[str]:
    """The bold parts of a message."""
    return [message.part(entity) for entity in message.entities if entity.type == "bold"]
