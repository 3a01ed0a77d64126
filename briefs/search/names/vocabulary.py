"""All parts of names that an index knows, found by what a query's part may be a spelling of."""

from collections.abc import Iterable, Iterator

from briefs.search.names.similarity import MIN_LIKENESS, token_likeness
from briefs.search.names.tables import Keyed, Strings, key_of
from briefs.search.names.tokens import NameToken, name_token

MAX_COMPARED = 400
"""At most so many parts are compared with one part of a query."""


class Vocabulary:
    """Parts of names by their views."""

    def __init__(self, words: Strings, by_key: Keyed) -> None:
        self.words = words
        self._by_key = by_key

    @classmethod
    def of(cls, words: Iterable[str]) -> "Vocabulary":
        """The vocabulary of `words`, folded parts of names without repetition."""
        known = list(words)
        pairs = [key_of(key) << 32 | number for number, word in enumerate(known) for key in _keys(name_token(word))]
        return cls(Strings.of(known), Keyed.of(pairs))

    def like(self, token: NameToken) -> dict[int, float]:
        """The numbers of known parts that `token` may be a spelling of, with how alike they are (0 to 1)."""
        compared: set[int] = set()
        for key in _keys(token):
            compared.update(self._by_key[key_of(key)][: MAX_COMPARED - len(compared)])
            if len(compared) >= MAX_COMPARED:
                break
        words = self.words
        found = {number: token_likeness(token, name_token(words[number])) for number in compared}
        return {number: likeness for number, likeness in found.items() if likeness >= MIN_LIKENESS}

    def same(self, token: NameToken) -> dict[int, float]:
        """The numbers of known parts that are `token`, or sound the same, with how alike they are (0 to 1)."""
        compared = {*self._by_key[key_of("=" + token.plain)], *self._by_key[key_of("~" + token.folded)]}
        words = self.words
        found = {number: name_token(words[number]) for number in compared}
        return {
            number: token_likeness(token, known)
            for number, known in found.items()
            if known.plain == token.plain or known.folded == token.folded
        }


def _keys(token: NameToken) -> Iterator[str]:
    """What two spellings of one part have in common: letters, sound, consonants, or consonants but for one."""
    yield "=" + token.plain
    yield "~" + token.folded
    skeleton = token.skeleton
    yield skeleton
    if len(skeleton) > 2:
        yield from {skeleton[:position] + skeleton[position + 1 :] for position in range(len(skeleton))}
