"""Rule: of a private person no more is told than the report needs."""

import re
from collections.abc import Iterator

from briefs.check.evidence import Evidence
from briefs.check.language.names import words
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import Statement, granted
from briefs.models import Person

MAX_WORDS = 160
"""A longer profile of a private person says more than who it is and what the report tells of them."""

_EXACT_KINDS = frozenset({"base", "oil field", "airport", "port", "road", "embassy", "other"})
_STAYS = re.compile(
    r"\b(?:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|resid\w+|settle[ds]?|hous(?:e|ed)|home|shelter\w*|moved?|lodg\w+|apartment|flat)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"https?://|www\.|[\w.+-]+@[\w-]+\.\w+|(?<!\w)@\w{4,}|\+?\d[\d\s().-]{7,}\d"
    r"|\b-?\d{1,3}\.\d{3,},\s*-?\d{1,3}\.\d{3,}"
)
_ADDRESS = re.compile(
    r"\b\d{1,5}\w?,?\s+(?:[A-Z][\w'-]+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Boulevard|Square)\b"
    r"|\b(?:street|building|floor|apartment|flat|room)\s+(?:no\.?\s*)?\d+",
    re.IGNORECASE,
)
_KIN = frozenset(
    [
        "mother",
        "father",
        "parent",
        "son",
        "daughter",
        "child",
        "brother",
        "sister",
        "sibling",
        "wife",
        "husband",
        "grandmother",
        "grandfather",
    ]
)
_YOUNG = re.compile(r"\b(?:boy|girl|child|baby|toddler|pupil|schoolchild)\b", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for person in evidence.content.people.values():
        yield from _unmarked(evidence, person)
        if person.private:
            yield from _profile(evidence, person)
    private = {person.id for person in evidence.content.people.values() if person.private}
    if private:
        for statement in evidence.statements:
            yield from _exact(evidence, statement, private)


def _unmarked(evidence: Evidence, person: Person) -> Iterator[Finding]:
    """Children, and the kin of private persons, who are not marked as private."""
    if person.private:
        return
    line = person.line_of("role")
    if _YOUNG.search(person.role.text):
        yield Finding(person.file, line, "a child is a private person: add 'private: true'", granted(person, line))
    for index, relation in enumerate(person.relations):
        other = evidence.content.people.get(relation.to)
        if other is not None and other.private and _KIN & {word.folded for word in words(relation.kind)}:
            line = person.line_of("relations", index)
            message = f"{other.name} is a private person, and so is their family: add 'private: true'"
            yield Finding(person.file, line, message, granted(person, line))


def _profile(evidence: Evidence, person: Person) -> Iterator[Finding]:
    line = person.line_of("name")
    statements = evidence.statements_of(person.id)
    length = sum(len(words(statement.text)) for statement in statements)
    if length > MAX_WORDS:
        message = f"{length} words on a private person: keep to what the report needs, {MAX_WORDS} at most"
        yield Finding(person.file, line, message, granted(person, line))
    for statement in statements:
        if found := _CONTACT.search(statement.text) or _ADDRESS.search(statement.text):
            message = f"{found[0]!r} tells where a private person can be reached: drop it"
            yield Finding(statement.file, statement.line, message, statement.waivers)
    for index, alias in enumerate(person.aliases):
        if _CONTACT.search(alias) or _ADDRESS.search(alias):
            line = person.line_of("aliases", index)
            message = f"{alias!r} tells where a private person can be reached: drop it"
            yield Finding(person.file, line, message, granted(person, line))


def _exact(evidence: Evidence, statement: Statement, private: set[str]) -> Iterator[Finding]:
    """Sentences that tell where a private person stays, more exactly than by the district."""
    if not _STAYS.search(statement.text):
        return
    meant = evidence.names.entities(statement.text)
    if not (meant & private or statement.item in private):
        return
    for identifier in sorted(meant & evidence.content.places.keys()):
        place = evidence.content.places[identifier]
        if place.kind in _EXACT_KINDS:
            message = f"{place.name!r} is more exact than a district: name no such place where a private person stays"
            yield Finding(statement.file, statement.line, message, statement.waivers)


RULE = EditorialRule(
    "private", "A private person's profile is short and tells no place of stay more exact than a district.", _find
)
