"""Rule: the names, numbers and dates of a sentence stand in the paragraphs that it cites."""

import re
from collections.abc import Callable, Iterable, Iterator

from briefs.check.evidence import Evidence, Figure, Holding, figures
from briefs.check.language.dates import PartialDate, dates
from briefs.check.language.vocabulary import stems
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import Part, Statement
from briefs.models import ParagraphId, SourcingKind

Test = Callable[[Holding], bool]
# Words by which a note tells that a date or number is worked out, and not read.
_RECKONED = re.compile(
    r"\b(?:reckon\w*|count\w*|probably|perhaps|about|around|means?|meant|taken?|stands? for|before|after|later|earlier"
    r"|other|another|follows)\b",
    re.IGNORECASE,
)
# What a sentence may say of its paragraphs' sourcing rather than of their matter.
_SOURCING = (
    (re.compile(r"\b(?:report|text|document)(?:'s own|\s+itself)\b|\bown voice\b"), SourcingKind.NARRATOR),
    (re.compile(r"\bno source\b|\bwithout (?:a |any )?(?:named )?source"), SourcingKind.NARRATOR),
    (re.compile(r"\b(?:not named|unnamed|without (?:a )?names?|no names?|does not name)\b"), SourcingKind.ANONYMOUS),
    (re.compile(r"\b(?:own names?|(?:is|are) (?:named|quoted))\b"), SourcingKind.NAMED),
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for statement in evidence.statements:
        if statement.cites and statement.text:
            cited = evidence.holdings(statement.cites)
            for written, holds in _claims(evidence, statement):
                if not holds(cited):
                    yield _unsupported(evidence, statement, written, holds)
            # A title rests on the whole item; a note weighs paragraphs against one another.
            if statement.part not in {Part.TITLE, Part.NOTE}:
                yield from _idle_citations(evidence, statement)


def _claims(evidence: Evidence, statement: Statement) -> Iterator[tuple[str, Test]]:
    """What the statement claims, as written, each with a test of whether a holding bears it out."""
    meanings = evidence.names.meanings(statement.text)
    for word in evidence.names.names(statement.text):
        yield word.written, _holds_name(word.folded, meanings.get(word.start, frozenset()))
    if statement.part is Part.NOTE and _RECKONED.search(statement.text):
        return
    for number in figures(statement.text):
        yield number.written, _holds_figure(number.key)
    documents = (evidence.content.documents.get(cite.document) for cite in statement.cites)
    known = [PartialDate.of(document.as_of) for document in documents if document is not None]
    for date in dates(statement.text):
        yield date.written, _holds_date(date, known)


def _holds_name(folded: str, meant: frozenset[str]) -> Test:
    forms = {folded, f"{folded}s", folded.removesuffix("s")}
    return lambda holding: bool(forms & holding.words or meant & holding.entities)


def _holds_figure(figure: Figure) -> Test:
    return lambda holding: figure in holding.figures


def _holds_date(date: PartialDate, known: Iterable[PartialDate]) -> Test:
    return lambda holding: any(date.within(one) for one in (*holding.dates, *known))


def _unsupported(evidence: Evidence, statement: Statement, written: str, holds: Test) -> Finding:
    documents = dict.fromkeys(cite.document for cite in statement.cites)
    elsewhere = evidence.where(documents, holds)
    right = f"cite {_listed(elsewhere)} as well, or drop it" if elsewhere else "drop it"
    message = f"{written!r} does not stand in {_listed(statement.cites)}: {right}"
    return Finding(statement.file, statement.line, message, statement.waivers)


def _idle_citations(evidence: Evidence, statement: Statement) -> Iterator[Finding]:
    """Citations of paragraphs that share neither word, name nor kind of source with the sentence."""
    matter = stems(statement.text)
    named = evidence.names.entities(statement.text)
    for cite in statement.cites:
        holding = evidence.holding(cite)
        if not (matter & holding.stems or named & holding.entities or told_of_sources(evidence, statement.text, cite)):
            message = f"nothing of this sentence stands in [{cite}]: cite the paragraph that it rests on"
            yield Finding(statement.file, statement.line, message, statement.waivers)


def told_of_sources(evidence: Evidence, text: str, cite: ParagraphId) -> bool:
    """Whether `text` tells, and rightly, of the sourcing of the paragraph `cite` rather than of its matter."""
    paragraph = evidence.paragraph(cite)
    if paragraph is None:
        return False
    kinds = {sourcing.kind for sourcing in paragraph.sourcing}
    return any(kind in kinds and pattern.search(text) for pattern, kind in _SOURCING)


def _listed(cites: tuple[ParagraphId, ...] | list[ParagraphId]) -> str:
    shown = ", ".join(f"[{cite}]" for cite in cites[:3])
    return shown if len(cites) <= 3 else f"{shown} …"


RULE = EditorialRule(
    "supported", "Each name, number and date of a sentence stands in a paragraph that the sentence cites.", _find
)
