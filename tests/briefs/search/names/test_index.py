import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.search.names import NameIndex
from briefs.search.names.budget import SHORT
from briefs.search.names.files import FILE
from briefs.search.storage import UnusableFileError
from tests.bench.generated import names, queries
from tests.work import calls_of

PEOPLE = [
    ("soleimani", ("Qassem Soleimani", "قاسم سليماني")),
    ("qaani", ("Esmail Qaani",)),
    ("nasrallah", ("Hassan Nasrallah",)),
    ("mcgurk", ("Brett McGurk",)),
    ("mahdi", ("Adel Abdul Mahdi",)),
    ("abbas", ("Akeel Abbas",)),
    ("sudani", ("Mohammed Shia al-Sudani",)),
    ("halbousi", ("Mohammed al-Halbousi",)),
    ("austin", ("Lloyd Austin",)),
    ("sadr", ("Moqtada al-Sadr",)),
]


def numbered(names: list[str]) -> Iterator[tuple[str, tuple[str]]]:
    return ((str(place), (name,)) for place, name in enumerate(names))


@pytest.fixture(scope="module")
def people() -> NameIndex:
    return NameIndex.build(PEOPLE)


@pytest.mark.parametrize(
    ("query", "identifier"),
    [
        ("qasim sulaymani", "soleimani"),
        ("Kassim Sulaimani", "soleimani"),
        ("قاسم سليمانى", "soleimani"),
        ("hasan nasr allah", "nasrallah"),
        ("nasralla", "nasrallah"),
        ("bret mc gurk", "mcgurk"),
        ("Adil Abdelmahdi", "mahdi"),
        ("muqtada assadr", "sadr"),
        ("Ismail Ghaani", "qaani"),
        ("hassannasrallah", "nasrallah"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(people: NameIndex, query: str, identifier: str) -> None:
    assert people.search(query)[0].id == identifier
    assert people.search(query)[0].score > 0.6


@pytest.mark.parametrize(
    ("query", "name"),
    [("Khalil Zadeh", "Mohammad Khalilzadeh"), ("Hasan Saburi Nazhad", "Hasan Saburinezhad")],
)
def test_two_words_may_be_one_that_is_misspelled_besides_or_of_two_known_parts(query: str, name: str) -> None:
    index = NameIndex.build(numbered([name, "Khalil Ahmadi", "Reza Zadeh", "Hasan Nazari", "Hassan Sabri"]))
    assert index.search(query)[0].name == name


def test_parts_in_another_order_still_point_to_the_name(people: NameIndex) -> None:
    assert people.search("Shia al Soudani, Mohamed")[0].id == "sudani"


@pytest.mark.parametrize(
    "query",
    ["Mahmoud Abbas", "Austin Texas", "Naim Qassem", "Hassan Rouhani", "Mohammed bin Salman", "Brett Favre", "pizza"],
)
def test_a_shared_part_is_not_a_name(people: NameIndex, query: str) -> None:
    assert all(hit.score < 0.62 for hit in people.search(query))


@pytest.mark.parametrize(
    "stranger", ["Hassan Fadlallah", "Hasan Khairallah", "Ali Sadr", "Mohammed Bahr", "Nasr Musallam"]
)
def test_a_stranger_is_nobody_in_the_list(people: NameIndex, stranger: str) -> None:
    assert people.search(stranger)[0].score < 0.65


@pytest.mark.parametrize(
    ("slip", "identifier"),
    [("Solemiani", "soleimani"), ("Nasrullaah", "nasrallah"), ("Loyd Asutin", "austin"), ("halbuosi", "halbousi")],
)
def test_one_slip_in_a_short_list_is_believed(people: NameIndex, slip: str, identifier: str) -> None:
    assert people.search(slip)[0].id == identifier
    assert people.search(slip)[0].score > 0.6


def test_of_a_single_word_likeness_counts_and_not_rarity() -> None:
    common = [(f"baghdad-{place}", (f"Baghdad {word}",)) for place, word in enumerate(("Airport", "Embassy", "South"))]
    index = NameIndex.build([("baghdad", ("Baghdad",)), *common, ("balad", ("Balad",))])
    assert index.search("Baghadd")[0].id == "baghdad"


def test_the_end_of_a_compound_is_no_spelling_of_a_word(people: NameIndex) -> None:
    assert not list(people.spellings("fadlallah"))
    assert [part for part, _ in people.spellings("soleymani")] == ["soleimani"]


def test_a_short_word_is_a_spelling_only_if_it_sounds_the_same(people: NameIndex) -> None:
    assert [part for part, _ in people.spellings("bret")] == ["brett"]
    assert not list(people.spellings("brat"))
    assert not list(people.spellings("adl"))


def test_hits_are_one_an_id_best_first_and_no_more_than_asked(people: NameIndex) -> None:
    hits = people.search("Mohammed", limit=2)
    assert {hit.id for hit in hits} == {"sudani", "halbousi"}
    assert len(people.search("Mohammed", limit=1)) == 1
    assert sorted((hit.score for hit in hits), reverse=True) == [hit.score for hit in hits]


def test_an_index_of_nothing_finds_nothing() -> None:
    assert NameIndex.build([]).search("anyone") == []
    assert NameIndex.build([("a", ("!!!", ""))]).search("anyone") == []


def test_progress_is_told_to_the_end() -> None:
    told: list[float] = []
    NameIndex.build(PEOPLE, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_saved_index_answers_like_the_one_in_memory(people: NameIndex, tmp_path: Path) -> None:
    people.save(tmp_path, "content")
    opened = NameIndex.open(tmp_path, "content")
    for query in ("qasim sulaymani", "قاسم", "mohamed", "austin texas", "bret mc gurk"):
        assert opened.search(query) == people.search(query)
    assert len(opened) == len(PEOPLE)


@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "foreign", "other content"])
def test_an_index_that_is_not_sound_is_not_opened(people: NameIndex, tmp_path: Path, damage: str) -> None:
    people.save(tmp_path, "content")
    path = tmp_path / FILE
    written = bytearray(path.read_bytes())
    if damage == "missing":
        path.unlink()
    elif damage == "cut":
        path.write_bytes(written[:-100])
    elif damage == "changed":
        written[len(written) // 2] ^= 1
        path.write_bytes(written)
    elif damage == "foreign":
        path.write_bytes(b"something else altogether")
    with pytest.raises(UnusableFileError):
        NameIndex.open(tmp_path, "other" if damage == "other content" else "content")


@pytest.fixture(scope="module")
def many() -> tuple[NameIndex, list[str]]:
    known = names(SHORT + 10_000)
    return NameIndex.build((str(place), (name,)) for place, name in enumerate(known)), known


def test_among_many_the_distorted_are_found_and_tightly(many: tuple[NameIndex, list[str]]) -> None:
    index, known = many
    asked = queries(known, 300)
    right = sum(bool(hits := index.search(query, 1)) and hits[0].id == str(place) for query, place in asked)
    assert right / len(asked) > 0.93


def test_names_of_common_parts_alone_are_found_among_many(many: tuple[NameIndex, list[str]]) -> None:
    index, known = many
    common = [
        place for place, name in enumerate(known) if re.fullmatch(r"(Mohammed|Ahmed|Ali) .*(Hassan|Omar) .*", name)
    ]
    assert common
    for place in common[:20]:
        assert known[place] in [hit.name for hit in index.search(known[place], 5)]


hostile = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=300),
    st.text("abdulh' -\u0640\u200d\u064b\u0627\u0644\ud800", max_size=300),
    st.sampled_from(["a" * 10_000, "abd" * 3000, "mohammed " * 1000, "\u0301" * 500, "ali-" * 2000, "al " * 99]),
)


# Distorted names of two to four tokens take 1,200 at the median and 2,500 at most; hundreds of tokens 7,000.
MOST_CALLS = 20_000


@given(hostile)
def test_any_text_is_a_valid_query_and_takes_bounded_work(many: tuple[NameIndex, list[str]], query: str) -> None:
    hits, calls = calls_of(lambda: many[0].search(query))
    assert calls < MOST_CALLS
    assert all(0 <= hit.score <= 1 for hit in hits)
