"""Words of names that stand for one another."""

import pytest

from briefs.library import Library
from briefs.models import Kind
from briefs.search.aliases import related_by_alias
from briefs.search.answer import Outcome
from briefs.search.folding import fold
from briefs.search.stems import stem


def related(*forms: str) -> set[tuple[str, str]]:
    return set(related_by_alias([forms]))


def pair(one: str, other: str) -> tuple[str, str]:
    return stem(fold(one)), stem(fold(other))


@pytest.mark.parametrize(
    ("forms", "one", "other"),
    [
        (("Esmail Qaani", "Ismail Ghani"), "qaani", "ghani"),
        (("Esmail Qaani", "إسماعيل قاآني"), "esmail", "إسماعيل"),
        (("Abou Fadak", "Abu Fadak"), "abou", "abu"),
        (("PMF", "Hashd"), "pmf", "hashd"),
    ],
)
def test_words_of_two_forms_that_are_alike_and_names_of_one_word_stand_for_one_another(
    forms: tuple[str, ...], one: str, other: str
) -> None:
    found = related(*forms)
    assert {pair(one, other), pair(other, one)} <= found


def test_other_words_of_the_same_name_do_not() -> None:
    found = related("Esmail Qaani", "Ismail Ghani", "commander of the Quds Force")
    assert pair("esmail", "qaani") not in found
    assert pair("qaani", "commander") not in found
    assert all(one != other for one, other in found)


def test_entities_are_kept_apart() -> None:
    found = set(related_by_alias([("Qais Khazali",), ("Qasem Khazaali",)]))
    assert found == set()


def test_a_brief_is_found_by_another_spelling_of_a_name_in_its_title(library: Library) -> None:
    asked = [
        (topic.id, fold(topic.title).replace(surname, fold(alias)))
        for topic in library.topics.values()
        for person in (library.people[identifier] for identifier in topic.people if identifier in library.people)
        for surname in [fold(person.name).split()[-1]]
        for alias in person.aliases
        if surname in fold(topic.title).split() and alias.isascii() and len(fold(alias).split()) == 1
    ]
    assert asked
    for identifier, question in asked:
        answer = library.search(question, {Kind.TOPIC})
        assert answer.outcome is not Outcome.NOTHING, question
        assert answer.results[0].id == identifier, question
