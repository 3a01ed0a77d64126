"""Finding by what the texts say: each short text of a unit is weighed by the question's terms that it holds."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefs.models import Kind, ParagraphId
from briefs.search.folding import fold
from briefs.search.query import Query
from briefs.search.spelling import Speller
from briefs.search.stems import stem
from briefs.search.terms import Term, read_terms
from briefs.search.units import Unit
from briefs.search.words import STOPWORDS

MAX_CANDIDATES = 16
_NAMED_BY_UNIT = 0.8
"""What a term counts in a sentence that does not hold it where the unit is about what the term names."""
_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten dozen hundr thousand million billion half third quarter percent
    minut hour week""".split()
)
_DATES = frozenset(
    """januari februari march april may june juli august septemb octob novemb decemb dai year month week""".split()
)


WEIGHTS = (2.0, 1.0, 2.0, 3.0, -2.0, -0.5, 2.5, -2.0)
CONSTANT = -4.0
_PREFERENCE = {Kind.TOPIC: 0.1, Kind.PERSON: 0.05, Kind.ORGANISATION: 0.05, Kind.EVENT: 0.0, Kind.PLACE: 0.0, Kind.QUOTE: -0.2, Kind.PASSAGE: -0.4}


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
        self._speller = Speller(words)

    def weight(self, stem_: str) -> float:
        """The rarity of a stem among the units, in nats; one that none holds is as rare as can be."""
        return math.log1p(len(self.units) / (0.5 + self.frequency.get(stem_, 0)))

    def terms(self, query: Query, spellings: Callable[[str], Iterable[tuple[str, float]]]) -> tuple[Term, ...]:
        """The query's terms with what stands for them; `spellings` knows how names are spelled."""

        def near(word: str) -> Iterable[tuple[str, float]]:
            yield from spellings(word)
            yield from self._speller.near(word)

        return read_terms(query.terms, self.frequency, self.weight, near)

    def search(self, terms: Sequence[Term]) -> list[TextHit]:
        """Units that speak of `terms`, best first."""
        total = sum(term.weight for term in terms)
        if not total:
            return []
        foreign = sum(term.weight * term.foreign for term in terms) / total
        held: dict[int, dict[int, float]] = {}
        for position, term in enumerate(terms):
            for stem_, sure in term.stems:
                for context in self._contexts.get(stem_, ()):
                    worths = held.get(context)
                    if worths is None:
                        held[context] = {position: sure}
                    elif sure > worths.get(position, 0.0):
                        worths[position] = sure
        by_unit: dict[int, list[int]] = defaultdict(list)
        for context in held:
            by_unit[self._unit_of[context]].append(context)
        whole: dict[int, float] = {}
        for row, contexts in by_unit.items():
            best: dict[int, float] = {}
            for context in contexts:
                for position, sure in held[context].items():
                    if sure > best.get(position, 0.0):
                        best[position] = sure
            whole[row] = sum(terms[position].weight * sure for position, sure in best.items())
        rows = sorted(whole, key=lambda row: -whole[row])[:MAX_CANDIDATES]
        stands = {stem_ for term in terms for stem_, _ in term.stems}
        hits = []
        for row in rows:
            about = [
                max((sure for stem_, sure in term.stems if row in self._about.get(stem_, ())), default=0.0)
                for term in terms
            ]
            told = mass = agreement = 0.0
            matched = 0
            for context in by_unit[row]:
                worths = held[context]
                worth = sum(terms[position].weight * sure for position, sure in worths.items())
                if self._is_head[context]:
                    exact = self._precision(self._weights[context], stands)
                    share = worth / total
                    agreement = max(agreement, exact * share)
                    told = max(told, share)
                else:
                    worth = sum(
                        term.weight * max(worths.get(position, 0.0), about[position] * _NAMED_BY_UNIT)
                        for position, term in enumerate(terms)
                    )
                    told = max(told, worth / total)
                if worth > mass:
                    mass, matched = worth, len(worths)
            features = Features(whole[row] / total, told, agreement, mass, total * (1 - told), matched, foreign)
            hits.append(TextHit(self.units[row], strength(features, self.units[row].kind), features))
        return sorted(hits, key=lambda hit: -hit.score)

    def _precision(self, stems: frozenset[str], stands: set[str]) -> float:
        held = lacking = 0.0
        for one in stems:
            if one in stands:
                held += self.weight(one)
            elif one not in STOPWORDS:
                lacking += self.weight(one)
        return held / (held + lacking) if held else 0.0

    def ranked_cites(self, query: Query, terms: Sequence[Term], unit: Unit) -> tuple[ParagraphId, ...]:
        """The unit's paragraphs by how well their own text and the unit's sentences on them answer the query."""
        said: dict[ParagraphId, float] = {}
        for part, stems in zip(unit.evidence, self._evidence[self._rows[unit.kind, unit.id]], strict=True):
            covered = _covered(query, terms, stems)
            for cite in part.cites:
                # A sentence that rests on several paragraphs proves less for each.
                said[cite] = max(said.get(cite, 0.0), covered / (1 + 0.05 * (len(part.cites) - 1)))
        scores: dict[ParagraphId, float] = {}
        for cite, evidence in said.items():
            row = self._rows.get((Kind.PASSAGE, str(cite)))
            own = self._evidence[row][0] if row is not None else frozenset()
            scores[cite] = _covered(query, terms, own) + 0.6 * evidence
        return tuple(sorted(scores, key=lambda cite: -scores[cite]))


def strength(features: Features, kind: Kind) -> float:
    """How surely (0 to 1) a unit of `kind` with `features` is what the question asks for."""
    evidence = CONSTANT + _PREFERENCE[kind] + sum(weight * value for weight, value in zip(WEIGHTS, described(features), strict=True))
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


def _covered(query: Query, terms: Sequence[Term], stems: frozenset[str]) -> float:
    """The share (0 to 1) of the question that `stems` hold, and a little for a number or date where one is asked for."""
    total = sum(term.weight for term in terms)
    held = sum(
        term.weight * max((sure for stem_, sure in term.stems if stem_ in stems), default=0.0) for term in terms
    )
    share = held / total if total else 0.0
    if query.wants_number or query.wants_date:
        telling = _NUMBERS if query.wants_number else _DATES
        if stems & telling or any(one[0].isdigit() for one in stems):
            share += 0.15
    return share
