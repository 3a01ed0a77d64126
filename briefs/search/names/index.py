"""An index of names: parts that sound alike propose names, alignment makes a shortlist, the evidence ranks it."""

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from rapidfuzz import fuzz, process

from briefs.search.names.alignment import Pairs, by_part, compounded, nearness, pairs_of
from briefs.search.names.budget import Budget, budget_for
from briefs.search.names.calibration import probability, rank, sureness
from briefs.search.names.candidates import Candidates
from briefs.search.names.compiling import NameTables, Progress, compile_names
from briefs.search.names.evidence import Evidence, Side, evidence_of
from briefs.search.names.files import read_names, write_names
from briefs.search.names.readings import Reading, readings
from briefs.search.names.similarity import likenesses
from briefs.search.names.tables import Numbers
from briefs.search.names.tokens import COMPOUNDING, ENDING, NameToken, name_tokens

RARITY_POWER = 1.5
WRITTEN = 0
"""The place of the reading that parts a query as it is written."""
SHORTEST_SPELLED, SHORT_SPELLED = 4, 5
"""Shorter words of a text are like too many parts of names; those shorter than the second have to sound the same."""
SPELLING, SAME = 0.9, 0.96
"""A word of a text at least this like a part of a name is taken for it, and a short one."""


class NameHit(NamedTuple):
    """A name that was found: the id it belongs to, the name itself, and how sure the match is, from 0 to 1."""

    id: str
    name: str
    score: float


class Weighed(NamedTuple):
    """A name on the shortlist by its number, the item it belongs to, and what speaks for it."""

    item: int
    name: int
    evidence: Evidence


