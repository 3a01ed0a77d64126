"""How the evidence ranks names, and how sure it is that the first one is meant.

Fitted by `tests/bench/fit_names.py`: the ranking on 2,180 published aliases of the US Treasury's list of 2022 (its
`train` part, 9,043 primary names indexed), the sureness on the same, each alias asked with its right name in the index
and without it, and on the tuned-on half of `tests/data/questions.jsonl` asked of the shipped library, each counting
three times. Cross-validated within `train`, the right name comes first for .778 of the aliases (much of the rest are
noms de guerre). How many of all aliases are answered right, where so many of those without a right name are answered
falsely:

    threshold   .96   .93   .83   .72   .52   .35        of those as sure as  .3   .5   .7   .9
    false      .002  .005  .010  .020  .050  .100        are right           .54  .80  .92  .99
    right       .35   .43   .54   .59   .65   .69

Of the library's tuned-on names .98 are answered at 1 % false answers (threshold .66).
"""

import math

from briefs.search.names.evidence import Evidence

# Fitted. One weight for each part of the evidence, in its order.
RANKING = Evidence(
    near=4.17, explained=5.02, covered=0, mass=2.5, rarest=1.9, extra=0, contradicted=-1.39, doubt=-7.36,
    exact=0.86, first=2.1, last=1.52, whole=5.34, left=1, length=-1,
)  # fmt: skip
# Fitted. Weights of what `describe` says, in its order, and the constant.
SURENESS = (
    3.8, -0.27, 0.46, 0.47, 0.57, -0.39, -0.64, -3.72, -0.05, -2.36, 0.53, 1.73, 0.19, -0.33, 1.61, 3.54,
)  # fmt: skip
CONSTANT = -5.68
FAR = 4.0
"""A margin in rank beyond which more says nothing more."""
_LEFT = 4
_LENGTH = 6


def rank(evidence: Evidence) -> float:
    """A number by which names on a shortlist are ordered; the difference of two is the log odds between them."""
    return sum(weight * value for weight, value in zip(RANKING, evidence, strict=True))


def probability(evidence: Evidence, margin: float) -> float:
    """How sure (0 to 1) it is that a name is meant which leads by `margin` in rank (below 0 if it does not lead)."""
    described = describe(evidence, margin)
    weighed = CONSTANT + sum(weight * value for weight, value in zip(SURENESS, described, strict=True))
    return 1 / (1 + math.exp(-weighed))


def describe(evidence: Evidence, margin: float) -> tuple[float, ...]:
    """The numbers that `SURENESS` weighs: the evidence, the margin, and what the names share if they begin alike."""
    return (
        *evidence[:-2],
        min(evidence.left, _LEFT),
        min(evidence.length, _LENGTH),
        max(-FAR, min(margin, FAR)) / FAR,
        evidence.mass * evidence.first,
    )
