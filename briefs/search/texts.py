"""Finding by what the texts say: each short text of a unit is weighed by the question's terms that it holds."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefs.models import Kind, ParagraphId
from briefs.search.folding import fold
from briefs.search.query import Query
from briefs.search.spelling import Speller
from briefs.search.stems import stem
from briefs.search.terms import Terms, read_terms
from briefs.search.units import Unit
from briefs.search.words import STOPWORDS

MAX_CANDIDATES = 16
MAX_OPENED = 120
"""A stem in more short texts than this opens no further ones where rarer stems have opened some."""
_NAMED_BY_UNIT = 0.8
"""What a term counts in a sentence that does not hold it where the unit is about what the term names."""
_NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "dozen",
        "hundr",
        "thousand",
        "million",
        "billion",
        "half",
        "third",
        "quarter",
        "percent",
        "minut",
        "hour",
        "week",
    ]
)
_DATES = frozenset(
    [
        "januari",
        "februari",
        "march",
        "april",
        "may",
        "june",
        "juli",
        "august",
        "septemb",
        "octob",
        "novemb",
        "decemb",
        "dai",
        "year",
        "month",
        "week",
    ]
)


WEIGHTS = (2.8, 0.0, 1.4, 3.0, -0.5, -0.3, 2.8, -2.5)
"""Of what `described` says; fitted by `tests/bench/fit_decision.py`."""
CONSTANT = -4.4
_PREFERENCE = {
    Kind.TOPIC: 0.1,
    Kind.PERSON: 0.1,
    Kind.ORGANISATION: 0.1,
    Kind.PLACE: 0.0,
    Kind.EVENT: -0.1,
    Kind.QUOTE: -0.3,
    Kind.PASSAGE: -0.4,
}


@dataclass(frozen=True, slots=True)
class Features:
    """How a unit answers a question; shares are of the question's weight, 0 to 1."""

    whole: float
    """Share that the unit holds anywhere."""
    best: float
    """Share that its best sentence or short text holds, what the unit is about being understood."""
    agreement: float
    """Share of the question that its best short text (title, question, role) holds, times the share the other way."""
    mass: float
    """Weight that its best text holds, in nats."""
    missing: float
    """Weight of the question that its best text lacks, in nats."""
    matched: int
    """Terms that its best text holds."""
    foreign: float
    """Share of the question that neither the texts nor ordinary English know."""


@dataclass(frozen=True, slots=True)
class TextHit:
    """A unit that speaks of the query."""

    unit: Unit
    score: float
    features: Features


