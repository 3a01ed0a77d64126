"""What people do: write, edit, delete, press buttons, search inline, open links; and reading what was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sandbox.errors import bad_request

from .registry import action
from .views import answer_json, message_json, search_json, state_json

if TYPE_CHECKING:
    from bot.sandbox.model import JsonObject, Message
    from bot.sandbox.people import Person
    from bot.sandbox.rooms import Room

    from .scene import Scene

ANSWER_SECONDS = 20.0
MAX_TRANSCRIPT = 500


@dataclass(frozen=True, slots=True)
class Nothing:
    """No arguments."""


@action("state", Nothing, reads=True)
def state(scene: Scene, _call: Nothing) -> JsonObject:
    """Who and what there is."""
    return state_json(scene)


@dataclass(frozen=True, slots=True, kw_only=True)
class Somewhere:
    """Who acts, and in which chat."""

    person: int
    room: int

    def find(self, scene: Scene) -> tuple[Person, Room]:
        """Raises LookupError."""
        person = scene.person(self.person)
        return person, scene.seen_by(person, self.room)


@dataclass(frozen=True, slots=True, kw_only=True)
class Send(Somewhere):
    """`reply_to` is a message's id, `quote` a part of it, `thread` a topic's id; a picture's text is its caption."""

    text: str = ""
    reply_to: int | None = None
    quote: str = ""
    thread: int | None = None
    photo: bool = False
    sticker: str = ""


@action("send", Send)
def send(scene: Scene, call: Send) -> JsonObject:
    """Write in a chat."""
    person, room = call.find(scene)
    reply_to = scene.message(room, call.reply_to) if call.reply_to else None
    if call.sticker:
        sent = person.send_sticker(room, call.sticker, reply_to=reply_to)
    elif call.photo:
        sent = person.send_photo(room, call.text, reply_to=reply_to)
    else:
        sent = person.send(room, call.text, reply_to=reply_to, quote=call.quote or None, thread=call.thread)
    return message_json(scene.sandbox.world, sent)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMessage(Somewhere):
    """Names a message."""

    message: int

    def find_message(self, scene: Scene) -> tuple[Person, Message]:
        """Raises LookupError."""
        person, room = self.find(scene)
        return person, scene.message(room, self.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit(OfMessage):
    """A new text."""

    text: str = ""


@action("edit", Edit)
def edit(scene: Scene, call: Edit) -> JsonObject:
    """Change one's own message."""
    person, message = call.find_message(scene)
    return message_json(scene.sandbox.world, person.edit(message, call.text))


@action("delete", OfMessage)
def delete(scene: Scene, call: OfMessage) -> bool:
    """Delete a message: one's own, or anybody's as a group's administrator or in private."""
    person, message = call.find_message(scene)
    person.delete(message)
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Press(OfMessage):
    """A button by its number from 0, or any forged `data`."""

    button: int | None = None
    data: str = ""


@action("press", Press)
async def press(scene: Scene, call: Press) -> JsonObject:
    """Press a button; returns what the bot answers to it."""
    person, message = call.find_message(scene)
    if call.data:
        query = person.press_data(message, call.data)
    elif call.button is None or not 0 <= call.button < len(message.buttons):
        raise bad_request(f"the message has {len(message.buttons)} buttons, counted from 0")
    else:
        query = person.press(message, call.button)
    return answer_json(await query.answer(ANSWER_SECONDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Somewhere):
    """What is typed behind the bot's name."""

    query: str = ""
    offset: str = ""


@action("inline", Search)
async def inline(scene: Scene, call: Search) -> JsonObject:
    """Search inline in a chat; returns the results."""
    person, room = call.find(scene)
    query = person.inline(call.query, call.offset, room=room)
    scene.remember(query)
    await query.answer(ANSWER_SECONDS)
    return search_json(query)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(Somewhere):
    """A result of a search, by its id."""

    search_id: str
    result: str


@action("choose", Choose)
def choose(scene: Scene, call: Choose) -> JsonObject:
    """Send a result of a search into a chat."""
    person, room = call.find(scene)
    search = scene.search(call.search_id)
    if search.user is not person.user or search.given is None:
        raise bad_request("that search is somebody else's, or has no results yet")
    return message_json(scene.sandbox.world, person.choose(search.given, call.result, into=room))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLink:
    """A deep link or its payload."""

    person: int
    link: str = ""


@action("open", OpenLink)
def open_link(scene: Scene, call: OpenLink) -> JsonObject:
    """Open a deep link: the private chat, and Start."""
    return message_json(scene.sandbox.world, scene.person(call.person).open_link(call.link))


@action("commands", Somewhere, reads=True)
def commands(scene: Scene, call: Somewhere) -> list[JsonObject]:
    """The command menu that somebody sees in a chat."""
    person, room = call.find(scene)
    return person.commands(room)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A chat, and how many of its newest messages, those before the message `before` where it is given."""

    room: int
    limit: int = MAX_TRANSCRIPT
    before: int | None = None


@action("transcript", Transcript, reads=True)
def transcript(scene: Scene, call: Transcript) -> list[JsonObject]:
    """What was said in a chat, oldest first."""
    known = scene.room(call.room).messages
    if call.before:
        known = [message for message in known if message.message_id < call.before]
    newest = known[-min(max(call.limit, 1), MAX_TRANSCRIPT) :]
    return [message_json(scene.sandbox.world, message) for message in newest]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """How many of the newest calls."""

    limit: int = 50


@action("calls", Calls, reads=True)
def calls(scene: Scene, call: Calls) -> list[JsonObject]:
    """The newest calls that the bot made, oldest first, and what was wrong with them."""
    newest = list(scene.sandbox.calls)[-min(max(call.limit, 1), MAX_TRANSCRIPT) :]
    return [{"method": each.method, "error": each.error} for each in newest]
