from briefs.search.names.alignment import by_part, compounded, nearness, pairs_of

WEIGHTS = {1: 5.0, 2: 1.0, 3: 4.0, 4: 6.0}


def near(query: list[dict[int, float]], name: list[int], unknown: float = 7.0) -> float:
    own = [max((WEIGHTS[part] for part in one), default=unknown) for one in query]
    return nearness(pairs_of(by_part(query), name), own, [WEIGHTS[part] for part in name])


def test_the_same_name_is_as_near_as_can_be() -> None:
    assert near([{1: 1.0}, {2: 1.0}], [1, 2]) == 1.0


def test_nothing_in_common_is_as_far_as_can_be() -> None:
    assert near([{}, {}], [1, 2]) == 0.0


def test_the_order_of_parts_does_not_matter_much() -> None:
    assert near([{2: 1.0}, {1: 1.0}], [1, 2]) == 1.0


def test_contradiction_costs_more_than_omission() -> None:
    omitted = near([{1: 1.0}], [1, 3])
    contradicted = near([{1: 1.0}, {}], [1, 3])
    assert contradicted < omitted < 1


def test_rare_parts_weigh_more_than_common_ones() -> None:
    assert near([{1: 1.0}], [1, 2]) > near([{2: 1.0}], [1, 2])


def test_each_part_is_paired_once_and_the_likeliest_first() -> None:
    query = [{1: 0.8, 3: 0.7}, {1: 0.9}]
    assert sorted(pairs_of(by_part(query), [1, 3])) == [(0.7, 0, 1), (0.9, 1, 0)]


def test_the_end_of_a_compound_proves_nothing_without_its_beginning() -> None:
    allah = (1.0, 1, 1)
    assert compounded([allah], [1]) == []
    assert compounded([(0.9, 0, 0), allah], [1]) == [(0.9, 0, 0), allah]
    # A name may begin with it.
    assert compounded([(1.0, 1, 0)], [1]) == [(1.0, 1, 0)]
