"""A question's terms: how telling each is, and which stems of the texts may stand for it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from briefs.search.stems import stem
from briefs.search.words import light, ordinary, synonyms

SPELLED = 0.95
SYNONYM = 0.7
LIGHT = 0.3
"""What a light word weighs, against its rarity."""
ORDINARY = 0.4
"""What an ordinary word that the texts lack weighs, against the rarest word of the texts."""

Weight = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its stem, its weight, and the stems that stand for it with how surely (0 to 1) they do.

    `foreign` is how sure it is (0 to 1) that neither the texts nor ordinary English know it: a name, or a subject of its
    own.
    """

    stem: str
    weight: float
    stems: tuple[tuple[str, float], ...]
    foreign: float


def read_terms(
    words: Iterable[str],
    frequency: Mapping[str, int],
    weight: Weight,
    spellings: Callable[[str], Iterable[tuple[str, float]]],
) -> tuple[Term, ...]:
    """The terms of `words`, by their `frequency` (in units, by stem) and `weight` in the texts.

    `spellings` gives the words of the texts that an unknown word may be a spelling of, and how surely.
    """
    terms: dict[str, Term] = {}
    for word in words:
        own = stem(word)
        if own not in terms:
            terms[own] = _term(word, own, frequency, weight, spellings)
    return tuple(terms.values())


def _term(
    word: str,
    own: str,
    frequency: Mapping[str, int],
    weight: Weight,
    spellings: Callable[[str], Iterable[tuple[str, float]]],
) -> Term:
    stands: dict[str, float] = {}
    if frequency.get(own):
        stands[own] = 1.0
    for other in synonyms().get(own, ()):
        if frequency.get(other):
            stands.setdefault(other, SYNONYM)
    common = own in ordinary()
    spelled = not stands and not common
    if spelled:
        for near, sure in spellings(word):
            if frequency.get(found := stem(near)):
                stands[found] = max(stands.get(found, 0.0), sure * SPELLED)
    if not stands:
        unknown = weight(own)
        if own in light():
            return Term(own, unknown * LIGHT * ORDINARY, (), foreign=0.0)
        return Term(own, unknown * (ORDINARY if common else 1.0), (), foreign=0.0 if common else 1.0)
    # Rarity is taken from what the texts hold, and from the surest reading.
    best = max(stands, key=lambda one: (stands[one], frequency[one]))
    worth = weight(best) * (LIGHT if own in light() else 1.0)
    return Term(own, worth, tuple(stands.items()), foreign=1.0 - max(stands.values()) if spelled else 0.0)
