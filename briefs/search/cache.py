"""Compiled indexes in a library's cache folder: found again by the content's hash, built anew when anything is amiss.

`compiled_for(library)` is all that searching needs; `build` is what a command calls to have the files ready. A folder
that cannot be written is no fault: the indexes are then built in memory.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from briefs.search.compiled import TEXTS_FILE, Compiled, compile_units, open_compiled
from briefs.search.storage import UnusableFileError
from briefs.search.units import units, untold
from briefs.snapshot import FOLDER

if TYPE_CHECKING:
    from briefs.library import Library

MANIFEST = "manifest.json"
_CHUNK = 1 << 20
_KEPT = 2
"""How many compiled contents are kept, the newest ones; older ones go when a new one is built."""


def compiled_for(library: "Library") -> Compiled:
    """The indexes of `library`: from its cache folder if they are sound, else built, and saved if possible."""
    if not library.key:
        return _compiled(library)
    source = source_of(library)
    folder = library.folder / FOLDER / source[:32]
    try:
        return _opened(folder, source)
    except (UnusableFileError, sqlite3.Error, OSError, ValueError, KeyError, TypeError):
        pass
    try:
        return _built(folder, source, library)
    except (OSError, sqlite3.Error, UnusableFileError):
        return _compiled(library)


def build(library: "Library") -> Path:
    """Compiles the indexes of `library` anew into its cache folder, and gives the folder they are in.

    Raises:
        OSError: the folder cannot be written.
    """
    source = source_of(library)
    folder = library.folder / FOLDER / source[:32]
    _built(folder, source, library)
    return folder


def source_of(library: "Library") -> str:
    """A hash of what `library` holds and of the code that compiles it (SHA-256, hexadecimal)."""
    return hashlib.sha256((_code() + library.key).encode()).hexdigest()


@cache
def _code() -> str:
    """A hash of this package, code and word lists: an index that other code compiled is of no use."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted((*folder.rglob("*.py"), *folder.rglob("*.txt"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _opened(folder: Path, source: str) -> Compiled:
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if manifest["source"] != source or manifest["texts"] != _checksum(folder / TEXTS_FILE):
        raise UnusableFileError(f"{folder} is damaged")
    return open_compiled(folder, source)


def _compiled(library: "Library", database: str = ":memory:") -> Compiled:
    return compile_units(list(units(library)), untold=untold(library), database=database)


def _built(folder: Path, source: str, library: "Library") -> Compiled:
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix="building-"))
    try:
        compiled = _compiled(library, str(scratch / TEXTS_FILE))
        compiled.texts.close()
        compiled.names.save(scratch, source)
        manifest = {"source": source, "texts": _checksum(scratch / TEXTS_FILE)}
        (scratch / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
        # Somebody else may have built the same in the meantime; a folder that was found unusable has to make room.
        shutil.rmtree(folder, ignore_errors=True)
        # Scratch is private; what is compiled may be read by whoever may read the library.
        scratch.chmod(0o755)
        for path in scratch.iterdir():
            path.chmod(0o644)
        scratch.replace(folder)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    _tidy(folder.parent)
    return _opened(folder, source)


def _tidy(cache_folder: Path) -> None:
    with suppress(OSError):
        compiled = [path.parent for path in cache_folder.glob(f"*/{MANIFEST}")]
        for old in sorted(compiled, key=os.path.getmtime, reverse=True)[_KEPT:]:
            shutil.rmtree(old, ignore_errors=True)


def _checksum(path: Path) -> list[int]:
    checksum = length = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            checksum = crc32(chunk, checksum)
            length += len(chunk)
    return [length, checksum]
