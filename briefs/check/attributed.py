"""Rule: what only an unnamed source says is told as what that source says."""

import re
from collections.abc import Iterator

from briefs.check.evidence import Evidence
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import Part, Statement
from briefs.models import Paragraph, SourcingKind

# Where the core of a description ends: "an Iraqi officer | of medium rank", "a source | who attended".
_CORE_END = re.compile(
    r",|\(|\b(?:of|in|on|at|by|to|from|with|within|who|whom|that|which|as|working|speaking|close|quoted|quoting|citing|affiliated|known"
    r"|described|called)\b"
)
_FORMER = frozenset({"former", "late", "once"})
# What a sentence may say of where its paragraphs come from.
_SOURCING = (
    (re.compile(r"\b(?:report|text|document)(?:'s own|\s+itself)\b|\bown voice\b"), SourcingKind.NARRATOR),
    (re.compile(r"\bno source\b|\bwithout (?:a |any )?(?:named )?source"), SourcingKind.NARRATOR),
    (re.compile(r"\bnot named\b|\bunnamed\b|\bwithout (?:a )?names?\b"), SourcingKind.ANONYMOUS),
    (re.compile(r"\bunder (?:his|her|their) own names?\b"), SourcingKind.NAMED),
)

_CHECKED = frozenset({Part.LEAD, Part.BODY, Part.EVENT, Part.ROLE})


def _find(evidence: Evidence) -> Iterator[Finding]:
    for statement in evidence.statements:
        paragraphs = [evidence.paragraph(cite) for cite in statement.cites]
        known = [paragraph for paragraph in paragraphs if paragraph is not None]
        if statement.part not in _CHECKED or not known:
            continue
        yield from _wrongly_told(statement, known)
        if not all(_is_anonymous(paragraph) for paragraph in known):
            continue
        for paragraph in known:
            names = [evidence.name_of(source) for source in _sources(paragraph)]
            if names and not any(is_named(name, statement.text) for name in names):
                described = " or ".join(repr(name) for name in names)
                message = f"[{paragraph.id}] is known only from {described}: the sentence has to say so"
                yield Finding(statement.file, statement.line, message, statement.waivers)


def _wrongly_told(statement: Statement, paragraphs: list[Paragraph]) -> Iterator[Finding]:
    """Where the sentence says that the report, or somebody unnamed or named, tells a paragraph, and it is not so."""
    for pattern, kind in _SOURCING:
        if found := pattern.search(statement.text):
            for paragraph in paragraphs:
                if kind not in {sourcing.kind for sourcing in paragraph.sourcing}:
                    message = f"{found[0]!r}: [{paragraph.id}] does not rest on a source that is {kind!s}"
                    yield Finding(statement.file, statement.line, message, statement.waivers)


def _is_anonymous(paragraph: Paragraph) -> bool:
    return {sourcing.kind for sourcing in paragraph.sourcing} == {SourcingKind.ANONYMOUS}


def _sources(paragraph: Paragraph) -> list[str]:
    return [source for sourcing in paragraph.sourcing for source in sourcing.sources]


def is_named(name: str, text: str) -> bool:
    """Whether `text` calls a source what its description `name` calls it, at least in its core.

    The noun has to be there in its number ("official" is not "officials"), and "former" where, and only where, the
    description has it.
    """
    core = _CORE_END.split(name, maxsplit=1)[0].split()
    if not core:
        return False
    head = re.compile(rf"\b{re.escape(core[-1])}\b", re.IGNORECASE)
    is_former = _is_former(" ".join(core[:-1]))
    return any(_is_former(text[: match.start()]) == is_former for match in head.finditer(text))


def _is_former(before: str) -> bool:
    """Whether the words just before a noun say that somebody no longer is what it says."""
    return before.endswith("ex-") or bool(_FORMER & {word.lower() for word in before.split()[-3:]})


RULE = EditorialRule(
    "attributed",
    "A sentence that rests only on an unnamed source names that source as the document does.",
    _find,
    by_statement=True,
)
