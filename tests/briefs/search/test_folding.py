import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.search.folding import MAX_QUERY_CHARACTERS, bounded, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qa'ani", "QAANI"),
        ("Kata’ib", "Kataib"),
        ("Ḥasan", "hasan"),
        ("al-Sadr", "AL SADR"),
        ("أبو فدك", "ابو فدك"),
        ("إسماعيل", "اسماعيل"),
        ("خامنه‌ای", "خامنهاي"),
        ("عَلِيّ", "علي"),
        ("مصطفى", "مصطفي"),
        ("Straße", "STRASSE"),
        ("ﷲ", "الله"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("scholarly", "press"),
    [("Ḥašd aš-Šaʿbī", "Hashd ash-Shabi"), ("Haşdi", "Hashdi"), ("Ġaza", "Ghaza"), ("Ḫālid", "Khalid"),
     ("ẖalid", "khalid"), ("ṯawra", "thawra"), ("Ḏahab", "Dhahab"), ("Nuǧabāʾ", "Nujaba")],
)  # fmt: skip
def test_scholarly_letters_are_those_of_the_press(scholarly: str, press: str) -> None:
    assert fold(scholarly) == fold(press)


@pytest.mark.parametrize(("one", "other"), [("Hassan", "Hussein"), ("قيس", "قاسم"), ("2019", "2020")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_and_leaves_words_of_letters_and_digits(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert all(word.isalnum() for word in folded.split())
    assert "  " not in folded
    assert not any(unicodedata.combining(character) for character in folded)


@given(st.text(min_size=MAX_QUERY_CHARACTERS))
def test_a_bounded_query_is_one_short_line(text: str) -> None:
    assert len(bounded(text)) <= MAX_QUERY_CHARACTERS
    assert "\n" not in bounded(text)


def test_a_long_query_is_cut_between_words() -> None:
    assert bounded("word " * 400).endswith("word")
