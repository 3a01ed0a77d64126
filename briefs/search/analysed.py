"""One unit's short texts in stems, and how they answer a question."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefs.models import Kind, ParagraphId
from briefs.search.terms import Terms

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
    """Share of the question that its best title, question or role holds, times the share the other way."""
    mass: float
    """Weight that its best text holds."""
    missing: float
    """Weight of the question that its best text lacks."""
    matched: int
    """Terms that its best text holds."""
    terms: int
    """Terms of the question."""
    foreign: float
    """Share of the question that neither the texts nor ordinary English know."""
    unmet: float
    """Share of the question that the texts know, yet its best text lacks."""
    ordinary: float
    """Share of the question in ordinary words that the texts do not know."""
    wanting: bool
    """Whether the question asks for a number or a date and the best text holds none."""


class Analysed:
    """A unit as the texts are searched: its heads, the names it is about, and its sentences, all in stems."""

    def __init__(  # noqa: PLR0913 (a row of the database)
        self, row: int, *, kind: Kind, identifier: str, title: str, bag: str, described: str
    ) -> None:
        self.row = row
        self.kind = kind
        self.id = identifier
        self.title = title
        self.bag = frozenset(bag.split())
        """All stems of the unit."""
        self._described = described
        self._weights: dict[int, float] = {}

    @cached_property
    def _parts(self) -> dict[str, Any]:
        # Most units that are proposed are passed over, so theirs are never parsed.
        parts: dict[str, Any] = json.loads(self._described)
        return parts

    @cached_property
    def heads(self) -> Sequence[frozenset[str]]:
        """The short texts that say what the unit is."""
        return [frozenset(head.split()) for head in self._parts["heads"]]

    @cached_property
    def asked(self) -> Sequence[tuple[frozenset[str], tuple[ParagraphId, ...]]]:
        """The questions that the unit answers, each with the paragraphs that do."""
        return [
            (frozenset(stems.split()), tuple(map(ParagraphId.parse, cites))) for stems, cites in self._parts["asked"]
        ]

    @cached_property
    def about(self) -> frozenset[str]:
        """The names that the unit is about."""
        return frozenset(self._parts["names"].split())

    @cached_property
    def sentences(self) -> Sequence[frozenset[str]]:
        """The sentences of the unit's text."""
        return [frozenset(stems.split()) for stems, _ in self._parts["evidence"]]

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        """The short texts that hold a stem; they are numbered: heads, questions, sentences."""
        where: dict[str, list[int]] = defaultdict(list)
        for place, stems in enumerate((*self.heads, *(stems for stems, _ in self.asked), *self.sentences)):
            for stem in stems:
                where[stem].append(place)
        return where

    @cached_property
    def cited(self) -> Sequence[tuple[ParagraphId, ...]]:
        """The paragraphs that each sentence rests on."""
        return [tuple(map(ParagraphId.parse, cites)) for _, cites in self._parts["evidence"]]

    @property
    def cites(self) -> tuple[ParagraphId, ...]:
        """Every paragraph that the unit rests on, in the order of its text."""
        return tuple(dict.fromkeys(cite for cites in self.cited for cite in cites))

    def held(self, terms: Terms) -> float:
        """How much of the question the unit holds anywhere, in nats."""
        return sum(terms.best(self.bag).values())

    def features(self, terms: Terms) -> Features:
        """How the unit answers the question of `terms`."""
        held, met, about = self._held(terms)
        heads, asked = len(self.heads), len(self.heads) + len(self.asked)
        mass = agreement = 0.0
        best: Mapping[int, float] = {}
        where = 0
        for place, worths in held.items():
            worth = sum(worths.values())
            if place >= heads:
                for position, more in about.items():
                    worth += max(0.0, more * _NAMED_BY_UNIT - worths.get(position, 0.0))
            if place < asked:
                both = worth / terms.total * met[place] / max(met[place], self._weight(place, terms))
                agreement = max(agreement, both)
            if worth > mass:
                mass, best, where = worth, worths, place
        unmet = sum(
            term.weight
            for position, term in enumerate(terms.terms)
            if term.stems and position not in best and not (where >= heads and position in about)
        )
        unknown = sum(term.weight for term in terms.terms if not term.stems)
        return Features(
            whole=self.held(terms) / terms.total,
            best=mass / terms.total,
            agreement=agreement,
            mass=mass,
            missing=terms.total - mass,
            matched=len(best),
            terms=len(terms.terms),
            foreign=terms.foreign / terms.total,
            unmet=unmet / terms.total,
            ordinary=max(0.0, unknown - terms.foreign) / terms.total,
            wanting=where >= asked and terms.wanting(self.sentences[where - asked]),
        )

    def _held(self, terms: Terms) -> tuple[dict[int, dict[int, float]], dict[int, float], dict[int, float]]:
        """What each short text, by number, and what the unit is about hold of the question.

        For each text, worth by the position of the term, and how much of the text's own weight that is; for what the
        unit is about, worth by the position of the term.
        """
        held: dict[int, dict[int, float]] = {}
        met: dict[int, float] = defaultdict(float)
        about: dict[int, float] = {}
        for stem, (position, worth) in terms.worths.items():
            if stem in self.about:
                about[position] = max(worth, about.get(position, 0.0))
            places = self._where.get(stem)
            if places:
                weight = terms.weight(stem)
                for place in places:
                    worths = held.setdefault(place, {})
                    met[place] += weight
                    if worth > worths.get(position, 0.0):
                        worths[position] = worth
        return held, met, about

    def _weight(self, place: int, terms: Terms) -> float:
        """The weight of all stems of a head or a question, by its number."""
        if place not in self._weights:
            heads = len(self.heads)
            self._weights[place] = terms.weigh(self.heads[place] if place < heads else self.asked[place - heads][0])
        return self._weights[place]
