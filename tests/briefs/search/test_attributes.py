"""What readers ask of anybody."""

import pytest

from briefs.library import Library
from briefs.search.answer import Outcome
from briefs.search.attributes import attributes, left_untold
from briefs.search.folding import fold
from briefs.search.stems import stem


def texts(*words: str) -> list[frozenset[str]]:
    return [frozenset(map(stem, text.split())) for text in words]


@pytest.mark.parametrize(
    "question",
    [
        "how old is the keeper",
        "the keeper's date of birth",
        "which university did the keeper go to",
        "كم عمر الحارس",
        "is the keeper married",
        "the keeper's phone number",
    ],
)
def test_what_no_text_tells_is_left_untold(question: str) -> None:
    assert left_untold(fold(question), texts("the keeper lit the lamp", "the pier fell"))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how old is the keeper", "the keeper is 60 years old"),
        ("how old is the keeper", "the keeper was born on the pier"),
        ("where did the keeper study", "a graduate in law"),
        ("كم عمر الحارس", "the keeper aged 60"),
    ],
)
def test_one_text_that_tells_it_is_enough(question: str, text: str) -> None:
    assert not left_untold(fold(question), texts("the pier fell", text))


@pytest.mark.parametrize("question", ["who lit the lamp", "", "the older pier", "studying"])
def test_other_questions_ask_for_nothing_of_the_kind(question: str) -> None:
    assert not left_untold(fold(question), [])


def test_every_way_of_asking_is_written_as_questions_are_read() -> None:
    for attribute in attributes():
        phrases = attribute.asking.pattern.removeprefix(r"\b(?:").removesuffix(r")\b").replace("\\", "").split("|")
        assert phrases == [fold(phrase) for phrase in phrases]
        assert attribute.telling


def test_a_profile_without_it_is_offered_beside_the_answer_that_it_is_not_told(library: Library) -> None:
    told = {stem(word) for word in ("salary", "wage", "pay", "paid", "income", "earn", "fortune", "wealth", "rich")}
    person = next(
        person
        for person in library.people.values()
        if not told & {stem(word) for block in person.blocks() for word in fold(block.text).split()}
    )
    answer = library.search(f"what is the salary of {person.name}")
    assert answer.outcome is Outcome.NOTHING
    assert person.id in {result.id for result in answer.results}
