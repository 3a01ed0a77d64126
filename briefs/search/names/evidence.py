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
    left: int
    """Parts of the name that the query leaves out."""
    length: int
    """Parts of the name."""


class Side(NamedTuple):
    """A query or a name in parts."""

    weights: Sequence[float]
    """What each part weighs here, in nats."""
    letters: str
    """All letters without gaps."""
    turned: str
    """The same, the parts in the order of those of the other that they stand for."""


def evidence_of(pairs: Pairs, near: float, query: Side, name: Side, unknown: float) -> Evidence:
    """What speaks for `name`, whose parts are in `pairs` with those of `query`.

    `near` is the nearness of the alignment; `unknown` is the weight (in nats) of a part that no name holds.
    """
    places = {position for _, position, _ in pairs}
    shared = sum(name.weights[other] * likeness for likeness, _, other in pairs)
    paired = sum(name.weights[other] for _, _, other in pairs)
    extra = sum(weight for position, weight in enumerate(query.weights) if position not in places)
    said = sum(name.weights)
    ends = {(position, other): likeness for likeness, position, other in pairs}
    return Evidence(
        near=near,
        explained=shared / (paired + extra) if pairs else 0.0,
        covered=paired / said if said else 0.0,
        mass=shared / unknown,
        rarest=max((name.weights[other] for _, _, other in pairs), default=0.0) / unknown,
        extra=extra / unknown,
        contradicted=min(extra, said - paired) / unknown,
        doubt=max((1 - likeness for likeness, _, _ in pairs), default=1.0),
        exact=sum(likeness == 1.0 for likeness, _, _ in pairs) / len(query.weights),
        first=ends.get((0, 0), 0.0),
        last=ends.get((len(query.weights) - 1, len(name.weights) - 1), 0.0),
        whole=OSA.normalized_similarity(query.letters, name.letters),
        turned=OSA.normalized_similarity(query.letters, name.turned),
        left=len(name.weights) - len(pairs),
        length=len(name.weights),
    )
