from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.check.language.numbers import Sort, numbers

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


def _spelt(number: int) -> str:
    """An English number word, written independently of the code that reads it."""
    if number < 20:
        return _UNITS[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_UNITS[number % 10]}" if number % 10 else "")
    for scale, word in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joined = "" if not rest else f" and {_spelt(rest)}" if rest < 100 else f" {_spelt(rest)}"
            return f"{_spelt(number // scale)} {word}{joined}"
    raise AssertionError(number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 150 attacks", [150]),
        ("a budget of $450 billion", [450 * 10**9]),
        ("4,500 people and 3.5 metres", [4500, Fraction(7, 2)]),
        ("the 27th day", [27]),
        ("a 9-year-old", [9]),
        ("Eight-year-old Mohammad", [8]),
        ("a 90-minute drive", [90]),
        ("four or six members", [4, 6]),
        ("one or two vehicles", [1, 2]),
        ("the first attack, the twenty-seventh day", [1, 27]),
        ("twenty five", [25]),
        ("five, six", [5, 6]),
        ("two hundred and fifty thousand", [250_000]),
        ("the hundredth, the two hundredth", [100, 200]),
        ("no one and one of them", []),
        ("a third attack, a quarter of the city", [3, Fraction(1, 4)]),
        ("phone 12.5.2020", [Fraction(25, 2)]),
        ("nothing at all", []),
    ],
)
def test_numbers_of_a_text(text: str, expected: list[Fraction | int]) -> None:
    assert [number.value for number in numbers(text)][: len(expected) or 1] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("60%", "sixty percent"),
        ("60 percent", "60 per cent"),
        ("50%", "half"),
        ("a third of them", "one third of them"),
        ("two-thirds", "two thirds"),
        ("three quarters", "75%"),
        ("tens of thousands", "tens of thousands of people"),
        ("9", "nine"),
        ("30th", "30"),
        ("the thirtieth", "30"),
    ],
)
def test_the_same_number_in_other_words(one: str, other: str) -> None:
    assert [number.key for number in numbers(one)] == [number.key for number in numbers(other)]


@pytest.mark.parametrize(("one", "other"), [("60%", "60"), ("a third of it", "the third"), ("dozens", "12")])
def test_shares_crowds_and_counts_differ(one: str, other: str) -> None:
    assert [number.key for number in numbers(one)] != [number.key for number in numbers(other)]


@given(st.integers(min_value=2, max_value=10**8 - 1))
def test_every_number_is_read_in_words_and_in_figures(number: int) -> None:
    for written in (_spelt(number), str(number), f"{number:,}"):
        found = numbers(f"They saw {written} birds.")
        assert [(one.sort, one.value) for one in found] == [(Sort.COUNT, Fraction(number))], written
        assert f"They saw {written} birds."[found[0].start : found[0].end] == written


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for number in numbers(text):
        assert 0 <= number.start < number.end <= len(text)
