"""What all models share: they are frozen, and a field that nobody knows is a fault."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

IDENTIFIER_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"

Identifier = Annotated[str, StringConstraints(pattern=rf"^{IDENTIFIER_PATTERN}$", max_length=48)]
"""Kebab-case, at most 48 characters, so that it fits callback data (64 bytes) and deep links (64 characters)."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
"""A short text that is not empty."""


class Model(BaseModel):
    """Immutable, and strict about the fields that it knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Located(Model):
    """Something read from a file that knows on which line each of its fields stands."""

    lines: Mapping[str, int] = Field(default_factory=dict, repr=False)
    """Lines (from 1) by the field's path, `aliases` or `aliases.2`."""
    waive: Mapping[str, Line] = Field(default_factory=dict, repr=False)
    """Reasons, by the rule that does not hold for the fields or the item as a whole."""

    def line_of(self, *path: str | int) -> int:
        """The line of the field at `path`, or of the closest thing around it that has one."""
        for length in range(len(path), 0, -1):
            if line := self.lines.get(".".join(map(str, path[:length]))):
                return line
        return self.lines.get("", 1)
