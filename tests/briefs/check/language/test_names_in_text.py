from briefs.check.language.names import NameIndex, words
from briefs.models import Place
from briefs.models.citations import parse_block

LEAD = (parse_block("It is a place. [a:1]"),)
PLACES = (
    Place(id="iraq", file="f", name="Iraq", aliases=("Iraqi", "العراق"), kind="country", opening=LEAD),
    Place(id="asad", file="f", name="Ain al-Asad base", aliases=("Ain al-Asad",), kind="base", opening=LEAD),
    Place(id="front", file="f", name="the front", kind="region", opening=LEAD),
)
INDEX = NameIndex(PLACES, ["They came to the base by night, and the front was quiet."])


def _names(text: str) -> list[str]:
    return [word.written for word in INDEX.names(text)]


def test_words_in_the_middle_with_a_capital_are_names() -> None:
    assert _names("Then Salem went to Ain al-Asad in May.") == ["Salem", "Ain", "Asad"]


def test_a_sentence_may_open_with_an_ordinary_word() -> None:
    assert _names("They came. Bases were hit. However, the front held. We've seen it; \"Don't go!\"") == []


def test_a_sentence_that_opens_with_a_name_or_an_unknown_word_holds_a_name() -> None:
    assert _names("Iraq slept. Zorvath woke.") == ["Iraq", "Zorvath"]


def test_a_possessive_and_a_plural_mean_the_same() -> None:
    assert INDEX.entities("Iraq's army and the Iraqis") == {"iraq"}


def test_forms_are_found_in_any_spelling_of_their_marks() -> None:
    assert INDEX.entities("at Ain Al Asad, at ʿAin al-Asad’s gate") == {"asad"}


def test_the_longer_form_covers_each_of_its_words() -> None:
    text = "the Ain al-Asad base"
    assert {text[start : start + 4].strip() for start in INDEX.meanings(text)} == {"Ain", "al-A", "Asad", "base"}


def test_a_form_in_small_letters_is_no_name() -> None:
    assert INDEX.entities("the front, The Front") == set()


def test_words_of_a_hyphened_name_count_one_by_one() -> None:
    assert [word.folded for word in words("Al-Nujaba’s 2nd base")] == ["al", "nujaba", "2nd", "base"]
