"""The ways to part a query into names: as written, with words joined (`Mc Gurk`) or split (`hamidreza`)."""

from collections.abc import Iterator, Sequence
from itertools import islice

from briefs.search.names.budget import Budget
from briefs.search.names.tokens import NameToken, name_token
from briefs.search.names.vocabulary import Vocabulary

_MIN_HALF = 3
_MIN_SPLIT = 7
_MAX_SPLIT = 24
_MIN_JOINED = 9
_STRANGE = 0.9
_NEAR_ENOUGH = 0.8
_REPARTED = 0.96
"""What a part that was joined or split counts, against one that was written so."""

Reading = Sequence[dict[int, float]]
"""For each part of the query, the known parts that it may be a spelling of, with their likeness (0 to 1)."""


def readings(tokens: Sequence[NameToken], vocabulary: Vocabulary, budget: Budget) -> list[Reading]:
    """The query `tokens` as written, then other readings of it that `vocabulary` knows, within `budget`."""
    written = [vocabulary.like(token, budget) for token in tokens]
    found: list[Reading] = [written]
    found.extend(islice(_reparted(tokens, written, vocabulary, budget), budget.readings - 1))
    return found


def _reparted(
    tokens: Sequence[NameToken], written: Reading, vocabulary: Vocabulary, budget: Budget
) -> Iterator[Reading]:
    known = [max(one.values(), default=0.0) for one in written]
    for place, token in enumerate(tokens):
        before, after = written[:place], written[place + 1 :]
        if place + 1 < len(tokens) and (least := min(known[place], known[place + 1])) <= budget.parted:
            joined = _joined(token.plain + tokens[place + 1].plain, least, vocabulary, budget)
            if joined:
                yield [*before, _discounted(joined), *after[1:]]
        if _MIN_SPLIT <= len(token.plain) <= _MAX_SPLIT and known[place] <= budget.parted:
            for cut in range(_MIN_HALF, len(token.plain) - _MIN_HALF + 1):
                left, right = _halves(token.plain[:cut], token.plain[cut:], vocabulary, sound=known[place] < _REPARTED)
                if left and right:
                    yield [*before, _discounted(left), _discounted(right), *after]


def _joined(whole: str, least: float, vocabulary: Vocabulary, budget: Budget) -> dict[int, float]:
    """What two words in one may be, of which the less known one is a known part to the degree `least`.

    Two that are parts of their own must make a third to the letter; strange ones may be misspelled besides.
    """
    joined = vocabulary.same(whole, sound=least < 1.0)
    if not joined and least < _STRANGE and len(whole) >= _MIN_JOINED:
        near = vocabulary.like(name_token(whole), budget)
        joined = {word: likeness for word, likeness in near.items() if likeness >= _NEAR_ENOUGH}
    return joined


def _halves(left: str, right: str, vocabulary: Vocabulary, *, sound: bool) -> tuple[dict[int, float], dict[int, float]]:
    """What two halves of a word may be; one must be known to the letter, the other, if `sound`, at least by sound."""
    first, second = vocabulary.same(left, sound=False), vocabulary.same(right, sound=False)
    if sound and bool(first) != bool(second):
        first = first or vocabulary.same(left, sound=True)
        second = second or vocabulary.same(right, sound=True)
    return first, second


def _discounted(same: dict[int, float]) -> dict[int, float]:
    return {word: likeness * _REPARTED for word, likeness in same.items()}
