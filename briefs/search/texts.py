"""Finding by what the texts say: FTS5 proposes units by bm25, how their texts answer the question ranks them."""

import heapq
import math
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefs.models import Kind, ParagraphId
from briefs.search.analysed import Analysed, Features
from briefs.search.kinship import kin_of
from briefs.search.relevance import relevance
from briefs.search.spelling import near, slips_of
from briefs.search.terms import Gathered, TermReader, Terms
from briefs.search.units import CITATION, QUESTION
from briefs.search.words import Lexicon

MAX_PROPOSED = 28
"""Units that bm25 proposes."""
PROPOSING = 0.45
"""The least that a stem has to be worth, against the one that is worth most, to propose units."""
MAX_PASSAGES = 100
MOST = 0.75
"""The least share of a question's weight that a passage on it holds; a synonym alone proves less."""
MAX_CANDIDATES = 20
"""Units, of those proposed, that hold the most of a question and whose texts are gone through one by one."""
HOPEFUL = 0.7
"""The least share of what the best of them holds that another has to hold to be gone through."""
HOPELESS = 0.4
"""The least share of a question that a unit has to hold to be near it at all."""
MAX_READ = 2000
"""Rows that the terms of a question may match together; beyond, the commonest terms do not propose units."""
MAX_FORMS, MAX_BEGUN = 200, 20
"""Names and titles that begin as what was typed, and units that go by them."""
_LAST = "\U0010ffff"
"""Stands after all other letters."""
_COLUMN_WEIGHTS = (4.0, 1.5, 1.0)
"""For bm25: of heads, names and body."""
_TOLD = 0.6
"""What a unit's own sentence counts, against what the paragraph that it rests on says."""
_GATHERED = 2.0
"""What a paragraph with the questions that it alone answers counts, against what its own text says."""
_PREPARED = 1.5
"""What a prepared question that is like this one counts, against what its paragraph says."""
_KEPT = 4096
_FEW_UNITS = 5000
"""Up to so many units, the frequencies of all stems are read at once."""


@dataclass(frozen=True, slots=True)
class TextHit:
    """A unit that speaks of the query; `score` is 0 to 1."""

    row: int
    unit: Analysed
    score: float
    features: Features


