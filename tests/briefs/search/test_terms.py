import pytest

from briefs.search.query import parse_query
from briefs.search.terms import TermReader
from briefs.search.words import Lexicon

FREQUENCY = {"rocket": 3, "lebanon": 10, "khazali": 2, "attack": 8}


def reader() -> TermReader:
    def spellings(word: str) -> list[tuple[str, float]]:
        return {"kazali": [("khazali", 0.96)], "bordr": [("attack", 0.8)]}.get(word, [])

    return TermReader(
        Lexicon.compiled(),
        lambda stem: FREQUENCY.get(stem, 0),
        lambda stem: 6.0 - FREQUENCY.get(stem, 0) / 5,
        lambda stem: [("rocket", 0.7)] if stem == "weapon" else [],
        spellings,
    )


def test_a_known_word_stands_for_itself_and_a_synonym_for_less() -> None:
    terms = reader().read(parse_query("rockets weapons")).terms
    assert dict(terms[0].stems)["rocket"] == 1.0
    assert 0 < dict(terms[1].stems)["rocket"] < 1


def test_a_misspelled_name_stands_for_the_name() -> None:
    (term,) = reader().read(parse_query("kazali")).terms
    assert dict(term.stems)["khazali"] > 0.9
    assert term.foreign < 0.1


def test_a_slip_in_an_inflected_word_is_seen_in_its_stem() -> None:
    (term,) = reader().read(parse_query("bordring")).terms
    assert dict(term.stems)["attack"] > 0.7


def test_unknown_names_weigh_more_than_unknown_ordinary_words() -> None:
    name, ordinary = reader().read(parse_query("canada outfit")).terms
    assert name.weight > ordinary.weight
    assert name.foreign == 1.0
    assert ordinary.foreign == 0.0
    assert not name.known
    assert not ordinary.known


def test_a_word_that_the_texts_lack_still_stands_for_itself_where_they_leave_something_open() -> None:
    (term,) = reader().read(parse_query("canada")).terms
    assert dict(term.stems) == {"canada": 1.0}


def test_an_ordinary_word_with_a_slip_is_not_a_name() -> None:
    (slip,) = reader().read(parse_query("happend")).terms
    assert slip.foreign == 0.0


def test_the_share_is_of_the_whole_question() -> None:
    terms = reader().read(parse_query("rocket lebanon"))
    assert terms.share({"rocket", "lebanon"}) == 1.0
    assert 0 < terms.share({"lebanon"}) < terms.share({"rocket"}) < 1
    assert terms.share({"attack"}) == 0.0


def test_a_question_of_how_many_wants_a_number() -> None:
    terms = reader().read(parse_query("how many rockets"))
    assert terms.wanting({"rocket"})
    assert not terms.wanting({"rocket", "three"})
    assert not terms.wanting({"rocket", "155"})
    assert terms.told_by(2.0, {"rocket", "155"}) > terms.told_by(2.0, {"rocket"}) == 2.0 / terms.total
    assert not reader().read(parse_query("which rockets")).wanting({"rocket"})


def test_a_lexicon_survives_being_written_down() -> None:
    assert Lexicon.loaded(Lexicon.compiled().dumped()) == Lexicon.compiled()


@pytest.mark.parametrize(("slip", "name"), [("waht", "zebr"), ("teh", "zeb"), ("tve", "zeb"), ("wich", "zebr")])
def test_grammar_typed_in_haste_says_little(slip: str, name: str) -> None:
    hasty, unknown = reader().read(parse_query(f"{slip} {name}")).terms
    assert hasty.weight < unknown.weight / 2


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how to launch a rocket", "how to launch rocket"),
        ("how do I launch a rocket", "how you launch rocket"),
        ("does a rocket scare you", "rocket scare me"),
        ("my rocket", "my rocket"),
    ],
)
def test_a_question_put_for_oneself_or_how_to_do_it_is_put_as_few_texts_are(question: str, text: str) -> None:
    terms = reader().read(parse_query(question))
    assert not terms.otherwise(frozenset(text.split()))
    assert terms.otherwise(frozenset({"launch", "rocket", "scare"}))


@pytest.mark.parametrize(
    "question",
    [
        "can you tell me about the rocket",
        "I want to know about the rocket",
        "do you know who launched the rocket",
        "how did they launch the rocket",
    ],
)
def test_who_only_asks_to_be_told_asks_as_any(question: str) -> None:
    assert not reader().read(parse_query(question)).otherwise(frozenset({"launch", "rocket"}))
