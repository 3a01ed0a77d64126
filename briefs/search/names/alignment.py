"""How alike two names are: the best alignment of their parts, rare parts weighing more than common ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

OMITTED, CONTRADICTED = 0.15, 0.3
"""What a part of the name costs, by its weight, when the query leaves it out, or says something else instead."""
EXTRA = 0.7
"""What a part of the query costs, by its weight, that the name lacks."""
POWER = 2.0
"""How much more than in proportion a less likely spelling counts for less."""

Alike = Sequence[Mapping[int, float]]
"""For each part of a query, the numbers of the parts it may be a spelling of, with their likeness."""
Pairs = Sequence[tuple[float, int, int]]
"""Likeness, place in the query and place in the name of parts that stand for one another."""


def pairs_of(alike: Alike, name: Sequence[int]) -> Pairs:
    """The parts of a query and of `name`, a row of parts by number, paired greedily by likeness, then by place."""
    possible = [
        (one[part], -abs(position - other), position, other)
        for position, one in enumerate(alike)
        for other, part in enumerate(name)
        if part in one
    ]
    if len(possible) < 2:
        return [(likeness, position, other) for likeness, _, position, other in possible]
    possible.sort(reverse=True)
    matched: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for likeness, _, position, other in possible:
        if position not in matched and other not in taken:
            matched.add(position)
            taken.add(other)
            pairs.append((likeness, position, other))
    return pairs


def nearness(pairs: Pairs, own: Sequence[float], name: Sequence[float]) -> float:
    """From 0 to 1, how near a query is to a name, for ranking; `own` and `name` are the weights of their parts.

    Rarity is taken from the name, not from the typo.
    """
    if not pairs:
        return 0.0
    gained = lost = 0.0
    extra, left_out = sum(own), sum(name)
    for likeness, position, other in pairs:
        weight = name[other]
        sure = likeness**POWER
        gained += weight * sure
        lost += weight * (1 - sure)
        extra -= own[position]
        left_out -= weight
    lost += EXTRA * extra + left_out * (CONTRADICTED if len(pairs) < len(own) else OMITTED)
    return gained / (gained + lost)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a name; weights are in nats."""

    explained: float
    """Share (0 to 1) of the query's weight that the name explains; parts known to no name weigh the most."""
    covered: float
    """Share (0 to 1) of the name's weight that the query says."""
    mass: float
    """Weight that the two share."""
    extra: float
    """Weight of the query that the name lacks."""
    contradicted: float
    """Weight that both have in the other's stead."""
    doubt: float
    """How unlike (0 to 1) the least alike pair is, weighed by its share of the query."""


def evidence(pairs: Pairs, own: Sequence[float], name: Sequence[float]) -> Evidence:
    """What speaks for a name that a query was paired with; `own` and `name` are the weights of their parts."""
    shared = sum(name[other] * likeness for likeness, _, other in pairs)
    in_query = {position for _, position, _ in pairs}
    extra = sum(weight for position, weight in enumerate(own) if position not in in_query)
    left_out = sum(name) - sum(name[other] for _, _, other in pairs)
    paired = sum(name[other] for _, _, other in pairs)
    return Evidence(
        explained=shared / (paired + extra) if paired else 0.0,
        covered=paired / sum(name),
        mass=shared,
        extra=extra,
        contradicted=min(extra, left_out),
        doubt=max(((1 - likeness) for likeness, _, _ in pairs), default=1.0),
    )
