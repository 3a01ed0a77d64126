"""What can be found: each item of a library as a unit with the fields that searching weighs differently."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefs.models import Entity, Event, Kind, Organisation, ParagraphId, Person, Topic
from briefs.models.citations import parse_block
from briefs.search.folding import fold
from briefs.search.names.tokens import COMPOUNDING, name_words

if TYPE_CHECKING:
    from briefs.library import Library
    from briefs.models.items import Item


NAME = "name"
QUESTION = "question"
CITATION = "citation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of text and the paragraphs that it rests on."""

    text: str
    cites: tuple[ParagraphId, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One item.

    `heads` are short texts that say what it is (titles, roles), `names` are names that it goes by or concerns,
    `evidence` is its text by what it rests on.
    """

    kind: Kind
    id: str
    title: str
    heads: tuple[str, ...]
    names: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    asked: tuple[Evidence, ...] = ()
    """Questions that it answers, and where."""
    sayings: tuple[str, ...] = ()
    """Of a passage: the questions that it answers best, whatever item is asked them."""
    forms: tuple[tuple[str, str], ...] = ()
    """Folded texts that mean exactly this item, and what they are: a name, an alias, a title, a question."""
    known_as: tuple[str, ...] = ()
    """An entity's names, the canonical one first."""

    @property
    def cites(self) -> tuple[ParagraphId, ...]:
        """Every paragraph that the unit rests on, in the order of its text."""
        return tuple(dict.fromkeys(cite for part in self.evidence for cite in part.cites))


def units(library: "Library") -> Iterator[Unit]:
    """Every item of `library`."""
    topics = [_topic(library, topic) for topic in library.topics.values()]
    items = [
        *topics,
        *(_entity(library, entity) for entity in library.entities.values()),
        *(_event(library, event) for event in library.events.values()),
    ]
    yield from items
    for quote in library.quotes.values():
        yield Unit(
            kind=Kind.QUOTE,
            id=quote.id,
            title=quote.text,
            heads=(quote.context,) if quote.context else (),
            names=(library.speaker_name(quote),),
            evidence=(Evidence(quote.text, (quote.paragraph,)),),
        )
    asked, sayings = _asked_of(topics), _sayings_of(items)
    for paragraph in library.paragraphs():
        text = " ".join((paragraph.text, *(quote.text for quote in paragraph.quotes)))
        yield Unit(
            kind=Kind.PASSAGE,
            id=str(paragraph.id),
            title=library.title(Kind.PASSAGE, str(paragraph.id)),
            heads=(),
            names=(),
            evidence=(Evidence(text, (paragraph.id,)),),
            asked=tuple(asked[paragraph.id]),
            sayings=tuple(sayings[paragraph.id]),
            forms=_forms((str(paragraph.id), CITATION)),
        )


def untold(library: "Library") -> Iterator[tuple[Kind, str, str]]:
    """The questions that readers ask beside an item, of a kind and id, and that the documents leave open."""
    for topic in library.topics.values():
        yield from ((Kind.TOPIC, topic.id, question) for question in topic.untold)
    for entity in library.entities.values():
        yield from ((library.kind_of(entity.id), entity.id, question) for question in entity.untold)


def _asked_of(topics: Iterable[Unit]) -> Mapping[ParagraphId, list[Evidence]]:
    """The questions of briefs that each paragraph answers by itself."""
    asked: dict[ParagraphId, list[Evidence]] = defaultdict(list)
    for topic in topics:
        for question in topic.asked:
            if len(question.cites) == 1:
                asked[question.cites[0]].append(question)
    return asked


def _sayings_of(items: Iterable[Unit]) -> Mapping[ParagraphId, list[str]]:
    """The questions of all items that each paragraph answers best."""
    sayings: dict[ParagraphId, list[str]] = defaultdict(list)
    for question in dict.fromkeys(question for item in items for question in item.asked):
        if question.cites:
            sayings[question.cites[0]].append(question.text)
    return sayings


def _topic(library: "Library", topic: Topic) -> Unit:
    asked = _asked((*topic.questions, *topic.asked))
    return Unit(
        kind=Kind.TOPIC,
        id=topic.id,
        title=topic.title,
        heads=(topic.title, *topic.aliases),
        names=_names(library, topic.entities),
        evidence=tuple(_evidence(topic)),
        asked=asked,
        forms=_forms(
            *((form, "title") for form in (topic.title, *topic.aliases)),
            *((question.text, QUESTION) for question in asked),
        ),
    )


def _entity(library: "Library", entity: Entity) -> Unit:
    asked = _asked(entity.asked)
    heads: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    evidence = list(_evidence(entity))
    if isinstance(entity, Person | Organisation):
        heads = (entity.role.text,)
        related = entity.affiliations
        evidence.insert(0, Evidence(entity.role.text, entity.role.cites))
    if isinstance(entity, Person):
        for relation in entity.relations:
            if other := library.entities.get(relation.to):
                said = f"{relation.kind} {other.name}"
                heads = (*heads, said)
                evidence.append(Evidence(said, relation.cite))
    return Unit(
        kind=library.kind_of(entity.id),
        id=entity.id,
        title=entity.name,
        heads=(*entity.names, *heads),
        names=_names(library, related),
        evidence=tuple(evidence),
        asked=asked,
        known_as=entity.names,
        forms=_forms(
            *((question.text, QUESTION) for question in asked),
            (entity.name, NAME),
            *((form, "alias") for form in entity.aliases),
            *((form, "shared name") for form in entity.shared),
            *((word, "part of a name") for word in _ends(entity)),
        ),
    )


def _event(library: "Library", event: Event) -> Unit:
    asked = _asked(event.asked)
    said = " ".join((event.title, event.says, event.text.text, event.note.text if event.note else ""))
    return Unit(
        kind=Kind.EVENT,
        id=event.id,
        title=event.title,
        heads=(event.title, event.says),
        names=_names(library, event.entities),
        evidence=(Evidence(said, event.cites),),
        asked=asked,
        forms=_forms(*((question.text, QUESTION) for question in asked)),
    )


def _asked(written: Iterable[str]) -> tuple[Evidence, ...]:
    return tuple(Evidence(block.text, block.cites) for block in map(parse_block, written))


def _ends(entity: Entity) -> Iterator[str]:
    """A person's given name and surname: whoever is called by one alone is in doubt as soon as two people bear it."""
    words = name_words(entity.name) if isinstance(entity, Person) else []
    if len(words) > 1:
        yield words[-1]
        if words[0] not in COMPOUNDING:
            yield words[0]


def _forms(*forms: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    folded = ((fold(form), why) for form, why in reversed(forms))
    return tuple({form: why for form, why in folded if form}.items())


def _names(library: "Library", identifiers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(library.entities[identifier].name for identifier in identifiers if identifier in library.entities)


def _evidence(item: "Item") -> Iterator[Evidence]:
    for block in item.blocks():
        for sentence in block.sentences:
            if sentence.text:
                yield Evidence(sentence.text, sentence.cites)
