"""What the editorial rules share: a library's statements, its names, and what each paragraph holds."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from briefs.check.language.dates import PartialDate, counted_days, dates
from briefs.check.language.names import NameIndex, words
from briefs.check.language.numbers import Number, Sort, numbers
from briefs.check.language.vocabulary import stems
from briefs.check.originals.original import Original
from briefs.check.statements import Statement, statements
from briefs.check.walk import entities
from briefs.check.weights import Weights
from briefs.content import Content
from briefs.models import Document, Paragraph, ParagraphId, UnnamedSource

Figure = tuple[Sort, Fraction]


@dataclass(frozen=True, slots=True)
class Holding:
    """What a text holds: its words, the entities it names, its figures, its dates, and the stems of its matter."""

    words: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    figures: frozenset[Figure] = frozenset()
    dates: tuple[PartialDate, ...] = ()
    stems: frozenset[str] = frozenset()

    @property
    def marks(self) -> frozenset[Hashable]:
        """All by which a text can be told from another."""
        return self.stems | self.figures

    def __or__(self, other: "Holding") -> "Holding":
        return Holding(
            self.words | other.words,
            self.entities | other.entities,
            self.figures | other.figures,
            self.dates + other.dates,
            self.stems | other.stems,
        )


def figures(text: str) -> list[Number]:
    """The numbers of `text` that are no part of a date."""
    taken = [(date.start, date.end) for date in dates(text)]
    return [
        number for number in numbers(text) if not any(start < number.end and number.start < end for start, end in taken)
    ]


class Evidence:
    """A library's content made ready for the editorial rules, and the originals of its documents, where given."""

    def __init__(self, content: Content, originals: Mapping[str, Original] | None = None) -> None:
        self.content = content
        self.originals = originals or {}
        self.statements: Sequence[Statement] = tuple(statements(content))
        self.names = NameIndex(entities(content), self._texts())
        self.weighed: Counter[str] = Counter()
        """How many names, numbers and quotations the rules have held to their paragraphs so far."""
        self._holdings: dict[ParagraphId, Holding] = {}
        self._weights: dict[str, Weights] = {}

    def narrowed(self, to: Iterable[Statement]) -> "Evidence":
        """The same library with only the statements `to` to weigh, which need not be its own."""
        narrowed = copy(self)
        narrowed.statements = tuple(to)
        narrowed.__dict__.pop("_by_item", None)
        return narrowed

    @cached_property
    def _by_item(self) -> Mapping[str, Sequence[Statement]]:
        grouped: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            grouped[statement.item].append(statement)
        return grouped

    def statements_of(self, item: str) -> Sequence[Statement]:
        """The statements of the item, event or document with the id `item`."""
        return self._by_item.get(item, ())

    def _texts(self) -> Iterator[str]:
        for paragraph in self.paragraphs():
            yield paragraph.text
            yield from (quote.text for quote in paragraph.quotes)
        yield from (statement.text for statement in self.statements)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, document by document."""
        for document in self.content.documents.values():
            yield from document.paragraphs

    def paragraph(self, identifier: ParagraphId) -> Paragraph | None:
        """The paragraph `identifier`, or None."""
        document = self.content.documents.get(identifier.document)
        return document.by_number.get(identifier.number) if document else None

    @cached_property
    def sources(self) -> Mapping[str, UnnamedSource]:
        """The unnamed sources of all documents, by id."""
        return {source.id: source for document in self.content.documents.values() for source in document.sources}

    def name_of(self, identifier: str) -> str:
        """What a speaker or source is called."""
        for group in (self.content.people, self.content.organisations, self.sources):
            if identifier in group:
                return group[identifier].name
        return identifier

    def shown(self, paragraph: Paragraph) -> str:
        """What a reader sees who opens `paragraph`, but for its source note.

        That is its digest, its quotations with their speakers, whom it rests on, and the captions beside it.
        """
        document = self.content.documents[paragraph.id.document]
        people = dict.fromkeys(
            [
                *(quote.speaker for quote in paragraph.quotes),
                *(source for sourcing in paragraph.sourcing for source in sourcing.sources),
            ]
        )
        return "\n".join(
            [
                paragraph.text,
                *(quote.text for quote in paragraph.quotes),
                *(f"({self.name_of(one)})" for one in people),
                *(f"{caption.text} {caption.date or ''}" for caption in document.captions_beside(paragraph.id.number)),
            ]
        )

    def holding(self, identifier: ParagraphId) -> Holding:
        """What the paragraph `identifier` holds; nothing where there is no such paragraph."""
        if identifier not in self._holdings:
            paragraph = self.paragraph(identifier)
            self._holdings[identifier] = (
                Holding()
                if paragraph is None
                else self.held_by(self.shown(paragraph), self.content.documents[identifier.document])
            )
        return self._holdings[identifier]

    def holdings(self, cites: Iterable[ParagraphId]) -> Holding:
        """What the paragraphs `cites` hold together."""
        total = Holding()
        for cite in cites:
            total |= self.holding(cite)
        return total

    def weights(self, identifier: str) -> Weights:
        """What tells the paragraphs of the document `identifier` apart."""
        if identifier not in self._weights:
            paragraphs = self.content.documents[identifier].paragraphs
            self._weights[identifier] = Weights({one.id: self.holding(one.id).marks for one in paragraphs})
        return self._weights[identifier]

    def held_by(self, text: str, document: Document) -> Holding:
        """What `text` holds, as a part of `document`, whose day counts give its counted days their dates."""
        counted = (
            PartialDate.of(day.date(count.day_one), day.written)
            for day in counted_days(text)
            for count in document.day_counts
        )
        return Holding(
            frozenset(word.folded for word in words(text)),
            self.names.entities(text),
            frozenset(number.key for number in figures(text)),
            (*dates(text), *counted),
            stems(text),
        )

    def where(self, documents: Iterable[str], holds: Callable[[Holding], bool]) -> list[ParagraphId]:
        """The paragraphs of `documents` whose holding satisfies `holds`."""
        return [
            paragraph.id
            for identifier in documents
            if identifier in self.content.documents
            for paragraph in self.content.documents[identifier].paragraphs
            if holds(self.holding(paragraph.id))
        ]
