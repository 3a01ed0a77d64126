import pytest

from briefs.search.names.calibration import IN_LONG, IN_SHORT, LONG, SHORT, shortness, sureness


@pytest.mark.parametrize(("items", "expected"), [(0, 1.0), (1, 1.0), (SHORT, 1.0), (LONG, 0.0), (10 * LONG, 0.0)])
def test_lists_are_short_or_long_at_the_ends(items: int, expected: float) -> None:
    assert shortness(items) == expected


def test_between_the_ends_lists_are_the_shorter_the_fewer_items_they_have() -> None:
    sizes = [SHORT, 300, 1000, 3000, LONG]
    assert [shortness(size) for size in sizes] == sorted(map(shortness, sizes), reverse=True)
    assert len(set(map(shortness, sizes))) == len(sizes)


def test_the_weights_go_from_those_of_long_lists_to_those_of_short_ones() -> None:
    assert sureness(LONG) == pytest.approx(IN_LONG)
    assert sureness(SHORT) == pytest.approx(IN_SHORT)
    assert sureness(1000)[0] == pytest.approx(IN_LONG[0] + shortness(1000) * (IN_SHORT[0] - IN_LONG[0]))
