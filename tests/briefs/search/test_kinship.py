"""Arabic and Persian words that are forms of one word."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.search import stems
from briefs.search.folding import fold
from briefs.search.kinship import KIN, LEAST, MAX_KIN, compile_kin, keys_of, kin_of


def stem(word: str) -> str:
    return stems.stem(fold(word))


def kin(word: str, *known: str) -> dict[str, float]:
    database = sqlite3.connect(":memory:")
    compile_kin(database, {stem(one) for one in known})
    return dict(kin_of(database, stem(word)))


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("يتوقف", "توقف"),  # a verb, with the sign of its person
        ("بيتقاتلوا", "قتال"),  # spoken, and of another stem
        ("عالمستشفى", "مستشفى"),  # a particle and the article
        ("منازلهم", "منازل"),  # a pronoun
        ("منازل", "منزل"),  # a broken plural
        ("خانه‌هایشان", "خانه"),  # a Persian plural and a pronoun
        ("می‌گوید", "گوید"),  # a Persian verb
    ],
)
def test_forms_of_a_word_are_kin(word: str, other: str) -> None:
    found = kin(word, other)
    assert LEAST * KIN <= found[stem(other)] <= KIN


@pytest.mark.parametrize(("word", "other"), [("مستشفى", "مدرسة"), ("حرب", "سلام"), ("سوريا", "السوداني")])
def test_other_words_are_none(word: str, other: str) -> None:
    assert kin(word, other) == {}


def test_nearer_forms_are_surer_and_come_first() -> None:
    found = kin("توقف", "يتوقف", "توقيف")
    assert list(found) == [stem("يتوقف"), stem("توقيف")]
    assert found[stem("يتوقف")] > found[stem("توقيف")]


def test_a_word_is_not_its_own_kin_and_has_few() -> None:
    forms = ["يكتب", "تكتب", "نكتب", "كاتب", "كتاب", "كتب", "مكتوب", "كتبوا", "سيكتب", "بيكتب"]
    found = kin("يكتب", *forms)
    assert stem("يكتب") not in found
    assert len(found) == MAX_KIN


@pytest.mark.parametrize("word", ["rocket", "", "3ain", "م" * 25])
def test_other_scripts_and_endless_words_leave_nothing(word: str) -> None:
    assert keys_of(word) == {}


@given(st.text("ابتجحخدرزسشصضطعغفقكلمنهويى", min_size=1, max_size=24))
def test_any_word_leaves_surely_itself_and_nothing_surer(word: str) -> None:
    keys = keys_of(word)
    assert len(keys) < 400
    assert all(0 < sure <= 1 for sure in keys.values())
    assert len(word) < 3 or keys[word] == 1.0
