"""Files of tables that are mapped into memory, not read: written at once, checked when opened, never trusted blindly.

A file is a header line of JSON (format, version, what it was built from, and the name, type, place, length and checksum
of each table), padded to `ALIGNMENT`, then the tables. Whoever opens one gets the tables as `memoryview`s.
"""

import json
import mmap
import os
import sys
import tempfile
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

VERSION = 1
ALIGNMENT = 64
_MAGIC = "mujaz-tables"
_MAX_HEADER = 1 << 20
_CHUNK = 1 << 20

Table = Any
"""Bytes, an `array` or a `memoryview` of numbers."""


class UnusableFileError(Exception):
    """An index file that is missing, damaged, cut short, of another version or of something else: build it anew."""


def write_tables(path: Path, kind: str, source: str, tables: Mapping[str, Table]) -> None:
    """Writes `tables` to `path`, complete or not at all.

    `kind` says what they are, `source` what they were built from (a hash); `read_tables` asks for both.

    Raises:
        OSError: the file cannot be written.
    """
    entries = []
    place = 0
    for name, table in tables.items():
        view = memoryview(table).cast("B") if len(table) else memoryview(b"")
        entries.append({"name": name, "type": _type_of(table), "at": place, "bytes": len(view), "crc": crc32(view)})
        place += -(-len(view) // ALIGNMENT) * ALIGNMENT
    described = {
        "magic": _MAGIC, "version": VERSION, "order": sys.byteorder, "kind": kind, "source": source, "tables": entries,
    }  # fmt: skip
    text = json.dumps(described).encode()
    header = b"%08x%08x" % (len(text), crc32(text)) + text
    header += b" " * (-len(header) % ALIGNMENT)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(header)
            for table in tables.values():
                view = memoryview(table).cast("B") if len(table) else memoryview(b"")
                file.write(view)
                file.write(b"\0" * (-len(view) % ALIGNMENT))
        Path(scratch).replace(path)
    except BaseException:
        Path(scratch).unlink(missing_ok=True)
        raise


def read_tables(path: Path, kind: str, source: str | None = None) -> dict[str, memoryview]:
    """The tables at `path`, mapped; numbers are cast to their type.

    Raises:
        UnusableFileError: the file is not a sound one of `kind`, of this version, built from `source` (if given).
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            entries, start = _read_header(file.read(min(size, _MAX_HEADER)), kind, source)
            for entry in entries:
                if start + entry["at"] + entry["bytes"] > size:
                    raise UnusableFileError(f"{path} is cut short")
                file.seek(start + entry["at"])
                # Checked with plain reads, so that the pages do not count as this process's memory.
                if _checksum(file.fileno(), entry["bytes"], file.tell()) != entry["crc"]:
                    raise UnusableFileError(f"{path} is damaged in {entry['name']}")
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)) if size else memoryview(b"")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnusableFileError(f"{path}: {error}") from error
    return {
        entry["name"]: whole[start + entry["at"] : start + entry["at"] + entry["bytes"]].cast(entry["type"])
        for entry in entries
    }


def _type_of(table: Table) -> str:
    return table.typecode if isinstance(table, array) else "B"


def _checksum(handle: int, length: int, place: int) -> int:
    checksum = 0
    while length > 0:
        chunk = os.pread(handle, min(length, _CHUNK), place)
        if not chunk:
            break
        checksum = crc32(chunk, checksum)
        length -= len(chunk)
        place += len(chunk)
    return checksum


def _read_header(head: bytes, kind: str, source: str | None) -> tuple[list[dict[str, Any]], int]:
    length, expected = int(head[:8], 16), int(head[8:16], 16)
    text = head[16 : 16 + length]
    if len(text) < length or crc32(text) != expected:
        raise UnusableFileError("the header is damaged")
    described = json.loads(text)
    if described["magic"] != _MAGIC or described["kind"] != kind or described["order"] != sys.byteorder:
        raise UnusableFileError(f"not {kind} of this machine")
    if described["version"] != VERSION:
        raise UnusableFileError(f"version {described['version']}, this is {VERSION}")
    if source is not None and described["source"] != source:
        raise UnusableFileError("built from other content")
    return described["tables"], -(-(16 + length) // ALIGNMENT) * ALIGNMENT
