"""How the evidence ranks names, and how sure it is that the first one is meant.

Fitted by `tests/bench/fit_names.py`: the ranking on 2,180 published aliases of the US Treasury's list of 2022 (its
`train` part, 9,043 primary names indexed), the sureness on the same, each alias asked with its right name in the
index and without it, and on the tuned-on half of `tests/data/questions.jsonl` asked of the shipped library, each
counting three times. Cross-validated within `train`, the right name comes first for .775 of the aliases (much of the
rest are noms de guerre). How many of all aliases are answered right, where so many of those without a right name are
answered falsely:

    threshold   .96   .93   .84   .75   .51   .33        of those as sure as  .3   .5   .7   .9
    false      .002  .005  .010  .020  .050  .100        are right           .55  .83  .95  .99
    right       .37   .43   .53   .59   .66   .69

Of the library's tuned-on names .98 are answered at 1 % false answers (threshold .61).
"""

import math

from briefs.search.names.evidence import Evidence

# Fitted. One weight for each part of the evidence, in its order.
RANKING = Evidence(
    near=3.27, explained=5.55, covered=1.52, mass=2.33, rarest=1.08, extra=0.0, contradicted=-1.15, doubt=-6.7,
    exact=0.91, first=2.04, last=1.41, whole=4.79, turned=-0.39, left=1, length=-1,
)  # fmt: skip
# Fitted. Weights of what `describe` says, in its order, and the constant.
SURENESS = (
    3.29, -0.93, -0.22, 0.41, 0.96, -0.52, -1.09, -4.14, -0.23, -2.43, 0.78, -0.64, 3.26, 0.38, -0.47, 1.74, 3.63,
    -0.58,
)  # fmt: skip
CONSTANT = -4.82
FAR = 4.0
"""A margin in rank beyond which more says nothing more."""
_OTHER = 0.3
"""Weight of what a query says besides, from which on sharing a single part with a name is suspicious."""
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
    """The numbers that `SURENESS` weighs: the evidence, the margin, and what the parts say together.

    That is how much is shared if the names begin alike, and whether but one part is shared while the query says more.
    """
    return (
        *evidence[:-2],
        min(evidence.left, _LEFT),
        min(evidence.length, _LENGTH),
        max(-FAR, min(margin, FAR)) / FAR,
        evidence.mass * evidence.first,
        1.0 if evidence.length - evidence.left == 1 and evidence.extra > _OTHER else 0.0,
    )
