"""How surely a unit is what a question asks for, by how its texts answer it.

The weights are those by which, of the units that the texts propose and nothing at all, what is right comes first; they
are fitted by `tests/bench/fit_decision.py`.
"""

import math

from briefs.models import Kind
from briefs.search.analysed import Features

# Weights of what `describe` says, in its order, and the constant.
WEIGHTS = (8.62, -2.27, 4.14, 0.33, 2.99, -1.22, 3.24, -5.02, -0.61, -0.16, -1.38)
CONSTANT = -7.81
# What one kind of item has over another whose texts answer as well.
PREFERENCE = {
    Kind.TOPIC: -0.5,
    Kind.PERSON: -0.98,
    Kind.ORGANISATION: -1.14,
    Kind.PLACE: -2.15,
    Kind.EVENT: -3.38,
    Kind.QUOTE: 1.74,
    Kind.PASSAGE: -3.34,
}
_MUCH = 16.0
"""Weight, in nats, beyond which more says nothing more."""
_MANY = 5


def relevance(features: Features, kind: Kind) -> float:
    """From 0 to 1, how surely a unit of `kind` with `features` is what the question asks for."""
    weighed = sum(weight * value for weight, value in zip(WEIGHTS, describe(features), strict=True))
    return 1 / (1 + math.exp(-CONSTANT - PREFERENCE[kind] - weighed))


def describe(features: Features) -> tuple[float, ...]:
    """The numbers that `WEIGHTS` weigh."""
    return (
        features.whole,
        features.best,
        features.agreement,
        features.agreement**2,
        min(features.mass, _MUCH) / _MUCH,
        1.0 if features.matched == 1 else 0.0,
        min(features.matched, _MANY) / _MANY,
        features.ordinary,
        features.unmet,
        features.foreign,
        1.0 if features.wanting else 0.0,
    )
