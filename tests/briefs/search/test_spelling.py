import pytest

from briefs.search.spelling import near, slips_of


@pytest.mark.parametrize(
    ("slip", "word"),
    [("cordination", "coordination"), ("framwork", "framework"), ("chilrens", "childrens"), ("recieve", "receive")],
)
def test_a_slip_meets_its_word_and_is_near_it(slip: str, word: str) -> None:
    assert slips_of(slip) & slips_of(word)
    assert [found for found, _ in near(slip, [word, "something"])] == [word]


@pytest.mark.parametrize(("word", "other"), [("austin", "boston"), ("texas", "taxis"), ("paris", "party")])
def test_other_words_are_not_near(word: str, other: str) -> None:
    assert not list(near(word, [other]))


def test_short_words_and_numbers_have_no_slips() -> None:
    assert not slips_of("iran")
    assert not slips_of("20231007")
