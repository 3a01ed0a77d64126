"""Which names are worth aligning with a query: those that hold telling parts of it, found within a budget.

Parts are read from the rarest on. The lists of common parts (`mohammed`, `ali`) are too long to read; they count where
two of them stand in one name, which a table of pairs of consonants tells at once.
"""

from collections.abc import Sequence

from briefs.search.names.budget import Budget
from briefs.search.names.readings import Reading
from briefs.search.names.tables import Keyed, Numbers, Rows, key_of
from briefs.search.names.vocabulary import Vocabulary

MAX_OF_PAIR = 250
"""Names that are read for one pair."""
PAIRED_PARTS = 5
"""Parts of a name, from its beginning, whose pairs are in the table."""

_NEARLY = 0.7
"""Share of what is asked that a name must hold to be clearly ahead of those that hold far less."""

_KEY_BITS = 0xFFFFFFFF


def pair_key(left: int, right: int) -> int:
    """The key of two parts in one name, in any order, by the keys of their skeletons."""
    return (left + right) & _KEY_BITS


def pair_keys(skeletons: Sequence[int]) -> set[int]:
    """The keys of all pairs in a name, by the keys of its parts' skeletons."""
    heads = skeletons[:PAIRED_PARTS]
    return {pair_key(one, other) for place, one in enumerate(heads) for other in heads[place + 1 :]}


class Candidates:
    """Finds names by their parts, in `holders` (the names of each part) and `pairs` (the names of each pair)."""

    def __init__(self, vocabulary: Vocabulary, holders: Rows, pairs: Keyed, budget: Budget) -> None:
        self._vocabulary = vocabulary
        self._holders = holders
        self._pairs = pairs
        self._budget = budget

    def of(self, ways: Sequence[Reading], weights: dict[int, float], asked: float) -> list[int]:
        """The numbers of names, within the budget, that hold the most of a query, by `weights` of parts.

        `asked` is the weight of all that is asked.
        """
        alike = _alike(ways)
        length = self._holders.length
        lists = sorted((length(word), word) for word in alike)
        votes: dict[int, float] = {}
        room = self._budget.read
        skipped: set[int] = set()
        for entries, word in lists:
            if entries > room:
                skipped.add(word)
                continue
            room -= entries
            worth = weights[word] * alike[word] ** 2
            for name in self._holders[word]:
                votes[name] = votes.get(name, 0.0) + worth
        if skipped:
            for way in ways:
                self._vote_pairs(votes, way, weights, skipped)
        if len(votes) < self._budget.aligned:
            # Names are numbered from the shortest on, so the head of a list holds those that the part says most of.
            for _, word in sorted((-weights[word] * alike[word], word) for word in skipped)[:4]:
                self._vote(votes, self._holders[word][: self._budget.aligned], weights[word] * alike[word] ** 2)
        if not votes:
            return []
        best = max(votes.values())
        clear = best >= _NEARLY * asked
        least = best * (self._budget.rival if clear else self._budget.hopeful)
        kept = [(vote, -name) for name, vote in votes.items() if vote >= least]
        kept.sort(reverse=True)
        return [-name for _, name in kept[: self._budget.compared_whole]]

    @staticmethod
    def _vote(votes: dict[int, float], names: Numbers, worth: float) -> None:
        for name in names:
            votes[name] = votes.get(name, 0.0) + worth

    def _vote_pairs(self, votes: dict[int, float], way: Reading, weights: dict[int, float], skipped: set[int]) -> None:
        """Votes for names that hold two parts of the query of which the list of one at least was too long to read."""
        sides = [self._skeletons(one, weights, skipped) for one in way]
        for place, left in enumerate(sides):
            for right in sides[place + 1 :]:
                for one, (worth, long) in left.items():
                    for other, (more, also_long) in right.items():
                        if long or also_long:
                            # What was read as a list has voted already.
                            added = worth * long + more * also_long
                            self._vote(votes, self._pairs.first(pair_key(one, other), MAX_OF_PAIR), added)

    def _skeletons(
        self, one: dict[int, float], weights: dict[int, float], skipped: set[int]
    ) -> dict[int, tuple[float, bool]]:
        """The keys of the skeletons of what a part may be, with what they are worth and whether a list was skipped."""
        found: dict[int, tuple[float, bool]] = {}
        for word, likeness in one.items():
            key = key_of(self._vocabulary.token(word).skeleton)
            worth, long = weights[word] * likeness**2, word in skipped
            if key in found:
                found[key] = (max(found[key][0], worth), found[key][1] or long)
            elif len(found) < self._budget.paired:
                found[key] = (worth, long)
        return found


def _alike(ways: Sequence[Reading]) -> dict[int, float]:
    """All parts that stand for one of the query's in any reading, with the best likeness."""
    alike: dict[int, float] = {}
    for way in ways:
        for one in way:
            for word, likeness in one.items():
                if likeness > alike.get(word, 0.0):
                    alike[word] = likeness
    return alike
