import pytest

from briefs.search.phrases import PhraseIndex

QUOTES = [(1, "Cancer waits for no one"), (2, "The sonic booms are scary, but the noodles make it better")]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("cancer waits for", 1),
        ("noodles make it better", 2),
        ("the nodles make it beter", 2),
        ("booms are scary but", 2),
    ],
)
def test_a_run_of_words_finds_its_quotation(words: str, number: int) -> None:
    assert list(PhraseIndex(QUOTES).search(words, [])) == [number]


@pytest.mark.parametrize(
    "words", ["cancer", "waits no", "for no one knows the trouble", "make noodles with better soup"]
)
def test_other_words_find_none(words: str) -> None:
    assert PhraseIndex(QUOTES).search(words, []) == {}


def test_of_very_many_quotations_the_proposed_ones_are_compared() -> None:
    many = PhraseIndex([*QUOTES, *((number, f"quotation number {number}") for number in range(3, 3000))])
    assert many.search("cancer waits for no one", [2]) == {}
    assert list(many.search("cancer waits for no one", [1, 2])) == [1]
