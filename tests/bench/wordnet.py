"""Reads words that are kin in meaning from the database files of WordNet (format: its manual page wndb(5WN))."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

PARTS_OF_SPEECH = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
SENSES = 4
"""Senses of a word, the commonest first, whose synonyms stand for it."""
NARROWER_SENSES = 1
BROADER_SENSES = 3
_SENSES_OF = {
    "@": BROADER_SENSES,  # hypernyms
    "~": NARROWER_SENSES,  # hyponyms
    "&": BROADER_SENSES,  # similar adjectives
    "^": BROADER_SENSES,  # see also
    "$": BROADER_SENSES,  # verb groups
    "+": BROADER_SENSES,  # derived from one word
}
"""Pointers that are followed, and from how many senses."""
_MARKER = re.compile(r"\(.*\)")

Synset = tuple[str, int]
"""Part of speech and place in its file."""


class WordNet:
    """The synonyms and the nearest relatives of English words, read from `folder` with its `data.*` and `index.*`.

    Raises:
        OSError: a file is not there.
    """

    def __init__(self, folder: Path) -> None:
        self._words: dict[Synset, list[str]] = {}
        self._pointers: dict[Synset, list[tuple[str, Synset]]] = {}
        self._senses: dict[str, list[list[Synset]]] = defaultdict(list)
        for part in dict.fromkeys(PARTS_OF_SPEECH.values()):
            for fields in _lines(folder / f"data.{part}"):
                self._add_synset(part, fields)
            for fields in _lines(folder / f"index.{part}"):
                senses, pointers = int(fields[2]), int(fields[3])
                offsets = fields[6 + pointers : 6 + pointers + senses]
                self._senses[fields[0]].append([(part, int(offset)) for offset in offsets])

    def _add_synset(self, part: str, fields: list[str]) -> None:
        synset, count = (part, int(fields[0])), int(fields[3], 16)
        self._words[synset] = [_MARKER.sub("", word).lower() for word in fields[4 : 4 + 2 * count : 2]]
        rest = fields[4 + 2 * count :]
        fours = (rest[place : place + 4] for place in range(1, 1 + 4 * int(rest[0]), 4))
        self._pointers[synset] = [(sign, (PARTS_OF_SPEECH[of], int(offset))) for sign, offset, of, _ in fours]

    def kin(self, word: str) -> Iterator[str]:
        """Single words that mean the same as `word`, something broader or narrower, or come from one word with it."""
        for senses in self._senses.get(word, ()):
            for number, synset in enumerate(senses[:SENSES]):
                near = [synset, *(to for sign, to in self._pointers[synset] if number < _SENSES_OF.get(sign, 0))]
                yield from (other for one in near for other in self._words[one] if other != word and "_" not in other)


def _lines(path: Path) -> Iterator[list[str]]:
    """The fields of each line but those of the licence, which begin with a space, without the glosses."""
    with path.open(encoding="ascii") as lines:
        yield from (line.split("|")[0].split() for line in lines if not line.startswith(" "))
