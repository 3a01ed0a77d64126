"""A question's terms: how telling each is, and which stems of the texts may stand for it."""

import math
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA, Hamming

from briefs.models import ParagraphId
from briefs.search.query import Query
from briefs.search.spelling import shortened
from briefs.search.stems import stemmer
from briefs.search.words import STOPWORDS, Lexicon

SPELLED = 0.95
UNHEARD = 0.6
"""What an ordinary word that the texts lack weighs, against what `Lexicon.telling` leaves of it."""
FARTHER = 0.6
"""How surely words that are related by far stand for one another at most."""
TURNED, ONE_OFF = 0.1, 0.25
"""What an unknown word weighs that is one of grammar with two letters turned or one left out, or a short one with one
wrong."""
_SHORT = 3
_KIND = 0.15
_LONG = 6
"""Stems from this length on may be an ordinary word with a slip."""

Weight = Callable[[str], float]
Alternatives = Callable[[str], Iterable[tuple[str, float]]]
"""What may stand for a word or stem, and how surely (0 to 1)."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its stem, its weight, and the stems that stand for it with how surely (0 to 1) they do.

    `known` is whether the texts hold any of them; `foreign`, how sure it is (0 to 1) that neither the texts nor
    ordinary English know it: a name, or another subject.
    """

    stem: str
    weight: float
    stems: tuple[tuple[str, float], ...]
    known: bool
    foreign: float


class Alternative(NamedTuple):
    """A stem that may stand for a term, with what it is worth for it and its own weight, in nats."""

    stem: str
    worth: float
    weight: float


class Gathered(NamedTuple):
    """What a paragraph and what it answers best hold of a question."""

    held: Mapping[int, Alternative]
    """For each term that they hold, by position, the surest of its stems there."""
    cosine: float
    """Of the question and of them, as vectors of weights (0 to 1)."""


class Overlap(NamedTuple):
    """What the short texts of a unit, by their number, hold of a question.

    `worths` are in nats, beside `base`, the worth of the names that the unit is about, which all but its heads mean
    without saying them; `named` is that worth by the terms' positions; `met` is how much of a text's own weight the
    question asks for.
    """

    worths: dict[int, float]
    met: dict[int, float]
    named: dict[int, float]
    base: float


class Terms:
    """All terms of a question, ready to be looked for in many texts."""

    def __init__(self, terms: Iterable[Term], weight: Weight, query: Query, lexicon: Lexicon) -> None:
        self.terms = tuple(terms)
        self.weight = weight
        """How rare and how telling a stem is, in nats."""
        self._grammar = lexicon.grammar
        self._manners = query.manners
        self._wanted = lexicon.answering[query.wanted] if query.wanted else frozenset()
        self.words = frozenset(map(stemmer().stem, query.folded.split()))
        """All its stems, those of grammar too."""
        self.total = sum(term.weight for term in self.terms)
        self.worths: dict[str, tuple[int, float]] = {}
        """For each stem that stands for a term, the term's position and what the stem is worth, in nats."""
        own = {term.stem: position for position, term in enumerate(self.terms)}
        for position, term in enumerate(self.terms):
            for one, sure in term.stems:
                if own.get(one, position) != position:
                    # What the question says itself stands for no other word of it (`Kataib Hezbollah`).
                    continue
                worth = term.weight * sure
                if one not in self.worths or worth > self.worths[one][1]:
                    self.worths[one] = (position, worth)
        self.telling = any(term.stem not in lexicon.light for term in self.terms)
        """Whether any of its words says more than a little."""
        self.by_position: list[list[Alternative]] = [[] for _ in self.terms]
        """For each term, the stems that stand for it, the surest first."""
        for one, (position, worth) in self.worths.items():
            self.by_position[position].append(Alternative(one, worth, weight(one)))
        for alternatives in self.by_position:
            alternatives.sort(key=lambda alternative: -alternative.worth)
        self.overlaps: dict[int, Overlap] = {}
        """What units hold of the question, by their row, kept while it is answered."""
        self.told: dict[ParagraphId, float] = {}
        """How well paragraphs answer the question, kept while it is answered."""
        self.gathered: dict[ParagraphId, Gathered] = {}
        """What paragraphs and what they answer best hold of it, kept while it is answered."""
        self.length = math.hypot(*(term.weight for term in self.terms))
        """The length, in nats, of the question as a vector of weights."""
        self.foreign = sum(term.weight * term.foreign for term in self.terms)
        """Weight of what neither the texts nor ordinary English know."""

    def best(self, stems: AbstractSet[str]) -> dict[int, Alternative]:
        """For each term that `stems` hold, by position, the surest of its stems there."""
        best: dict[int, Alternative] = {}
        # Plain loops: they take a quarter of the time of meeting the two sets.
        for position, alternatives in enumerate(self.by_position):
            for alternative in alternatives:
                if alternative[0] in stems:
                    best[position] = alternative
                    break
        return best

    def worth_of(self, stems: AbstractSet[str]) -> float:
        """How much of the question `stems` hold, in nats."""
        return sum([worth for _, worth, _ in self.best(stems).values()])

    def share(self, stems: AbstractSet[str]) -> float:
        """The share (0 to 1) of the question's weight that `stems` hold."""
        return self.worth_of(stems) / self.total if self.total else 0.0

    def wanting(self, stems: AbstractSet[str]) -> bool:
        """Whether the question asks for a number or a date, and `stems` hold none."""
        return bool(self._wanted) and not (stems & self._wanted or any(stem[0].isdigit() for stem in stems))

    def otherwise(self, stems: AbstractSet[str]) -> bool:
        """Whether the question is put for the asker himself, or asks how to do something, and `stems` are not."""
        return any(stems.isdisjoint(words) for words in self._manners)

    def told_by(self, worth: float, stems: AbstractSet[str]) -> float:
        """The share of the question that `worth` is, and a little more if `stems` hold the kind of word it asks for."""
        return worth / self.total + (_KIND if self._wanted and not self.wanting(stems) else 0.0)

    def weigh(self, stems: AbstractSet[str]) -> float:
        """The weight of a text's `stems`, in nats, without those that carry grammar."""
        return sum(self.weight(stem) for stem in stems - self._grammar)


