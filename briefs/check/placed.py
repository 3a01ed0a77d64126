"""Rule: a citation names the paragraph that says it, not one that says less of it.

A sentence and a paragraph have in common the stems of their words and their figures, each weighing the more, the fewer
paragraphs of the document hold it. Whatever a sentence's other citations do not account for, the cited paragraph has to
hold about as much of as any other.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from briefs.check.evidence import Evidence, figures
from briefs.check.language.vocabulary import stems
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import Part, Statement
from briefs.models import Document, ParagraphId

MARGIN = 0.45
"""So much more another paragraph may hold, as a part of what a word weighs that stands in one paragraph only."""
_NOT_CHECKED = frozenset({Part.TITLE, Part.NOTE, Part.UNKNOWN})


@dataclass(slots=True)
class _Weights:
    """What each mark of a document weighs, and which paragraphs hold it."""

    weight: Mapping[Hashable, float]
    margin: float
    holders: Mapping[Hashable, list[ParagraphId]] = field(repr=False)

    @classmethod
    def of(cls, evidence: Evidence, document: Document) -> "_Weights":
        holders: dict[Hashable, list[ParagraphId]] = defaultdict(list)
        for paragraph in document.paragraphs:
            for mark in evidence.holding(paragraph.id).marks:
                holders[mark].append(paragraph.id)
        total = len(document.paragraphs) + 1
        weight = {mark: math.log(total / len(found)) for mark, found in holders.items()}
        return cls(weight, MARGIN * math.log(total), holders)

    def gains(self, marks: frozenset[Hashable]) -> Counter[ParagraphId]:
        """How much of `marks` each paragraph holds."""
        gained: Counter[ParagraphId] = Counter()
        for mark in marks:
            weight = self.weight.get(mark, 0.0)
            for holder in self.holders.get(mark, ()):
                gained[holder] += weight  # type: ignore[assignment]  # counters add up fractions as well
        return gained


def _find(evidence: Evidence) -> Iterator[Finding]:
    weights: dict[str, _Weights] = {}
    for statement in evidence.statements:
        if statement.part in _NOT_CHECKED:
            continue
        for cite in statement.cites:
            document = evidence.content.documents.get(cite.document)
            if document is None:
                continue
            if cite.document not in weights:
                weights[cite.document] = _Weights.of(evidence, document)
            yield from _misplaced(evidence, statement, cite, weights[cite.document])


def _misplaced(evidence: Evidence, statement: Statement, cite: ParagraphId, weights: _Weights) -> Iterator[Finding]:
    others = [other for other in statement.cites if other != cite]
    left = _marks(statement.text) - evidence.holdings(others).marks
    gains = weights.gains(left)
    rivals = [(gained, paragraph) for paragraph, gained in gains.items() if paragraph not in statement.cites]
    best, rival = max(rivals, default=(0.0, cite))
    if best > gains[cite] + weights.margin:
        what = "more of this sentence" if not others else "more of what the other citations do not hold"
        message = f"[{rival}] holds {what} than [{cite}]: cite the paragraphs that it rests on, and no other"
        yield Finding(statement.file, statement.line, message, statement.waivers)


def _marks(text: str) -> frozenset[Hashable]:
    return frozenset({*stems(text), *(number.key for number in figures(text))})


RULE = EditorialRule(
    "placed", "A citation names the paragraph that says it; no other holds more of the sentence.", _find
)
