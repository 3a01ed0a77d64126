"""Rule: the names, numbers and dates of a sentence stand in the paragraphs that it cites."""

from collections.abc import Callable, Iterator

from briefs.check.evidence import Evidence, Holding, figures
from briefs.check.language.dates import PartialDate, dates
from briefs.check.language.vocabulary import stems
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import Part, Statement
from briefs.models import ParagraphId


def _find(evidence: Evidence) -> Iterator[Finding]:
    for statement in evidence.statements:
        if statement.cites and statement.text:
            cited = evidence.holdings(statement.cites)
            for written, holds in _claims(evidence, statement):
                if not holds(cited):
                    yield _unsupported(evidence, statement, written, holds)
            if statement.part is not Part.TITLE:
                yield from _idle_citations(evidence, statement)


def _claims(evidence: Evidence, statement: Statement) -> Iterator[tuple[str, Callable[[Holding], bool]]]:
    """What the statement claims, as written, each with a test of whether a holding bears it out."""
    meanings = evidence.names.meanings(statement.text)
    for word in evidence.names.names(statement.text):
        yield word.written, _holds_name(word.folded, meanings.get(word.start, frozenset()))
    for number in figures(statement.text):
        yield number.written, lambda holding, key=number.key: key in holding.figures
    known = [
        PartialDate.of(evidence.content.documents[cite.document].as_of)
        for cite in statement.cites
        if cite.document in evidence.content.documents
    ]
    for date in dates(statement.text):
        yield date.written, lambda holding, date=date: any(date.within(one) for one in (*holding.dates, *known))


def _holds_name(folded: str, meant: frozenset[str]) -> Callable[[Holding], bool]:
    forms = {folded, f"{folded}s", folded.removesuffix("s")}
    return lambda holding: bool(forms & holding.words or meant & holding.entities)


def _unsupported(
    evidence: Evidence, statement: Statement, written: str, holds: Callable[[Holding], bool]
) -> Finding:
    documents = dict.fromkeys(cite.document for cite in statement.cites)
    elsewhere = evidence.where(documents, holds)
    right = f"cite {_listed(elsewhere)} as well, or drop it" if elsewhere else "drop it"
    message = f"{written!r} does not stand in {_listed(statement.cites)}: {right}"
    return Finding(statement.file, statement.line, message, statement.waivers)


def _idle_citations(evidence: Evidence, statement: Statement) -> Iterator[Finding]:
    """Citations of paragraphs that share neither word, name nor figure with the sentence."""
    matter = stems(statement.text)
    named = evidence.names.entities(statement.text)
    for cite in statement.cites:
        holding = evidence.holding(cite)
        if holding.words and not (matter & holding.stems or named & holding.entities):
            message = f"nothing of this sentence stands in [{cite}]: cite the paragraph that it rests on"
            yield Finding(statement.file, statement.line, message, statement.waivers)


def _listed(cites: tuple[ParagraphId, ...] | list[ParagraphId]) -> str:
    shown = ", ".join(f"[{cite}]" for cite in cites[:3])
    return shown if len(cites) <= 3 else f"{shown} …"


RULE = EditorialRule(
    "supported", "Each name, number and date of a sentence stands in a paragraph that the sentence cites.", _find
)
