"""How sure it is that a name which was found is the one that was meant."""

import math

from briefs.search.names.alignment import Evidence

WEIGHTS = (3.8, 3.1, 3.1, -4.1, -0.4, -2.0)
CONSTANT = -6.7


def probability(evidence: Evidence, unknown: float) -> float:
    """From 0 to 1; `unknown` is the weight of a part that no name holds."""
    weighed = sum(weight * value for weight, value in zip(WEIGHTS, described(evidence, unknown), strict=True))
    return 1 / (1 + math.exp(-CONSTANT - weighed))


def described(evidence: Evidence, unknown: float) -> tuple[float, ...]:
    """The numbers that `WEIGHTS` weigh."""
    return (
        evidence.explained,
        evidence.covered,
        min(evidence.mass / unknown, 2.0),
        min(evidence.extra / unknown, 2.0),
        min(evidence.contradicted / unknown, 1.0),
        evidence.doubt,
    )
