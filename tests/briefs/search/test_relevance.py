"""What is left open is left open only where it is nearer than what is told."""

import pytest

from briefs.search.relevance import ALIKE, rivals, silence
from briefs.search.untold import Likeness


@pytest.mark.parametrize(
    ("agreement", "told", "nearer"),
    [(ALIKE, 0.0, True), (ALIKE - 0.01, 0.0, False), (0.6, 0.6, True), (0.6, 0.61, False), (1.0, 1.0, True)],
)
def test_the_nearer_question_is_the_one_that_is_asked(agreement: float, told: float, *, nearer: bool) -> None:
    assert rivals(Likeness(1.0, agreement), told) is nearer
    assert (silence(Likeness(1.0, agreement), told) > 0) is nearer


def test_the_liker_a_question_is_the_surer_it_is_left_open() -> None:
    sure = [silence(Likeness(agreement, agreement), 0.2) for agreement in (0.3, 0.5, 0.7, 1.0)]
    assert sure == sorted(sure)
    assert sure[-1] > 0.9