class NameIndex:
    """Names by what they sound like; build it once, or open a saved one, and search it often."""

    def __init__(self, tables: NameTables, budget: Budget | None = None) -> None:
        self._tables = tables
        self._vocabulary = tables.vocabulary
        self.budget = budget or budget_for(len(tables.names))
        self._candidates = Candidates(tables.vocabulary, tables.holders, tables.pairs, self.budget)
        self._items = len(tables.items)
        self._rarities = _Rarities(self._items)
        self._sureness = sureness(self._items)
        self._unknown = math.pow(math.log1p(self._items / 0.5), RARITY_POWER)

    @classmethod
    def build(cls, items: Iterable[tuple[str, Iterable[str]]], progress: Progress | None = None) -> Self:
        """An index of `items`, each an id and all names that it goes by; `progress` is told how far it is."""
        return cls(compile_names(items, progress))

    def save(self, folder: Path, source: str = "") -> None:
        """Writes the index to `folder`; `source` says what it was built from.

        Raises:
            OSError: the folder cannot be written.
        """
        write_names(Path(folder), self._tables, source)

    @classmethod
    def open(cls, folder: Path, source: str | None = None) -> Self:
        """The index that was saved to `folder`, mapped, not read.

        Raises:
            UnusableFileError: there is none, it is damaged or of another version, or not built from `source`, if given.
        """
        return cls(read_names(Path(folder), source))

    def within(self, budget: Budget) -> Self:
        """The same names, each search of which goes through no more than `budget`."""
        return type(self)(self._tables, budget)

    def __len__(self) -> int:
        return self._items

    def search(self, query: str, limit: int = 10) -> list[NameHit]:
        """The names most like `query`, best first, at most `limit` and one an id."""
        ranked = sorted(
            ((rank(one.evidence), one) for one in self.weigh(query, max(limit, self.budget.shortlist))), reverse=True
        )
        hits = []
        for place, (score, one) in enumerate(ranked[:limit]):
            rival, other = ranked[1 if place == 0 else 0] if len(ranked) > 1 else (-math.inf, None)
            sure = probability(self._sureness, one.evidence, score - rival, other.evidence if other else None)
            hits.append(NameHit(self._tables.items[one.item], self._tables.names[one.name], sure))
        return hits

    def weigh(self, query: str, limit: int) -> list[Weighed]:
        """The names nearest to `query`, at most `limit` and one an item, with what speaks for each."""
        tokens = name_tokens(query)
        ways = readings(tokens, self._vocabulary, self.budget)
        weights = _Weights(self._rarities, self._tables.frequency)
        sides = [(by_part(way), self._told(way, weights, 0.0)) for way in ways]
        ending = [place for place, token in enumerate(tokens) if token.plain in ENDING]
        best: dict[int, tuple[float, int, int, Pairs]] = {}
        # Rarity tells which of several parts counts the most; of a single one only its likeness does.
        if len(tokens) > 1:
            proposed = self._candidates.of(ways, weights, sum(sides[0][1]))
        else:
            proposed = self._candidates.of(ways, {word: 1.0 for way in ways for one in way for word in one}, 1.0)
        for name in self._nearest(query, proposed):
            parts = self._tables.parts[name]
            self._complete(tokens, ways[0], sides[0][0], parts)
            rarities = [weights[part] for part in parts]
            item = self._tables.item_of[name]
            for way, (alike, own) in enumerate(sides):
                pairs = pairs_of(alike, parts)
                # Where parts were joined or split, their places are no longer those of the query.
                if ending and way == WRITTEN:
                    pairs = compounded(pairs, ending)
                score = nearness(pairs, own, rarities)
                if score > 0 and (item not in best or score > best[item][0]):
                    best[item] = (score, name, way, pairs)
        # To prove that a name is meant, a part that no name holds as it stands weighs in full.
        told = [self._told(way, weights, SPELLING) for way in ways]
        letters = "".join(token.plain for token in tokens)
        sides_asked = [Side(weights, _sounds(tokens, len(weights)), letters, letters) for weights in told]
        found = []
        for item, (near, name, way, pairs) in sorted(best.items(), key=lambda one: -one[1][0])[:limit]:
            parts = self._tables.parts[name]
            known = [self._vocabulary.token(part) for part in parts]
            plain = [part.plain for part in known]
            said = Side(
                [weights[part] for part in parts],
                [part.folded for part in known],
                "".join(plain),
                _turned(plain, pairs),
            )
            found.append(Weighed(item, name, evidence_of(pairs, near, sides_asked[way], said, self._unknown)))
        return found

    def _nearest(self, query: str, proposed: Sequence[int]) -> Sequence[int]:
        """Of the `proposed` names, best first, those to align: half by their parts, half by all their letters."""
        most = self.budget.aligned
        if len(proposed) <= most:
            return proposed
        kept = proposed[: most // 2]
        names = self._tables.names
        rest = {name: names[name].lower() for name in proposed[most // 2 :]}
        alike = process.extract(query.lower(), rest, scorer=fuzz.token_sort_ratio, limit=most - len(kept))
        return [*kept, *(name for _, _, name in alike)]

    def _complete(
        self, tokens: Sequence[NameToken], written: Reading, alike: dict[int, list[tuple[float, int]]], parts: Numbers
    ) -> None:
        """Compares with the query those of a name's `parts` that its spelling did not propose."""
        for part in parts:
            if part not in alike:
                known = self._vocabulary.token(part)
                alike[part] = likenesses(tokens, known)
                for likeness, place in alike[part]:
                    written[place][part] = likeness

    def _told(self, way: Reading, weights: "_Weights", least: float) -> list[float]:
        """How much each part of a query tells, by the rarity of what it is a spelling of, at least this likely."""
        told = []
        for one in way:
            most = 0.0
            for word, likeness in one.items():
                if likeness >= least:
                    weight = weights[word] if least else weights[word] * likeness
                    most = max(most, weight)
            told.append(most or self._unknown)
        return told

    def spellings(self, word: str) -> Iterator[tuple[str, float]]:
        """Parts of indexed names that `word`, folded, may be another spelling of, with how alike (0 to 1) they are."""
        for token in name_tokens(word):
            # Arabic script leaves out vowels, so that the romanised part is shorter than what it stands for.
            letters = len(word if token.unvowelled else token.plain)
            if token.plain in COMPOUNDING or letters < SHORTEST_SPELLED:
                # It is in many names and tells of none.
                continue
            least = SPELLING if letters >= SHORT_SPELLED else SAME
            for number, likeness in self._vocabulary.like(token).items():
                known = self._vocabulary.written(number)
                # Between scripts only consonants can be compared, which proves too little without a name around it.
                if likeness >= least and known.isascii() == word.isascii():
                    yield known, likeness


def _sounds(tokens: Sequence[NameToken], parts: int) -> Sequence[str]:
    """The parts of a query, folded; none are known where it has been joined or split to so many `parts`."""
    return [token.folded for token in tokens] if len(tokens) == parts else [""] * parts


def _turned(plain: Sequence[str], pairs: Pairs) -> str:
    """A name without gaps, its parts in the order of those of the query that they stand for."""
    place_of = {other: place for _, place, other in pairs}
    order: list[tuple[int, int]] = []
    last = -1
    for other in range(len(plain)):
        # A part that stands for none follows the one before it.
        last = place_of.get(other, last)
        order.append((last, other))
    return "".join(plain[other] for _, other in sorted(order))


class _Rarities(dict[int, float]):
    """The weights of parts by how many of `items` have them, computed when asked for."""

    def __init__(self, items: int) -> None:
        super().__init__()
        self._items = items

    def __missing__(self, frequency: int) -> float:
        self[frequency] = weight = math.pow(math.log1p(self._items / (0.5 + frequency)), RARITY_POWER)
        return weight


class _Weights(dict[int, float]):
    """The weights of parts by their numbers, looked up when asked for."""

    def __init__(self, rarities: _Rarities, frequency: Numbers) -> None:
        super().__init__()
        self._rarities = rarities
        self._frequency = frequency

    def __missing__(self, word: int) -> float:
        self[word] = weight = self._rarities[self._frequency[word]]
        return weight
