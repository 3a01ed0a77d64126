import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.check.language.hedges import hedges, is_hedged
from briefs.check.language.quotations import folded, is_closed, outside_quotations, quotations, stands_in
from briefs.check.language.reading_grade import reading_grade, syllables
from briefs.check.language.sentences import clauses, sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He came. She left.", 2),
        ('He said: "It is so. It is not." She left.', 2),
        ("Dr. Noun came on Nov. 5 with J. Smith.", 1),
        ("Was it far? It was not!", 2),
        ("The rest ... was silence.", 1),
        ("It rose by 3.5 per cent.", 1),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count
    assert " ".join(sentences(text)) == text


def test_clauses() -> None:
    assert list(clauses("He came, it seemed, by night; but she (and they) stayed")) == [
        "He came",
        "it seemed",
        "by night",
        "she",
        "and they",
        "stayed",
    ]


def test_quotations_with_any_marks() -> None:
    assert [one.text for one in quotations('a "b c" d “e” f "g')] == ["b c", "e", "g"]
    assert outside_quotations('a "b c" d “e” f') == ["a ", " d ", " f"]
    assert is_closed('a "b"')
    assert not is_closed('a "b')


@pytest.mark.parametrize(
    ("quoted", "text", "stands"),
    [
        ("It’s “so”,", "they said it's 'so' then; It's 'so' again", True),
        ("war of words.", "a war of words, they say", True),
        ("war of word", "a war of words", False),
        ("first ... last", "the first and the very last of all", True),
        ("last ... first", "the first and the very last of all", False),
        ("first last", "the first and the very last of all", False),
        ("(...) it is", "regions (...) it is your age", True),
        ("ﬁne  words", "these fine words", True),
        ("…", "anything", False),
    ],
)
def test_a_quotation_stands_letter_by_letter(quoted: str, text: str, stands: bool) -> None:  # noqa: FBT001 (a case)
    assert stands_in(quoted, text) is stands


@given(st.text(max_size=80))
def test_folding_is_done_after_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("text", ["It is likely.", "He may come.", "It is said to be so.", "It seemed empty."])
def test_hedges(text: str) -> None:
    assert hedges(text)
    assert is_hedged(text)


@pytest.mark.parametrize("text", ["It is so.", "In May it was likeable.", "She saw it."])
def test_facts(text: str) -> None:
    assert not hedges(text)
    assert not is_hedged(text)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("crane", 1), ("harbour", 2), ("idea", 3), ("Iranian", 4), ("government", 3), ("table", 2), ("blamed", 1),
        ("wanted", 2), ("houses", 2), ("created", 3), ("people", 2), ("US", 2), ("150", 1), ("the", 1), ("various", 3),
    ],
)  # fmt: skip
def test_syllables_within_one(word: str, count: int) -> None:
    assert abs(syllables(word) - count) <= 1


def test_the_reading_grade_rises_with_longer_words_and_sentences() -> None:
    plain = reading_grade(["The cat sat.", "It saw a bird."])
    long = reading_grade(
        ["Considerable institutional deterioration characterised the administration of the territory."]
    )
    assert plain < 3
    assert long > 12
    assert reading_grade([]) == 0


def test_the_reading_grade_of_a_known_text() -> None:
    # A usual example: 13 words and 24 syllables, grade 11.3; the spelling suggests a few syllables more.
    text = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert reading_grade([text]) == pytest.approx(11.3, abs=2.5)
