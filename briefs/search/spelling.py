"""Words of the texts that a mistyped word may be: symmetric deletion, then edit distance.

The idea of meeting in the middle (deleting a letter from both sides) is W. Garbe's SymSpell (2012).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

MIN_LETTERS = 5
_LONG = 8
"""Words from this length on may hold two mistakes."""
_MAX_LETTERS = 32


class Speller:
    """Finds the words of a vocabulary that are one slip away, or two in long words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_key: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if MIN_LETTERS <= len(word) <= _MAX_LETTERS and not word.isdigit():
                for key in _keys(word):
                    self._by_key[key].append(word)

    def near(self, word: str) -> Iterator[tuple[str, float]]:
        """Words near the folded `word`, each with its likeness (0 to 1)."""
        if not MIN_LETTERS <= len(word) <= _MAX_LETTERS or word.isdigit():
            return
        slips = 2 if len(word) >= _LONG else 1
        for near in {near for key in _keys(word) for near in self._by_key.get(key, ())}:
            distance = OSA.distance(word, near, score_cutoff=slips)
            # A first letter is rarely mistyped; where it is, only that one slip is believed.
            if distance <= slips and (near[0] == word[0] or (distance == 1 and len(word) > MIN_LETTERS)):
                yield near, 1 - distance / max(len(word), len(near))


def _keys(word: str) -> set[str]:
    return {word, *(word[:position] + word[position + 1 :] for position in range(len(word)))}
