"""Numbers in English text, whether in figures or in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from briefs.check.language.names import words

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_ORDINAL_TENS = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"]
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {word: 20 + 10 * at for at, word in enumerate(_TENS)}
_ORDINAL_VALUES = (
    {word: value for value, word in enumerate(_ORDINALS)}
    | {word: 20 + 10 * at for at, word in enumerate(_ORDINAL_TENS)}
    | {f"{word}th": value for word, value in _SCALES.items()}
)
_SHARES = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(1, 4)} | {
    f"{word}{plural}": Fraction(1, value) for value, word in enumerate(_ORDINALS) for plural in ("", "s") if value > 2
}
_CROWDS = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1_000, "millions": 10**6, "billions": 10**9}

_FIGURES = re.compile(
    r"(?<![\w.,])[$€£]?(?P<figure>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?(?P<ordinal>st|nd|rd|th)?"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion)\b)?"
    r"(?P<percent>\s?(?:%|percent\b|per\s+cent\b))?(?![\d])",
    re.IGNORECASE,
)
_OPENING = frozenset({*_SMALL, *_ORDINAL_VALUES, *_CROWDS, "half", "a"})
_TELLING = _OPENING - {"a"}
_LONGEST = 32
"""So many words a number may take."""
_WORDS = re.compile(r"[A-Za-z]+|[^A-Za-z\s]+")


class Sort(StrEnum):
    """What a number says."""

    COUNT = "count"
    """How many, or the how-manieth: "nine", "30", "30th"."""
    SHARE = "share"
    """A part of a whole: "60%", "a third"."""
    CROWD = "crowd"
    """A size of which only the scale is said: "tens of thousands"."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, `written` so between `start` and `end`; two are the same when sort and value are."""

    sort: Sort
    value: Fraction
    written: str
    start: int
    end: int

    @property
    def key(self) -> tuple[Sort, Fraction]:
        """What is compared."""
        return self.sort, self.value


@lru_cache(maxsize=4_096)
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of `text`, from left to right. The word "one" alone counts as a pronoun, not as a number."""
    return tuple(sorted([*_in_figures(text), *_in_words(text)], key=lambda number: number.start))


def _in_figures(text: str) -> Iterator[Number]:
    for match in _FIGURES.finditer(text):
        value = Fraction(match["figure"].replace(",", "") + (match["part"] or ""))
        if match["scale"]:
            value *= _SCALES[match["scale"].lower()]
        sort = Sort.COUNT
        if match["percent"]:
            value, sort = value / 100, Sort.SHARE
        yield Number(sort, value, match[0].strip(), match.start(), match.end())


def _in_words(text: str) -> Iterator[Number]:
    if _TELLING.isdisjoint(word.folded for word in words(text)):
        return
    tokens = [(match[0].lower(), match.start(), match.end()) for match in _WORDS.finditer(text)]
    at = 0
    while at < len(tokens):
        if tokens[at][0] not in _OPENING:
            at += 1
            continue
        length, sort, value = _read([word for word, _, _ in tokens[at : at + _LONGEST]])
        if length:
            start, end = tokens[at][1], tokens[at + length - 1][2]
            yield Number(sort, value, text[start:end], start, end)
        at += length or 1


def _read(tokens: list[str]) -> tuple[int, Sort, Fraction]:
    """How many of `tokens` make up a number at their beginning (0: none do), and which."""
    if part := _share(tokens) or _crowd(tokens):
        return part
    length, value, is_ordinal = _count(tokens)
    if not length:
        return 0, Sort.COUNT, Fraction(0)
    following = tokens[length : length + 2]
    if value == 1 and not is_ordinal and following[:1] not in (["-"], ["or"]):
        return 0, Sort.COUNT, Fraction(1)
    if following[:1] in (["percent"], ["%"]) or following == ["per", "cent"]:
        return length + (2 if following[0] == "per" else 1), Sort.SHARE, Fraction(value, 100)
    return length, Sort.COUNT, Fraction(value)


def _share(tokens: list[str]) -> tuple[int, Sort, Fraction] | None:
    """A fraction in words: "half", "a third", "two-thirds", "three quarters of"."""
    if tokens[0] == "half":
        return 1, Sort.SHARE, _SHARES["half"]
    top = 1 if tokens[0] in {"a", "one"} else _SMALL.get(tokens[0], 0)
    rest = tokens[1:]
    if rest[:1] == ["-"]:
        rest = rest[1:]
    if not top or not rest or rest[0] not in _SHARES:
        return None
    # "A third of the attacks" and "two thirds" are shares; "a third attack" and "twenty-seventh" are not.
    if (rest[1:2] != ["of"]) if top == 1 else not rest[0].endswith("s"):
        return None
    return len(tokens) - len(rest) + 1, Sort.SHARE, top * _SHARES[rest[0]]


def _crowd(tokens: list[str]) -> tuple[int, Sort, Fraction] | None:
    """A size by its scale alone: "dozens", "tens of thousands"."""
    if tokens[0] not in _CROWDS:
        return None
    value, length = _CROWDS[tokens[0]], 1
    while tokens[length : length + 1] == ["of"] and len(tokens) > length + 1 and tokens[length + 1] in _CROWDS:
        value *= _CROWDS[tokens[length + 1]]
        length += 2
    return length, Sort.CROWD, Fraction(value)


def _count(tokens: list[str]) -> tuple[int, int, bool]:
    """A whole number in words: how many words it takes, its value, whether it is an ordinal."""
    total = current = length = 0
    at = 0
    while at < len(tokens):
        word = tokens[at]
        if word in {"-", "and"} and length:
            at += 1
            continue
        if word in _SMALL and not (length and current % 100 and _SMALL[word] >= 10):
            if word in _UNITS and length and current % 10:
                break
            current += _SMALL[word]
        elif word in _SCALES and length:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, 0
        elif word in _ORDINAL_VALUES:
            scale = _ORDINAL_VALUES[word]
            return at + 1, total + (current * scale if scale >= 100 and current else current + scale), True
        else:
            break
        at += 1
        length = at
    return length, total + current, False
