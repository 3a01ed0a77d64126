import pytest

from briefs.search.addressing import question_in, subject_of
from briefs.search.folding import fold


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Hi, can you please tell me about the vest?", "the vest"),
        ("I want to know how the vest came about", "how the vest came about"),
        ("Is it true that Blinken wore a vest", "blinken wore a vest"),
        ("any news on Khiam", "khiam"),
        ("What's the latest on the ceasefire?", "the ceasefire"),
        ("a list of militias", "militias"),
        ("what's the deal with the vest", "the vest"),
        ("the deal with the factions", "the deal with the factions"),
        ("what does the report say about Khazali", "khazali"),
        ("احكيلي عن كارول", "كارول"),
        ("what did Blinken wear", "what did blinken wear"),
        ("news agency", "news agency"),
        ("tellers", "tellers"),
        ("tell me", ""),
    ],
)
def test_a_question_is_free_of_the_words_for_whoever_is_asked(text: str, question: str) -> None:
    assert question_in(fold(text)) == question


@pytest.mark.parametrize(
    "text",
    [
        "who is Al-Hajj?",
        "who Al-Hajj is",
        "Al-Hajj who is he",
        "Al-Hajj meen",
        "min howa Al-Hajj",
        "the Al-Hajj",
        "Al-Hajj meaning pls",
    ],
)
def test_a_subject_is_free_of_the_asking(text: str) -> None:
    assert subject_of(fold(text)) == "al hajj"


def test_of_words_that_only_ask_nothing_may_be_left() -> None:
    assert subject_of("the") == "the"
    assert subject_of("who is") == "is"
