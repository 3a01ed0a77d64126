"""Words of names that stand for one another in texts, because one entity goes by both: other spellings, other names."""

from collections.abc import Iterable, Iterator
from itertools import permutations

from briefs.search.names.similarity import token_likeness
from briefs.search.names.tokens import name_token
from briefs.search.stems import stemmer, words_of

ALIAS = 0.9
"""How surely a word of a name stands for one of another form of it."""
_ALIKE = 0.75
"""Words of two forms at least this like are the same in another spelling or script."""
_LETTERS = 2


def related_by_alias(entities: Iterable[Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of stems that stand for one another; `entities` are the forms by which each goes.

    Words of two forms do that are alike, and forms of one word each, whatever they are like.
    """
    stems = stemmer()
    for forms in entities:
        written = [words_of(form) for form in forms]
        stems.learn({word for words in written for word in words})
        stood: dict[tuple[str, str], None] = {}
        for one, other in permutations(written, 2):
            if len(one) == len(other) == 1:
                stood[stems.stem(one[0]), stems.stem(other[0])] = None
            for word in one:
                alike = (another for another in other if _alike(word, another))
                stood.update(dict.fromkeys((stems.stem(word), stems.stem(another)) for another in alike))
        yield from (pair for pair in stood if pair[0] != pair[1])


def _alike(word: str, other: str) -> bool:
    if min(len(word), len(other)) < _LETTERS:
        return False
    return token_likeness(name_token(word), name_token(other)) >= _ALIKE
