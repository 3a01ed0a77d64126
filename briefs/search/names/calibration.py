"""How the evidence ranks names, and how sure it is that the first one is meant.

Fitted by `tests/bench/fit_names.py`: the ranking on 2,180 published aliases of the US Treasury's list of 2022 (its
`train` part, 9,043 primary names indexed), the sureness on the same, each alias asked with its right name in the
index and without it, and on `tests/data/questions-tuned-on.jsonl` asked of the shipped library, each
counting three times. Cross-validated within `train`, by item, the right name comes first for .779 of the aliases (much
of the rest are noms de guerre). How many of all aliases are answered right, where so many of those without a right name
are answered falsely, and where so many of those with one are answered wrong:

    threshold   .97   .89   .85   .75   .48   .32        of those as sure as  .3   .5   .7   .9
    false      .002  .005  .010  .020  .050  .100        are right           .68  .79  .95  .99
    right       .33   .49   .54   .60   .66   .70

    wrong      .002  .005  .010  .020  .050  .100
    right       .43   .53   .63   .66   .71   .75

The false answers that remain at a high threshold are the same persons under another entry, sons for fathers and firms
for owners. Of the library's tuned-on names .98 are answered at 1 % false answers (threshold .54).
"""

import math
from operator import mul

from briefs.search.names.evidence import Evidence

# Fitted. One weight for each part of the evidence, in its order.
RANKING = Evidence(
    near=1.91, explained=5.52, covered=1.45, mass=2.52, rarest=2.16, extra=0.0, contradicted=-0.67, doubt=1.0,
    exact=0.32, first=1.8, last=1.12, whole=2.82, turned=1.88, certain=15.67, contested=-1.75, close=2.03,
    strange=0.0, crossed=-1.59, said=0.0, pairs=-0.68, left=0.41, length=-0.17,
)  # fmt: skip
# Fitted. Weights of what `describe` says, in its order, and the constant.
SURENESS = (
    1.47, -1.16, 0.11, 2.22, 0.11, -0.8, -0.23, -5.51, -0.22, -0.6, 3.57, -0.65, 4.06, -0.29, 0.33, 0.95, 2.11,
    -0.54, -1.31, 5.55, 2.37, -0.56, -0.67, -0.68,
)  # fmt: skip
CONSTANT = -6.78
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
