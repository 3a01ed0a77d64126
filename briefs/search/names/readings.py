"""The ways to part a query into names: as written, with words joined (`Mc Gurk`) or split (`hamidreza`)."""

from collections.abc import Iterator, Sequence

from briefs.search.names.budget import Budget
from briefs.search.names.tokens import NameToken
from briefs.search.names.vocabulary import Vocabulary

MAX_READINGS = 4
_MIN_HALF = 3
_MIN_SPLIT = 7
_MAX_SPLIT = 24
_REPARTED = 0.96
"""What a part that was joined or split counts, against one that was written so."""

Reading = Sequence[dict[int, float]]
"""For each part of the query, the known parts that it may be a spelling of, with their likeness (0 to 1)."""


def readings(tokens: Sequence[NameToken], vocabulary: Vocabulary, budget: Budget) -> list[Reading]:
    """The query `tokens` as written, then other readings of it that `vocabulary` knows, at most `MAX_READINGS`."""
    written = [vocabulary.like(token, budget) for token in tokens]
    found: list[Reading] = [written]
    for reading in _reparted(tokens, written, vocabulary):
        found.append(reading)
        if len(found) == MAX_READINGS:
            break
    return found


def _reparted(tokens: Sequence[NameToken], written: Reading, vocabulary: Vocabulary) -> Iterator[Reading]:
    for position, token in enumerate(tokens):
        before, after = written[:position], written[position + 1 :]
        if position + 1 < len(tokens):
            joined = vocabulary.same(token.plain + tokens[position + 1].plain, sound=True)
            if joined:
                yield [*before, _discounted(joined), *after[1:]]
        if _MIN_SPLIT <= len(token.plain) <= _MAX_SPLIT:
            # Listening for sounds is dear, so it is left to words that no name holds.
            sound = max(written[position].values(), default=0.0) < _REPARTED
            for cut in range(_MIN_HALF, len(token.plain) - _MIN_HALF + 1):
                left = vocabulary.same(token.plain[:cut], sound=sound)
                if left and (right := vocabulary.same(token.plain[cut:], sound=sound)):
                    yield [*before, _discounted(left), _discounted(right), *after]


def _discounted(same: dict[int, float]) -> dict[int, float]:
    return {word: likeness * _REPARTED for word, likeness in same.items()}
