"""`mujaz build`: compiles a library's indexes ahead of the first question."""

import sys
import time
from pathlib import Path

from rich.console import Console

from bot.cli.start import load_settings, open_library
from briefs.search.cache import build


def build_library(folder: Path | None) -> int:
    """Compiles the library into its cache folder; the exit status is 1 where that cannot be written."""
    console = Console(highlight=False, stderr=True)
    started = time.perf_counter()
    with console.status("Reading and checking the library …") as status:
        library = open_library(folder or load_settings().library)
        status.update("Compiling its indexes …")
        try:
            target = build(library)
        except OSError as error:
            print(f"mujaz: the cache folder cannot be written: {error}", file=sys.stderr)
            return 1
    print(f"compiled {folder or library.folder} to {target} in {time.perf_counter() - started:.1f} s")
    return 0
