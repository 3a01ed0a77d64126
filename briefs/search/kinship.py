"""Words of Arabic script that may be forms of one word.

Verbs are conjugated in front and behind, particles and pronouns are written on to words, plurals break. `stems` takes
off what is hardly ever part of a word; here everything that may have been written on to it is taken off in every way,
and two words are kin where a way of each leaves the same, or the same strong consonants. The affixes are those of
K. Taghva, R. Elkhoury and J. Coombs, "Arabic stemming without a root dictionary" (2005), with those of Iraqi and
Lebanese speech and of Persian; what is left is not held to patterns, which speech and borrowed words do not keep.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

KIN = 0.9
"""How surely a word stands for one that what is left of both says is the same."""
LEAST = 0.6
"""Words less surely the same than this are none."""
MAX_KIN = 6
"""Kin of a word that stand for it."""
_ARABIC = re.compile(r"[\u0600-\u06ff]+")
_MIN_LEFT = 2
_LONGEST = 24
_LETTERS = 3
"""The least that is left of a word, in letters, or in strong consonants, of which most roots have three."""
_MOST_CONSONANTS = 4
_ENDINGS = 2
"""Endings that follow each other: of the verb, and a pronoun."""
_AFFIX, _ROOT_AFFIX = 0.06, 0.08
"""What each affix taken off costs, where the letters left are compared, and where their consonants are."""
_ROOT = 0.85
"""How surely words of the same strong consonants are kin."""
_MAX_ROOT_AFFIXES = 2
_WEAK = re.compile("[اويى]")
_FRONT = (
    *("عال", "هال", "شال", "بال", "لل", "ال"),  # particles with the article
    *("ب", "ل", "و", "ف", "ك", "س", "ع", "ه", "ح"),  # particles, and signs of the future
    *("ي", "ت", "ن", "ا", "سي", "ست", "سن", "سا", "بي", "بت", "بن", "با", "بيت", "بين", "بتت", "عم"),  # persons
    *("است", "ان", "ات", "م", "مست", "مت", "من"),  # verbal stems and their participles
    *("مي", "نم"),  # of Persian
)
_BEHIND = (
    *("ه", "ها", "ك", "ي", "ني", "نا", "هم", "هن", "هما", "كم", "كن", "كما", "ن", "ش"),  # pronouns, and a negation
    *("ت", "تم", "ا", "و", "وا", "ون", "ين", "ان", "ات"),  # persons and plurals
    *("ته", "تها", "تهم", "نهم", "وها", "وهم", "وني", "ونا", "كموها"),  # both
    *("هاي", "هايم", "هايش", "هايشان", "م", "مان", "تان", "شان", "ند", "يم", "يد"),  # of Persian
)
_TABLE = """
    CREATE TABLE kin (key TEXT NOT NULL, stem TEXT NOT NULL, sure REAL NOT NULL, PRIMARY KEY (key, stem)) WITHOUT ROWID
"""


@lru_cache(maxsize=16_384)  # The words of the lists come again with every library that is compiled.
def keys_of(stem: str) -> Mapping[str, float]:
    """What may be left of a stem of Arabic script, each with how surely (0 to 1) it is; nothing of other stems."""
    if not _ARABIC.fullmatch(stem) or len(stem) > _LONGEST:
        return {}
    keys: dict[str, float] = {}
    for left, affixes in _stripped(stem).items():
        if len(left) >= _LETTERS:
            keys[left] = 1 - _AFFIX * affixes
        consonants = _WEAK.sub("", left)
        if affixes <= _MAX_ROOT_AFFIXES and _LETTERS <= len(consonants) <= _MOST_CONSONANTS:
            root = f"~{consonants}"
            keys[root] = max(keys.get(root, 0.0), _ROOT - _ROOT_AFFIX * affixes)
    return keys


def compile_kin(database: sqlite3.Connection, stems: Iterable[str]) -> None:
    """Adds to `database` what may be left of `stems`."""
    database.execute(_TABLE)
    database.executemany(
        "INSERT INTO kin VALUES (?, ?, ?)", ((key, stem, sure) for stem in stems for key, sure in keys_of(stem).items())
    )


def kin_of(database: sqlite3.Connection, stem: str) -> Iterator[tuple[str, float]]:
    """The stems of `database` that `stem` may be another form of, the surest first, each with how surely (0 to 1)."""
    keys = keys_of(stem)
    if not keys:
        return
    marks = ", ".join("?" * len(keys))
    statement = f"SELECT key, stem, sure FROM kin WHERE key IN ({marks}) AND stem != ?"  # noqa: S608 (marks alone)
    found: dict[str, float] = {}
    for key, other, sure in database.execute(statement, (*keys, stem)):
        found[other] = max(found.get(other, 0.0), sure * keys[key])
    likely = sorted((-sure, other) for other, sure in found.items() if sure >= LEAST)
    yield from ((other, -sure * KIN) for sure, other in likely[:MAX_KIN])


def _stripped(word: str) -> dict[str, int]:
    """All that `word` may be without what is written on to it, and how many affixes that takes off at least."""
    ends = {word: 0}
    for affixes in range(1, _ENDINGS + 1):
        for left in [left for left, taken in ends.items() if taken == affixes - 1]:
            for affix in _BEHIND:
                if left.endswith(affix) and len(left) - len(affix) >= _MIN_LEFT:
                    ends.setdefault(left.removesuffix(affix), affixes)
    stripped = dict(ends)
    for left, affixes in ends.items():
        for affix in _FRONT:
            if left.startswith(affix) and len(left) - len(affix) >= _MIN_LEFT:
                shorter = left.removeprefix(affix)
                stripped[shorter] = min(stripped.get(shorter, affixes + 1), affixes + 1)
    return stripped
