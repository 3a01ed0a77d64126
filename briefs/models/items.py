"""The items that editors prepare: topical briefs, people, organisations, places and dated events."""

import re
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 (a field is called date)
from enum import StrEnum
from typing import Literal

from pydantic import Field, field_validator

from briefs.models.base import Identifier, Line, Located, Model
from briefs.models.citations import (
    Block,
    CitedText,
    ParagraphId,
    Section,
    WrittenCitation,
    WrittenParagraphId,
    WrittenQuestion,
)


class Kind(StrEnum):
    """What an answer can be."""

    TOPIC = "topic"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    QUOTE = "quote"
    EVENT = "event"
    PASSAGE = "passage"


ENTITIES = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE})
"""The kinds that have names."""
TOPIC_HEADINGS = (
    "Summary",
    "Key points",
    "Who says so",
    "Contested",
    "Figures",
    "What the document does not say",
    "Source notes",
)
ENTITY_HEADINGS = ("What they do", "What they say", "What others say", "Source notes")
SOURCE_NOTES = "Source notes"


class Item(Located):
    """What topics and entities share: a file, opening blocks (the first would do alone) and headed sections."""

    id: Identifier
    file: str
    aliases: tuple[Line, ...] = ()
    asked: tuple[WrittenQuestion, ...] = ()
    """Ways in which readers ask for it, each with the paragraphs that answer."""
    untold: tuple[Line, ...] = ()
    """What readers ask beside it and the documents do not tell."""
    opening: tuple[Block, ...] = Field(min_length=1)
    sections: tuple[Section, ...] = ()

    @property
    def lead(self) -> Block:
        """The first block, which would do on its own."""
        return self.opening[0]

    def section(self, heading: str) -> tuple[Block, ...]:
        """The blocks below `heading`; empty where the item has no such section."""
        return next((section.blocks for section in self.sections if section.heading == heading), ())

    def blocks(self) -> Iterator[Block]:
        """Every block of the body, from the top."""
        yield from self.opening
        for section in self.sections:
            yield from section.blocks

    @property
    def cites(self) -> tuple[ParagraphId, ...]:
        """Every paragraph that the body cites, in the order of their first mention."""
        return tuple(dict.fromkeys(cite for block in self.blocks() for cite in block.cites))


class Topic(Item):
    """A topical brief; its lead is the bottom line, `questions` what it answers, each with where."""

    title: Line
    questions: tuple[WrittenQuestion, ...] = Field(min_length=1)
    people: tuple[Identifier, ...] = ()
    organisations: tuple[Identifier, ...] = ()
    places: tuple[Identifier, ...] = ()
    documents: tuple[Identifier, ...] = Field(min_length=1)
    as_of: Date
    related: tuple[Identifier, ...] = ()

    @property
    def entities(self) -> tuple[str, ...]:
        """The ids of all people, organisations and places of the brief."""
        return (*self.people, *self.organisations, *self.places)


class Entity(Item):
    """Somebody or something with a name. `shared` are forms that another entity goes by as well."""

    name: Line
    shared: tuple[Line, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that the entity goes by, the canonical name first."""
        return (self.name, *self.aliases, *self.shared)


class Relation(Model):
    """`kind` reads before the other's name: "mother of" Carol."""

    kind: Line
    to: Identifier
    cite: WrittenCitation


class Person(Entity):
    """Somebody whom a document names."""

    role: CitedText
    affiliations: tuple[Identifier, ...] = ()
    relations: tuple[Relation, ...] = ()
    private: bool = False


class Organisation(Entity):
    """A group, party, force, office, medium or hospital."""

    kind: Literal[
        "armed faction",
        "armed force",
        "party",
        "coalition",
        "government",
        "ministry",
        "agency",
        "movement",
        "media",
        "hospital",
        "company",
        "charity",
        "other",
    ]
    role: CitedText
    affiliations: tuple[Identifier, ...] = ()
    leaders: tuple[Identifier, ...] = ()


class Place(Entity):
    """A place, from a country to a road."""

    kind: Literal[
        "country",
        "province",
        "city",
        "district",
        "town",
        "base",
        "oil field",
        "airport",
        "port",
        "road",
        "region",
        "embassy",
        "other",
    ]
    within: tuple[Identifier, ...] = ()


Precision = Literal["day", "about", "month", "season", "year"]
_PARTIAL_DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")


class Event(Located):
    """Something with a date.

    `date` and `until` are ISO 8601 dates, shortened to the month or the year where no more is known; `says` is what
    the text calls the date; `notes` are paragraphs whose source note says why the date cannot be right.
    """

    id: Identifier
    date: str
    until: str | None = None
    precision: Precision
    says: Line
    title: Line
    text: CitedText
    asked: tuple[WrittenQuestion, ...] = ()
    """Ways in which readers ask for it, each with the paragraphs that answer."""
    people: tuple[Identifier, ...] = ()
    organisations: tuple[Identifier, ...] = ()
    places: tuple[Identifier, ...] = ()
    topics: tuple[Identifier, ...] = ()
    notes: tuple[WrittenParagraphId, ...] = ()
    note: CitedText | None = None

    @field_validator("date", "until", mode="before")
    @classmethod
    def _iso(cls, value: object) -> object:
        # YAML reads 2023-11-05 as a date and 2023 as a number.
        written = value.isoformat() if isinstance(value, Date) else value
        if written is None:
            return None
        written = str(written)
        if not _PARTIAL_DATE.match(written):
            raise ValueError("expected an ISO date: 2023-11-05, 2023-11 or 2023")
        padded = written + "-01-01"[len(written) - 4 :] if len(written) < len("2023-11-05") else written
        try:
            Date.fromisoformat(padded)
        except ValueError as error:
            raise ValueError(f"{written} is no date of the calendar") from error
        return written

    @property
    def cites(self) -> tuple[ParagraphId, ...]:
        """The paragraphs that the event rests on."""
        return self.text.cites

    @property
    def entities(self) -> tuple[str, ...]:
        """The ids of all people, organisations and places of the event."""
        return (*self.people, *self.organisations, *self.places)
