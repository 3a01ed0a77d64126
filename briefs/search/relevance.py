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
WEIGHTS = (4.52, -0.3, 1.98, 1.56, 1.45, 4.72, 1.96, -2.47, -29.43, 2.27, -1.06, 4.38, -3.29, 1.95, 1.54, -1.23, -3.19)
CONSTANT = -11.6
# What one kind of item has over another whose texts answer as well.
PREFERENCE = {
    Kind.TOPIC: 0.2,
    Kind.PERSON: -0.33,
    Kind.ORGANISATION: -0.24,
    Kind.PLACE: -0.48,
    Kind.EVENT: -1.02,
    Kind.QUOTE: 1.95,
    Kind.PASSAGE: -0.85,
}
# Weights of what `describe_untold` says, in its order, and the constant.
UNTOLD_WEIGHTS = (0.08, 2.3, 4.42, 1.98)
UNTOLD_CONSTANT = -0.16
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
