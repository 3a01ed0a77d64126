"""Rule: a digest keeps each number, date, name, quotation and doubt of its paragraph, and adds none."""

from collections.abc import Iterator
from fractions import Fraction

from briefs.check.evidence import Evidence, Holding, figures
from briefs.check.language.dates import PartialDate, dates
from briefs.check.language.hedges import hedges, is_hedged
from briefs.check.language.numbers import Sort
from briefs.check.language.quotations import folded, quotations, stands_in
from briefs.check.originals.original import Original
from briefs.check.rule import EditorialRule, Finding
from briefs.models import Document, Paragraph

_RECALLED = 3
"""A digest may name whom a pronoun means, where the name stands in one of so many paragraphs before."""


def _find(evidence: Evidence) -> Iterator[Finding]:
    for identifier, original in evidence.originals.items():
        document = evidence.content.documents[identifier]
        yield from _frame(evidence, document, original)
        for paragraph in document.paragraphs:
            text = original.paragraphs.get(paragraph.id.number)
            if text is not None:
                before = "\n".join(
                    original.paragraphs.get(paragraph.id.number - distance, "") for distance in range(1, _RECALLED + 1)
                )
                for message in differences(evidence, document, text, before, paragraph):
                    yield Finding(document.file, paragraph.line, f"[{paragraph.id}] {message}", paragraph.waivers)


def _text(paragraph: Paragraph) -> str:
    return "\n".join([paragraph.text, *(f'"{quote.text}"' for quote in paragraph.quotes)])


def _frame(evidence: Evidence, document: Document, original: Original) -> Iterator[Finding]:
    """Title, subtitle, captions, and the number of paragraphs."""
    for field, written, right in (
        ("title", document.title, original.title),
        ("subtitle", document.subtitle or "", original.subtitle),
    ):
        if folded(written) != folded(right):
            yield Finding(document.file, document.line_of(field), f"the {field} is {right!r}")
    missing = [number for number in original.paragraphs if number not in document.by_number]
    added = [number for number in document.by_number if number not in original.paragraphs]
    for number in missing:
        yield Finding(document.file, 0, f"paragraph [{number}] is missing: retell it")
    for number in added:
        line = document.by_number[number].line
        yield Finding(document.file, line, f"there is no paragraph [{number}] to retell: drop it")
    for index, (caption, text) in enumerate(zip(document.captions, original.captions, strict=False)):
        for message in _lost(evidence, document, text, f"{caption.text} {caption.date or ''}"):
            yield Finding(document.file, document.line_of("captions", index), f"the caption {message}")
    if len(document.captions) != len(original.captions):
        line = document.line_of("captions")
        yield Finding(document.file, line, f"{len(original.captions)} captions are to be retold")


def differences(
    evidence: Evidence, document: Document, original: str, before: str, paragraph: Paragraph
) -> Iterator[str]:
    """What `paragraph` of `document` loses of the text `original`, and what it adds; `before` is what it follows."""
    digest = _text(paragraph)
    yield from _lost(evidence, document, original, digest)
    yield from _added(evidence, document, original, before, digest)
    doubts = hedges(original)
    if doubts and not is_hedged(digest):
        yield f"drops the doubt in {doubts[0]!r}: keep it"


def _lost(evidence: Evidence, document: Document, original: str, digest: str) -> Iterator[str]:
    """What the original has and the digest has not."""
    kept = evidence.held_by(digest, document)
    meanings = evidence.names.meanings(original)
    for word in evidence.names.names(original):
        if not _names(word.folded, meanings.get(word.start, frozenset()), kept):
            yield f"drops the name {word.written!r}: keep it"
    for number in figures(original):
        if not _counts(number.key, kept):
            yield f"drops the number {number.written!r}: keep it"
    for date in dates(original):
        if not any(date.within(one) for one in kept.dates):
            yield f"drops the date {date.written!r}: keep it"
    for quotation in quotations(original):
        if not stands_in(quotation.text, digest):
            yield f'drops the quotation "{quotation.text}": keep it, in quotation marks'


def _added(evidence: Evidence, document: Document, original: str, before: str, digest: str) -> Iterator[str]:
    """What the digest has and the original has not.

    The year of a date may be inferred, and a pronoun resolved to a name that stands shortly `before`.
    """
    given = evidence.held_by(original, document)
    recalled = given | evidence.held_by(before, document)
    meanings = evidence.names.meanings(digest)
    known = _known(document)
    for word in evidence.names.names(digest):
        if not _names(word.folded, meanings.get(word.start, frozenset()), recalled):
            yield f"adds the name {word.written!r}, which the paragraph has not: drop it"
    for number in figures(digest):
        if not _counts(number.key, given):
            yield f"adds the number {number.written!r}, which the paragraph has not: drop it"
    for date in dates(digest):
        without_year = PartialDate(None, date.month, date.day)
        inferred = date.month is not None and any(without_year.within(one) and one.year is None for one in given.dates)
        if not any(date.within(one) for one in given.dates) and not (inferred and date.year in known):
            yield f"adds the date {date.written!r}, which the paragraph has not: drop it"


def _known(document: Document) -> set[int | None]:
    """The years in which what the document tells may lie."""
    years = {count.day_one.year for count in document.day_counts}
    years |= {caption.date.year for caption in document.captions if caption.date is not None}
    return {*years, document.as_of.year}


def _names(folded_name: str, meant: frozenset[str], held: Holding) -> bool:
    forms = {folded_name, f"{folded_name}s", folded_name.removesuffix("s")}
    return bool(forms & held.words or meant & held.entities)


def _counts(key: tuple[Sort, Fraction], held: Holding) -> bool:
    return key in held.figures


RULE = EditorialRule(
    "complete",
    "A digest keeps each number, date, name, quotation and doubt of its paragraph, and adds none.",
    _find,
    against_original=True,
)
