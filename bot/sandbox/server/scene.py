"""The people and chats that the page shows, and the searches that somebody has open."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.sandbox.faults import FaultyApi
from bot.sandbox.rooms import Group, PrivateChat, Room

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sandbox.model import Message
    from bot.sandbox.people import Person
    from bot.sandbox.queries import InlineQuery
    from bot.sandbox.sandbox import Sandbox

MEMBERS = ("You", "Lina", "Omar")
TOPICS = ("Iraq", "Lebanon")
MAX_PEOPLE = 1000
_SEARCHES_KEPT = 200


class Scene:
    """A sandbox as the control API handles it: people and rooms by id. Makes the sandbox's API one that can fail."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.people: dict[int, Person] = {}
        self.searches: OrderedDict[str, InlineQuery] = OrderedDict()
        self.faults = FaultyApi(sandbox)
        sandbox.api = self.faults

    def furnish(self) -> None:
        """Bring in what the page opens with: three people, a group, a forum, and a group without the bot."""
        people = [self.add_person(name) for name in MEMBERS]
        self.sandbox.group("Newsroom", people, supergroup=True)
        forum = self.sandbox.group("Research desk", people, forum=True)
        for name in TOPICS:
            forum.create_topic(name)
        self.sandbox.group("Book club", people, supergroup=True, bot_status="left")

    def add_person(self, first_name: str, language_code: str = "en") -> Person:
        """Somebody new, with a private chat. Raises ValueError where there are too many."""
        if len(self.people) >= MAX_PEOPLE:
            raise ValueError(f"there are {MAX_PEOPLE} people already")
        person = self.sandbox.person(first_name, language_code=language_code)
        person.private_chat()
        self.people[person.user.id] = person
        return person

    def person(self, person_id: int) -> Person:
        """Raises LookupError."""
        if person_id not in self.people:
            raise LookupError(f"there is no person {person_id}")
        return self.people[person_id]

    def members(self, person_ids: Sequence[int]) -> list[Person]:
        """Raises LookupError."""
        return [self.person(person_id) for person_id in person_ids]

    def rooms(self) -> Iterator[Room]:
        """All chats that live, private ones among them, in the order of their making."""
        for chat in self.sandbox.world.chats.values():
            if chat.migrated_to is None:
                yield self.sandbox.room(chat.id)

    def room(self, room_id: int) -> Room:
        """Raises LookupError."""
        try:
            return self.sandbox.room(room_id)
        except KeyError:
            raise LookupError(f"there is no chat {room_id}") from None

    def group(self, room_id: int) -> Group:
        """Raises LookupError."""
        room = self.room(room_id)
        if isinstance(room, Group):
            return room
        raise LookupError(f"the chat {room_id} is no group")

    def seen_by(self, person: Person, room_id: int) -> Room:
        """A chat that somebody is in. Raises LookupError."""
        room = self.room(room_id)
        if isinstance(room, PrivateChat) and room.chat.user is not person.user:
            raise LookupError(f"the chat {room_id} is somebody else's")
        return room

    def message(self, room: Room, message_id: int) -> Message:
        """Raises LookupError."""
        message = room.chat.messages.get(message_id)
        if message is None:
            raise LookupError(f"there is no message {message_id} in this chat")
        return message

    def remember(self, search: InlineQuery) -> None:
        """Keep a search, so that one of its results can be chosen; the oldest of very many are forgotten."""
        self.searches[search.id] = search
        while len(self.searches) > _SEARCHES_KEPT:
            self.searches.popitem(last=False)

    def search(self, search_id: str) -> InlineQuery:
        """Raises LookupError."""
        if search_id not in self.searches:
            raise LookupError("that search is over")
        return self.searches[search_id]
