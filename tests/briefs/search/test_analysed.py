"""How one unit answers a question, on a unit made by hand."""

import json

import pytest

from briefs.models import Kind, ParagraphId
from briefs.search.analysed import Analysed
from briefs.search.query import parse_query
from briefs.search.terms import Gathered, TermReader, Terms
from briefs.search.words import Lexicon

FIRST, SECOND, THIRD = (ParagraphId("harbour", number) for number in (1, 2, 3))


def terms(query: str) -> Terms:
    reader = TermReader(Lexicon.compiled(), lambda _: 1, lambda _: 2.0, lambda _: [], lambda _: [])
    return reader.read(parse_query(query))


def unit(*asked: tuple[str, list[ParagraphId]], names: str = "") -> Analysed:
    described = {
        "heads": [],
        "names": names,
        "asked": [(stems, [str(cite) for cite in cites]) for stems, cites in asked],
        "evidence": [["crane fell", [str(FIRST), str(SECOND), str(THIRD)]]],
    }
    bag = " ".join(stems for stems, _ in asked) + " crane fell"
    return Analysed(1, kind=Kind.TOPIC, identifier="crane", title="crane", bag=bag, described=json.dumps(described))


@pytest.mark.parametrize(("count", "echoed"), [(0, 0.0), (2, 0.0), (3, 1.0), (4, 1.0)])
def test_a_question_echoes_where_it_is_like_a_third_one(count: int, echoed: float) -> None:
    asked = unit(*[("crane pier", [FIRST])] * count)
    question = terms("crane pier")
    assert asked.features(question, question.worth_of(asked.bag), []).echoed == echoed


def test_a_paragraph_gathers_what_it_holds_and_the_names_that_are_meant_once() -> None:
    asked, question = unit(names="quill"), terms("quill pier")
    only_pier = Gathered(question.best(frozenset({"pier"})), 0.5)
    both = Gathered(question.best(frozenset({"pier", "quill"})), 0.75)
    weaker = asked.features(question, 0.0, [only_pier])
    fuller = asked.features(question, 0.0, [only_pier, both])
    assert 0.5 < weaker.gathered < fuller.gathered == 1.0
    assert weaker.gathered_terms == fuller.gathered_terms == 2


def test_the_nearest_of_its_paragraphs_tells_how_near_a_unit_is_and_how_far_behind_another() -> None:
    asked, question = unit(), terms("quill pier")
    near, far = Gathered({}, 0.75), Gathered({}, 0.25)
    assert asked.features(question, 0.0, [far, near]).affinity == 0.75
    assert asked.features(question, 0.0, [far], nearest=0.75).behind == 0.5
    assert asked.features(question, 0.0, [near], nearest=0.75).behind == 0.0


def test_the_first_paragraph_that_answers_a_question_does_so_best() -> None:
    alike = unit(("crane pier", [FIRST, SECOND, THIRD])).alike(terms("crane pier"))
    assert alike[FIRST] == 1.0
    assert 1.0 > alike[SECOND] > alike[THIRD] > 0.5


def test_the_likest_question_counts_for_a_paragraph() -> None:
    alike = unit(("crane pier", [FIRST]), ("crane", [FIRST]), ("pier gull fog", [SECOND])).alike(terms("crane pier"))
    assert alike[FIRST] == 1.0
    assert 0 < alike[SECOND] < 0.5
