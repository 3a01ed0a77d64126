"""Rule: what a paragraph only supposes is not told as a fact."""

from collections.abc import Iterator

from briefs.check.evidence import Evidence
from briefs.check.language.hedges import hedges, is_hedged
from briefs.check.language.sentences import clauses, sentences
from briefs.check.language.vocabulary import stems, stems_of
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import Part, Statement
from briefs.models import ParagraphId

_CHECKED = frozenset({Part.LEAD, Part.BODY, Part.EVENT, Part.ROLE})


def _find(evidence: Evidence) -> Iterator[Finding]:
    for statement in evidence.statements:
        if statement.part in _CHECKED and len(statement.cites) == 1 and not is_hedged(statement.text):
            yield from _raised(evidence, statement, statement.cites[0])


def _raised(evidence: Evidence, statement: Statement, cite: ParagraphId) -> Iterator[Finding]:
    paragraph = evidence.paragraph(cite)
    if paragraph is None or not hedges(paragraph.text):
        return
    # A name alone does not tell what is supposed of its bearer.
    matter = stems(statement.text) - stems_of(word.folded for word in evidence.names.names(statement.text))
    parts = list(supposed(paragraph.text))
    sure = [*(clause for clause, is_supposed in parts if not is_supposed), *(quote.text for quote in paragraph.quotes)]
    certain = frozenset(stem for clause in sure for stem in stems(clause))
    told = [(len(matter & stems(clause) - certain), clause) for clause, is_supposed in parts if is_supposed]
    most, clause = max(told, default=(0, ""))
    if most:
        words = ", ".join(dict.fromkeys(word.lower() for word in hedges(paragraph.text)))
        message = f"[{cite}] keeps its distance ({words}) from {clause.strip()!r}: keep it, too"
        yield Finding(statement.file, statement.line, message, statement.waivers)


def supposed(text: str) -> Iterator[tuple[str, bool]]:
    """The clauses of `text`, and whether a hedge holds for each.

    A hedge holds for its own clause; one that stands alone between commas holds for its whole sentence.
    """
    for sentence in sentences(text):
        parts = list(clauses(sentence))
        throughout = any(hedges(part) and not (stems(part) - stems(" ".join(hedges(part)))) for part in parts)
        for part in parts:
            yield part, throughout or bool(hedges(part))


RULE = EditorialRule(
    "hedged", "What a paragraph calls likely, said or apparent is not told as a fact.", _find, by_statement=True
)
