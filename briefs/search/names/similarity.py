"""How alike two parts of names are."""

from rapidfuzz.distance import OSA

from briefs.search.names.tokens import NameToken

# Shares of the three views in the likeness of two parts; a skeleton proves least (Mohammed and Mahmoud share one).
PLAIN, FOLDED, SKELETON = 0.2, 0.45, 0.35
MIN_LIKENESS = 0.62
"""Parts less alike than this count as different."""
_SAME_SOUND = 0.96
_HOPELESS = 0.34
"""Likeness in sound below which the other views are not worth a look."""
_UNVOWELLED = 0.9
_UNVOWELLED_NAME = 0.82
"""The same where the query has vowels and the name has none: its romanisations are the better match."""

_osa = OSA.normalized_similarity


def token_likeness(left: NameToken, right: NameToken) -> float:
    """From 0 (different) to 1 (the same) for two parts of names."""
    if left.plain == right.plain:
        return 1.0
    if left.unvowelled or right.unvowelled:
        # One consonant alone would make any two short words alike.
        shorter = min(len(left.skeleton), len(right.skeleton))
        trust = _UNVOWELLED if left.unvowelled else _UNVOWELLED_NAME
        return _osa(left.skeleton, right.skeleton) * trust if shorter > 1 else 0.0
    if left.folded == right.folded:
        return _SAME_SOUND
    folded = _osa(left.folded, right.folded, score_cutoff=_HOPELESS)
    if not folded:
        return 0.0
    plain = _osa(left.plain, right.plain)
    return PLAIN * max(plain, folded) + FOLDED * folded + SKELETON * _osa(left.skeleton, right.skeleton)
