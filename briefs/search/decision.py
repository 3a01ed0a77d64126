"""Decides whether what was found is an answer, a choice between several, or nothing."""

from collections.abc import Sequence

from briefs.search.answer import Outcome

ANSWER = 0.5
"""The least score of an answer."""
CHOICE = 0.4
"""The least score of what is offered as a choice."""
MARGIN = 0.02
"""Names closer than this cannot be told apart by the query."""


def decide(scores: Sequence[float], rivals: int) -> Outcome:
    """What results with `scores`, best first, amount to; `rivals` is how many of them the query names equally well."""
    if not scores or scores[0] < CHOICE:
        return Outcome.NOTHING
    if rivals > 1 or scores[0] < ANSWER:
        return Outcome.CHOICES
    return Outcome.ANSWER
