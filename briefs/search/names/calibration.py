"""How the evidence ranks names, and how sure it is that the first one is meant.

Fitted by `tests/bench/fit_names.py`: the ranking on 2,180 published aliases of the US Treasury's list of 2022 (its
`train` part, 9,043 primary names indexed); the sureness for long lists on the same, each alias asked with its right
name in the index and without it; and for short ones on random parts of that list and on the shipped library, asked
`tests/data/questions-tuned-on.jsonl`, its own names with a slip, and the aliases, which are strangers there.
Cross-validated within `train`, by item, the right name comes first for .781 of the aliases (much of the rest are noms
de guerre). How many of all aliases are answered right, where so many of those without a right name are answered
falsely, and where so many of those with one are answered wrong, in the whole list and in parts of 120 items (for which
the ranking is the one that was fitted on all):

    whole: threshold   .97   .91   .86   .77   .53   .34       of those as sure as  .3   .5   .7   .9
           false      .002  .005  .010  .020  .050  .100       are right           .56  .83  .95  .99
           right       .32   .48   .55   .60   .66   .70

           wrong      .002  .005  .010  .020  .050  .100
           right       .44   .53   .63   .67   .71   .76

    part:  threshold   .88   .82   .73   .57   .36   .20       of those as sure as  .3   .5   .7   .9
           false      .002  .005  .010  .020  .050  .100       are right           .88  .93  .96 1.00
           right       .63   .66   .69   .74   .77   .80

The false answers that remain at a high threshold are the same persons under another entry, sons for fathers and firms
for owners.
"""

import math
from collections.abc import Sequence
from operator import mul

from briefs.search.names.evidence import Evidence

# Fitted. One weight for each part of the evidence, in its order.
RANKING = Evidence(
    near=2.01, explained=6.0, covered=1.67, mass=2.59, rarest=1.98, extra=0.0, contradicted=-0.54, doubt=0.55,
    exact=0.29, first=1.76, last=1.04, whole=2.9, turned=1.88, certain=14.77, contested=-1.85, close=2.05,
    strange=0.0, crossed=-1.51, said=0.0, pairs=-0.81, left=0.49, length=-0.22,
)  # fmt: skip
# Fitted. Weights of what `describe` says, in its order, and the constant: what it proves in a long list, where many
# names are alike, and in a short one.
IN_LONG = (
    1.34, 0.5, 0.03, 2.21, -0.18, 0.39, -0.51, -4.91, -0.11, -0.59, 3.03, -0.78, 3.82, -0.14, 0.14, 1.1, 2.1, -0.07,
    -1.11, 5.34, 3.38, -0.65, -0.64, -0.26, -7.67,
)  # fmt: skip
IN_SHORT = (
    0.2, 3.67, 0.58, 0.29, 0.93, -0.37, 0.4, -4.33, -1.08, 0.32, 2.79, -1.61, 5.82, -0.49, 0.52, 1.1, 1.57, -0.17,
    -0.73, 3.77, 2.07, -0.08, -0.56, -0.15, -9.17,
)  # fmt: skip
LONG, SHORT = 9_000, 120
"""Items of lists that the weights were fitted on."""
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


def shortness(items: int) -> float:
    """From 0 for lists of `LONG` items and more to 1 for those of `SHORT` and fewer, by the logarithm."""
    return min(1.0, max(0.0, math.log(LONG / max(items, 1)) / math.log(LONG / SHORT)))


def sureness(items: int) -> tuple[float, ...]:
    """Weights of what `describe` says, in its order, and the constant, for a list of so many `items`."""
    share = shortness(items)
    return tuple(long + share * (short - long) for long, short in zip(IN_LONG, IN_SHORT, strict=True))


def probability(weights: Sequence[float], evidence: Evidence, margin: float, rival: Evidence | None) -> float:
    """How sure (0 to 1) it is that a name is meant which leads its `rival`, if any, by `margin` in rank.

    The margin is below 0 if it does not lead; `weights` are those that `sureness` gives for the list.
    """
    weighed = math.fsum(map(mul, weights, (*describe(evidence, margin, rival), 1.0)))
    return 1 / (1 + math.exp(-weighed))


def describe(evidence: Evidence, margin: float, rival: Evidence | None) -> tuple[float, ...]:
    """The numbers that `sureness` weighs: the evidence, the margin, and what they say together.

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
