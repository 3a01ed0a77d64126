"""What is known of English (and a little Arabic) words apart from any library: grammar, ordinary words, synonyms.

Three grades of words that a library need not hold: stop words carry grammar and are left out of a question; light words
say little by themselves; ordinary words are such that a question may use one that the texts do not (`which outfits …`)
and still be about them. What is in none of these lists and not in the library is taken for a name or a subject of its
own. The lists, in `lists/`, are the project's own, written for this purpose.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefs.search.stems import stemmer

_LISTS = Path(__file__).parent / "lists"


def _lines(name: str) -> list[list[str]]:
    """The words of a list, line by line; a line that begins with `#` is a remark."""
    lines = (_LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


def _words(name: str) -> list[str]:
    return [word for line in _lines(name) for word in line]


STOPWORDS = frozenset(_words("stopwords"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists, by stem."""

    light: frozenset[str]
    """Words that say little by themselves."""
    ordinary: frozenset[str]
    """Words that a question may use without being about something else; light ones included."""
    synonyms: Mapping[str, frozenset[str]]
    """Stems that may stand for a stem."""

    @classmethod
    def compiled(cls) -> "Lexicon":
        """The lists, stemmed."""
        stems = stemmer()
        groups, light_words, ordinary = _lines("synonyms"), _words("light"), _words("ordinary")
        stems.learn([*light_words, *ordinary, *(word for group in groups for word in group)])
        light = frozenset(map(stems.stem, light_words))
        found: dict[str, set[str]] = {}
        for group in groups:
            alike = {stems.stem(word) for word in group}
            for one in alike:
                found.setdefault(one, set()).update(alike - {one})
        return cls(
            light=light,
            ordinary=light | frozenset(map(stems.stem, ordinary)),
            synonyms={one: frozenset(others) for one, others in found.items()},
        )

    def dumped(self) -> str:
        """The lexicon as JSON."""
        return json.dumps(
            [sorted(self.light), sorted(self.ordinary), {one: sorted(others) for one, others in self.synonyms.items()}]
        )

    @classmethod
    def loaded(cls, text: str) -> "Lexicon":
        """The lexicon that was `dumped` to `text`."""
        light, ordinary, synonyms = json.loads(text)
        return cls(frozenset(light), frozenset(ordinary), {one: frozenset(others) for one, others in synonyms.items()})
