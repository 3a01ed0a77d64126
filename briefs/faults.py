"""What is wrong in a library: each fault names its file and line, and says what would be right.

FormError (a ValueError)    one file cannot be read further; becomes a fault
LibraryFaultsError          a library cannot be used; holds all its faults
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One thing that falls short.

    `file` is relative to the library's folder, `line` counts from 1 (0: the file as a whole), `rule` is the short name
    of what was broken.
    """

    file: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.message}"


class FormError(ValueError):
    """One file cannot be read further; `line` is where, counted from 1."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


class LibraryFaultsError(Exception):
    """A library cannot be used; `faults` holds all that is wrong with it, by file and line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__(f"the library has {len(self.faults)} fault{'s' * (len(self.faults) != 1)}")
