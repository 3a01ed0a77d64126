"""The indexes that a library is searched with, compiled in memory or to files."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefs.models import ENTITIES, Kind
from briefs.search.names import NameIndex
from briefs.search.schema import compile_texts
from briefs.search.units import Unit
from briefs.search.words import Lexicon

TEXTS_FILE = "texts.sqlite"


@dataclass(frozen=True, slots=True)
class Compiled:
    """The names (each by the row of its unit) and the texts."""

    names: NameIndex
    texts: sqlite3.Connection


def compile_units(
    units: Sequence[Unit], *, untold: Iterable[tuple[Kind, str, str]] = (), database: str = ":memory:"
) -> Compiled:
    """The indexes of `units` and of the questions that they leave `untold`, the texts in `database`."""
    connection = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
    # Nothing is lost if this is cut short: an incomplete database is never opened.
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    compile_texts(connection, units, untold, Lexicon.compiled())
    return Compiled(NameIndex.build(_named(units)), connection)


def open_compiled(folder: Path, source: str) -> Compiled:
    """The indexes that were compiled to `folder` from `source`.

    Raises:
        UnusableFileError: the names are not there or not sound.
        sqlite3.Error: the texts are not there or not sound.
    """
    names = NameIndex.open(folder, source)
    location = f"{(folder / TEXTS_FILE).absolute().as_uri()}?mode=ro&immutable=1"
    return Compiled(names, sqlite3.connect(location, uri=True, isolation_level=None, check_same_thread=False))


def _named(units: Sequence[Unit]) -> Iterable[tuple[str, tuple[str, ...]]]:
    return ((str(row), unit.known_as) for row, unit in enumerate(units) if unit.kind in ENTITIES)
