"""Rule: a citation names the paragraph that says it, not one that says less of it.

A sentence and a paragraph have in common the stems of their words and their figures, each weighing the more, the fewer
paragraphs of the document hold it. Whatever a sentence's other citations do not account for, the cited paragraph has to
hold about as much of as any other.
"""

from collections.abc import Hashable, Iterator

from briefs.check.evidence import Evidence, figures
from briefs.check.language.vocabulary import stems
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import Part, Statement
from briefs.models import ParagraphId

MARGIN = 0.45
"""So much more another paragraph may hold, as a part of what a word weighs that stands in one paragraph only."""
_NOT_CHECKED = frozenset({Part.TITLE, Part.NOTE, Part.UNKNOWN})


def _find(evidence: Evidence) -> Iterator[Finding]:
    for statement in evidence.statements:
        if statement.part not in _NOT_CHECKED:
            for cite in statement.cites:
                if cite.document in evidence.content.documents:
                    yield from _misplaced(evidence, statement, cite)


def _misplaced(evidence: Evidence, statement: Statement, cite: ParagraphId) -> Iterator[Finding]:
    weights = evidence.weights(cite.document)
    others = [other for other in statement.cites if other != cite]
    gains = weights.gains(_marks(statement.text) - evidence.holdings(others).marks)
    rivals = [(gained, paragraph) for paragraph, gained in gains.items() if paragraph not in statement.cites]
    best, rival = max(rivals, default=(0.0, cite))
    if best > gains.get(cite, 0.0) + MARGIN * weights.unique:
        what = "more of this sentence" if not others else "more of what the other citations do not hold"
        message = f"[{rival}] holds {what} than [{cite}]: cite the paragraphs that it rests on, and no other"
        yield Finding(statement.file, statement.line, message, statement.waivers)


def _marks(text: str) -> frozenset[Hashable]:
    return frozenset({*stems(text), *(number.key for number in figures(text))})


RULE = EditorialRule(
    "placed",
    "A citation names the paragraph that says it; no other holds more of the sentence.",
    _find,
    by_statement=True,
)
