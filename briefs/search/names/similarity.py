"""How alike two parts of names are."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from briefs.search.names.tokens import NameToken, name_token

# Shares of the three views in the likeness of two parts; a skeleton proves least (Mohammed and Mahmoud share one).
PLAIN, FOLDED, SKELETON = 0.2, 0.45, 0.35
MIN_LIKENESS = 0.62
"""Parts less alike than this count as different."""
_SAME_SOUND = 0.96
HOPELESS = 0.34
"""Likeness in sound below which the other views are not worth a look."""
_V_FOR_W = 0.95
_LONG_ENOUGH = 4
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
    if _v_for_w(left.plain, right.plain) or _v_for_w(right.plain, left.plain):
        return max(_likeness(left, right), _V_FOR_W * _likeness(_with_w(left), _with_w(right)))
    return _likeness(left, right)


def likenesses(tokens: Sequence[NameToken], known: NameToken) -> list[tuple[float, int]]:
    """The likeness to `known` of each of `tokens` that may be the same, and its place among them."""
    found = []
    folded, unvowelled = known.folded, known.unvowelled
    for place, token in enumerate(tokens):
        # Most are nothing like it, which a single comparison tells.
        if unvowelled or token.unvowelled or _osa(token.folded, folded, score_cutoff=HOPELESS):
            likeness = token_likeness(token, known)
            if likeness >= MIN_LIKENESS:
                found.append((likeness, place))
    return found


def _v_for_w(one: str, other: str) -> bool:
    """Whether `one` may have the v of Persian, Turkish and Urdu spellings where `other` has the w of Arabic ones."""
    return "v" in one and "v" not in other and ("w" in other or "ou" in other) and len(one) >= _LONG_ENOUGH


def _with_w(token: NameToken) -> NameToken:
    return name_token(token.plain.replace("v", "w"))


def _likeness(left: NameToken, right: NameToken) -> float:
    if left.folded == right.folded:
        return _SAME_SOUND
    folded = _osa(left.folded, right.folded, score_cutoff=HOPELESS)
    if not folded:
        return 0.0
    plain = _osa(left.plain, right.plain)
    return PLAIN * max(plain, folded) + FOLDED * folded + SKELETON * _osa(left.skeleton, right.skeleton)
