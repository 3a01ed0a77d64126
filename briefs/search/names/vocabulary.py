"""All parts of names that an index knows, found by what a query's part may be a spelling of."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from operator import itemgetter

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefs.search.names.budget import GENEROUS, Budget
from briefs.search.names.similarity import HOPELESS, MIN_LIKENESS, token_likeness
from briefs.search.names.tables import Keyed, Strings, key_of
from briefs.search.names.tokens import NameToken, name_token

_by_likeness = itemgetter(0)
_SEPARATOR = "\t"
_SAME_KEY = 16
"""Known parts that are written alike, in both scripts, or whose keys happen to be the same."""


class Vocabulary:
    """Parts of names by their views."""

    def __init__(self, views: Strings, by_key: Keyed) -> None:
        self.views = views
        self.by_key = by_key
        self.token = lru_cache(maxsize=16_384)(self._token)
        """The part of a number."""

    @classmethod
    def of(cls, words: Iterable[str]) -> "Vocabulary":
        """The vocabulary of `words`, folded parts of names without repetition."""
        pairs: list[int] = []
        views = []
        for number, word in enumerate(words):
            token = name_token.__wrapped__(word)
            pairs.extend(key_of(key) << 32 | number for key in _keys(token))
            written = word if token.unvowelled else ""
            views.append(_SEPARATOR.join((token.plain, token.folded, token.skeleton, written)))
        return cls(Strings.of(views), Keyed.of(pairs))

    def __len__(self) -> int:
        return len(self.views)

    def _token(self, number: int) -> NameToken:
        plain, folded, skeleton, written = self.views[number].split(_SEPARATOR)
        return NameToken(plain, folded, skeleton, bool(written))

    def written(self, number: int) -> str:
        """The part of a number as it stands in names, folded."""
        plain, _, _, written = self.views[number].split(_SEPARATOR)
        return written or plain

    def like(self, token: NameToken, budget: Budget = GENEROUS) -> dict[int, float]:
        """The numbers of known parts that `token` may be a spelling of, with their likeness (0 to 1), best first."""
        compared: dict[int, None] = dict.fromkeys(self.by_key.first(key_of("=" + token.plain), _SAME_KEY))
        # A part that names hold as it stands is less likely to be a slip of another.
        most = budget.compared // 2 if compared else budget.compared
        for key in islice(_keys(token), 1, None):
            room = most - len(compared)
            if room <= 0:
                break
            compared.update(dict.fromkeys(self.by_key.first(key_of(key), room)))
        get = self.token
        numbers = list(compared)
        known = list(map(get, numbers))
        chosen: Iterable[int] = range(len(known))
        if not token.unvowelled and len(known) > budget.alike:
            # The whole comparison is for those that come close in sound.
            sounds = [None if one.unvowelled else one.folded for one in known]
            near = process.extract(
                token.folded, sounds, scorer=OSA.normalized_similarity, limit=budget.alike, score_cutoff=HOPELESS
            )
            chosen = [place for _, _, place in near] + [place for place, sound in enumerate(sounds) if sound is None]
        found = [(token_likeness(token, known[place]), numbers[place]) for place in chosen]
        found.sort(key=_by_likeness, reverse=True)
        return {number: likeness for likeness, number in found[: budget.alike] if likeness >= MIN_LIKENESS}

    def same(self, word: str, *, sound: bool) -> dict[int, float]:
        """The numbers of known parts that are the folded `word` or, if `sound`, sound the same, with how alike."""
        if not sound:
            found = self.by_key.first(key_of("=" + word), _SAME_KEY)
            return {number: 1.0 for number in found if self.token(number).plain == word}
        token = name_token(word)
        compared = {*self.by_key[key_of("=" + token.plain)], *self.by_key[key_of("~" + token.folded)]}
        return {
            number: token_likeness(token, known)
            for number in compared
            if (known := self.token(number)).plain == token.plain or known.folded == token.folded
        }


def _keys(token: NameToken) -> Iterator[str]:
    """What two spellings of one part have in common: letters, sound, consonants, or consonants but for one."""
    yield "=" + token.plain
    yield "~" + token.folded
    skeleton = token.skeleton
    yield skeleton
    if len(skeleton) > 2:
        yield from dict.fromkeys(skeleton[:position] + skeleton[position + 1 :] for position in range(len(skeleton)))
