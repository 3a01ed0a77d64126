"""`mujaz check`: verifies a library."""

import sys
from pathlib import Path

from bot.cli.start import load_settings
from briefs.check.rules import check
from briefs.reading.folder import read_folder


def check_library(folder: Path | None) -> int:
    """Prints a line a fault and a summary; the exit status is 1 where there is a fault."""
    content, faults = read_folder(folder or load_settings().library)
    faults = sorted({*faults, *(check(content) if not faults else ())})
    for fault in faults:
        print(fault)
    paragraphs = sum(len(document.paragraphs) for document in content.documents.values())
    print(
        f"{len(content.documents)} documents with {paragraphs} paragraphs, {len(content.topics)} topics, "
        f"{len(content.people)} people, {len(content.organisations)} organisations, {len(content.places)} places, "
        f"{len(content.events)} events: {len(faults) or 'no'} fault{'s' * (len(faults) != 1)}",
        file=sys.stderr if faults else sys.stdout,
    )
    return 1 if faults else 0
