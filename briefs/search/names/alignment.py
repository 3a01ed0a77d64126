"""How alike two names are: the best alignment of their parts, rare parts weighing more than common ones."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Costs(NamedTuple):
    """What differs between a query and a name costs, by the weight of the part concerned.

    `omitted`: the query leaves out a part of the name; `contradicted`: likewise, and says something else instead;
    `extra`: the query has a part that the name lacks; `power`: how much more than in proportion an unlikely spelling
    counts for less.
    """

    omitted: float
    contradicted: float
    extra: float
    power: float


RANKING = Costs(omitted=0.15, contradicted=0.3, extra=0.7, power=2.0)
"""Which of two names is nearer; fitted by `tests/bench/fit_names.py`."""
PROOF = Costs(omitted=0.22, contradicted=0.75, extra=1.0, power=1.5)
"""Whether the nearest name is meant at all: contradiction costs more than omission."""


def aligned(
    alike: Sequence[Mapping[int, float]],
    own: Sequence[float],
    name: Sequence[int],
    weights: Mapping[int, float],
    costs: Costs,
) -> float:
    """From 0 to 1, how well a query stands for `name`, a row of parts by number.

    `alike` holds, for each part of the query, the parts it may be a spelling of with their likeness; `own` is the weight
    of each part of the query; `weights` gives the rarity of the name's parts. Parts are aligned greedily by likeness;
    rarity is taken from the name, not from the typo.
    """
    pairs = [
        (likeness, -abs(position - other), position, other)
        for position, one in enumerate(alike)
        for other, part in enumerate(name)
        if (likeness := one.get(part))
    ]
    if not pairs:
        return 0.0
    if len(pairs) > 1:
        pairs.sort(reverse=True)
    matched: set[int] = set()
    taken: set[int] = set()
    gained = lost = 0.0
    for likeness, _, position, other in pairs:
        if position not in matched and other not in taken:
            matched.add(position)
            taken.add(other)
            weight = weights[name[other]]
            sure = likeness**costs.power
            gained += weight * sure
            lost += weight * (1 - sure)
    if len(matched) < len(alike):
        lost += costs.extra * sum(own[position] for position in range(len(alike)) if position not in matched)
        left_out = costs.contradicted
    else:
        left_out = costs.omitted
    lost += left_out * sum(weights[part] for other, part in enumerate(name) if other not in taken)
    return gained / (gained + lost)