class TextIndex:
    """The texts of units, compiled to a database by `briefs.search.schema`.

    `spellings` gives the parts of names that a word may be a spelling of, with how alike (0 to 1) they are.
    """

    def __init__(self, database: sqlite3.Connection, spellings: Callable[[str], Iterable[tuple[str, float]]]) -> None:
        self._database = database
        facts = dict(database.execute("SELECT name, value FROM fact"))
        self._count = int(facts["units"])
        self._spellings = spellings
        self._weights: dict[str, float] = {}
        self._frequencies: dict[str, int] = {}
        self._complete = self._count <= _FEW_UNITS
        if self._complete:
            self._frequencies.update(database.execute("SELECT stem, units FROM frequency"))
        self._lexicon = Lexicon.loaded(facts["lexicon"])
        self.reader = TermReader(self._lexicon, self.frequency, self.weight, self._related, self._near)
        self.unit = lru_cache(maxsize=_KEPT)(self._unit)
        """The unit of a row."""
        self.row_of = lru_cache(maxsize=_KEPT)(self._row_of)
        """The row of a unit, by its kind and id."""

    def frequency(self, stem: str) -> int:
        """In how many units a stem is."""
        known = self._frequencies.get(stem)
        if known is None:
            row = None if self._complete else self._one("SELECT units FROM frequency WHERE stem = ?", stem)
            known = self._frequencies[stem] = row[0] if row else 0
        return known

    def weight(self, stem: str) -> float:
        """The weight of a stem, in nats; one that no unit holds is as rare as can be."""
        known = self._weights.get(stem)
        if known is None:
            rarity = math.log1p(self._count / (0.5 + self.frequency(stem)))
            known = self._weights[stem] = rarity * self._lexicon.telling(stem)
        return known

    def _row_of(self, kind: Kind, identifier: str) -> int | None:
        found = self._one("SELECT row FROM unit WHERE kind = ? AND id = ?", kind, identifier)
        return found[0] if found else None

    def exactly(self, folded: str) -> Iterator[tuple[int, str]]:
        """Rows of units that the folded text means exactly, and what it is to them: a name, an alias, a title …."""
        yield from self._database.execute("SELECT row, why FROM form WHERE folded = ? ORDER BY row", (folded,))

    def begun(self, folded: str) -> Iterator[tuple[Kind, str]]:
        """Kinds and ids of units that go by something that begins with the folded text, by the alphabet."""
        # The first limit bounds what a letter or two cost among a million names.
        rows = self._database.execute(
            "SELECT kind, id FROM (SELECT folded, row FROM form WHERE folded >= ? AND folded < ? AND why NOT IN (?, ?)"
            " ORDER BY folded LIMIT ?) JOIN unit USING (row) GROUP BY row ORDER BY min(folded) LIMIT ?",
            (folded, folded + _LAST, QUESTION, CITATION, MAX_FORMS, MAX_BEGUN),
        )
        yield from ((Kind(kind), identifier) for kind, identifier in rows)

    def titles(self, kind: Kind) -> Iterator[tuple[int, str]]:
        """Rows and titles of all units of a kind."""
        yield from self._database.execute("SELECT row, title FROM unit WHERE kind = ?", (kind,))

    def search(self, terms: Terms) -> list[TextHit]:
        """Units that speak of `terms`, best first."""
        hits = []
        proposed = (
            (terms.worth_of(unit.bag), -place, unit)
            for place, unit in enumerate(map(self.unit, self._candidates(terms)))
        )
        likely = heapq.nlargest(MAX_CANDIDATES, proposed)
        least = max(HOPEFUL * likely[0][0], HOPELESS * terms.total) if likely else 0.0
        hopeful = [(held, unit) for held, _, unit in likely if held >= least]
        gathered = [[self._gathered(terms, cite) for cite in unit.cites] for _, unit in hopeful]
        nearest = max((one.cosine for paragraphs in gathered for one in paragraphs), default=0.0)
        for (held, unit), paragraphs in zip(hopeful, gathered, strict=True):
            features = unit.features(terms, held, paragraphs, nearest)
            hits.append(TextHit(unit.row, unit, relevance(features, unit.kind), features))
        return sorted(hits, key=lambda hit: -hit.score)

    def _candidates(self, terms: Terms) -> Sequence[int]:
        # What the texts lack proposes nothing, however rare it is.
        held = {stem: worth for stem, (_, worth) in terms.worths.items() if self.frequency(stem)}
        least = PROPOSING * max(held.values(), default=0.0)
        likely = (stem for stem, worth in held.items() if worth >= least)
        stems = sorted(likely, key=lambda stem: (self.frequency(stem), stem))
        if not stems:
            return ()
        room = MAX_READ
        proposing = []
        for stem in stems:
            room -= self.frequency(stem)
            if room < 0:
                break
            proposing.append(stem)
        if proposing:
            match = " OR ".join(f'"{stem}"' for stem in proposing)
            order = f"ORDER BY bm25(text, {', '.join(map(str, _COLUMN_WEIGHTS))})"
        else:
            # Only very common terms: any unit that holds the two rarest will do, since none stands out.
            match, order = " AND ".join(f'"{stem}"' for stem in stems[:2]), ""
        rows = self._database.execute(
            f"SELECT rowid FROM text WHERE text MATCH ? {order} LIMIT ?",  # noqa: S608 (the weights are constants)
            (match, MAX_PROPOSED),
        )
        return [row for (row,) in rows]

    def passages(self, terms: Terms) -> list[Analysed]:
        """Passages that hold most of what `terms` ask for, those first that hold more of it."""
        if not terms.worths:
            return []
        match = " OR ".join(f'"{stem}"' for stem in terms.worths)
        rows = self._database.execute(
            "SELECT text.rowid FROM text JOIN unit ON unit.row = text.rowid "
            "WHERE text MATCH ? AND unit.kind = ? ORDER BY bm25(text) LIMIT ?",
            (match, Kind.PASSAGE, MAX_PASSAGES),
        ).fetchall()
        found = [(terms.share(unit.sentences[0]), unit) for unit in (self.unit(row) for (row,) in rows)]
        telling = [(share, unit) for share, unit in found if share >= MOST]
        return [unit for _, unit in sorted(telling, key=lambda pair: -pair[0])]

    def ranked_cites(self, terms: Terms, unit: Analysed) -> tuple[ParagraphId, ...]:
        """The unit's paragraphs by how well their own text and the unit's sentences on them answer the query."""
        if not terms.total:
            # A title may hold nothing but words of grammar (`Who is who`).
            return unit.cites
        scores: dict[ParagraphId, float] = {}
        for told, cites in unit.told(terms):
            # A sentence that rests on several paragraphs proves less for each.
            evidence = _TOLD * told / (1 + 0.05 * (len(cites) - 1))
            for cite in cites:
                scores[cite] = max(scores.get(cite, 0.0), evidence)
        for cite in scores:
            gathered = sum(one.worth for one in self._gathered(terms, cite).held.values())
            scores[cite] += self._told(terms, cite) + _GATHERED * gathered / terms.total
        # Whoever prepared a question nearly like this one has said where it is answered.
        for cite, alike in unit.alike(terms).items():
            scores[cite] = scores.get(cite, 0.0) + _PREPARED * alike
        return tuple(sorted(scores, key=lambda cite: -scores[cite]))

    def _gathered(self, terms: Terms, cite: ParagraphId) -> Gathered:
        """What a paragraph and what it answers best hold of the question.

        Both are vectors of stems by weight; in the second, a stem counts by the square root of how often it recurs.
        That the texts of one subject together tell what else belongs to it is J. J. Rocchio's, "Relevance feedback in
        information retrieval" (1971).
        """
        gathered = terms.gathered.get(cite)
        if gathered is None:
            passage = self._passage(cite)
            gathered = terms.gathered[cite] = self._read(terms, passage) if passage else Gathered({}, 0.0)
        return gathered

    @staticmethod
    def _read(terms: Terms, passage: Analysed) -> Gathered:
        said = passage.said
        held = terms.best(said.keys())
        shared = sum([worth * weight * said[stem] for stem, worth, weight in held.values()])
        length = terms.length * passage.length(terms)
        return Gathered(held, shared / length if length else 0.0)

    def _passage(self, cite: ParagraphId) -> Analysed | None:
        """The unit of a paragraph, where it is one."""
        row = self.row_of(Kind.PASSAGE, str(cite))
        return self.unit(row) if row is not None else None

    def _told(self, terms: Terms, cite: ParagraphId) -> float:
        """How much of the question a paragraph's own text tells."""
        if cite not in terms.told:
            passage = self._passage(cite)
            own = passage.sentences[0] if passage else frozenset[str]()
            terms.told[cite] = terms.told_by(terms.worth_of(own), own)
        return terms.told[cite]

    def _related(self, stem: str) -> Iterator[tuple[str, float]]:
        related = "SELECT other, sure FROM related WHERE stem = ?"
        yield from self._database.execute(related, (stem,))
        for kin, sure in kin_of(self._database, stem):
            yield kin, sure
            for other, also in self._database.execute(related, (kin,)):
                yield other, sure * also

    def _near(self, word: str) -> Iterator[tuple[str, float]]:
        yield from self._spellings(word)
        keys = sorted(slips_of(word))
        marks = ", ".join("?" * len(keys))
        # In an order of its own, so that of words as near the same one is taken whatever the process.
        statement = f"SELECT DISTINCT word FROM slip WHERE key IN ({marks}) ORDER BY word"  # noqa: S608 (marks alone)
        known = (other for (other,) in self._database.execute(statement, keys))
        yield from near(word, known)

    def _unit(self, row: int) -> Analysed:
        found = self._one("SELECT kind, id, title, bag, stems FROM unit WHERE row = ?", row)
        if found is None:
            raise LookupError(row)
        kind, identifier, title, bag, described = found
        return Analysed(row, kind=Kind(kind), identifier=identifier, title=title, bag=bag, described=described)

    def _one(self, statement: str, *values: object) -> tuple[Any, ...] | None:
        found: tuple[Any, ...] | None = self._database.execute(statement, values).fetchone()
        return found
