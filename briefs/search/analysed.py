"""One unit's short texts in stems, and how they answer a question."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefs.models import Kind, ParagraphId
from briefs.search.terms import Terms
from briefs.search.words import STOPWORDS

_NAMED_BY_UNIT = 0.8
"""What a term counts in a sentence that does not hold it where the unit is about what the term names."""


@dataclass(frozen=True, slots=True)
class Features:
    """How a unit answers a question; shares are of the question's weight, 0 to 1, weights in nats."""

    whole: float
    """Share that the unit holds anywhere."""
    best: float
    """Share that its best sentence or short text holds, what the unit is about being understood."""
    agreement: float
    """Share of the question that its best short text (title, question, role) holds, times the share the other way."""
    mass: float
    """Weight that its best text holds."""
    missing: float
    """Weight of the question that its best text lacks."""
    matched: int
    """Terms that its best text holds."""
    foreign: float
    """Share of the question that neither the texts nor ordinary English know."""


class Analysed:
    """A unit as the texts are searched: its heads, the names it is about, and its sentences, all in stems."""

    def __init__(self, row: int, kind: Kind, identifier: str, title: str, described: str) -> None:
        parts = json.loads(described)
        self.row = row
        self.kind = kind
        self.id = identifier
        self.title = title
        self.heads: Sequence[frozenset[str]] = [frozenset(head.split()) for head in parts["heads"]]
        self.about = frozenset(parts["names"].split())
        self.sentences: Sequence[frozenset[str]] = [frozenset(stems.split()) for stems, _ in parts["evidence"]]
        self._written = parts["evidence"]
        # Short texts are numbered, heads first.
        self._where: dict[str, list[int]] = defaultdict(list)
        for place, stems in enumerate((*self.heads, *self.sentences)):
            for stem in stems:
                self._where[stem].append(place)

    @cached_property
    def cited(self) -> Sequence[tuple[ParagraphId, ...]]:
        """The paragraphs that each sentence rests on."""
        return [tuple(map(ParagraphId.parse, cites)) for _, cites in self._written]

    @property
    def cites(self) -> tuple[ParagraphId, ...]:
        """Every paragraph that the unit rests on, in the order of its text."""
        return tuple(dict.fromkeys(cite for cites in self.cited for cite in cites))

    def held(self, terms: Terms) -> float:
        """How much of the question the unit holds anywhere, in nats."""
        best: dict[int, float] = {}
        for stem, (position, worth) in terms.worths.items():
            if worth > best.get(position, 0.0) and (stem in self._where or stem in self.about):
                best[position] = worth
        return sum(best.values())

    def features(self, terms: Terms, rarity: Callable[[str], float]) -> Features:
        """How the unit answers the question of `terms`; `rarity` gives the weight of a stem."""
        held, about = self._held(terms)
        mass = agreement = 0.0
        matched = 0
        for place, worths in held.items():
            worth = sum(worths.values())
            if place < len(self.heads):
                share = worth / terms.total
                if share > agreement:
                    agreement = max(agreement, share * _precision(self.heads[place], terms, rarity))
            else:
                for position, more in about.items():
                    worth += max(0.0, more * _NAMED_BY_UNIT - worths.get(position, 0.0))
            if worth > mass:
                mass, matched = worth, len(worths)
        return Features(
            whole=self.held(terms) / terms.total,
            best=mass / terms.total,
            agreement=agreement,
            mass=mass,
            missing=terms.total - mass,
            matched=matched,
            foreign=terms.foreign / terms.total,
        )

    def _held(self, terms: Terms) -> tuple[dict[int, dict[int, float]], dict[int, float]]:
        """What each short text by number, and what the unit is about, hold: worth by the position of the term."""
        held: dict[int, dict[int, float]] = {}
        about: dict[int, float] = {}
        for stem, (position, worth) in terms.worths.items():
            if stem in self.about:
                about[position] = max(worth, about.get(position, 0.0))
            for place in self._where.get(stem, ()):
                worths = held.setdefault(place, {})
                if worth > worths.get(position, 0.0):
                    worths[position] = worth
        return held, about


def _precision(stems: frozenset[str], terms: Terms, rarity: Callable[[str], float]) -> float:
    held = lacking = 0.0
    for stem in stems:
        if stem in terms.worths:
            held += rarity(stem)
        elif stem not in STOPWORDS:
            lacking += rarity(stem)
    return held / (held + lacking) if held else 0.0
