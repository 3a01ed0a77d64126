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
from operator import mul

from briefs.search.names.evidence import Evidence

# Fitted. One weight for each part of the evidence, in its order.
RANKING = Evidence(
    near=2.01, explained=5.45, covered=1.52, mass=2.57, rarest=2.06, extra=0.0, contradicted=-0.65, doubt=0.78,
    exact=0.2, first=1.81, last=1.14, whole=2.97, turned=1.74, certain=15.36, contested=-1.84, close=2.12,
    strange=0.0, crossed=-1.61, said=0.0, pairs=-0.68, left=0.41, length=-0.15,
)  # fmt: skip
# Fitted. Weights of what `describe` says, in its order, and the constant.
SURENESS = (
    1.47, -1.11, 0.09, 2.31, 0.11, -0.81, -0.22, -5.45, -0.26, -0.52, 3.59, -0.63, 4.04, -0.28, 0.31, 0.96, 2.07,
    -0.52, -1.31, 5.59, 2.29, -0.57, -0.7, -0.78,
)  # fmt: skip
CONSTANT = -6.86
FAR = 4.0
"""A margin in rank beyond which more says nothing more."""
_OTHER = 0.3
"""Weight of what a query says besides, from which on sharing a single part with a name is suspicious."""
_WEIGHED = Evidence._fields.index("certain")
"""What comes after in the evidence says something only together with the rest."""
_LEFT = 4
_LENGTH = 6


def rank(evidence: Evidence) -> float:
    """A number by which names on a shortlist are ordered; the difference of two is the log odds between them."""
    return math.fsum(map(mul, RANKING, evidence))


def probability(evidence: Evidence, margin: float, rival: Evidence | None) -> float:
    """How sure (0 to 1) it is that a name is meant which leads its `rival`, if any, by `margin` in rank.

    The margin is below 0 if it does not lead.
    """
    described = describe(evidence, margin, rival)
    weighed = CONSTANT + math.fsum(map(mul, SURENESS, described))
    return 1 / (1 + math.exp(-weighed))


def describe(evidence: Evidence, margin: float, rival: Evidence | None) -> tuple[float, ...]:
    """The numbers that `SURENESS` weighs: the evidence, the margin, and what they say together.

    What an unmatched part means depends on whether another part comes close to it (then it may be a slip), on how much
    is shared besides, and on whether the rival explains the query as well. A single part that is shared proves little
    if the query says more; parts in another order prove less in a long name.
    """
    ahead = evidence.explained - (rival.explained if rival else 0.0)
    return (
        *evidence[:_WEIGHED],
        min(evidence.left, _LEFT),
        min(evidence.length, _LENGTH),
        max(-FAR, min(margin, FAR)) / FAR,
        evidence.mass * evidence.first,
        1.0 if evidence.pairs == 1 and evidence.extra > _OTHER else 0.0,
        evidence.last * evidence.pairs,
        evidence.close * evidence.strange,
        evidence.rarest * ahead,
        evidence.contested * evidence.pairs,
        evidence.crossed * evidence.said,
        evidence.doubt if evidence.pairs == 1 else 0.0,
    )
