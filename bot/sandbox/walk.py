"""Walking through a text by its entities, for clients that draw it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .entities import Entity
from .utf16 import cut, units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text that looks the same throughout; `entities` cover it, the outermost first."""

    text: str
    entities: tuple[Entity, ...] = ()

    @property
    def types(self) -> frozenset[str]:
        """The kinds of entities that cover it."""
        return frozenset(entity.type for entity in self.entities)


def walk(text: str, entities: Sequence[Entity]) -> Iterator[Span]:
    """Cut a text at every entity's start and end. The pieces, joined, are the text; none is empty.

    Overlapping and nested entities are fine; what lies beyond the text is ignored.
    """
    end = units(text)
    edges = {0, end}
    for entity in entities:
        edges |= {min(max(entity.offset, 0), end), min(max(entity.end, 0), end)}
    ordered = sorted(edges)
    outermost_first = sorted(entities, key=Entity.order)
    for start, stop in itertools.pairwise(ordered):
        covering = tuple(entity for entity in outermost_first if entity.offset <= start and stop <= entity.end)
        yield Span(cut(text, start, stop - start), covering)
