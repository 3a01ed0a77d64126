"""Rule: the names, numbers and dates of a sentence stand in the paragraphs that it cites."""

from collections.abc import Callable, Iterable, Iterator

from briefs.check.evidence import Evidence, Figure, Holding, figures
from briefs.check.language.dates import PartialDate, dates
from briefs.check.language.vocabulary import stems
from briefs.check.reckoning import is_reckoned_date, is_reckoned_figure
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import Part, Statement
from briefs.models import ParagraphId

Test = Callable[[Holding], bool]


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
    named = evidence.names.names(statement.text)
    evidence.weighed["names"] += len(named)
    for word in named:
        yield word.written, _holds_name(word.folded, meanings.get(word.start, frozenset()))
    is_note = statement.part is Part.NOTE
    counted, dated = figures(statement.text), dates(statement.text)
    evidence.weighed["numbers"] += len(counted) + len(dated)
    for number in counted:
        yield number.written, _holds_figure(number.key, len(statement.cites) if is_note else 0)
    documents = (evidence.content.documents.get(cite.document) for cite in statement.cites)
    known = [PartialDate.of(document.as_of) for document in documents if document is not None]
    for date in dated:
        yield date.written, _holds_date(date, known, is_note=is_note)


def _holds_name(folded: str, meant: frozenset[str]) -> Test:
    forms = {folded, f"{folded}s", folded.removesuffix("s")}
    return lambda holding: bool(forms & holding.words or meant & holding.entities)


def _holds_figure(figure: Figure, reckoned_from: int) -> Test:
    """`reckoned_from` is how many paragraphs a note weighs; 0 for a sentence that may not reckon."""
    return lambda holding: (
        figure in holding.figures or (reckoned_from > 0 and is_reckoned_figure(figure, holding, reckoned_from))
    )


def _holds_date(date: PartialDate, known: Iterable[PartialDate], *, is_note: bool) -> Test:
    return lambda holding: (
        any(date.within(one) for one in (*holding.dates, *known))
        or (is_note and is_reckoned_date(date, holding, _years(known)))
    )


def _years(known: Iterable[PartialDate]) -> set[int]:
    """The years in which a date without a year may lie: that to which a document knows, and the one before."""
    return {date.year - back for date in known if date.year is not None for back in (0, 1)}


def _unsupported(evidence: Evidence, statement: Statement, written: str, holds: Test) -> Finding:
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
        if not (matter & holding.stems or named & holding.entities):
            message = f"nothing of this sentence stands in [{cite}]: cite the paragraph that it rests on"
            yield Finding(statement.file, statement.line, message, statement.waivers)


def _listed(cites: tuple[ParagraphId, ...] | list[ParagraphId]) -> str:
    shown = ", ".join(f"[{cite}]" for cite in cites[:3])
    return shown if len(cites) <= 3 else f"{shown} …"


RULE = EditorialRule(
    "supported",
    "Each name, number and date of a sentence stands in a paragraph that the sentence cites.",
    _find,
    by_statement=True,
)
