import pytest

from briefs.search.stems import stemmer
from briefs.search.words import RELATED, SHORTENED, SYNONYM, TRANSLATED, Lexicon, related_stems

KNOWN = related_stems()


def sure(word: str, other: str) -> float:
    stems = stemmer()
    stems.learn([word, other])
    return KNOWN.get(stems.stem(word), {}).get(stems.stem(other), 0.0)


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [("chief", "leader", SYNONYM), ("مستشفي", "hospital", TRANSLATED), ("envy", "jealousy", RELATED[1])],
)
def test_a_word_leads_to_what_may_stand_for_it(word: str, other: str, expected: float) -> None:
    assert sure(word, other) == expected


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("two", "three"),
        ("monday", "friday"),
        ("father", "mother"),
        ("north", "south"),
        ("war", "peace"),
        ("son", "girl"),
    ],
)
def test_what_is_close_but_never_the_same_does_not_stand_for_another(word: str, other: str) -> None:
    assert not sure(word, other)
    assert not sure(other, word)


def test_every_kinship_is_more_than_a_guess_and_less_than_the_word_itself() -> None:
    for word, others in KNOWN.items():
        assert word not in others
        assert all(min(RELATED) <= value <= max(SYNONYM, TRANSLATED, SHORTENED) for value in others.values()), word


def test_light_words_say_less_than_ordinary_ones_and_those_less_than_names() -> None:
    lexicon = Lexicon.compiled()
    assert 0 < lexicon.telling("perhap") < lexicon.telling("outfit") < lexicon.telling("canada") == 1


def test_grammar_is_known_by_its_stems() -> None:
    assert {"ha", "doe", "the"} <= Lexicon.compiled().grammar


@pytest.mark.parametrize(("short", "long"), [("mil", "military"), ("ldr", "leader"), ("mtg", "meeting")])
def test_a_shorter_form_stands_for_the_longer_not_the_other_way_round(short: str, long: str) -> None:
    assert sure(short, long) > max(RELATED)
    assert not sure(long, short)


def test_ordinary_words_include_those_that_say_little() -> None:
    lexicon = Lexicon.compiled()
    assert lexicon.light < lexicon.ordinary
    assert set(lexicon.answering) == {"number", "date"}
