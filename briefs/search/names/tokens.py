"""The parts of a name, each in three views: plain, folded over romanisation habits, and its consonants alone."""

import re
from functools import lru_cache
from typing import NamedTuple

from briefs.search.folding import fold
from briefs.search.names.arabic import is_arabic, romanised

_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ar", "an", "at", "ad", "az", "the", "l"})
_TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "sheikh", "shaykh", "cheikh", "sayyid", "sayed", "seyyed", "haj", "pm", "mp"}
)
# What one word of a name has been romanised to; the consonants that follow are folded by `_CONSONANTS`.
_WORD_FORMS = {
    **dict.fromkeys(("abou", "abo", "abi", "aboo", "bu", "ابو", "ابي", "ابا"), "abu"),
    **dict.fromkeys(("ibn", "ben", "bint", "bn"), "bin"),
    **dict.fromkeys(("abdel", "abdul", "abdal", "abd", "abdu"), "abdul"),
    **dict.fromkeys(
        ("mohammed", "mohamed", "mohamad", "mohammad", "muhammad", "muhammed", "mehmed", "mohd"), "muhamad"
    ),
}
_ABD = re.compile(r"^abd(?:ul|el|al)(?=[a-z]{3})")
_CONSONANTS = (
    (re.compile(r"tch|tsh|ch|sh|sch"), "š"),
    (re.compile(r"dj|dzh|zh|j"), "j"),
    (re.compile(r"kh|gh|ck|q|c|k|g|x"), "k"),
    (re.compile(r"dh|th(?=[aeiou]?$)|z"), "z"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ph|v"), "f"),
    (re.compile(r"p"), "b"),
)
_VOWELS = (
    (re.compile(r"ou|oo|oe|ow|aw|au|w|o|u"), "u"),
    (re.compile(r"ei|ey|ai|ay|ee|ie|iy|y|e|i"), "i"),
    (re.compile(r"a+"), "a"),
)
_FINAL = re.compile(r"(?<=.{2})(?:[aiu]?h|[aiu]+)$")
_DOUBLED = re.compile(r"(.)\1+")
_SKELETON_DROPS = re.compile(r"(?<=.)[aiuh]+")


class NameToken(NamedTuple):
    """One part of a name.

    `plain` is folded text; `folded` has one letter for each group of letters that romanisations swap; `skeleton` keeps
    consonants; `unvowelled` says that it came from Arabic script, so that vowels prove nothing.
    """

    plain: str
    folded: str
    skeleton: str
    unvowelled: bool


@lru_cache(maxsize=65_536)
def name_token(word: str) -> NameToken:
    """The views of one folded word."""
    unvowelled = is_arabic(word)
    plain = _WORD_FORMS.get(word) or (romanised(word) if unvowelled else word)
    folded = plain
    for pattern, letter in _CONSONANTS:
        folded = pattern.sub(letter, folded)
    for pattern, letter in _VOWELS:
        folded = pattern.sub(letter, folded)
    folded = _FINAL.sub("", _DOUBLED.sub(r"\1", folded)) or folded
    skeleton = _DOUBLED.sub(r"\1", _SKELETON_DROPS.sub("", folded))
    return NameToken(plain, folded, skeleton or folded, unvowelled)


@lru_cache(maxsize=65_536)
def name_tokens(name: str) -> tuple[NameToken, ...]:
    """The parts of `name` that tell it from others: articles and titles are left out unless nothing else remains."""
    words = [part for word in fold(name).split() for part in _compound(word)]
    telling = [word for word in words if word not in _ARTICLES and word not in _TITLES]
    return tuple(name_token(word) for word in telling or words)


def _compound(word: str) -> tuple[str, ...]:
    """Parts `abdulmahdi` into `abdul` and `mahdi`; other words stay whole."""
    match = _ABD.match(word)
    return ("abdul", word[match.end() :]) if match else (word,)
