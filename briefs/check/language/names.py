"""Names in a text: words with a capital letter that no rule of grammar gave them, and the entities that they mean."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from briefs.models import Entity
from briefs.search.folding import fold
from briefs.search.stems import stem

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*")  # noqa: RUF001 (look-alikes are apostrophes)
_POSSESSIVE = re.compile(r"['’]s?$")  # noqa: RUF001
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?…:;]|\(|\n)[\"'“‘’”)\s]*$|[\"“]\s*$")  # noqa: RUF001
_PARTICLES = frozenset("al el ul ash as ar an at de la le von van bin ibn abd".split())
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday i".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as written, folded, whether it begins with a capital, and whether it opens a sentence or quotation."""

    written: str
    folded: str
    capital: bool
    opens: bool
    start: int


def words(text: str) -> list[Word]:
    """The words of `text`, without a possessive 's; parts of a hyphened word count one by one."""
    found = []
    for match in _WORD.finditer(text):
        written = _POSSESSIVE.sub("", match[0])
        if folded := fold(written):
            opens = bool(_OPENS_SENTENCE.search(text[max(0, match.start() - 8) : match.start()]))
            found.append(Word(written, folded, written[0].isupper(), opens, match.start()))
    return found


class NameIndex:
    """The forms of names that a library's entities go by, found in texts word by word.

    `ordinary` are stems of words that texts write with a small letter: at a sentence's beginning, these alone pass as no
    name.
    """

    def __init__(self, entities: Iterable[Entity], texts: Iterable[str]) -> None:
        self._forms: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._longest: dict[str, int] = defaultdict(int)
        for entity in entities:
            for form in entity.names:
                self._add(form, entity.id)
        self.ordinary: Collection[str] = {
            stem(word.folded) for text in texts for word in words(text) if not word.capital and len(word.folded) > 1
        }

    def _add(self, form: str, identifier: str) -> None:
        written = words(form)
        if any(word.capital for word in written):
            key = tuple(word.folded for word in written)
            self._forms[key].add(identifier)
            self._longest[key[0]] = max(self._longest[key[0]], len(key))

    def names(self, text: str) -> list[Word]:
        """The words of `text` that are names or parts of names, in their order."""
        found = words(text)
        known = self._known(found)
        return [
            word
            for at, word in enumerate(found)
            if word.capital
            and word.folded not in _PARTICLES
            and word.folded not in _CALENDAR
            and len(word.folded) > 1
            and (not word.opens or at in known or stem(word.folded) not in self.ordinary)
        ]

    def entities(self, text: str) -> frozenset[str]:
        """The ids of the entities that `text` names."""
        return frozenset(identifier for covering in self._known(words(text)).values() for identifier in covering)

    def meanings(self, text: str) -> Mapping[int, frozenset[str]]:
        """For each word of `text` (by where it starts), the entities of all forms that cover it."""
        found = words(text)
        return {found[at].start: frozenset(covering) for at, covering in self._known(found).items()}

    def _known(self, found: list[Word]) -> dict[int, set[str]]:
        """By the position of a word, the entities of all forms that cover it and stand with a capital."""
        covering: dict[int, set[str]] = defaultdict(set)
        for start, word in enumerate(found):
            longest = self._longest.get(word.folded) or self._longest.get(word.folded.removesuffix("s"), 0)
            for length in range(1, min(longest, len(found) - start) + 1):
                part = found[start : start + length]
                key = tuple(one.folded for one in part)
                identifiers = self._forms.get(key) or self._forms.get((*key[:-1], key[-1].removesuffix("s")))
                if identifiers and any(one.capital for one in part):
                    for at in range(start, start + length):
                        covering[at] |= identifiers
        return covering
