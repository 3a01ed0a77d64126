"""The library that ships, and the originals of its documents where they are at hand."""

from functools import cache

from briefs.check.evidence import Evidence
from briefs.check.originals.original import read_original
from briefs.library import SHIPPED
from briefs.reading.folder import read_folder

ORIGINALS = {
    path.stem: path
    for path in sorted((SHIPPED.parent / "shared/originals").glob("*.txt"))
    if (SHIPPED / f"seeds/{path.stem}.md").is_file()
}
"""Empty for whoever has the repository alone: the originals belong to their publishers."""


@cache
def shipped() -> Evidence:
    """The shipped library, ready for the rules."""
    content, faults = read_folder(SHIPPED)
    assert faults == []
    return Evidence(content, {identifier: read_original(path) for identifier, path in ORIGINALS.items()})
