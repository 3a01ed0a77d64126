"""How alike two names are: the best alignment of their parts, rare parts weighing more than common ones."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from briefs.search.names.tokens import NameToken

# Shares of the three views in the likeness of two parts; a skeleton proves least (Mohammed and Mahmoud share one).
PLAIN, FOLDED, SKELETON = 0.35, 0.45, 0.20
MIN_TOKEN_LIKENESS = 0.62
"""Parts less alike than this count as different."""
OMITTED, CONTRADICTED = 0.22, 0.75
"""What a part of the name costs, by its weight, when the query leaves it out, and when it says something else instead."""

Weight = Callable[[NameToken], float]


@lru_cache(maxsize=262_144)
def token_likeness(left: NameToken, right: NameToken) -> float:
    """From 0 (different) to 1 (the same) for two parts of names."""
    if left.plain == right.plain:
        return 1.0
    skeleton = OSA.normalized_similarity(left.skeleton, right.skeleton)
    if left.unvowelled or right.unvowelled:
        # One consonant alone would make any two short words alike.
        return skeleton * 0.97 if min(len(left.skeleton), len(right.skeleton)) > 1 else 0.0
    if left.folded == right.folded:
        return 0.96
    plain = OSA.normalized_similarity(left.plain, right.plain)
    folded = OSA.normalized_similarity(left.folded, right.folded)
    return PLAIN * max(plain, folded) + FOLDED * folded + SKELETON * skeleton


def name_likeness(query: Sequence[NameToken], name: Sequence[NameToken], weight: Weight) -> float:
    """From 0 to 1, how likely `query` is another spelling or a part of `name`.

    `weight` gives a part's rarity. Parts are aligned greedily by likeness. A part of the query that the name lacks costs
    its whole weight; a part of the name that the query lacks costs little, unless the query says something else there.
    """
    if not query or not name:
        return 0.0
    pairs = sorted(
        (
            (likeness, position, other)
            for position, part in enumerate(query)
            for other, name_part in enumerate(name)
            if (likeness := token_likeness(part, name_part)) >= MIN_TOKEN_LIKENESS
        ),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2])),
    )
    matched: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for likeness, position, other in pairs:
        if position not in matched and other not in taken:
            matched[position] = (other, likeness)
            taken.add(other)
    gained = lost = 0.0
    for position, part in enumerate(query):
        if position in matched:
            other, likeness = matched[position]
            # Rarity is taken from the matched form, not from the typo.
            rarity = weight(name[other])
            gained += rarity * likeness
            lost += rarity * (1 - likeness)
        else:
            lost += weight(part)
    unmatched = len(query) - len(matched)
    left_out = sum(weight(part) for other, part in enumerate(name) if other not in taken)
    lost += left_out * (CONTRADICTED if unmatched else OMITTED)
    return gained / (gained + lost) if gained else 0.0


def joined_likeness(query: Sequence[NameToken], name: Sequence[NameToken]) -> float:
    """How alike two names are when the gaps between their parts are ignored (`Mc Gurk`, `nasrallah`)."""
    left = "".join(part.folded for part in query)
    right = "".join(part.folded for part in name)
    return OSA.normalized_similarity(left, right, score_cutoff=0.8)
