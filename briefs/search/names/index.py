"""An index of names: parts that sound alike propose names, the best alignment of the parts ranks them."""

import heapq
import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from briefs.search.names.alignment import nearness, pairs_of
from briefs.search.names.calibration import probability, rank
from briefs.search.names.evidence import Evidence, Side, evidence_of
from briefs.search.names.readings import Reading, readings
from briefs.search.names.tables import Numbers, Rows, Strings
from briefs.search.names.tokens import MAX_PARTS, name_token, name_tokens, name_words
from briefs.search.names.vocabulary import Vocabulary

MAX_ALIGNED = 48
SHORTLIST = 14
MAX_POSTINGS = 3000
RARITY_POWER = 1.5
SPELLING = 0.9
"""A word of a text at least this like a part of a name is taken for it."""


class NameHit(NamedTuple):
    """A name that was found: the id it belongs to, the name itself, and how sure the match is, from 0 to 1."""

    id: str
    name: str
    score: float


class Weighed(NamedTuple):
    """A name on the shortlist by its place, the item it belongs to, and what speaks for it."""

    item: int
    name: int
    evidence: Evidence


class NameIndex:
    """Names by what they sound like; build it once, search it often."""

    def __init__(  # noqa: PLR0913 (its parts, as they are stored)
        self,
        *,
        items: Strings,
        names: Strings,
        item_of: Numbers,
        vocabulary: Vocabulary,
        parts: Rows,
        holders: Rows,
        frequency: Numbers,
    ) -> None:
        self._items = items
        self._names = names
        self._item_of = item_of
        self._vocabulary = vocabulary
        self._parts = parts
        self._holders = holders
        self._frequency = frequency

    @classmethod
    def build(cls, items: Iterable[tuple[str, Iterable[str]]]) -> Self:
        """An index of `items`, each an id and all names that it goes by."""
        identifiers: list[str] = []
        named: list[tuple[int, str, list[int]]] = []
        numbers: dict[str, int] = {}
        for identifier, names in items:
            for name in dict.fromkeys(names):
                words = name_words(name)[:MAX_PARTS]
                if words:
                    parts = [numbers.setdefault(word, len(numbers)) for word in words]
                    named.append((len(identifiers), name, parts))
            identifiers.append(identifier)
        holders: list[list[int]] = [[] for _ in numbers]
        for position, (_, _, parts) in enumerate(named):
            for part in dict.fromkeys(parts):
                holders[part].append(position)
        by_sound: dict[str, set[int]] = defaultdict(set)
        sounds = [name_token(word).folded for word in numbers]
        for number, sound in enumerate(sounds):
            by_sound[sound].update(named[position][0] for position in holders[number])
        return cls(
            items=Strings.of(identifiers),
            names=Strings.of(name for _, name, _ in named),
            item_of=array("I", [item for item, _, _ in named]),
            vocabulary=Vocabulary.of(numbers),
            parts=Rows.of(parts for _, _, parts in named),
            holders=Rows.of(holders),
            frequency=array("I", [len(by_sound[sound]) for sound in sounds]),
        )

    def _weight(self, word: int) -> float:
        return math.pow(math.log1p(len(self._items) / (0.5 + self._frequency[word])), RARITY_POWER)

    def search(self, query: str, limit: int = 10) -> list[NameHit]:
        """The names most like `query`, best first, at most `limit` and one an id."""
        found = self.weigh(query, max(limit, SHORTLIST))
        ranked = sorted(((rank(one.evidence), one) for one in found), key=lambda pair: -pair[0])
        hits = []
        for place, (score, one) in enumerate(ranked[:limit]):
            rival = ranked[1 if place == 0 else 0][0] if len(ranked) > 1 else -math.inf
            hits.append(NameHit(self._items[one.item], self._names[one.name], probability(one.evidence, score - rival)))
        return hits

    def weigh(self, query: str, limit: int) -> list[Weighed]:
        """The names nearest to `query`, at most `limit` and one an item, with what speaks for each."""
        tokens = name_tokens(query)
        ways = readings(tokens, self._vocabulary)
        weights = {word: self._weight(word) for way in ways for one in way for word in one}
        unknown = math.pow(math.log1p(len(self._items) / 0.5), RARITY_POWER)
        own = [
            [max((weights[word] * likeness for word, likeness in one.items()), default=unknown) for one in way]
            for way in ways
        ]
        best: dict[int, tuple[float, int, int]] = {}
        for position in self._candidates(ways):
            parts = self._parts[position]
            for part in parts:
                if part not in weights:
                    weights[part] = self._weight(part)
            rarities = [weights[part] for part in parts]
            item = self._item_of[position]
            for way, reading in enumerate(ways):
                score = nearness(pairs_of(reading, parts), own[way], rarities)
                if score > 0 and (item not in best or score > best[item][0]):
                    best[item] = (score, position, way)
        # To prove that a name is meant, a part that no name holds as it stands weighs in full.
        asked = [
            [
                max((weights[word] for word, likeness in one.items() if likeness >= SPELLING), default=unknown)
                for one in way
            ]
            for way in ways
        ]
        letters = "".join(token.plain for token in tokens)
        found = []
        for item, (near, position, way) in heapq.nlargest(limit, best.items(), key=lambda one: one[1][0]):
            parts = self._parts[position]
            name = Side([weights[part] for part in parts], "".join(self._letters(part) for part in parts))
            pairs = pairs_of(ways[way], parts)
            found.append(Weighed(item, position, evidence_of(pairs, near, Side(asked[way], letters), name, unknown)))
        return found

    def _letters(self, part: int) -> str:
        return name_token(self._vocabulary.words[part]).plain

    def _candidates(self, ways: Sequence[Reading]) -> list[int]:
        """Positions of names that hold telling parts of the query; rare parts are read first, within a budget."""
        alike: dict[int, float] = {}
        for way in ways:
            for one in way:
                for word, likeness in one.items():
                    if likeness > alike.get(word, 0.0):
                        alike[word] = likeness
        postings = sorted((self._holders.length(word), word) for word in alike)
        votes: dict[int, float] = defaultdict(float)
        budget = MAX_POSTINGS
        for length, word in postings:
            budget -= length
            if budget < 0 and votes:
                break
            worth = self._weight(word) * alike[word] ** 2
            for position in self._holders[word][:MAX_POSTINGS]:
                votes[position] += worth
        lengths = self._parts.length
        return heapq.nlargest(MAX_ALIGNED, votes, key=lambda position: votes[position] / (4 + lengths(position)))

    def spellings(self, word: str) -> Iterator[tuple[str, float]]:
        """Parts of indexed names that `word`, folded, may be another spelling of, with how alike (0 to 1) they are."""
        for token in name_tokens(word):
            for number, likeness in self._vocabulary.like(token).items():
                known = self._vocabulary.words[number]
                # Between scripts only consonants can be compared, which proves too little without a name around it.
                if likeness >= SPELLING and known.isascii() == word.isascii():
                    yield known, likeness
