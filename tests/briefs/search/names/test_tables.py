from hypothesis import given
from hypothesis import strategies as st

from briefs.search.names.tables import Keyed, Rows, Strings

numbers = st.integers(0, 2**32 - 1)


@given(st.lists(st.text(st.characters(exclude_categories=()))))
def test_strings_come_back(texts: list[str]) -> None:
    table = Strings.of(texts)
    assert [table[place] for place in range(len(table))] == texts


@given(st.lists(st.lists(numbers)))
def test_rows_come_back(rows: list[list[int]]) -> None:
    table = Rows.of(rows)
    assert [list(table[place]) for place in range(len(table))] == rows


@given(st.lists(st.lists(st.integers(0, 20))))
def test_inverted_rows_say_which_rows_hold_a_number(rows: list[list[int]]) -> None:
    inverted = Rows.of(rows).inverted(21)
    for number in range(21):
        assert list(inverted[number]) == [place for place, row in enumerate(rows) if number in row]


@given(st.lists(st.tuples(st.integers(0, 5) | numbers, numbers)), numbers)
def test_numbers_are_found_by_key(pairs: list[tuple[int, int]], other: int) -> None:
    table = Keyed.of(key << 32 | number for key, number in pairs)
    for key in {*(key for key, _ in pairs), other}:
        assert list(table[key]) == sorted(number for one, number in pairs if one == key)


@given(st.lists(st.tuples(st.integers(0, 3), numbers)), st.integers(0, 4), st.integers(1, 5))
def test_the_first_numbers_of_a_key_are_found(pairs: list[tuple[int, int]], key: int, most: int) -> None:
    table = Keyed.of(one << 32 | number for one, number in pairs)
    assert list(table.first(key, most)) == list(table[key])[:most]
