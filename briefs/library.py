"""A library: documents, what is prepared from them, the ways between them, and search."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from briefs import snapshot
from briefs.content import Content
from briefs.faults import LibraryFaultsError
from briefs.models import (
    Block,
    Document,
    Entity,
    Event,
    Kind,
    Organisation,
    Paragraph,
    ParagraphId,
    Person,
    Place,
    Quote,
    Topic,
)
from briefs.search.folding import fold

if TYPE_CHECKING:
    from briefs.search.answer import Answer
    from briefs.search.asked import Asked
    from briefs.search.engine import SearchEngine

SHIPPED = Path(__file__).resolve().parent.parent
"""The library that comes with the code: the folder that holds `seeds/` and `briefs/`."""


class Library:
    """Everything that can be asked about; immutable once built.

    The mappings are by id: `documents`, `topics`, `people`, `organisations`, `places`, `entities` (the last three
    together), `events` (by date) and `quotes` (in the documents' order).
    """

    def __init__(self, content: Content) -> None:
        self.folder = content.folder
        self.key = content.key
        """A hash of all that it holds and of the code that read it."""
        self.documents: Mapping[str, Document] = content.documents
        self.topics: Mapping[str, Topic] = content.topics
        self.people: Mapping[str, Person] = content.people
        self.organisations: Mapping[str, Organisation] = content.organisations
        self.places: Mapping[str, Place] = content.places
        self.entities: Mapping[str, Entity] = {**content.people, **content.organisations, **content.places}
        self.events: Mapping[str, Event] = {event.id: event for event in sorted(content.events, key=lambda e: e.date)}
        self.quotes: Mapping[str, Quote] = {
            quote.id: quote for paragraph in self.paragraphs() for quote in paragraph.quotes
        }

    @classmethod
    def open(cls, folder: Path = SHIPPED) -> Self:
        """The library at `folder`.

        Raises:
            LibraryFaultsError: it falls short of the rules; the error holds every fault.
        """
        return cls(snapshot.load(folder) or cls._read(folder))

    @staticmethod
    def _read(folder: Path) -> Content:
        # Only a library that has changed is read and checked anew, so only then is the code for it needed.
        from briefs.check.rules import check  # noqa: PLC0415
        from briefs.reading.folder import read_folder  # noqa: PLC0415

        # Whatever changes while it is read makes the key another one next time.
        key = snapshot.key_of(folder)
        content, faults = read_folder(folder)
        # What could not be read would only show up again as dangling references.
        faults = faults or check(content)
        if faults:
            raise LibraryFaultsError(faults)
        content = content.model_copy(update={"key": key})
        snapshot.save(content)
        return content

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, document by document."""
        for document in self.documents.values():
            yield from document.paragraphs

    def paragraph(self, identifier: ParagraphId) -> Paragraph | None:
        """The paragraph `identifier`, or None."""
        document = self.documents.get(identifier.document)
        return document.by_number.get(identifier.number) if document else None

    def neighbours(self, identifier: ParagraphId) -> tuple[Paragraph | None, Paragraph | None]:
        """The paragraphs before and after `identifier`, None at a document's ends."""
        document, number = identifier
        return (
            self.paragraph(ParagraphId(document, number - 1)),
            self.paragraph(ParagraphId(document, number + 1)),
        )

    def title(self, kind: Kind, identifier: str) -> str:
        """What an item is called: a topic's or event's title, a name, a quote's words, a passage's place.

        Raises:
            KeyError: there is no such item.
        """
        if kind is Kind.TOPIC:
            return self.topics[identifier].title
        if kind is Kind.EVENT:
            return self.events[identifier].title
        if kind is Kind.QUOTE:
            return self.quotes[identifier].text
        if kind is Kind.PASSAGE:
            paragraph = ParagraphId.parse(identifier)
            return f"{self.documents[paragraph.document].short}, paragraph {paragraph.number}"
        return self.entities[identifier].name

    def kind_of(self, identifier: str) -> Kind:
        """Which kind of entity has the id.

        Raises:
            KeyError: there is no such entity.
        """
        for kind, group in (
            (Kind.PERSON, self.people),
            (Kind.ORGANISATION, self.organisations),
            (Kind.PLACE, self.places),
        ):
            if identifier in group:
                return kind
        raise KeyError(identifier)

    def speaker_name(self, quote: Quote) -> str:
        """Who speaks: a person's or organisation's name, or what the document calls an unnamed source."""
        if quote.speaker in self.entities:
            return self.entities[quote.speaker].name
        sources = self.documents[quote.paragraph.document].sources
        return next((source.name for source in sources if source.id == quote.speaker), quote.speaker)

    def notes(self, cites: Collection[ParagraphId]) -> list[tuple[ParagraphId, Block]]:
        """The source notes of the paragraphs `cites`, in their order."""
        found = ((cite, self.paragraph(cite)) for cite in dict.fromkeys(cites))
        return [(cite, paragraph.note) for cite, paragraph in found if paragraph is not None and paragraph.note]

    def quotes_in(self, cites: Collection[ParagraphId]) -> list[Quote]:
        """The quotes of the paragraphs `cites`."""
        wanted = set(cites)
        return [quote for quote in self.quotes.values() if quote.paragraph in wanted]

    @cached_property
    def quotes_by_speaker(self) -> Mapping[str, Sequence[Quote]]:
        """Quotes by the id of who speaks."""
        grouped: dict[str, list[Quote]] = defaultdict(list)
        for quote in self.quotes.values():
            grouped[quote.speaker].append(quote)
        return grouped

    @cached_property
    def topics_of(self) -> Mapping[str, Sequence[Topic]]:
        """Topics by the id of an entity that they name, those first in which it comes first."""
        grouped: dict[str, list[tuple[int, Topic]]] = defaultdict(list)
        for topic in self.topics.values():
            for group in (topic.people, topic.organisations, topic.places):
                for position, identifier in enumerate(group):
                    grouped[identifier].append((position, topic))
        return {
            identifier: [topic for _, topic in sorted(found, key=lambda pair: pair[0])]
            for identifier, found in grouped.items()
        }

    @cached_property
    def events_of(self) -> Mapping[str, Sequence[Event]]:
        """Events by the id of an entity, topic or document that they concern, by date."""
        grouped: dict[str, list[Event]] = defaultdict(list)
        for event in self.events.values():
            documents = (cite.document for cite in event.cites)
            for identifier in dict.fromkeys((*event.entities, *event.topics, *documents)):
                grouped[identifier].append(event)
        return grouped

    @cached_property
    def entity_by_form(self) -> Mapping[str, str]:
        """Entity ids by each folded form that belongs to one entity only."""
        return {
            folded: entity.id
            for entity in self.entities.values()
            for form in (entity.name, *entity.aliases)
            if (folded := fold(form))
        }

    @cached_property
    def _engine(self) -> "SearchEngine":
        from briefs.search.cache import compiled_for  # noqa: PLC0415 (likewise)
        from briefs.search.engine import SearchEngine  # noqa: PLC0415 (search is built when first asked)

        return SearchEngine(compiled_for(self))

    def passages(self, question: str) -> tuple[ParagraphId, ...]:
        """Every paragraph that speaks of the question in its own words, the fullest first."""
        return self._engine.passages(question)

    def search(self, query: str, kinds: Collection[Kind] = frozenset(Kind)) -> "Answer":
        """What the library knows about `query`, among items of `kinds`; any text is a valid query."""
        return self._engine.search(query, kinds)

    def asked(self, query: str) -> "Asked":
        """`query` for several searches among different kinds of items, which take hardly longer than one."""
        return self._engine.asked(query)

    def begun(self, words: str) -> Sequence[tuple[Kind, str]]:
        """Kinds and ids of items whose name, alias or title begins as `words` do, in the order of the alphabet."""
        return self._engine.begun(words)
