import pytest

from briefs.search.names.similarity import MIN_LIKENESS, likenesses, token_likeness
from briefs.search.names.tokens import name_token


@pytest.mark.parametrize(("one", "other"), [("mousavi", "mousawi"), ("navabi", "nawabi"), ("davoud", "dawoud")])
def test_persian_v_stands_for_arabic_w(one: str, other: str) -> None:
    assert token_likeness(name_token(one), name_token(other)) > 0.9
    assert token_likeness(name_token(other), name_token(one)) > 0.9


@pytest.mark.parametrize(("one", "other"), [("ivanov", "iwanek"), ("ava", "awad"), ("viktor", "walid")])
def test_a_v_makes_no_two_parts_alike(one: str, other: str) -> None:
    assert token_likeness(name_token(one), name_token(other)) < 0.8


def test_those_of_several_that_may_be_the_same_are_told_with_their_places() -> None:
    known = name_token("soleimani")
    query = [name_token(word) for word in ("qasem", "sulaymani", "سليماني")]
    found = likenesses(query, known)
    assert {place for _, place in found} == {1, 2}
    assert all(likeness >= MIN_LIKENESS for likeness, _ in found)
