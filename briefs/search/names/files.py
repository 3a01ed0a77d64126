"""An index of names on disk: one file of tables in a folder."""

from pathlib import Path

from briefs.search.names.compiling import NameTables
from briefs.search.names.tables import Keyed, Rows, Strings
from briefs.search.names.vocabulary import Vocabulary
from briefs.search.storage import read_tables, write_tables

KIND = "names/3"
"""What the file holds, and in which form: another form of the tables, or of how names are folded, is another number."""
FILE = "names.tables"


def write_names(folder: Path, tables: NameTables, source: str) -> None:
    """Writes `tables` to `folder`; `source` says what they were built from.

    Raises:
        OSError: the folder cannot be written.
    """
    write_tables(
        folder / FILE,
        KIND,
        source,
        {
            "items": tables.items.data,
            "items.at": tables.items.offsets,
            "names": tables.names.data,
            "names.at": tables.names.offsets,
            "item_of": tables.item_of,
            "views": tables.vocabulary.views.data,
            "views.at": tables.vocabulary.views.offsets,
            "key": tables.vocabulary.by_key.keys,
            "key.of": tables.vocabulary.by_key.values,
            "parts": tables.parts.values,
            "parts.at": tables.parts.offsets,
            "holders": tables.holders.values,
            "holders.at": tables.holders.offsets,
            "pair": tables.pairs.keys,
            "pair.of": tables.pairs.values,
            "frequency": tables.frequency,
        },
    )


def read_names(folder: Path, source: str | None) -> NameTables:
    """The tables in `folder`, mapped.

    Raises:
        UnusableFileError: there are none, they are damaged or of another form, or not built from `source`, if given.
    """
    found = read_tables(folder / FILE, KIND, source)
    return NameTables(
        items=Strings(found["items"], found["items.at"]),
        names=Strings(found["names"], found["names.at"]),
        item_of=found["item_of"],
        vocabulary=Vocabulary(Strings(found["views"], found["views.at"]), Keyed(found["key"], found["key.of"])),
        parts=Rows(found["parts"], found["parts.at"]),
        holders=Rows(found["holders"], found["holders.at"]),
        pairs=Keyed(found["pair"], found["pair.of"]),
        frequency=found["frequency"],
    )
