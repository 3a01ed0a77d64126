import pytest

from briefs.search.names.alignment import Pairs
from briefs.search.names.evidence import Evidence, Side, evidence_of

UNKNOWN = 10.0


def evidence(query: str, name: str, pairs: Pairs, weights: tuple[float, ...] = ()) -> Evidence:
    asked, said = query.split(), name.split()
    side = Side(weights or (5.0,) * len(asked), asked, "".join(asked), "".join(asked))
    return evidence_of(pairs, 0.5, side, Side((5.0,) * len(said), said, "".join(said), "".join(said)), UNKNOWN)


def test_what_each_has_in_the_others_stead_is_contested() -> None:
    found = evidence("hassan rouhani", "hassan nasr", [(1.0, 0, 0)])
    assert found.contested == 1
    assert found.contradicted == pytest.approx(0.5)
    assert (found.explained, found.covered, found.pairs, found.left) == (0.5, 0.5, 1, 1)


def test_what_the_query_leaves_out_is_not_contested() -> None:
    found = evidence("hassan", "hassan nasr", [(1.0, 0, 0)])
    assert (found.contested, found.contradicted, found.close) == (0, 0.0, 0.0)


def test_a_part_that_no_name_holds_is_strange_and_may_come_close_to_one() -> None:
    found = evidence("hassan nasra", "hassan nasr", [(1.0, 0, 0)], (5.0, UNKNOWN))
    assert found.strange == 0.5
    assert found.close == pytest.approx(0.8)


def test_parts_in_another_order_are_crossed() -> None:
    assert evidence("nasr hassan", "hassan nasr", [(1.0, 0, 1), (1.0, 1, 0)]).crossed == 1
    assert evidence("hassan nasr", "hassan nasr", [(1.0, 0, 0), (1.0, 1, 1)]).crossed == 0


def test_a_query_that_shares_nothing_has_nothing_for_it() -> None:
    found = evidence("pizza", "hassan", [])
    assert (found.mass, found.certain, found.exact, found.doubt) == (0.0, 0.0, 0.0, 1.0)
