"""Words of the texts that a mistyped word may be: symmetric deletion, then edit distance.

The idea of meeting in the middle (deleting a letter from both sides) is W. Garbe's SymSpell (2012).
"""

from collections.abc import Iterable, Iterator
from zlib import crc32

from rapidfuzz.distance import OSA

MIN_LETTERS = 5
"""Shorter words are one slip away from too many others."""
_LONG = 8
"""Words from this length on may hold two mistakes."""
_MAX_LETTERS = 32


def slips_of(word: str) -> set[int]:
    """Keys of a folded word and of what it becomes with one letter less; none where it is too short or a number."""
    if not MIN_LETTERS <= len(word) <= _MAX_LETTERS or word.isdigit():
        return set()
    return {crc32(form.encode("utf-8", "surrogatepass")) for form in (word, *shortened(word))}


def shortened(word: str) -> Iterator[str]:
    """`word` with each of its letters left out in turn."""
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def near(word: str, known: Iterable[str]) -> Iterator[tuple[str, float]]:
    """Those of the `known` words that are one slip away from `word`, or two if it is long, with likeness (0 to 1)."""
    slips = 2 if len(word) >= _LONG else 1
    for other in known:
        distance = OSA.distance(word, other, score_cutoff=slips)
        # A first letter is rarely mistyped; where it is, only that one slip is believed.
        if distance <= slips and (other[:1] == word[:1] or distance == 1):
            yield other, 1 - distance / max(len(word), len(other))
