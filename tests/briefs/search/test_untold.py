"""What the documents leave open, as editors foresaw it: asked for, it is met with nothing."""

import sqlite3

import pytest

from briefs.library import Library
from briefs.models import Kind, ParagraphId
from briefs.search.answer import Outcome
from briefs.search.compiled import compile_units
from briefs.search.engine import SearchEngine
from briefs.search.query import parse_query
from briefs.search.terms import TermReader, Terms
from briefs.search.units import Evidence, Unit, untold
from briefs.search.untold import Likeness, UntoldIndex, compile_untold
from briefs.search.words import Lexicon

QUESTIONS = ("who built the old crane", "how much did the repair of the pier cost")
TOLD = {"crane": 5, "pier": 5, "repair": 2}


def likeness(query: str, questions: tuple[str, ...] = QUESTIONS) -> Likeness:
    database = sqlite3.connect(":memory:")
    stems = compile_untold(database, ((question, row) for row, question in enumerate(questions)))
    assert bool(stems) is bool(questions)
    return UntoldIndex(database).likeness(terms(query))


def terms(query: str) -> Terms:
    reader = TermReader(
        Lexicon.compiled(),
        lambda stem: TOLD.get(stem, 0),
        lambda stem: 6.0 - TOLD.get(stem, 0) / 2,
        lambda stem: [("built", 0.7)] if stem == "construct" else [],
        lambda _: [],
    )
    return reader.read(parse_query(query))


def test_the_same_question_is_wholly_alike() -> None:
    assert likeness("who built the old crane?").agreement == pytest.approx(1)


def test_other_words_for_it_are_alike_too() -> None:
    assert 0.5 < likeness("who constructed the old crane").agreement < 1


def test_a_shared_word_is_little() -> None:
    assert likeness("when did the crane fall").agreement < 0.4


def test_a_question_that_says_more_holds_less_in_common() -> None:
    assert likeness("who built the old crane and shut the pier in June").share < 0.8


@pytest.mark.parametrize("query", ["", "the", "zebra"])
def test_what_has_nothing_in_common_is_not_alike(query: str) -> None:
    assert likeness(query) == Likeness()


def test_a_library_need_not_foresee_anything() -> None:
    assert likeness("who built the old crane", ()) == Likeness()


def test_a_question_knows_beside_what_the_other_one_is_asked() -> None:
    assert likeness("what did repairing the pier cost").beside == 1


def test_what_is_foreseen_to_be_left_open_is_met_with_nothing_and_offers_its_item(library: Library) -> None:
    asked = list(untold(library))[::2]
    answers = [(identifier, library.search(question)) for _, identifier, question in asked]
    silent = [(identifier, answer) for identifier, answer in answers if answer.outcome is Outcome.NOTHING]
    # A few name somebody so plainly that the profile is shown.
    assert len(silent) >= 0.99 * len(asked)
    offered = [identifier in {result.id for result in answer.results} for identifier, answer in silent]
    assert sum(offered) >= 0.95 * len(silent)
    assert len(asked) > 500


@pytest.mark.parametrize("question", ["tell me a joke", "how to cook rice", "what is the capital of France"])
def test_what_people_ask_any_bot_is_of_other_things(library: Library, question: str) -> None:
    assert library.search(question).outcome is Outcome.NOTHING


def test_a_library_that_tells_what_people_ask_any_bot_answers_it() -> None:
    cite = ParagraphId("kitchen", 1)
    told = "To cook rice, take twice as much water, and let it rest."
    unit = Unit(
        Kind.PASSAGE, str(cite), "Rice", (), (), (Evidence(told, (cite,)),), (Evidence("how to cook rice", (cite,)),)
    )
    answer = SearchEngine(compile_units([unit])).search("how to cook rice", {Kind.PASSAGE})
    assert answer.outcome is not Outcome.NOTHING
    assert [result.id for result in answer.results] == ["kitchen:1"]
