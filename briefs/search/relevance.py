"""How surely a unit is what a question asks for, by how its texts answer it, or the question is one that is not told.

The weights are those by which, of the units that the texts propose, the question that is not told and nothing at all,
what is right comes first; they are fitted by `tests/bench/fit_decision.py`.
"""

import math
from collections.abc import Sequence

from briefs.models import Kind
from briefs.search.analysed import Features
from briefs.search.untold import Likeness

# Weights of what `describe` says, in its order, and the constant.
WEIGHTS = (4.26, -0.25, 2.16, 1.35, 1.36, 4.7, 2.01, -2.79, -29.55, 2.02, -0.98, 4.61, -4.54, 1.92, 1.42, -1.66, -3.19)
CONSTANT = -11.38
# What one kind of item has over another whose texts answer as well.
PREFERENCE = {
    Kind.TOPIC: 0.23,
    Kind.PERSON: -0.3,
    Kind.ORGANISATION: -0.29,
    Kind.PLACE: -0.4,
    Kind.EVENT: -1.1,
    Kind.QUOTE: 1.44,
    Kind.PASSAGE: -0.77,
}
# Weights of what `describe_untold` says, in its order, and the constant.
UNTOLD_WEIGHTS = (0.85, 2.0, 3.83, 2.5)
UNTOLD_CONSTANT = -0.3
ALIKE = 0.25
"""The least agreement of two questions that have something to do with each other."""
_MUCH = 16.0
"""Weight, in nats, beyond which more says nothing more."""
_MANY = 6


def relevance(features: Features, kind: Kind) -> float:
    """From 0 to 1, how surely a unit of `kind` with `features` is what the question asks for."""
    return _chance(WEIGHTS, describe(features), CONSTANT + PREFERENCE[kind])


def silence(likeness: Likeness, told: float) -> float:
    """From 0 to 1, how surely a question with such a `likeness` to one that is not told is not told either.

    `told` is the best agreement (0 to 1) that it has with what is told.
    """
    if not rivals(likeness, told):
        return 0.0
    return _chance(UNTOLD_WEIGHTS, describe_untold(likeness, told), UNTOLD_CONSTANT)


def describe(features: Features) -> tuple[float, ...]:
    """The numbers that `WEIGHTS` weigh."""
    return (
        features.whole,
        features.best,
        features.agreement,
        features.agreement**2,
        features.echoed,
        features.gathered,
        min(features.gathered_terms, _MANY) / _MANY,
        features.affinity,
        features.behind,
        min(features.mass, _MUCH) / _MUCH,
        1.0 if features.matched == 1 else 0.0,
        min(features.matched, _MANY) / _MANY,
        features.ordinary,
        features.unmet,
        features.foreign,
        1.0 if features.wanting else 0.0,
        1.0 if features.otherwise else 0.0,
    )


def rivals(likeness: Likeness, told: float) -> bool:
    """Whether a question is nearer to one that is not told than, by `told`, to what is."""
    return likeness.agreement >= max(ALIKE, told)


def describe_untold(likeness: Likeness, told: float) -> tuple[float, ...]:
    """The numbers that `UNTOLD_WEIGHTS` weigh."""
    return likeness.share, likeness.agreement, likeness.agreement**2, likeness.agreement - told


def _chance(weights: Sequence[float], values: Sequence[float], constant: float) -> float:
    return 1 / (1 + math.exp(-constant - sum(weight * value for weight, value in zip(weights, values, strict=True))))
