"""How the evidence ranks names, and how sure it is that the first one is meant.

Both are fitted by `tests/bench/fit_names.py`; `calibration.md` beside this file holds their provenance and curve.
"""

import math

from briefs.search.names.evidence import Evidence

# Fitted. One weight for each part of the evidence, in its order.
RANKING = Evidence(
    near=5.96, explained=4.74, covered=0.0, mass=2.14, rarest=3.39, extra=0.0, contradicted=-1.39, doubt=-3.53,
    exact=1.19, first=2.5, last=1.21, whole=4.88, left=1, length=-1,
)  # fmt: skip
# Fitted. Weights of what `_described` says, in its order, and the constant.
SURENESS = (3.8, 3.1, 3.1, 0.0, -4.1, -0.4, -2.0, 0.0, 0.0, 0.0)
CONSTANT = -6.7
FAR = 4.0
"""A margin in rank beyond which more says nothing more."""


def rank(evidence: Evidence) -> float:
    """A number by which names on a shortlist are ordered; the difference of two is the log odds between them."""
    return sum(weight * value for weight, value in zip(RANKING, evidence, strict=True))


def probability(evidence: Evidence, margin: float) -> float:
    """How sure (0 to 1) it is that a name is meant which leads by `margin` in rank (below 0 if it does not lead)."""
    described = describe(evidence, margin)
    weighed = CONSTANT + sum(weight * value for weight, value in zip(SURENESS, described, strict=True))
    return 1 / (1 + math.exp(-weighed))


def describe(evidence: Evidence, margin: float) -> tuple[float, ...]:
    """The numbers that `SURENESS` weighs."""
    return (
        evidence.explained,
        evidence.covered,
        min(evidence.mass, 2.0),
        min(evidence.rarest, 1.0),
        min(evidence.extra, 2.0),
        min(evidence.contradicted, 1.0),
        evidence.doubt,
        evidence.exact,
        evidence.whole,
        max(-FAR, min(margin, FAR)) / FAR,
    )
