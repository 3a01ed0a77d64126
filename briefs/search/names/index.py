"""An index of names: posting lists propose candidates, the likeness of their parts ranks them."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from briefs.search.names.similarity import joined_likeness, name_likeness
from briefs.search.names.tokens import NameToken, name_tokens

MAX_CANDIDATES = 32
MAX_POSTINGS = 1500
MAX_QUERY_PARTS = 12
_JOINED_DISCOUNT = 0.97


class NameHit(NamedTuple):
    """A name that was found: the id it belongs to, the name itself, and how sure the match is, from 0 to 1."""

    id: str
    name: str
    score: float


class NameIndex:
    """Names by what they sound like; build it once, search it often."""

    def __init__(self, names: Sequence[tuple[str, str]]) -> None:
        self._names = names
        self._parts = [name_tokens(name)[:MAX_QUERY_PARTS] for _, name in names]
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._frequency: Counter[str] = Counter()
        for position, parts in enumerate(self._parts):
            for key in {key for part in parts for key in _keys(part)} | set(_joined_keys(parts)):
                self._postings[key].append(position)
        for _, folded in {
            (names[position][0], part.folded) for position, parts in enumerate(self._parts) for part in parts
        }:
            self._frequency[folded] += 1
        plain: dict[str, set[str]] = defaultdict(set)
        for parts in self._parts:
            for part in parts:
                plain[part.folded].add(part.plain)
        self._plain = {folded: frozenset(words) for folded, words in plain.items()}
        self._ids = len({identifier for identifier, _ in names})

    @classmethod
    def build(cls, items: Iterable[tuple[str, Iterable[str]]]) -> Self:
        """An index of `items`, each an id and all names that it goes by."""
        return cls([(identifier, name) for identifier, names in items for name in dict.fromkeys(names)])

    def weight(self, part: NameToken) -> float:
        """The rarity of a part among the indexed ids; a part that no name has is as rare as can be."""
        return math.log1p(self._ids / (0.5 + self._frequency[part.folded]))

    def search(self, query: str, limit: int = 10) -> list[NameHit]:
        """The names most like `query`, best first, at most `limit` and one an id."""
        parts = name_tokens(query)[:MAX_QUERY_PARTS]
        best: dict[str, NameHit] = {}
        for position in self._candidates(parts):
            identifier, name = self._names[position]
            score = self._score(parts, self._parts[position])
            if score > 0 and (identifier not in best or score > best[identifier].score):
                best[identifier] = NameHit(identifier, name, score)
        return heapq.nlargest(limit, best.values(), key=lambda hit: hit.score)

    def _score(self, query: Sequence[NameToken], name: Sequence[NameToken]) -> float:
        aligned = name_likeness(query, name, self.weight)
        if len(query) == len(name) == 1 or any(part.unvowelled for part in query):
            return aligned
        return max(aligned, joined_likeness(query, name) * _JOINED_DISCOUNT)

    def _candidates(self, parts: Sequence[NameToken]) -> list[int]:
        """Positions of names that share telling keys with the query; rare keys are read first, within a budget."""
        votes: dict[int, float] = defaultdict(float)
        keys = {key for part in parts for key in _keys(part)} | set(_joined_keys(parts))
        postings = sorted((posting for key in keys if (posting := self._postings.get(key))), key=len)
        budget = MAX_POSTINGS
        for posting in postings:
            budget -= len(posting)
            if budget < 0 and votes:
                break
            weight = math.log1p(len(self._names) / len(posting))
            for position in posting:
                votes[position] += weight
        return heapq.nlargest(
            MAX_CANDIDATES, votes, key=lambda position: votes[position] / (4 + len(self._parts[position]))
        )

    def spellings(self, word: str) -> frozenset[str]:
        """The words of indexed names that `word`, folded, may be another spelling of, by how they are romanised."""
        return frozenset().union(*(self._plain.get(part.folded, frozenset()) for part in name_tokens(word)))


def _keys(part: NameToken) -> Iterator[str]:
    yield "=" + part.skeleton
    yield "~" + part.folded
    padded = f"^{part.folded}$"
    if not part.unvowelled:
        yield from (padded[start : start + 3] for start in range(len(padded) - 2))
    consonants = f"^{part.skeleton}$"
    yield from ("#" + consonants[start : start + 2] for start in range(len(consonants) - 1))


def _joined_keys(parts: Sequence[NameToken]) -> Iterator[str]:
    if len(parts) > 1:
        yield "=" + "".join(part.skeleton for part in parts)
