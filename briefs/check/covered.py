"""Rule: nothing in the documents is out of reach, and nothing prepared leads nowhere."""

from collections.abc import Iterator

from briefs.check.evidence import Evidence
from briefs.check.language.names import NameIndex, Word, words
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import granted
from briefs.check.walk import entities
from briefs.content import TIMELINE, Content
from briefs.models import Document, ParagraphId

# Titles and forms of address, which make part of a name but need no entry of their own.
_TITLES = frozenset(
    [
        "prime",
        "minister",
        "minister",
        "ministry",
        "ministries",
        "president",
        "vice",
        "secretary",
        "general",
        "defense",
        "defence",
        "foreign",
        "state",
        "speaker",
        "chief",
        "staff",
        "deputy",
        "leader",
        "commander",
        "head",
        "pm",
        "mp",
        "mps",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "king",
        "queen",
        "prince",
        "sheikh",
        "sayyid",
        "imam",
        "ayatollah",
        "ambassador",
        "officer",
    ]
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    yield from _paragraphs(evidence)
    yield from _names(evidence)
    yield from _entities(evidence.content)
    for event in evidence.content.events:
        if not event.topics:
            line = event.line_of("id")
            message = f"the event {event.id!r} leads to no topic: name one under topics"
            yield Finding(TIMELINE, line, message, granted(event, line))


def topical(content: Content) -> frozenset[ParagraphId]:
    """The paragraphs that a topic cites."""
    return frozenset(cite for topic in content.topics.values() for cite in topic.cites)


def _paragraphs(evidence: Evidence) -> Iterator[Finding]:
    cited = topical(evidence.content)
    for paragraph in evidence.paragraphs():
        if paragraph.id not in cited:
            file = evidence.content.documents[paragraph.id.document].file
            quotes = f", and its {len(paragraph.quotes)} quotations are out of reach" if paragraph.quotes else ""
            message = f"no topic cites [{paragraph.id}]{quotes}: cite it where it belongs"
            yield Finding(file, paragraph.line, message, paragraph.waivers)


def _names(evidence: Evidence) -> Iterator[Finding]:
    for document in evidence.content.documents.values():
        seen: set[str] = set()
        terms = _terms(document)
        for paragraph in document.paragraphs:
            texts = (paragraph.text, *(quote.text for quote in paragraph.quotes))
            for word in (word for text in texts for word in unlisted(evidence.names, text, terms)):
                if word.folded not in seen:
                    seen.add(word.folded)
                    message = (
                        f"{word.written!r} in [{paragraph.id}] is in no person, organisation or place: add it there, "
                        "or under terms in the document"
                    )
                    yield Finding(document.file, paragraph.line, message, paragraph.waivers)


def _terms(document: Document) -> frozenset[str]:
    return frozenset(word.folded for term in document.terms for word in words(term)) | _TITLES


def unlisted(index: NameIndex, text: str, terms: frozenset[str]) -> list[Word]:
    """The names of `text` that neither the index nor `terms` know."""
    meanings = index.meanings(text)
    return [
        word
        for word in index.names(text)
        if word.start not in meanings and word.folded not in terms and word.folded.removesuffix("s") not in terms
    ]


def _entities(content: Content) -> Iterator[Finding]:
    named = {identifier for topic in content.topics.values() for identifier in topic.entities}
    named |= {identifier for event in content.events for identifier in event.entities}
    cited = topical(content)
    for entity in entities(content):
        line = entity.line_of("name")
        if not entity.cites:
            message = f"the profile of {entity.name!r} cites nothing: say where the documents speak of it"
            yield Finding(entity.file, line, message, granted(entity, line))
        elif entity.id not in named and not cited & set(entity.cites):
            message = f"{entity.name!r} leads to no topic and no event: name it in one"
            yield Finding(entity.file, line, message, granted(entity, line))


RULE = EditorialRule(
    "covered",
    "Each paragraph is cited by a topic, each name is in the index, each entity and event leads to something.",
    _find,
)
