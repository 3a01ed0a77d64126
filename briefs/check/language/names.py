"""Names in a text: words with a capital letter that no rule of grammar gave them, and the entities that they mean."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from briefs.check.language.vocabulary import EMPTY_STEMS, stems_of
from briefs.models import Entity
from briefs.search.folding import fold
from briefs.search.stems import stem

CACHED_TEXTS = 4_096
"""So many texts are remembered as read: more than a library of a few documents has."""
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*")
_ENDING = re.compile(r"(?:n['’]t|['’](?:s|ve|re|ll|d|m)?)$")
"""A possessive, or the rest of a contracted verb."""
_QUOTES = frozenset('"“')
_AROUND = frozenset(" \n\"'“‘’”)")
_STOPS = frozenset(".!?…:;(")
_PARTICLES = "al el ul ash as ar an at de la le von van bin ibn abd"
_CALENDAR = """
january february march april may june july august september october november december jan feb mar apr jun jul aug sept
sep oct nov dec monday tuesday wednesday thursday friday saturday sunday i
"""
_NO_NAMES = frozenset(f"{_PARTICLES} {_CALENDAR}".split())
_OPENING = """
although among amid besides consequently counting currently despite earlier eventually finally formerly furthermore
hence however indeed initially instead later likewise meanwhile moreover nevertheless nonetheless otherwise overall
perhaps previously rather recently reckoned shortly similarly soon subsequently therefore thus together ultimately
unless unlike whereas whether ca wo
"""
_OPENERS = stems_of(_OPENING.split())


class Word(NamedTuple):
    """One word: as written, folded, whether it begins with a capital, and whether it opens a sentence or quotation."""

    written: str
    folded: str
    capital: bool
    opens: bool
    start: int


@lru_cache(maxsize=CACHED_TEXTS)
def words(text: str) -> tuple[Word, ...]:
    """The words of `text`, without a possessive 's and the like; parts of a hyphened word count one by one.

    Only of words with a capital is it said whether they open a sentence.
    """
    found = []
    for match in _WORD.finditer(text):
        written, folded = _written_and_folded(match[0])
        if folded:
            capital = written[0].isupper()
            start = match.start()
            opens = capital and _opens(text, start)
            found.append(Word(written, folded, capital, opens, start))
    return tuple(found)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or a quotation begins at `start`."""
    if text[start - 1 : start] in _QUOTES:
        return True
    while start and text[start - 1] in _AROUND:
        start -= 1
    return not start or text[start - 1] in _STOPS


@lru_cache(maxsize=65_536)
def _written_and_folded(word: str) -> tuple[str, str]:
    written = _ENDING.sub("", word)
    return written, fold(written)


class NameIndex:
    """The forms of names that a library's entities go by, found in texts word by word.

    `ordinary` are stems of words that texts write with a small letter: at a sentence's beginning, only these and words
    of grammar pass as no name.
    """

    def __init__(self, entities: Iterable[Entity], texts: Iterable[str]) -> None:
        self._forms: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._longest: dict[str, int] = defaultdict(int)
        self._known = lru_cache(maxsize=CACHED_TEXTS)(self._find)
        for entity in entities:
            for form in entity.names:
                self._add(form, entity.id)
        small = {word for text in texts for word in _WORD.findall(text) if not word[0].isupper()}
        folded = {_written_and_folded(word)[1] for word in small}
        self.ordinary: Collection[str] = _OPENERS | EMPTY_STEMS | stems_of(word for word in folded if len(word) > 1)

    def _add(self, form: str, identifier: str) -> None:
        written = words(form)
        if any(word.capital for word in written):
            key = tuple(word.folded for word in written)
            self._forms[key].add(identifier)
            self._longest[key[0]] = max(self._longest[key[0]], len(key))

    def names(self, text: str) -> list[Word]:
        """The words of `text` that are names or parts of names, in their order."""
        known = self._known(text)
        return [
            word
            for at, word in enumerate(words(text))
            if word.capital
            and word.folded not in _NO_NAMES
            and len(word.folded) > 1
            and (not word.opens or at in known or stem(word.folded) not in self.ordinary)
        ]

    def entities(self, text: str) -> frozenset[str]:
        """The ids of the entities that `text` names."""
        return frozenset(identifier for covering in self._known(text).values() for identifier in covering)

    def meanings(self, text: str) -> Mapping[int, frozenset[str]]:
        """For each word of `text` (by where it starts), the entities of all forms that cover it."""
        found = words(text)
        return {found[at].start: frozenset(covering) for at, covering in self._known(text).items()}

    def _find(self, text: str) -> Mapping[int, Collection[str]]:
        """By the position of a word, the entities of all forms that cover it and stand with a capital."""
        found = words(text)
        covering: dict[int, set[str]] = defaultdict(set)
        folded = [word.folded for word in found]
        singular = [word.removesuffix("s") for word in folded]
        for start, first in enumerate(folded):
            longest = self._longest.get(first) or self._longest.get(singular[start], 0)
            for end in range(start + 1, min(start + longest, len(found)) + 1):
                head = tuple(folded[start : end - 1])
                identifiers = self._forms.get((*head, folded[end - 1])) or self._forms.get((*head, singular[end - 1]))
                if identifiers and any(word.capital for word in found[start:end]):
                    for at in range(start, end):
                        covering[at] |= identifiers
        return covering
