"""What is known of English (and a little Arabic) words apart from any library: grammar, ordinary words, kinship.

Three grades of words that a library need not hold: stop words carry grammar and are left out of a question; light words
say little by themselves; ordinary words are such that a question may use one that the texts do not (`which outfits …`)
and still be about them. What is in none of these lists and not in the library is taken for a name or a subject of its
own. Beside them: which words may stand for one another, by synonyms, kinship of meaning, abbreviation and translation.
The lists, in `lists/`, were written for this purpose but for `related.txt`, which `tests/bench/fit_related.py`
computes.
"""

import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefs.search.stems import stemmer

SYNONYM = 0.7
"""How surely a word stands for its synonym."""
SHORTENED = 0.9
"""How surely a shorter form stands for one of the words that it is short for."""
TRANSLATED = 0.75
"""How surely a word stands for one of the words that translate it."""
RELATED = (0.7, 0.55, 0.4)
"""How surely a word stands for one that is related to it, by how closely."""
LIGHT, ORDINARY = 0.5, 0.8
"""What light and ordinary words say, against names that are as rare."""
_FARTHER = "/"
_LISTS = Path(__file__).parent / "lists"


def lines_of(name: str) -> list[list[str]]:
    """The words of a list, line by line; a line that begins with `#` is a remark."""
    lines = (_LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


def _words(name: str) -> list[str]:
    return [word for line in lines_of(name) for word in line]


def elsewhere() -> list[str]:
    """Questions that people ask any bot, whatever its documents are about."""
    return [" ".join(words) for words in lines_of("elsewhere")]


STOPWORDS = frozenset(_words("stopwords"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists, by stem."""

    grammar: frozenset[str]
    """Words that carry grammar."""
    light: frozenset[str]
    """Words that say little by themselves."""
    ordinary: frozenset[str]
    """Words that a question may use without being about something else; light ones included."""
    answering: Mapping[str, frozenset[str]]
    """Words that an answer holds, by what the question wants: a number, a date."""

    def telling(self, stem: str) -> float:
        """How much (0 to 1) a word says, against a name that is as rare."""
        if stem in self.light:
            return LIGHT
        return ORDINARY if stem in self.ordinary else 1.0

    @classmethod
    def compiled(cls) -> "Lexicon":
        """The lists, stemmed."""
        stems = stemmer()
        light_words, ordinary, rows = _words("light"), _words("ordinary"), lines_of("answering")
        stems.learn([*STOPWORDS, *light_words, *ordinary, *(word for row in rows for word in row)])
        light = frozenset(map(stems.stem, light_words))
        answering: dict[str, set[str]] = {}
        for wanted, *words in rows:
            answering.setdefault(wanted, set()).update(map(stems.stem, words))
        return cls(
            grammar=frozenset(map(stems.stem, STOPWORDS)),
            light=light,
            ordinary=light | frozenset(map(stems.stem, ordinary)),
            answering={wanted: frozenset(found) for wanted, found in answering.items()},
        )

    def dumped(self) -> str:
        """The lexicon as JSON."""
        answering = {wanted: sorted(words) for wanted, words in self.answering.items()}
        return json.dumps([sorted(self.grammar), sorted(self.light), sorted(self.ordinary), answering])

    @classmethod
    def loaded(cls, text: str) -> "Lexicon":
        """The lexicon that was `dumped` to `text`."""
        grammar, light, ordinary, answering = json.loads(text)
        by_wanted = {wanted: frozenset(words) for wanted, words in answering.items()}
        return cls(frozenset(grammar), frozenset(light), frozenset(ordinary), by_wanted)


@cache
def synonyms() -> Mapping[str, frozenset[str]]:
    """For a stem, others that mean the same."""
    stems = stemmer()
    groups = lines_of("synonyms")
    stems.learn([word for group in groups for word in group])
    found: dict[str, set[str]] = {}
    for group in groups:
        alike = {stems.stem(word) for word in group}
        for one in alike:
            found.setdefault(one, set()).update(alike - {one})
    return {one: frozenset(others) for one, others in found.items()}


def related_stems(known: AbstractSet[str] | None = None) -> Mapping[str, Mapping[str, float]]:
    """For a stem, those of the stems `known`, or else all, that may stand for it, each with how surely (0 to 1)."""
    stems = stemmer()
    rows, translations, shortened = map(lines_of, ("related", "arabic", "abbreviations"))
    stems.learn([word for group in (*translations, *shortened) for word in group])
    related: dict[str, dict[str, float]] = {}

    def relate(one: str, others: Iterable[str], worth: float) -> None:
        found = {other: worth for other in others if known is None or other in known}
        if found:
            related.setdefault(one, {}).update(found)

    # These are stems already.
    for own, *others in rows:
        # Of a small library's words most rows hold none.
        if known is not None and known.isdisjoint(others):
            continue
        for worth, grade in zip(RELATED, " ".join(others).split(_FARTHER), strict=False):
            relate(own, grade.split(), worth)
    for one, alike in synonyms().items():
        relate(one, alike, SYNONYM)
    for worth, table in ((TRANSLATED, translations), (SHORTENED, shortened)):
        for word, *english in table:
            relate(stems.stem(word), map(stems.stem, english), worth)
    return related
