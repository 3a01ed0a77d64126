"""The texts of a library compiled to SQLite: a full-text index, each unit's short texts in stems, and spellings."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from briefs.models import Kind
from briefs.search.aliases import ALIAS, related_by_alias
from briefs.search.kinship import compile_kin
from briefs.search.spelling import slips_of
from briefs.search.stems import stemmed, words_of
from briefs.search.units import Evidence, Unit
from briefs.search.untold import compile_untold
from briefs.search.words import Lexicon, elsewhere, related_stems

_TABLES = """
    CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE unit (
        row INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL,
        bag TEXT NOT NULL, stems TEXT NOT NULL, UNIQUE (kind, id)
    );
    CREATE TABLE form (folded TEXT NOT NULL, row INTEGER NOT NULL, why TEXT NOT NULL, PRIMARY KEY (folded, row))
        WITHOUT ROWID;
    CREATE TABLE slip (key INTEGER NOT NULL, word TEXT NOT NULL, PRIMARY KEY (key, word)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE text USING fts5(
        heads, names, body, content='', tokenize='unicode61 remove_diacritics 0'
    );
    CREATE VIRTUAL TABLE stem USING fts5vocab(text, row);
    CREATE TABLE related (stem TEXT NOT NULL, other TEXT NOT NULL, sure REAL NOT NULL, PRIMARY KEY (stem, other))
        WITHOUT ROWID;
    CREATE TABLE frequency (stem TEXT PRIMARY KEY, units INTEGER NOT NULL) WITHOUT ROWID;
"""
_BATCH = 500


def compile_texts(
    database: sqlite3.Connection, units: Iterable[Unit], untold: Iterable[tuple[Kind, str, str]], lexicon: Lexicon
) -> None:
    """Fills the empty `database` with all that searching `units` needs.

    `untold` are the questions that they leave open, each after the kind and id of the unit beside which it is asked.
    """
    database.executescript("BEGIN;" + _TABLES)
    words: set[str] = set()
    count = 0
    rest = iter(units)
    forms: list[tuple[str, ...]] = []
    while batch := list(islice(rest, _BATCH)):
        _add(database, batch, count, words)
        forms.extend(unit.known_as for unit in batch if unit.known_as)
        count += len(batch)
    database.executemany(
        "INSERT OR IGNORE INTO slip VALUES (?, ?)", ((key, word) for word in words for key in slips_of(word))
    )
    facts = {"units": str(count), "lexicon": lexicon.dumped()}
    database.executemany("INSERT INTO fact VALUES (?, ?)", facts.items())
    database.execute("INSERT INTO text(text) VALUES ('optimize')")
    # Counting a common stem's rows anew for each question would take milliseconds.
    database.execute("INSERT INTO frequency SELECT term, doc FROM stem")
    row_of = {(kind, identifier): row for row, kind, identifier in database.execute("SELECT row, kind, id FROM unit")}
    left_open = [(question, row_of.get((kind, identifier))) for kind, identifier, question in untold]
    left_open.extend((question, None) for question in elsewhere())
    known = {stem for (stem,) in database.execute("SELECT stem FROM frequency")} | compile_untold(database, left_open)
    related = {(one, other): sure for one, others in related_stems(known).items() for other, sure in others.items()}
    for pair in related_by_alias(forms):
        if pair[1] in known:
            related[pair] = max(related.get(pair, 0.0), ALIAS)
    database.executemany("INSERT INTO related VALUES (?, ?, ?)", ((*pair, sure) for pair, sure in related.items()))
    compile_kin(database, known.union(one for one, _ in related))
    database.execute("COMMIT")


def _add(database: sqlite3.Connection, units: list[Unit], first: int, words: set[str]) -> None:
    texts = {
        text: words_of(text)
        for unit in units
        for text in (
            *(*unit.heads, *unit.names, unit.title, *unit.sayings),
            *(part.text for part in (*unit.asked, *unit.evidence)),
        )
    }
    for found in texts.values():
        words.update(found)
    # The columns hold stems already, so that a query is matched to the letter.
    stems_of = stemmed(texts)
    for row, unit in enumerate(units, first):
        held = (stems_of[text] for column in _columns(unit) for text in column)
        bag = " ".join(dict.fromkeys(stem for text in held for stem in text.split()))
        described: dict[str, object] = {
            "heads": [stems_of[head] for head in unit.heads],
            "names": " ".join(stems_of[name] for name in (*unit.names, unit.title)),
            "asked": [_stemmed(part, stems_of) for part in unit.asked],
            "evidence": [_stemmed(part, stems_of) for part in unit.evidence],
        }
        if unit.kind is Kind.PASSAGE:
            texts_of = (*unit.sayings, *(part.text for part in unit.evidence))
            described["said"] = Counter(stem for text in texts_of for stem in set(stems_of[text].split()))
        database.execute(
            "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?)",
            (row, unit.kind, unit.id, unit.title, bag, json.dumps(described, ensure_ascii=False)),
        )
        database.execute(
            "INSERT INTO text(rowid, heads, names, body) VALUES (?, ?, ?, ?)",
            (row, *(" ".join(stems_of[text] for text in column) for column in _columns(unit))),
        )
        database.executemany(
            "INSERT OR IGNORE INTO form VALUES (?, ?, ?)", ((form, row, why) for form, why in unit.forms)
        )


def _stemmed(part: Evidence, stems_of: Mapping[str, str]) -> tuple[str, list[str]]:
    return stems_of[part.text], [str(cite) for cite in part.cites]


def _columns(unit: Unit) -> Iterator[list[str]]:
    yield [*unit.heads, *(part.text for part in unit.asked)]
    yield [*unit.names, unit.title]
    yield [part.text for part in unit.evidence]
