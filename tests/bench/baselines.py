"""What the engine is measured against: rapidfuzz over all names, and SQLite's FTS5, on the same names or library."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils

from briefs.library import Library
from briefs.models import Kind, ParagraphId
from briefs.search.answer import Answer, Outcome, Result
from briefs.search.folding import fold
from briefs.search.units import Unit, units

RERANKED = 200
_TRIGRAM = 3


class Found(NamedTuple):
    """A name by its place in the list, and how good it is, 0 to 1."""

    place: int
    score: float


Search = Callable[[str], list[Found]]


def full_scan(names: Sequence[str], scorer: Callable[..., float]) -> Search:
    """Compares every name with rapidfuzz."""
    processed = [utils.default_process(name) for name in names]

    def search(query: str) -> list[Found]:
        found = process.extract(utils.default_process(query), processed, scorer=scorer, limit=3)
        return [Found(place, score / 100) for _, score, place in found]

    return search


def trigrams(names: Sequence[str]) -> Search:
    """FTS5's trigram tokenizer proposes names by bm25, `WRatio` ranks them."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE known USING fts5(name, tokenize='trigram')")
    database.executemany("INSERT INTO known(rowid, name) VALUES (?, ?)", enumerate(map(fold, names)))

    def search(query: str) -> list[Found]:
        folded = fold(query)
        parts = {folded[at : at + _TRIGRAM] for at in range(len(folded) - _TRIGRAM + 1)}
        if not parts:
            return []
        match = " OR ".join(f'"{part}"' for part in sorted(parts))
        rows = database.execute(
            "SELECT rowid, name FROM known WHERE known MATCH ? ORDER BY rank LIMIT ?", (match, RERANKED)
        ).fetchall()
        proposed: dict[int, str] = dict(rows)
        ranked = process.extract(folded, proposed, scorer=fuzz.WRatio, limit=3)
        return [Found(place, score / 100) for _, score, place in ranked]

    return search


class Baseline:
    """A search over a library by a scan of its names, or by full text: answers like the engine, by a threshold."""

    def __init__(self, library: Library, scorer: Callable[..., float] | None, threshold: float) -> None:
        self._units: list[Unit] = [unit for unit in units(library) if scorer is None or unit.known_as]
        self._scorer = scorer
        self._threshold = threshold
        self._forms = [(place, form) for place, unit in enumerate(self._units) for form in unit.known_as]
        self._scan = full_scan([form for _, form in self._forms], scorer) if scorer else None
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE text USING fts5(heads, body, tokenize='porter unicode61')")
        self._database.executemany(
            "INSERT INTO text(rowid, heads, body) VALUES (?, ?, ?)",
            (
                (place, fold(" ".join(unit.heads)), fold(" ".join(part.text for part in unit.evidence)))
                for place, unit in enumerate(self._units)
            ),
        )

    def search(self, query: str) -> Answer:
        """The answer to `query`."""
        if self._scan:
            found = [(self._forms[one.place][0], one.score) for one in self._scan(query)]
        else:
            words = fold(query).split()
            match = " OR ".join(f'"{word}"' for word in words) or '""'
            rows = self._database.execute(
                "SELECT rowid FROM text WHERE text MATCH ? ORDER BY bm25(text, 4.0, 1.0) LIMIT 3", (match,)
            )
            found = [(place, 1.0) for (place,) in rows]
        kept = [(place, score) for place, score in found if score >= self._threshold]
        results = tuple(self._result(place, score) for place, score in kept)
        return Answer(query, Outcome.ANSWER if results else Outcome.NOTHING, results)

    def _result(self, place: int, score: float) -> Result:
        unit = self._units[place]
        cites: tuple[ParagraphId, ...] = unit.cites
        kind: Kind = unit.kind
        return Result(kind, unit.id, unit.title, score, cites, "baseline")
