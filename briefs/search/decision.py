"""Decides whether what was found is an answer, a choice between several, or nothing.

Names and texts each come with a probability; `lean` brings both to one scale on which one half is the boundary below
which silence is the better answer. The boundaries are read off the curves that `tests/bench/fit_names.py` and
`tests/bench/fit_decision.py` print, where more right answers begin to cost more false ones.
"""

import math
from collections.abc import Sequence

from briefs.search.answer import Outcome

NAMES, TEXTS = 0.65, 0.56
"""Probabilities at which a name that was found, and a text that was found, are as good as silence."""
CHOICE = 0.5
"""The least score of what is offered."""
ANSWER, NAMED = 0.85, 0.7
"""The least score of what is stated as the answer, and the least where it is called by its name."""
MARGIN = 0.02
"""Names, and items of one kind, closer than this cannot be told apart by the query."""
_EDGE = 1e-9


def lean(probability: float, boundary: float) -> float:
    """`probability` as a score (0 to 1) that is one half where the probability is at `boundary`."""
    odds = (probability + _EDGE) / (1 - probability + _EDGE) * (1 - boundary) / boundary
    return odds / (1 + odds) if math.isfinite(odds) else 1.0


def decide(scores: Sequence[float], rivals: int, *, named: bool) -> Outcome:
    """What results with `scores`, best first, amount to.

    `rivals` is how many of them are meant equally well; `named`, whether the query calls the first by its name.
    """
    if not scores or scores[0] < CHOICE:
        return Outcome.NOTHING
    if rivals > 1 or scores[0] < (NAMED if named else ANSWER):
        return Outcome.CHOICES
    return Outcome.ANSWER
