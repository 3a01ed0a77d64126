import sqlite3

import pytest

from briefs.search.stems import TOKENIZER, Stemmer, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("attacks", "attacking"), ("organised", "organized"), ("centres", "center"), ("defence", "defense"),
     ("leukaemia", "leukemia"), ("paediatric", "pediatric"), ("العراقي", "عراقي"), ("بالعراق", "العراق")],
)  # fmt: skip
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("والصواريخ", "صواريخ"), ("للفصايل", "فصايل"), ("الوزاره", "وزاره"), ("طبيبه", "طبيب"), ("هجمات", "الهجمات"),
     ("مسوولون", "مسوولين"), ("كتابها", "كتاب"), ("ایرانیهاي", "ایرانی")],
)  # fmt: skip
def test_what_is_written_on_to_a_word_of_arabic_script_is_no_part_of_it(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("سياره", "سفير"), ("طبيب", "طريق"), ("صاروخ", "صوره")])
def test_other_words_of_arabic_script_stay_others(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_stems_are_those_of_full_text_search() -> None:
    words = ["relational", "conditional", "factions", "operations", "running", "hopes", "ponies"]
    database = sqlite3.connect(":memory:")
    database.executescript(
        f"CREATE VIRTUAL TABLE text USING fts5(word, tokenize='{TOKENIZER}');"
        "CREATE VIRTUAL TABLE stem USING fts5vocab(text, row);"
    )
    database.executemany("INSERT INTO text VALUES (?)", ((word,) for word in words))
    assert {stem(word) for word in words} == {term for (term,) in database.execute("SELECT term FROM stem")}
    database.close()


def test_learning_many_words_gives_what_learning_one_gives() -> None:
    words = ["rockets", "launching", "quickly", "rockets", "x" * 300, "حزب", ""]
    many = Stemmer()
    many.learn(words)
    assert [many.stem(word) for word in words] == [Stemmer().stem(word) for word in words]
