"""Remembers that a library was read and found sound, so that opening it again costs a fraction.

A snapshot holds the content as JSON, keyed by a hash of every file that it was read from and of the code that read and
checked it. One that is damaged, foreign or of other files is ignored, and a folder that cannot be written is no fault.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from briefs.content import TIMELINE, Content

FOLDER = Path(".cache") / "mujaz"
"""Where a library's caches are, in its folder."""
FILE = "content.json"
_PATTERNS = (
    "seeds/*.md",
    *(f"briefs/{kind}/*.md" for kind in ("topics", "people", "organisations", "places")),
    TIMELINE,
)
_CODE = ("library.py", "content.py", "faults.py", "models/*.py", "reading/*.py", "check/*.py", "search/folding.py")
_KEY = 64
_MAX_BYTES = 512 * 1024 * 1024


def load(folder: Path) -> Content | None:
    """The content of the library at `folder` as it was last found sound; None where its files have changed since."""
    path = folder / FOLDER / FILE
    try:
        if path.stat().st_size > _MAX_BYTES:
            return None
        stored = path.read_bytes()
        payload = stored[2 * _KEY :]
        key = key_of(folder)
        if stored[:_KEY] != key.encode() or stored[_KEY : 2 * _KEY] != _digest(payload):
            return None
        content = Content.model_validate_json(payload)
    except (OSError, ValidationError):
        return None
    # The folder may have been moved since.
    return content.model_copy(update={"folder": folder, "key": key})


def save(content: Content) -> None:
    """Remembers `content`, read from its folder under its key and found sound; quietly does nothing where it cannot."""
    if not content.key:
        return
    payload = content.model_dump_json().encode()
    target = content.folder / FOLDER / FILE
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=target.parent, prefix="content-")
        with os.fdopen(handle, "wb") as file:
            file.write(content.key.encode() + _digest(payload) + payload)
        # Whoever opens the library meanwhile sees the old snapshot or the new one, never half of one.
        Path(scratch).replace(target)


def key_of(folder: Path) -> str:
    """A hash (SHA-256, hexadecimal) of the names and bytes of a library's files, and of the code that reads them.

    It is empty where a file cannot be read.
    """
    digest = hashlib.sha256()
    try:
        for root, paths in ((folder, _files(folder)), (Path(__file__).parent, _code())):
            for path in paths:
                data = path.read_bytes()
                digest.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode() + data)
    except OSError:
        return ""
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for pattern in _PATTERNS:
        yield from sorted(folder.glob(pattern))


def _code() -> Iterator[Path]:
    for pattern in _CODE:
        yield from sorted(Path(__file__).parent.glob(pattern))


def _digest(payload: bytes) -> bytes:
    return hashlib.sha256(payload).hexdigest().encode()
