"""Realistic names in any number and queries for them, from a fixed seed: what `scale.py` measures with."""

import random
from bisect import bisect
from itertools import accumulate

SEED = 20240129
_GIVEN = [
    "mohammed",
    "ahmed",
    "ali",
    "hassan",
    "hussein",
    "omar",
    "fatima",
    "abdullah",
    "ibrahim",
    "khalid",
    "yusuf",
    "mahmoud",
    "mustafa",
    "karim",
    "salim",
    "nasser",
    "tariq",
    "jamal",
    "faisal",
    "hamza",
    "bilal",
    "samir",
    "walid",
    "adel",
    "zaid",
    "rashid",
    "majid",
    "hadi",
    "jawad",
    "qasim",
    "saad",
    "bashar",
    "ziad",
    "imad",
    "nabil",
    "maryam",
    "layla",
    "zaynab",
    "khadija",
    "amina",
    "huda",
    "nour",
    "rania",
    "dina",
    "salma",
    "reza",
    "mehdi",
    "hossein",
    "javad",
    "behnam",
    "farhad",
    "kamran",
    "dariush",
    "shirin",
    "parisa",
    "john",
    "michael",
    "david",
    "james",
    "robert",
    "william",
    "maria",
    "anna",
    "elena",
    "sofia",
    "peter",
    "paul",
    "thomas",
    "daniel",
    "andrew",
    "mark",
    "laura",
    "julia",
    "ivan",
    "sergei",
    "dmitri",
    "olga",
    "natalia",
    "mehmet",
    "mustafa",
    "emre",
    "ayse",
    "fatma",
    "elif",
    "carlos",
    "jose",
    "luis",
    "miguel",
    "ana",
    "carmen",
    "jean",
    "pierre",
    "marie",
    "claire",
    "luca",
    "marco",
    "giulia",
    "wei",
    "li",
    "chen",
    "wang",
    "yuki",
    "hiroshi",
    "raj",
    "amit",
    "priya",
    "sanjay",
]
_ONSETS = [
    "b",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "q",
    "r",
    "s",
    "t",
    "w",
    "y",
    "z",
    "kh",
    "sh",
    "gh",
    "th",
    "dh",
    "ch",
    "br",
    "dr",
    "kr",
    "st",
    "tr",
    "al",
]
_NUCLEI = ["a", "a", "a", "i", "i", "u", "u", "e", "o", "aa", "ee", "ou", "ai"]
_CODAS = ["", "", "", *["b", "d", "f", "h", "k", "l", "m", "n", "r", "s", "t", "z", "sh", "kh", "nd", "rt", "ss"]]
_ENDINGS = ["", "", "", "", "i", "i", "awi", "ani", "zadeh", "ov", "oglu", "son", "ez", "ini"]
_VOWELS = "aeiou"
_SWAPS = {"a": "e", "e": "a", "i": "e", "o": "u", "u": "o"}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _tokens(count: int, rng: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = rng.choice((1, 2, 2, 2, 3))
        word = "".join(rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS) for _ in range(syllables))
        word += rng.choice(_ENDINGS)
        if 3 <= len(word) <= 14:
            found.setdefault(word)
    return list(found)


class _Zipf:
    """Draws items, the nth as often as 1 / (n + shift)."""

    def __init__(self, items: list[str], shift: float) -> None:
        self._items = items
        self._sums = list(accumulate(1 / (place + shift) for place in range(1, len(items) + 1)))

    def draw(self, rng: random.Random) -> str:
        return self._items[bisect(self._sums, rng.random() * self._sums[-1])]


def names(count: int) -> list[str]:
    """`count` names of two to four tokens; common given names, surnames with a long tail, no two names the same."""
    rng = random.Random(SEED + count)  # noqa: S311 (names, not secrets)
    given = _Zipf([*_GIVEN, *_tokens(1500, rng)], 8)
    family = _Zipf(_tokens(max(500, int(count**0.5 * 180)) if count < 1_000_000 else 180_000, rng), 30)
    found: dict[str, None] = {}
    while len(found) < count:
        size = rng.choice((2, 2, 3, 3, 4))
        words = [given.draw(rng), *(rng.choice((given, family)).draw(rng) for _ in range(size - 2)), family.draw(rng)]
        found.setdefault(" ".join(word.capitalize() for word in words))
    return list(found)


def queries(known: list[str], count: int) -> list[tuple[str, int]]:
    """`count` distorted names with the places of their origins: edits, dropped, swapped and re-vowelled tokens."""
    rng = random.Random(SEED)  # noqa: S311 (likewise)
    found = []
    for _ in range(count):
        place = rng.randrange(len(known))
        words = known[place].lower().split()
        for _ in range(rng.choice((1, 1, 2))):
            kind = rng.choice(("edit", "edit", "drop", "swap", "vowel", "vowel"))
            at = rng.randrange(len(words))
            if kind == "drop" and len(words) > 2:
                del words[at]
            elif kind == "swap" and len(words) > 1:
                other = (at + 1) % len(words)
                words[at], words[other] = words[other], words[at]
            elif kind == "vowel":
                words[at] = "".join(
                    _SWAPS[letter] if letter in _VOWELS and rng.random() < 0.5 else letter for letter in words[at]
                )
            else:
                words[at] = edited(words[at], rng)
        found.append((" ".join(words), place))
    return found


def edited(word: str, rng: random.Random) -> str:
    """`word` with one slip: a letter inserted, left out, replaced or changed with the next."""
    at = rng.randrange(len(word))
    kind = rng.choice(("insert", "delete", "replace", "transpose"))
    if kind == "insert":
        return word[:at] + rng.choice(_LETTERS) + word[at:]
    if kind == "delete" and len(word) > 2:
        return word[:at] + word[at + 1 :]
    if kind == "replace":
        return word[:at] + rng.choice(_LETTERS) + word[at + 1 :]
    return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
