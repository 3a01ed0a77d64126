"""How surely a unit is what a question asks for, by how its texts answer it.

Fitted by `tests/bench/fit_decision.py` on the tuned-on half of `tests/data/questions.jsonl`.
"""

import math

from briefs.models import Kind
from briefs.search.analysed import Features

# Weights of what `describe` says, in its order, and the constant.
WEIGHTS = (5.67, 0.0, 3.44, 7.0, 0.0, -1.05, 3.86, -4.0, -0.7)
CONSTANT = -7.9
# Where items say the same, the prepared brief is the better answer, the bare passage the last resort.
PREFERENCE = {
    Kind.TOPIC: 0.0,
    Kind.PERSON: 0.2,
    Kind.ORGANISATION: 0.2,
    Kind.PLACE: 0.0,
    Kind.EVENT: 0.0,
    Kind.QUOTE: 0.2,
    Kind.PASSAGE: -0.4,
}
_MUCH = 16.0
"""Weight, in nats, beyond which more says nothing more."""
_MANY = 5
_SHORT = 3
"""Terms of a question of which each has to be met: of a long one, some may go unmet."""


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
        min(features.mass, _MUCH) / _MUCH,
        min(features.missing, _MUCH) / _MUCH,
        1.0 if features.matched == 1 else 0.0,
        min(features.matched, _MANY) / _MANY,
        features.foreign,
        (1 - features.best) if features.terms <= _SHORT else 0.0,
    )
