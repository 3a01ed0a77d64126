import pytest

from briefs.search.query import parse_query
from briefs.search.wanted import DATE, NUMBER


def test_grammar_is_left_out_of_the_terms() -> None:
    assert parse_query("Why did Blinken wear a vest?").terms == ("blinken", "wear", "vest")


def test_after_an_article_every_word_is_a_name() -> None:
    assert "said" in parse_query("Nouri al-Said").terms
    assert "said" not in parse_query("what was said").terms


def test_us_is_a_country_unless_somebody_is_addressed() -> None:
    assert "us" in parse_query("US strike on the headquarters").terms
    assert "us" not in parse_query("tell us about the strike").terms


def test_initials_are_joined() -> None:
    assert parse_query("the P.M.F. leader").terms == ("pmf", "leader")


@pytest.mark.parametrize("query", ["who is Brett McGurk?", "tell me about Brett McGurk", "من هو Brett McGurk"])
def test_the_subject_is_free_of_the_asking(query: str) -> None:
    assert parse_query(query).subject == "brett mcgurk"


@pytest.mark.parametrize("query", ["", " ", "!?", "the of and", "\u200b", "\ud800"])
def test_queries_without_a_word_that_tells_have_no_terms(query: str) -> None:
    assert parse_query(query).terms == ()


def test_kinds_of_questions_are_told_apart() -> None:
    assert parse_query("how many attacks").wanted == NUMBER
    assert parse_query("when was it formed").wanted == DATE
    assert parse_query("who formed it").wanted is None
