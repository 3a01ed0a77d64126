"""What can be shown, and its name in callback data and deep links.

A view is written `kind_id`, `kind_id_tab` or `kind_id_tab_page`: `t_blinken-in-a-vest_q_1` is the second page of quotes
of a topic. Telegram allows 64 bytes of callback data and 64 of `[A-Za-z0-9_-]` in a start payload
(https://core.telegram.org/bots/api#inlinekeyboardbutton, https://core.telegram.org/api/links#bot-links); ids hold no
underscore and at most 48 characters, so that every view fits both.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from briefs.models import Kind, ParagraphId

MAX_PAYLOAD = 64
_FORM = re.compile(r"^(?P<shelf>[a-z])_(?P<id>[a-z0-9-]{1,58})(?:_(?P<tab>[a-z])(?:_(?P<page>\d{1,3}))?)?$")


class Shelf(StrEnum):
    """Where an item stands; the value is its letter in payloads."""

    TOPIC = "t"
    PERSON = "p"
    ORGANISATION = "o"
    PLACE = "l"
    QUOTE = "q"
    EVENT = "e"
    PASSAGE = "s"
    DOCUMENT = "d"
    LIST = "a"
    """A list over the whole library; its id is a `Listing`."""
    SEARCH = "x"
    """Results of a search whose words stand in the message itself; its id is a `Listing`."""


class Listing(StrEnum):
    """Lists over the whole library."""

    TOPICS = "topics"
    DIRECTORY = "directory"
    QUOTES = "quotes"
    TIMELINE = "timeline"
    PASSAGES = "passages"
    SOURCES = "sources"


BY_SPEAKER = "by-"
"""Before the id of a speaker: the list of their quotes."""


class Tab(StrEnum):
    """Sides of an item; the value is its letter in payloads."""

    CARD = "c"
    FULL = "f"
    QUOTES = "q"
    PEOPLE = "p"
    TIMELINE = "t"
    RELATED = "r"
    SOURCES = "s"
    ANSWER = "a"
    """The card, with what answers the question that stands in the message."""


SHELF_OF: dict[Kind, Shelf] = {
    Kind.TOPIC: Shelf.TOPIC,
    Kind.PERSON: Shelf.PERSON,
    Kind.ORGANISATION: Shelf.ORGANISATION,
    Kind.PLACE: Shelf.PLACE,
    Kind.QUOTE: Shelf.QUOTE,
    Kind.EVENT: Shelf.EVENT,
    Kind.PASSAGE: Shelf.PASSAGE,
}


@dataclass(frozen=True, slots=True)
class View:
    """One screen of one item; `page` counts from 0."""

    shelf: Shelf
    id: str
    tab: Tab = Tab.CARD
    page: int = 0

    @classmethod
    def of(cls, kind: Kind, identifier: str) -> Self:
        """The card of an item."""
        return cls(SHELF_OF[kind], identifier.replace(":", "-"))

    @classmethod
    def of_paragraph(cls, paragraph: ParagraphId) -> Self:
        """The card of a paragraph."""
        return cls(Shelf.PASSAGE, f"{paragraph.document}-{paragraph.number}")

    @classmethod
    def of_topic(cls, identifier: str) -> Self:
        """The card of a topical brief."""
        return cls(Shelf.TOPIC, identifier)

    @classmethod
    def of_event(cls, identifier: str) -> Self:
        """The card of an event."""
        return cls(Shelf.EVENT, identifier)

    @classmethod
    def parse(cls, payload: str) -> Self | None:
        """The view that `payload` names, or None where it is not of that form."""
        match = _FORM.match(payload) if len(payload) <= MAX_PAYLOAD else None
        if match is None or match["shelf"] not in set(Shelf) or (match["tab"] or Tab.CARD) not in set(Tab):
            return None
        return cls(Shelf(match["shelf"]), match["id"], Tab(match["tab"] or Tab.CARD), int(match["page"] or 0))

    @classmethod
    def of_link(cls, url: str) -> Self | None:
        """The view that a deep link of ours opens, or None where the link is another."""
        _, _, payload = url.partition("?start=")
        return cls.parse(payload) if payload else None

    def with_tab(self, tab: Tab) -> Self:
        """The first page of another side of the same item."""
        return replace(self, tab=tab, page=0)

    def with_page(self, page: int) -> Self:
        """Another page of the same side."""
        return replace(self, page=page)

    @property
    def paragraph(self) -> ParagraphId | None:
        """Which paragraph a passage view shows."""
        document, _, number = self.id.rpartition("-")
        return ParagraphId(document, int(number)) if document and number.isascii() and number.isdigit() else None

    @property
    def payload(self) -> str:
        """The view's name, at most 64 bytes.

        Raises:
            ValueError: the id is too long.
        """
        written = f"{self.shelf}_{self.id}"
        if self.page:
            written += f"_{self.tab}_{self.page}"
        elif self.tab is not Tab.CARD:
            written += f"_{self.tab}"
        if len(written) > MAX_PAYLOAD:
            raise ValueError(f"{written!r} is longer than {MAX_PAYLOAD} bytes")
        return written
