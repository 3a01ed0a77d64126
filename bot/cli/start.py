"""What all commands begin with: settings and the library, or a clear refusal."""

import sys
from pathlib import Path

from pydantic import ValidationError

from bot.settings import Settings
from briefs.faults import LibraryFaultsError
from briefs.library import Library


def load_settings() -> Settings:
    """The settings of this process; ends it with one line a mistake where they are not valid."""
    try:
        return Settings()
    except ValidationError as error:
        for detail in error.errors(include_input=False, include_url=False):
            name = "MUJAZ_" + "_".join(str(part) for part in detail["loc"]).upper()
            print(f"mujaz: {name}: {detail['msg']}", file=sys.stderr)
        sys.exit(2)


def open_library(folder: Path) -> Library:
    """The library at `folder`; ends the process with the list of its faults where it has any."""
    try:
        return Library.open(folder)
    except LibraryFaultsError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        print(f"mujaz: {error} in {folder}; `mujaz check` lists them too", file=sys.stderr)
        sys.exit(1)
