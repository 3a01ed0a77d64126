"""Latin spellings of Arabic and Persian sounds, one letter for each group of spellings that stand for one another.

The groups are read off `arabic-tokens.tsv` by `tests/bench/fit_romanisation.py`.
"""

import re
from functools import lru_cache

_DIGRAPHS = (
    ("tch", "C"), ("tsh", "C"), ("sch", "C"), ("ch", "C"), ("sh", "C"),
    ("dj", "j"), ("dzh", "j"), ("zh", "j"),
    ("kh", "k"), ("gh", "k"), ("ck", "k"), ("qu", "k"),
    ("dh", "d"), ("th", "t"), ("ph", "f"),
    ("x", "ks"),
)  # fmt: skip
_LETTERS = str.maketrans("qcgvpw", "kkkfbu")
_ENDING = re.compile(r"(?<=...)(?:[aeiou]+h?|h)$")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = (
    (re.compile(r"ou|oo|oe|ow|aw|au|u|o"), "u"),
    (re.compile(r"ei|ey|ai|ay|ee|ie|iy|ea|y|e|i"), "i"),
    (re.compile(r"a+"), "a"),
)
_NOT_CONSONANT = re.compile(r"[aeiouyhw']+")


@lru_cache(maxsize=65_536)
def _consonants(plain: str) -> str:
    for spelling, letter in _DIGRAPHS:
        if spelling in plain:
            plain = plain.replace(spelling, letter)
    return plain.translate(_LETTERS)


@lru_cache(maxsize=65_536)
def folded_vowels(plain: str) -> str:
    """`plain` with one letter for each group of consonants and of vowels, undoubled.

    Bare endings are left out where three letters remain.
    """
    folded = _consonants(plain)
    for pattern, letter in _VOWELS:
        folded = pattern.sub(letter, folded)
    folded = _DOUBLED.sub(r"\1", folded)
    return _ENDING.sub("", folded) or folded


@lru_cache(maxsize=65_536)
def skeleton_of(plain: str) -> str:
    """The consonants of `plain`, one letter for each group; an initial vowel is kept as `a`."""
    folded = _DOUBLED.sub(r"\1", _consonants(plain))
    bare = _DOUBLED.sub(r"\1", _NOT_CONSONANT.sub("", folded[1:]))
    first = folded[:1]
    # Egyptian and Turkish spellings have g and c for j.
    return (("a" if first in "aeiouy" else first) + bare).replace("j", "k")
