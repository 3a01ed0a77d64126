"""One query, gone through once, whatever kinds of items are then asked for: the decision is taken last."""

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import NamedTuple

from briefs.models import ENTITIES, Kind
from briefs.search.answer import Answer, Outcome
from briefs.search.attributes import left_untold
from briefs.search.decision import CHOICE, MARGIN, TEXTS, decide
from briefs.search.proposals import OWN_FORMS, Candidate, Exact, Proposals, likely
from briefs.search.query import Query
from briefs.search.relevance import PREFERENCE, silence
from briefs.search.terms import Terms
from briefs.search.texts import TextHit
from briefs.search.untold import Likeness

MAX_RESULTS = 10
MAX_FURTHER = 5
NEAREST_TOPICS = 3
NEAR = 0.05
"""The least score of a topic that is offered as near to a question that nothing answers."""
SAME = 0.9
"""The least agreement of two questions that ask the same."""
_LEFT_OPEN = Candidate(0.0, "left open")
"""An item beside which is asked what the documents leave open, found by nothing else."""


class LeftOpen(NamedTuple):
    """That the documents leave open what is asked, and the row of the item beside which it is asked, if any."""

    beside: int | None


class Asked:
    """A query and what may be meant by it."""

    def __init__(self, proposals: Proposals, query: Query) -> None:
        self.query = query
        self._proposals = proposals

    @cached_property
    def terms(self) -> Terms:
        """Its terms."""
        return self._proposals.read(self.query)

    @cached_property
    def hits(self) -> Sequence[TextHit]:
        """What the texts say of it, best first."""
        return self._proposals.hits(self.terms)

    @cached_property
    def likeness(self) -> Likeness:
        """How nearly it is what the documents are known to leave open."""
        return self._proposals.likeness(self.terms)

    @cached_property
    def _exact(self) -> Exact:
        return self._proposals.exact(self.query.folded)

    @cached_property
    def _found(self) -> dict[int, Candidate]:
        return self._proposals.of(self.query, self._exact, self.terms, self.hits)

    def among(self, kinds: Collection[Kind] = frozenset(Kind)) -> Answer:
        """What is known about it among items of `kinds`."""
        if not self.query.folded:
            return Answer(self.query.text, Outcome.NOTHING, ())
        if len(self._exact) == 1 and self._exact[0][1] in OWN_FORMS:
            # Its own name or title, letter by letter, and no other goes by it.
            [(row, why)] = self._exact
            if self._proposals.kind_of(row) in kinds:
                return Answer(self.query.text, Outcome.ANSWER, (self._proposals.alone(self.query.folded, row, why),))
        found = self._found
        kind_of = {row: self._proposals.kind_of(row) for row in found}
        ranked = sorted(
            (row for row in found if kind_of[row] in kinds),
            key=lambda row: (-found[row].score, -PREFERENCE[kind_of[row]], row),
        )
        outcome = _outcome([found[row] for row in ranked], [kind_of[row] for row in ranked])
        left_open = self._left_open(ranked)
        if left_open is not None or outcome is Outcome.NOTHING:
            outcome = Outcome.NOTHING
            near = [row for row in ranked if kind_of[row] is Kind.TOPIC and found[row].score >= NEAR]
            beside = left_open.beside if left_open is not None else None
            if beside is not None and self._proposals.kind_of(beside) in kinds:
                # What is known to be left open is asked beside something.
                near = list(dict.fromkeys((beside, *near)))
            ranked = near[:NEAREST_TOPICS]
        else:
            ranked = [row for row in ranked if found[row].score >= CHOICE]
        limit = MAX_RESULTS if outcome is Outcome.CHOICES else MAX_FURTHER
        results = (self._proposals.result(self.terms, row, found.get(row, _LEFT_OPEN)) for row in ranked[:limit])
        return Answer(self.query.text, outcome, tuple(results))

    def _left_open(self, ranked: Sequence[int]) -> LeftOpen | None:
        """What the documents leave open that is asked here, rather than what the items `ranked` tell, best first."""
        if not ranked:
            return None
        offered = [row for row in ranked if self._found[row].score >= CHOICE]
        if offered and left_untold(self.query.folded, map(self._proposals.stems_of, offered)):
            # Something is asked for, as it may be of anybody, that none of them tells.
            return LeftOpen(offered[0])
        best = self._found[ranked[0]]
        told = max((hit.features.agreement for hit in self.hits), default=0.0)
        likeness = self.likeness
        left_open = LeftOpen(likeness.beside)
        if len(self.terms.terms) == 1 and not likeness.same:
            # A word alone (`ceasefire`) asks for nothing that could be left open.
            return None
        if likeness.agreement >= SAME:
            return left_open if likeness.agreement > told or best.named else None
        if told >= SAME or best.named:
            # A name alone asks for nothing that could be left open.
            return None
        return left_open if likely(silence(likeness, told), TEXTS) > best.score else None


def _outcome(ranked: Sequence[Candidate], kinds: Sequence[Kind]) -> Outcome:
    """What candidates amount to, best first and each of its kind, unless what is asked is left open."""
    named = bool(ranked) and ranked[0].named
    return decide([one.score for one in ranked], _rivals(ranked, kinds), named=named)


def _rivals(ranked: Sequence[Candidate], kinds: Sequence[Kind]) -> int:
    """How many candidates, best first and each of its kind, the query means as well as the first."""
    if not ranked or not (ranked[0].named or kinds[0] in ENTITIES):
        return 0
    near = [place for place, one in enumerate(ranked) if one.score >= ranked[0].score - MARGIN]
    if ranked[0].named:
        return sum(ranked[place].named for place in near)
    # Two people whom a description fits alike cannot be told apart by it.
    return sum(kinds[place] is kinds[0] for place in near)
