"""Finding by what the texts say: FTS5 proposes by bm25, coverage of the question's terms ranks."""

import math
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefs.models import Kind, ParagraphId
from briefs.search.folding import fold
from briefs.search.query import STOPWORDS, Query
from briefs.search.stems import TOKENIZER, Stemmer
from briefs.search.units import Unit

MAX_CANDIDATES = 32
# bm25 weights of the columns heads, names, body.
_COLUMN_WEIGHTS = (4.0, 1.5, 1.0)
_MIN_CORRECTED = 4
_SPELLED = 0.95
_CORRECTION_CUTOFF = 0.74
_NUMBER_WORDS = frozenset(
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
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "billion",
        "half",
        "third",
        "quarter",
        "percent",
        "minutes",
        "hours",
        "weeks",
    ]
)
_DATE_WORDS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "day",
        "year",
        "month",
        "week",
        "weeks",
        "days",
        "years",
        "months",
    ]
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the query: its rarity, and stems that stand for it with how surely (0 to 1) they do."""

    word: str
    weight: float
    stems: tuple[tuple[str, float], ...]


class Terms:
    """All terms of a query, ready to be looked for in many sets of stems."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = terms
        self.total = sum(term.weight for term in terms)
        self._worth: dict[str, list[tuple[int, float]]] = {}
        for position, term in enumerate(terms):
            for stem, sure in term.stems:
                self._worth.setdefault(stem, []).append((position, term.weight * sure))
        self.stems = frozenset(self._worth)

    def coverage(self, stems: frozenset[str]) -> float:
        """The share (0 to 1, by rarity) of the query's terms that occur among `stems`."""
        best: dict[int, float] = {}
        for stem in self.stems & stems:
            for position, worth in self._worth[stem]:
                if worth > best.get(position, 0.0):
                    best[position] = worth
        return sum(best.values()) / self.total if best else 0.0


@dataclass(frozen=True, slots=True)
class TextHit:
    """A unit that speaks of the query: `score` 0 to 1."""

    unit: Unit
    score: float


@dataclass(frozen=True, slots=True)
class _Analysed:
    """A unit's stems, field by field."""

    heads: tuple[frozenset[str], ...]
    names: frozenset[str]
    evidence: tuple[frozenset[str], ...]
    everything: frozenset[str]


