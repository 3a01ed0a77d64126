from tests.bench.rates import right_at_false, right_at_wrong

ASKED = [(0.9, True), (0.8, True), (0.7, False), (0.6, True), (0.1, False)]


def test_the_threshold_lets_through_so_many_false_answers_and_no_more() -> None:
    assert right_at_false(ASKED, [0.85, 0.5, 0.2, 0.1], 0.0) == 0.2
    assert right_at_false(ASKED, [0.85, 0.5, 0.2, 0.1], 0.25) == 0.6


def test_wrong_answers_are_counted_among_all_that_is_asked() -> None:
    assert right_at_wrong(ASKED, 0.0) == 0.4
    assert right_at_wrong(ASKED, 0.2) == 0.6
