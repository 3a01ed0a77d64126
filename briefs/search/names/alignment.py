"""How alike two names are: the best alignment of their parts, rare parts weighing more than common ones."""

from collections.abc import Mapping, Sequence

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
    """From 0 to 1, how near a query is to a name; `own` and `name` are the weights of their parts, in nats.

    Good for a shortlist. Rarity is taken from the name, not from the typo.
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
