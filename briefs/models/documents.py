"""A document: its paragraphs, who says what in them, and what cannot be right in it."""

from collections.abc import Mapping
from datetime import date as Date  # noqa: N812 (a field is called date)
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import Field

from briefs.models.base import Identifier, Line, Located, Model
from briefs.models.citations import CitedText, ParagraphId
from briefs.models.waivers import Waiver


class SourcingKind(StrEnum):
    """Where a paragraph's content comes from."""

    NAMED = "named"
    """A named person told the reporter."""
    PUBLIC = "public"
    """A statement, speech, broadcast or published figure."""
    ANONYMOUS = "anonymous"
    """Somebody whom the document does not name."""
    NARRATOR = "narrator"
    """The report in its own voice."""


class Sourcing(Model):
    """One kind of sourcing and whom it rests on: ids of people, organisations or unnamed sources."""

    kind: SourcingKind
    sources: tuple[Identifier, ...] = ()


class Quote(Model):
    """Words that somebody said or wrote, character for character.

    `speaker` is the id of a person, an organisation or an unnamed source of the document; `context` says in a few
    words to whom or through whom, where that matters.
    """

    id: Identifier
    text: str
    speaker: Identifier
    context: str | None = None
    paragraph: ParagraphId
    line: int = 0
    waivers: tuple[Waiver, ...] = ()


class Paragraph(Model):
    """A numbered paragraph: its text (a digest, or the full text where the library's owner holds the rights)."""

    id: ParagraphId
    heading: str | None = None
    text: str
    quotes: tuple[Quote, ...] = ()
    sourcing: tuple[Sourcing, ...] = ()
    note: CitedText | None = None
    line: int = 0
    note_line: int = 0
    waivers: tuple[Waiver, ...] = ()
    note_waivers: tuple[Waiver, ...] = ()


class UnnamedSource(Model):
    """A source that the document leaves unnamed; `name` is what the document calls it."""

    id: Identifier
    name: Line
    paragraphs: tuple[int, ...] = Field(min_length=1)


class DayCount(Model):
    """From which date an "Nth day" of `event` counts; `day_one` is day 1."""

    event: Line
    day_one: Date


class Caption(Model):
    """A picture's caption; `paragraphs` are those beside which it is shown, so that citing them cites it too."""

    text: Line
    date: Date | None = None
    paragraphs: tuple[int, ...] = ()


class Document(Located):
    """A document and where it comes from.

    `as_of` is the date to which it knows; `reading_grade` is the highest Flesch-Kincaid grade of a brief on it; `terms`
    are names in it that need no entry of their own, such as an operation's or a people's.
    """

    id: Identifier
    file: str
    title: Line
    short: Line
    subtitle: Line | None = None
    publisher: Line
    published: Date | None = None
    as_of: Date
    as_of_basis: CitedText | None = None
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")
    kind: Literal["digest", "full"] = "digest"
    rights: Line
    sourcing: Line
    day_counts: tuple[DayCount, ...] = ()
    captions: tuple[Caption, ...] = ()
    sources: tuple[UnnamedSource, ...] = ()
    terms: tuple[Line, ...] = ()
    reading_grade: float = Field(default=12, gt=0)
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1)

    @cached_property
    def by_number(self) -> Mapping[int, Paragraph]:
        """The paragraphs by their number."""
        return {paragraph.id.number: paragraph for paragraph in self.paragraphs}

    def captions_beside(self, number: int) -> tuple[Caption, ...]:
        """The captions that are shown with paragraph `number`."""
        return tuple(caption for caption in self.captions if number in caption.paragraphs)
