import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.search.answer import Outcome
from briefs.search.decision import ANSWER, CHOICE, NAMED, decide, lean


def test_at_the_boundary_a_probability_is_as_good_as_silence() -> None:
    assert lean(0.62, 0.62) == pytest.approx(0.5)
    assert lean(0.8, 0.62) > 0.5 > lean(0.4, 0.62)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.01, 0.99))
def test_scores_keep_the_order_of_probabilities(one: float, other: float, boundary: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= lean(low, boundary) <= lean(high, boundary) <= 1


@pytest.mark.parametrize(
    ("scores", "rivals", "named", "outcome"),
    [
        ([], 0, False, Outcome.NOTHING),
        ([CHOICE - 0.01], 1, True, Outcome.NOTHING),
        ([CHOICE], 1, True, Outcome.CHOICES),
        ([ANSWER], 1, False, Outcome.ANSWER),
        ([1.0, 1.0], 2, True, Outcome.CHOICES),
        ([1.0, 0.9], 1, True, Outcome.ANSWER),
        ([NAMED], 1, True, Outcome.ANSWER),
        ([NAMED], 1, False, Outcome.CHOICES),
    ],
)
def test_outcomes(scores: list[float], rivals: int, named: bool, outcome: Outcome) -> None:  # noqa: FBT001 (a case)
    assert decide(scores, rivals, named=named) is outcome
