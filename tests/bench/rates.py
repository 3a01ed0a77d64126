"""What share of questions is answered right where few are answered falsely, however false is meant."""

import math
from collections.abc import Sequence

Scored = Sequence[tuple[float, bool]]
"""For each question that has an answer, how sure the first hit is, and whether it is right."""


def right_at_false(asked: Scored, false: Sequence[float], rate: float) -> float:
    """The share of `asked` answered right by the threshold that lets through `rate` of what should find nothing.

    `false` says how sure the first hit is for each such question.
    """
    threshold = sorted(false, reverse=True)[math.floor(rate * len(false))]
    return sum(right and score > threshold for score, right in asked) / len(asked)


def right_at_wrong(asked: Scored, rate: float) -> float:
    """The share of `asked` answered right by the threshold by which at most `rate` of them are answered wrong."""
    wrong = [score for score, right in asked if not right]
    return right_at_false(asked, [*wrong, *[0.0] * (len(asked) - len(wrong))], rate)
