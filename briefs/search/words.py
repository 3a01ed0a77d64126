"""What is known of English (and a little Arabic) words apart from any library: grammar, ordinary words, kinship.

Three grades of words that a library need not hold: stop words carry grammar and are left out of a question; light words
say little by themselves; ordinary words are such that a question may use one that the texts do not (`which outfits …`)
and still be about them. What is in none of these lists and not in the library is taken for a name or a subject of its
own. Beside them: which words may stand for one another, by synonyms, kinship of meaning and translation. The lists, in
`lists/`, were written for this purpose but for `related.txt`, which `tests/bench/fit_related.py` computes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefs.search.stems import stemmer

SYNONYM = 0.7
"""How surely a word stands for its synonym."""
TRANSLATED = 0.75
"""How surely a word stands for one of the words that translate it."""
RELATED = (0.7, 0.55, 0.4)
"""How surely a word stands for one that is related to it, by how closely."""
_FARTHER = "/"
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
    answering: Mapping[str, frozenset[str]]
    """Words that an answer holds, by what the question wants: a number, a date."""

    @classmethod
    def compiled(cls) -> "Lexicon":
        """The lists, stemmed."""
        stems = stemmer()
        light_words, ordinary, rows = _words("light"), _words("ordinary"), _lines("answering")
        stems.learn([*light_words, *ordinary, *(word for row in rows for word in row)])
        light = frozenset(map(stems.stem, light_words))
        answering: dict[str, set[str]] = {}
        for wanted, *words in rows:
            answering.setdefault(wanted, set()).update(map(stems.stem, words))
        return cls(
            light=light,
            ordinary=light | frozenset(map(stems.stem, ordinary)),
            answering={wanted: frozenset(found) for wanted, found in answering.items()},
        )

    def dumped(self) -> str:
        """The lexicon as JSON."""
        answering = {wanted: sorted(words) for wanted, words in self.answering.items()}
        return json.dumps([sorted(self.light), sorted(self.ordinary), answering])

    @classmethod
    def loaded(cls, text: str) -> "Lexicon":
        """The lexicon that was `dumped` to `text`."""
        light, ordinary, answering = json.loads(text)
        by_wanted = {wanted: frozenset(words) for wanted, words in answering.items()}
        return cls(frozenset(light), frozenset(ordinary), by_wanted)


def related_stems() -> Mapping[str, Mapping[str, float]]:
    """For a stem, others that may stand for it, each with how surely (0 to 1)."""
    stems = stemmer()
    groups, rows, translations = _lines("synonyms"), _lines("related"), _lines("arabic")
    stems.learn([word for group in (*groups, *translations) for word in group])
    related: dict[str, dict[str, float]] = {}
    # These are stems already.
    for own, *others in rows:
        sure = iter(RELATED)
        at = next(sure)
        found = related.setdefault(own, {})
        for other in others:
            if other == _FARTHER:
                at = next(sure)
            else:
                found[other] = at
    for group in groups:
        alike = {stems.stem(word) for word in group}
        for one in alike:
            related.setdefault(one, {}).update(dict.fromkeys(alike - {one}, SYNONYM))
    for word, *english in translations:
        related.setdefault(stems.stem(word), {}).update({stems.stem(one): TRANSLATED for one in english})
    return related
