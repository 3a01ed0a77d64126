"""What speaks for and against a name on the shortlist, and how the evidence ranks the names."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from briefs.search.names.alignment import Pairs


class Evidence(NamedTuple):
    """What speaks for and against a name. Weights are relative to that of a part that no name holds."""

    near: float
    """Nearness (0 to 1) of the alignment."""
    explained: float
    """Share (0 to 1) of the query's weight that the name explains; parts known to no name weigh the most."""
    covered: float
    """Share (0 to 1) of the name's weight that the query says."""
    mass: float
    """Weight that the two share."""
    rarest: float
    """Weight of the rarest part that the two share."""
    extra: float
    """Weight of the query that the name lacks."""
    contradicted: float
    """Weight that each has in the other's stead."""
    doubt: float
    """How unlike (0 to 1) the least alike pair is."""
    exact: float
    """Share (0 to 1) of the query's parts that the name has letter by letter."""
    first: float
    """Likeness (0 to 1) of the first parts, if they are paired with each other."""
    last: float
    """Likeness (0 to 1) of the last parts, if they are paired with each other."""
    whole: float
    """Likeness (0 to 1) of the two written without gaps."""
    turned: float
    """The same, the name's parts in the order of those of the query that they stand for."""
    certain: float
    """Likeness (0 to 1) of the pairs, the rarer weighing more."""
    contested: float
    """1 if each of the two has a part that the other lacks."""
    close: float
    """How alike in sound (0 to 1) are the two parts most alike of those that have no counterpart."""
    strange: float
    """Share (0 to 1) of the query's parts that lack a counterpart and that no name holds."""
    crossed: float
    """1 if the parts that they share come in another order."""
    said: float
    """Weight of the name."""
    pairs: float
    """Parts that they share."""
    left: float
    """Parts of the name that the query leaves out."""
    length: float
    """Parts of the name."""


class Side(NamedTuple):
    """A query or a name in parts."""

    weights: Sequence[float]
    """What each part weighs here, in nats."""
    sounds: Sequence[str]
    """Each part, folded."""
    letters: str
    """All letters without gaps."""
    turned: str
    """The same, the parts in the order of those of the other that they stand for."""


def evidence_of(pairs: Pairs, near: float, query: Side, name: Side, unknown: float) -> Evidence:
    """What speaks for `name`, whose parts are in `pairs` with those of `query`.

    `near` is the nearness of the alignment; `unknown` is the weight (in nats) of a part that no name holds.
    """
    weights = name.weights
    last_asked, last_said = len(query.weights) - 1, len(weights) - 1
    shared = paired = rarest = first = last = 0.0
    least, exact = (1.0, 0) if pairs else (0.0, 0)
    for likeness, position, other in pairs:
        weight = weights[other]
        paired += weight
        shared += weight * likeness
        rarest = max(rarest, weight)
        least = min(least, likeness)
        if likeness == 1.0:
            exact += 1
        if position == other == 0:
            first = likeness
        if position == last_asked and other == last_said:
            last = likeness
    places = {position: other for _, position, other in pairs}
    taken = set(places.values())
    besides = [position for position in range(last_asked + 1) if position not in places]
    unsaid = [other for other in range(last_said + 1) if other not in taken]
    extra = sum([query.weights[position] for position in besides])
    said = sum(weights)
    order = [places[position] for position in sorted(places)]
    strange = sum([query.weights[position] >= unknown for position in besides])
    return Evidence(
        near=near,
        explained=shared / (paired + extra) if pairs else 0.0,
        covered=paired / said if said else 0.0,
        mass=shared / unknown,
        rarest=rarest / unknown,
        extra=extra / unknown,
        contradicted=min(extra, said - paired) / unknown,
        doubt=1.0 - least,
        exact=exact / (last_asked + 1),
        first=first,
        last=last,
        whole=OSA.normalized_similarity(query.letters, name.letters),
        turned=OSA.normalized_similarity(query.letters, name.turned),
        certain=shared / paired if paired else 0.0,
        contested=1 if besides and unsaid else 0,
        close=_closest([query.sounds[position] for position in besides], [name.sounds[other] for other in unsaid]),
        strange=strange / (last_asked + 1),
        crossed=0 if order == sorted(order) else 1,
        said=said / unknown,
        pairs=len(pairs),
        left=len(unsaid),
        length=last_said + 1,
    )


def _closest(some: Sequence[str], others: Sequence[str]) -> float:
    return max((OSA.normalized_similarity(one, other) for one in some for other in others), default=0.0)