class TermReader:
    """Reads the terms of questions about the texts of one index.

    `frequency` says in how many units a stem is, `weight` how rare it is, `related` which stems of the texts may stand
    for a stem, `spellings` which words of the texts or names an unknown word may be a spelling of, and how surely.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        frequency: Callable[[str], int],
        weight: Weight,
        related: Alternatives,
        spellings: Alternatives,
    ) -> None:
        self._lexicon = lexicon
        self._frequency = frequency
        self._weight = weight
        self._related = related
        self._spellings = spellings
        self._ordinary = [word for word in sorted(lexicon.ordinary | STOPWORDS) if len(word) >= _LONG - 1]
        self._turned = {"".join(sorted(word)) for word in STOPWORDS if len(word) >= _SHORT}
        # A first letter is rarely left out.
        self._lacking = {
            short for word in STOPWORDS if len(word) > _SHORT + 1 for short in islice(shortened(word), 1, None)
        }
        self._short = sorted(word for word in STOPWORDS if len(word) == _SHORT)

    def read(self, query: Query) -> Terms:
        """The terms of `query`."""
        stems = stemmer()
        stems.learn(query.folded.split())
        terms: dict[str, Term] = {}
        for word in query.terms:
            own = stems.stem(word)
            if own not in terms:
                terms[own] = self._term(word, own)
        return Terms(terms.values(), self._weight, query, self._lexicon)

    def _mistyped(self, own: str) -> bool:
        """Whether a stem that the texts lack is an ordinary word with a slip."""
        if len(own) < _LONG:
            return False
        near = process.extractOne(own, self._ordinary, scorer=OSA.distance, score_cutoff=1)
        return near is not None

    def _hasty(self, word: str) -> float:
        """How much (0 to 1) an unknown word says: it may be one of grammar in haste (`teh`, `waht`, `tve`, `wich`)."""
        if "".join(sorted(word)) in self._turned or word in self._lacking:
            return TURNED
        if len(word) == _SHORT and process.extractOne(word, self._short, scorer=Hamming.distance, score_cutoff=1):
            return ONE_OFF
        return 1.0

    def _term(self, word: str, own: str) -> Term:
        stands: dict[str, float] = {}
        open_questions = {own: 1.0}
        if self._frequency(own):
            stands[own] = 1.0
        for other, sure in self._related(own):
            found = stands if self._frequency(other) else open_questions
            found[other] = max(found.get(other, 0.0), sure)
        common = own in self._lexicon.ordinary
        strange = not stands and not common
        if not common and max(stands.values(), default=0.0) < FARTHER:
            # What has to do with something in the texts by far may still be a slip of something in them.
            near = dict(self._spellings(word))
            if not near and own != word:
                # A slip in an inflected word (`bordring`) is nearer to another form of it by the stem.
                near = dict(self._spellings(own))
            stemmer().learn(near)
            for other, sure in near.items():
                if self._frequency(known := stemmer().stem(other)):
                    stands[known] = max(stands.get(known, 0.0), sure * SPELLED)
        if not stands:
            common = common or self._mistyped(own)
            unknown = self._weight(own) * (UNHEARD if common else self._hasty(word))
            return Term(own, unknown, tuple(open_questions.items()), known=False, foreign=0.0 if common else 1.0)
        # Rarity is taken from what the texts hold, and from the surest reading.
        best = max(stands, key=lambda one: (stands[one], self._frequency(one)))
        worth = self._weight(best)
        foreign = 1.0 - max(stands.values()) if strange else 0.0
        # What is not told may be asked for in words of its own.
        return Term(own, worth, tuple((open_questions | stands).items()), known=True, foreign=foreign)
