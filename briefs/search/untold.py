"""What readers ask that the documents do not tell, as editors foresaw it: questions that speak for silence."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from briefs.search.stems import stemmed, words_of
from briefs.search.terms import Terms

MAX_PROPOSED = 12
"""Questions that bm25 proposes."""
MAX_STEMS = 48
"""Stems of a question, the rarest ones, that propose others."""
PROPOSING = 0.5
"""The least that a stem has to be worth, against the surest of its term, to propose questions."""
_TABLE = "CREATE TABLE untold (row INTEGER PRIMARY KEY, stems TEXT NOT NULL, unit INTEGER)"
_FULL_TEXT = """
    CREATE VIRTUAL TABLE silence USING fts5(
        stems, content='', tokenize='unicode61 remove_diacritics 0'
    )
"""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How nearly a question is one that is not told; shares (0 to 1) are of weight."""

    share: float = 0.0
    """Share of the question that the other one holds."""
    agreement: float = 0.0
    """That share times the share of the other one that the question holds."""
    same: bool = False
    """Whether they are the same to the letter, words of grammar included."""
    beside: int | None = None
    """The row of the unit beside which the other one is asked."""


def compile_untold(database: sqlite3.Connection, questions: Iterable[tuple[str, int | None]]) -> set[str]:
    """Adds what is not told to `database`, each question with the row of its unit, and gives the stems asked for."""
    database.execute(_TABLE)
    database.execute(_FULL_TEXT)
    asked = list(questions)
    stems_of = stemmed({question: words_of(question) for question, _ in asked})
    worded = [" ".join(dict.fromkeys(stems_of[question].split())) for question, _ in asked]
    rows = [(row, stems, unit) for row, (stems, (_, unit)) in enumerate(zip(worded, asked, strict=True))]
    database.executemany("INSERT INTO untold VALUES (?, ?, ?)", rows)
    database.executemany("INSERT INTO silence(rowid, stems) VALUES (?, ?)", enumerate(worded))
    return {stem for stems in worded for stem in stems.split()}


class UntoldIndex:
    """The questions that are not told, compiled by `compile_untold`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def likeness(self, terms: Terms) -> Likeness:
        """How nearly the question of `terms` is the one of those not told that is most like it."""
        if not terms.total:
            return Likeness()
        near = (
            one.stem
            for alternatives in terms.by_position
            for one in alternatives
            if one.worth >= PROPOSING * alternatives[0].worth
        )
        # The commonest stems of a long question prove least and cost most.
        rarest = sorted(near, key=lambda stem: (-terms.weight(stem), stem))[:MAX_STEMS]
        match = " OR ".join(f'"{stem}"' for stem in rarest)
        rows = self._database.execute(
            "SELECT stems, unit FROM untold WHERE row IN"
            " (SELECT rowid FROM silence WHERE silence MATCH ? ORDER BY bm25(silence) LIMIT ?)",
            (match, MAX_PROPOSED),
        )
        found = (_likeness(terms, frozenset(stems.split()), unit) for stems, unit in rows)
        return max(found, key=lambda one: (one.agreement, one.same), default=Likeness())


def _likeness(terms: Terms, stems: frozenset[str], beside: int | None) -> Likeness:
    held = terms.best(stems).values()
    met = sum(one.weight for one in held)
    if not met:
        return Likeness()
    share = sum(one.worth for one in held) / terms.total
    return Likeness(share, share * met / max(met, terms.weigh(stems)), stems == terms.words, beside)