class TextIndex:
    """The texts of units, searchable by their words' stems."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self._stemmer = Stemmer()
        self._analysed = [self._analyse(unit) for unit in units]
        self._rows = {(unit.kind, unit.id): row for row, unit in enumerate(units)}
        self._frequency = Counter(stem for analysed in self._analysed for stem in analysed.everything)
        self._words = sorted(set().union(*map(_vocabulary, units)))
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(f"CREATE VIRTUAL TABLE units USING fts5(heads, names, body, tokenize='{TOKENIZER}')")
        with self._database:
            self._database.executemany(
                "INSERT INTO units(rowid, heads, names, body) VALUES (?, ?, ?, ?)",
                (
                    (row, "\n".join(unit.heads), "\n".join(unit.names), "\n".join(part.text for part in unit.evidence))
                    for row, unit in enumerate(units)
                ),
            )

    def _analyse(self, unit: Unit) -> _Analysed:
        heads = tuple(frozenset(self._stemmer.stems(head)) for head in unit.heads)
        names = frozenset(stem for name in unit.names for stem in self._stemmer.stems(name))
        evidence = tuple(frozenset(self._stemmer.stems(part.text)) for part in unit.evidence)
        return _Analysed(heads, names, evidence, frozenset().union(names, *heads, *evidence))

    def weight(self, stem: str) -> float:
        """The rarity of a stem among the units; one that none holds is as rare as can be."""
        return math.log1p(len(self.units) / (0.5 + self._frequency[stem]))

    def terms(self, query: Query, spellings: Callable[[str], Iterable[str]]) -> Terms:
        """The query's terms with what stands for them: their stem, or for unknown words near words and `spellings`."""
        terms: dict[str, Term] = {}
        for word in query.terms:
            own = self._stemmer.stem(word)
            stems = {own: 1.0}
            if not self._frequency[own]:
                for other in spellings(word):
                    stems.setdefault(self._stemmer.stem(other), _SPELLED)
                for near, likeness in self._near(word):
                    stems.setdefault(self._stemmer.stem(near), likeness)
            best = max(stems, key=lambda stem: (self._frequency[stem] > 0, stems[stem]))
            terms.setdefault(own, Term(word, self.weight(best), tuple(stems.items())))
        return Terms(list(terms.values()))

    def _near(self, word: str) -> list[tuple[str, float]]:
        if len(word) < _MIN_CORRECTED:
            return []
        found = process.extract(
            word, self._words, scorer=OSA.normalized_similarity, score_cutoff=_CORRECTION_CUTOFF, limit=3
        )
        return [(near, likeness * 0.97) for near, likeness, _ in found if near[0] == word[0] or likeness >= 0.8]

    def search(self, terms: Terms) -> list[TextHit]:
        """Units that speak of `terms`, best first."""
        match = " OR ".join(f'"{stem}"' for stem in sorted(terms.stems))
        if not match:
            return []
        rows = self._database.execute(
            f"SELECT rowid FROM units WHERE units MATCH ? "  # noqa: S608 (the weights are constants)
            f"ORDER BY bm25(units, {', '.join(map(str, _COLUMN_WEIGHTS))}) LIMIT ?",
            (match, MAX_CANDIDATES),
        ).fetchall()
        return sorted((self._hit(terms, row) for (row,) in rows), key=lambda hit: -hit.score)

    def _hit(self, terms: Terms, row: int) -> TextHit:
        analysed = self._analysed[row]
        covered = terms.coverage(analysed.everything)
        head = max((self._agreement(terms, head) for head in analysed.heads), default=0.0)
        told = max((terms.coverage(part | analysed.names) for part in analysed.evidence), default=0.0)
        return TextHit(self.units[row], covered * (0.35 + 0.35 * max(head, told * 0.9) + 0.3 * head))

    def _agreement(self, terms: Terms, head: frozenset[str]) -> float:
        """How well a short text and the query cover each other, by weight (F-measure, recall counting double)."""
        recall = terms.coverage(head)
        if not recall:
            return 0.0
        telling = [(stem, self.weight(stem)) for stem in head if stem not in STOPWORDS]
        weight = sum(worth for _, worth in telling)
        precision = sum(worth for stem, worth in telling if stem in terms.stems) / weight if weight else 0.0
        return 5 * precision * recall / (4 * precision + recall) if precision else 0.0

    def ranked_cites(self, query: Query, terms: Terms, unit: Unit) -> tuple[ParagraphId, ...]:
        """The unit's paragraphs by how well their own text and the unit's sentences on them cover the query."""
        analysed = self._analysed[self._rows[unit.kind, unit.id]]
        said: dict[ParagraphId, float] = {}
        for part, stems in zip(unit.evidence, analysed.evidence, strict=True):
            covered = terms.coverage(stems) + self._kind_bonus(query, stems)
            for cite in part.cites:
                # A sentence that rests on several paragraphs proves less for each.
                said[cite] = max(said.get(cite, 0.0), covered / (1 + 0.05 * (len(part.cites) - 1)))
        scores: dict[ParagraphId, float] = {}
        for cite, evidence in said.items():
            row = self._rows.get((Kind.PASSAGE, str(cite)))
            own = self._analysed[row].everything if row is not None else frozenset()
            scores[cite] = terms.coverage(own) + self._kind_bonus(query, own) + 0.6 * evidence
        return tuple(sorted(scores, key=lambda cite: -scores[cite]))

    @staticmethod
    def _kind_bonus(query: Query, stems: frozenset[str]) -> float:
        """A little more for a text with a number where the question asks how many, with a date where it asks when."""
        if not (query.wants_number or query.wants_date):
            return 0.0
        telling = _NUMBER_WORDS if query.wants_number else _DATE_WORDS
        return 0.15 if stems & telling or any(stem[0].isdigit() for stem in stems) else 0.0


def _vocabulary(unit: Unit) -> set[str]:
    texts = (*unit.heads, *unit.names, *(part.text for part in unit.evidence))
    return {word for text in texts for word in fold(text).split() if len(word) >= _MIN_CORRECTED}
