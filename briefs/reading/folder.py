"""Reads a whole library folder, and lists all faults of form at once."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from briefs.content import TIMELINE, Content
from briefs.faults import Fault, FormError
from briefs.models import Organisation, Person, Place, Topic
from briefs.models.base import IDENTIFIER_PATTERN
from briefs.models.items import Item
from briefs.reading.documents import read_document
from briefs.reading.items import read_item
from briefs.reading.markdown import FORMAT, read_content_file
from briefs.reading.timeline import read_timeline

MAX_FILE_BYTES = 4 * 1024 * 1024
_STEM = re.compile(rf"(?=.{{1,48}}$){IDENTIFIER_PATTERN}")
AnyItem = TypeVar("AnyItem", bound=Item)


def read_folder(folder: Path) -> tuple[Content, list[Fault]]:
    """What the library at `folder` holds, and all that is wrong in its form; faulty items are left out.

    A library is a folder with `seeds/*.md` and, below `briefs/`, `topics/`, `people/`, `organisations/`, `places/`
    (one Markdown file each) and `timeline.yaml`; each but `seeds/` may be absent.
    """
    content = Content(folder=folder)
    faults: list[Fault] = []
    if not any((folder / "seeds").glob("*.md")):
        return content, [Fault("seeds", 0, FORMAT, f"no document found: expected Markdown files in {folder / 'seeds'}")]
    for name, text in _texts(folder, "seeds", faults):
        with _form_faults(name, faults):
            document, found = read_document(read_content_file(name, text), Path(name).stem)
            faults += found
            if document is not None:
                content.documents[document.id] = document
    _read_items(folder, "topics", Topic, content.topics, faults)
    _read_items(folder, "people", Person, content.people, faults)
    _read_items(folder, "organisations", Organisation, content.organisations, faults)
    _read_items(folder, "places", Place, content.places, faults)
    timeline = folder / TIMELINE
    if timeline.is_file() and (written := _text(folder, timeline, faults)) is not None:
        with _form_faults(TIMELINE, faults):
            content.events, found = read_timeline(TIMELINE, written)
            faults += found
    return content, faults


def _read_items(folder: Path, name: str, model: type[AnyItem], into: dict[str, AnyItem], faults: list[Fault]) -> None:
    for file, text in _texts(folder, f"briefs/{name}", faults):
        with _form_faults(file, faults):
            item, found = read_item(read_content_file(file, text), Path(file).stem, model)
            faults += found
            if isinstance(item, model):
                into[item.id] = item


@contextmanager
def _form_faults(file: str, faults: list[Fault]) -> Iterator[None]:
    """Adds to `faults` what ends the reading of `file` early."""
    try:
        yield
    except FormError as error:
        faults.append(Fault(file, error.line, FORMAT, str(error)))


def _texts(folder: Path, below: str, faults: list[Fault]) -> Iterator[tuple[str, str]]:
    """Name (relative to `folder`, with slashes) and text of each Markdown file, sorted by name."""
    for path in sorted((folder / below).glob("*.md")):
        name = path.relative_to(folder).as_posix()
        if not _STEM.fullmatch(path.stem):
            faults.append(
                Fault(
                    name,
                    0,
                    FORMAT,
                    "a file's name is its id: expected small letters, digits and single hyphens, at most 48 characters",
                )
            )
        elif (text := _text(folder, path, faults)) is not None:
            yield name, text


def _text(folder: Path, path: Path, faults: list[Fault]) -> str | None:
    name = path.relative_to(folder).as_posix()
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            faults.append(Fault(name, 0, FORMAT, f"larger than {MAX_FILE_BYTES // 1024 // 1024} MiB"))
            return None
        return path.read_text(encoding="utf-8")
    except OSError as error:
        faults.append(Fault(name, 0, FORMAT, f"cannot be read: {error.strerror or error}"))
        return None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        faults.append(Fault(name, line, FORMAT, "not UTF-8 text"))
        return None
