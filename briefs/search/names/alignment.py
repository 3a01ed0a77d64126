"""How alike two names are: the best alignment of their parts, rare parts weighing more than common ones."""

from collections.abc import Collection, Mapping, Sequence

OMITTED, CONTRADICTED = 0.15, 0.3
"""What a part of the name costs, by its weight, when the query leaves it out, or says something else instead."""
EXTRA = 0.7
"""What a part of the query costs, by its weight, that the name lacks."""

Alike = Mapping[int, Sequence[tuple[float, int]]]
"""For each part of names, by number, its likeness to parts of the query and their places in it."""
Pairs = Sequence[tuple[float, int, int]]
"""Likeness, place in the query and place in the name of parts that stand for one another."""


def by_part(reading: Sequence[Mapping[int, float]]) -> dict[int, list[tuple[float, int]]]:
    """A query, for each place the parts it may be a spelling of with their likeness, turned round for `pairs_of`."""
    found: dict[int, list[tuple[float, int]]] = {}
    for place, one in enumerate(reading):
        for part, likeness in one.items():
            if part in found:
                found[part].append((likeness, place))
            else:
                found[part] = [(likeness, place)]
    return found


def pairs_of(alike: Alike, name: Sequence[int]) -> Pairs:
    """The parts of a query and of `name`, a row of parts by number, paired greedily by likeness, then by place."""
    possible = [
        (likeness, -abs(place - other), place, other)
        for other, part in enumerate(name)
        if part in alike
        for likeness, place in alike[part]
    ]
    if len(possible) < 2:
        return [(likeness, place, other) for likeness, _, place, other in possible]
    possible.sort(reverse=True)
    matched: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for likeness, _, place, other in possible:
        if place not in matched and other not in taken:
            matched.add(place)
            taken.add(other)
            pairs.append((likeness, place, other))
    return pairs


def compounded(pairs: Pairs, ending: Collection[int]) -> Pairs:
    """Those of `pairs` that prove something: `fadlallah` and `nasrallah` have nothing in common.

    `ending` are places in the query of parts that make a name only together with the part before them.
    """
    places = {place for _, place, _ in pairs}
    taken = {other for _, _, other in pairs}
    return [
        (likeness, place, other)
        for likeness, place, other in pairs
        if not (place in ending and place and other) or place - 1 in places or other - 1 in taken
    ]


def nearness(pairs: Pairs, own: Sequence[float], name: Sequence[float]) -> float:
    """From 0 to 1, how near a query is to a name; `own` and `name` are the weights of their parts, in nats.

    Good for a shortlist. A less likely spelling counts for less than in proportion. Rarity is taken from the name, not
    from the typo.
    """
    if not pairs:
        return 0.0
    gained = lost = 0.0
    extra, left_out = sum(own), sum(name)
    for likeness, place, other in pairs:
        weight = name[other]
        sure = weight * likeness * likeness
        gained += sure
        lost += weight - sure
        extra -= own[place]
        left_out -= weight
    lost += EXTRA * extra + left_out * (CONTRADICTED if len(pairs) < len(own) else OMITTED)
    return gained / (gained + lost)