class TextIndex:
    """The texts of units, searchable by their words' stems."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self._rows = {(unit.kind, unit.id): row for row, unit in enumerate(units)}
        # One context is one short text of one unit; its first ones are heads, the rest is evidence.
        self._unit_of: list[int] = []
        self._is_head: list[bool] = []
        self._weights: list[frozenset[str]] = []
        self._contexts: dict[str, list[int]] = defaultdict(list)
        self._about: dict[str, set[int]] = defaultdict(set)
        self._evidence: list[list[frozenset[str]]] = []
        self.frequency: Counter[str] = Counter()
        words: set[str] = set()
        stemmed: dict[str, str] = {}

        def analyse(text: str) -> frozenset[str]:
            found = fold(text).split()
            for word in found:
                if word not in stemmed:
                    stemmed[word] = stem(word)
            words.update(found)
            return frozenset(stemmed[word] for word in found)

        for row, unit in enumerate(units):
            heads = [analyse(head) for head in unit.heads]
            evidence = [analyse(part.text) for part in unit.evidence]
            names = frozenset().union(*(analyse(name) for name in (*unit.names, unit.title)))
            for is_head, stems in (*((True, one) for one in heads), *((False, one) for one in evidence)):
                context = len(self._unit_of)
                self._unit_of.append(row)
                self._is_head.append(is_head)
                self._weights.append(stems)
                for one in stems:
                    self._contexts[one].append(context)
            for one in names:
                self._about[one].add(row)
            self._evidence.append(evidence)
            self.frequency.update(names.union(*heads, *evidence))
        self._rarity = {one: self.weight(one) for one in self.frequency}
        self._speller = Speller(words)

    def weight(self, stem_: str) -> float:
        """The rarity of a stem among the units, in nats; one that none holds is as rare as can be."""
        return math.log1p(len(self.units) / (0.5 + self.frequency.get(stem_, 0)))

    def terms(self, query: Query, spellings: Callable[[str], Iterable[tuple[str, float]]]) -> Terms:
        """The query's terms with what stands for them; `spellings` knows how names are spelled."""

        def near(word: str) -> Iterable[tuple[str, float]]:
            yield from spellings(word)
            yield from self._speller.near(word)

        return read_terms(query.terms, self.frequency, self.weight, near)

    def search(self, terms: Terms) -> list[TextHit]:
        """Units that speak of `terms`, best first."""
        if not terms.total:
            return []
        held: dict[int, dict[int, float]] = {}
        postings = sorted((len(self._contexts.get(one, ())), one) for one in terms.worths)
        for length, one in postings:
            position, worth = terms.worths[one]
            common = length > MAX_OPENED and len(held) > MAX_CANDIDATES
            for context in self._contexts.get(one, ()):
                worths = held.get(context)
                if worths is not None:
                    if worth > worths.get(position, 0.0):
                        worths[position] = worth
                elif not common:
                    held[context] = {position: worth}
        by_unit: dict[int, list[int]] = defaultdict(list)
        whole: dict[int, dict[int, float]] = defaultdict(dict)
        unit_of = self._unit_of
        for context, worths in held.items():
            row = unit_of[context]
            by_unit[row].append(context)
            best = whole[row]
            for position, worth in worths.items():
                if worth > best.get(position, 0.0):
                    best[position] = worth
        masses = {row: sum(best.values()) for row, best in whole.items()}
        rows = heapq.nlargest(MAX_CANDIDATES, masses, key=masses.__getitem__)
        hits = [
            self._hit(terms, row, masses[row], [(context, held[context]) for context in by_unit[row]]) for row in rows
        ]
        return sorted(hits, key=lambda hit: -hit.score)

    def _hit(
        self, terms: Terms, row: int, whole: float, contexts: Sequence[tuple[int, Mapping[int, float]]]
    ) -> TextHit:
        total = terms.total
        about = {
            position: worth * _NAMED_BY_UNIT
            for one, (position, worth) in terms.worths.items()
            if row in self._about.get(one, ())
        }
        told = mass = agreement = 0.0
        matched = 0
        for context, worths in contexts:
            worth = sum(worths.values())
            if self._is_head[context]:
                share = worth / total
                if share > agreement:
                    agreement = max(agreement, share * self._precision(self._weights[context], terms))
            elif about:
                worth += sum(
                    more - worths.get(position, 0.0)
                    for position, more in about.items()
                    if more > worths.get(position, 0.0)
                )
            if worth > mass:
                mass, matched = worth, len(worths)
        told = mass / total
        unit = self.units[row]
        features = Features(whole / total, told, agreement, mass, total - mass, matched, terms.foreign / total)
        return TextHit(unit, strength(features, unit.kind), features)

    def _precision(self, stems: frozenset[str], terms: Terms) -> float:
        held = lacking = 0.0
        for one in stems:
            if one in terms.worths:
                held += self._rarity[one]
            elif one not in STOPWORDS:
                lacking += self._rarity[one]
        return held / (held + lacking) if held else 0.0

    def ranked_cites(self, query: Query, terms: Terms, unit: Unit) -> tuple[ParagraphId, ...]:
        """The unit's paragraphs by how well their own text and the unit's sentences on them answer the query."""
        said: dict[ParagraphId, float] = {}
        for part, stems in zip(unit.evidence, self._evidence[self._rows[unit.kind, unit.id]], strict=True):
            covered = terms.share(stems) + _asked_kind(query, stems)
            # A sentence that rests on several paragraphs proves less for each.
            covered /= 1 + 0.05 * (len(part.cites) - 1)
            for cite in part.cites:
                if covered >= said.get(cite, 0.0):
                    said[cite] = covered
        scores: dict[ParagraphId, float] = {}
        for cite, evidence in said.items():
            if cite not in terms.told:
                row = self._rows.get((Kind.PASSAGE, str(cite)))
                own = self._evidence[row][0] if row is not None else frozenset()
                terms.told[cite] = terms.share(own) + _asked_kind(query, own)
            scores[cite] = terms.told[cite] + 0.6 * evidence
        return tuple(sorted(scores, key=lambda cite: -scores[cite]))


def strength(features: Features, kind: Kind) -> float:
    """How surely (0 to 1) a unit of `kind` with `features` is what the question asks for."""
    weighed = sum(weight * value for weight, value in zip(WEIGHTS, described(features), strict=True))
    evidence = CONSTANT + _PREFERENCE[kind] + weighed
    return 1 / (1 + math.exp(-evidence))


def described(features: Features) -> tuple[float, ...]:
    """The numbers that `WEIGHTS` weigh."""
    return (
        features.whole,
        features.best,
        features.agreement,
        min(features.mass, 16.0) / 16,
        min(features.missing, 16.0) / 16,
        1.0 if features.matched == 1 else 0.0,
        min(features.matched, 5) / 5,
        features.foreign,
    )


def _asked_kind(query: Query, stems: frozenset[str]) -> float:
    """A little for a number where the question asks how many, or for a date where it asks when."""
    if not (query.wants_number or query.wants_date):
        return 0.0
    telling = _NUMBERS if query.wants_number else _DATES
    return 0.15 if stems & telling or any(one[0].isdigit() for one in stems) else 0.0
