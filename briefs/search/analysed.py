"""One unit's short texts in stems, and how they answer a question."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefs.models import Kind, ParagraphId
from briefs.search.terms import Gathered, Overlap, Terms

_LATER = 0.9
"""What a paragraph counts that is named after another as answering a question."""
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
    echoed: float
    """The third best such agreement: how many ways in which it is asked for the question is like."""
    gathered: float
    """Share that one of its paragraphs holds with the questions that it alone answers, understood likewise."""
    gathered_terms: int
    """Terms that this holds."""
    mass: float
    """Weight that its best text holds."""
    affinity: float
    """Cosine (0 to 1) of the question and of all that stands in and is best answered by one of its paragraphs."""
    behind: float
    """How far (0 to 1) this is behind that of the unit where it is most."""
    matched: int
    """Terms that its best text holds."""
    foreign: float
    """Share of the question that neither the texts nor ordinary English know."""
    unmet: float
    """Share of the question that the texts know, yet its best text lacks."""
    ordinary: float
    """Share of the question in ordinary words that the texts do not know."""
    wanting: bool
    """Whether the question asks for a number or a date and the best text holds none."""
    otherwise: bool
    """Whether the question is put for the asker himself, or asks how to do something, and the best text is not."""


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
        self._length: float | None = None

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
    def said(self) -> Mapping[str, float]:
        """Of a passage: how often each stem of its text and of what it answers best recurs, as a square root."""
        return {stem: math.sqrt(times) for stem, times in self._parts["said"].items()}

    def length(self, terms: Terms) -> float:
        """The length, in nats, of what is `said`, as a vector of weights."""
        if self._length is None:
            self._length = math.hypot(*(times * terms.weight(stem) for stem, times in self.said.items()))
        return self._length

    @cached_property
    def sentences(self) -> Sequence[frozenset[str]]:
        """The sentences of the unit's text."""
        return [frozenset(stems.split()) for stems, _ in self._parts["evidence"]]

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        """The short texts that hold a stem; they are numbered: heads, questions, sentences."""
        where: dict[str, list[int]] = {}
        for place, stems in enumerate((*self.heads, *(stems for stems, _ in self.asked), *self.sentences)):
            for stem in stems:
                where.setdefault(stem, []).append(place)
        return where

    @cached_property
    def cited(self) -> Sequence[tuple[ParagraphId, ...]]:
        """The paragraphs that each sentence rests on."""
        return [tuple(map(ParagraphId.parse, cites)) for _, cites in self._parts["evidence"]]

    @cached_property
    def cites(self) -> tuple[ParagraphId, ...]:
        """Every paragraph that the unit rests on, in the order of its text."""
        return tuple(dict.fromkeys(cite for cites in self.cited for cite in cites))

    def overlap(self, terms: Terms) -> Overlap:
        """What each short text holds of the question."""
        found = terms.overlaps.get(self.row)
        if found is None:
            found = terms.overlaps[self.row] = self._overlap(terms)
        return found

    def _overlap(self, terms: Terms) -> Overlap:
        # The hottest place of a search: plain loops take half as long as comprehensions and `max` would.
        heads, where = len(self.heads), self._where
        asked = heads + len(self.asked)
        named = {position: one.worth * _NAMED_BY_UNIT for position, one in terms.best(self.about).items()}
        worths: dict[int, float] = {}
        met: dict[int, float] = {}
        for position, alternatives in enumerate(terms.by_position):
            meant = named.get(position, 0.0)
            seen: set[int] = set()
            for stem, worth, weight in alternatives:
                places = where.get(stem)
                if places is None:
                    continue
                more = worth - meant if worth > meant else 0.0
                for place in places:
                    if place not in seen:
                        seen.add(place)
                        worths[place] = worths.get(place, 0.0) + (worth if place < heads else more)
                        if place < asked:
                            met[place] = met.get(place, 0.0) + weight
        return Overlap(worths, met, named, sum(named.values()))

    def features(self, terms: Terms, held: float, paragraphs: Sequence[Gathered], nearest: float = 0.0) -> Features:
        """How the unit, in which `held` of it was found, answers the question of `terms`.

        `paragraphs` says of each paragraph that it rests on what it gathers of the question; `nearest` is the best
        cosine of any unit's.
        """
        overlap, total = self.overlap(terms), terms.total
        heads, asked = len(self.heads), len(self.heads) + len(self.asked)
        mass, where = 0.0, -1
        agreement = second = third = 0.0
        for place, more in overlap.worths.items():
            worth = more if place < heads else more + overlap.base
            if place < asked and worth > third * total:
                agreed = worth / total * self._precision(place, overlap, terms)
                if agreed > agreement:
                    agreement, second, third = agreed, agreement, second
                elif agreed > second:
                    second, third = agreed, second
                elif agreed > third:
                    third = agreed
            if worth > mass:
                mass, where = worth, place
        gathered, gathered_terms = _gathered(overlap, paragraphs)
        affinity = max([one.cosine for one in paragraphs], default=0.0)
        best = self._text(where) if where >= 0 else frozenset[str]()
        matched = terms.best(best).keys()
        meant = overlap.named.keys() if where >= heads else set[int]()
        unmet = sum(
            term.weight
            for position, term in enumerate(terms.terms)
            if term.known and position not in matched and position not in meant
        )
        unknown = sum(term.weight for term in terms.terms if not term.known)
        return Features(
            whole=held / total,
            best=mass / total,
            agreement=agreement,
            echoed=third,
            gathered=gathered / total,
            gathered_terms=gathered_terms,
            mass=mass,
            affinity=affinity,
            behind=max(0.0, nearest - affinity),
            matched=len(matched),
            foreign=terms.foreign / total,
            unmet=unmet / total,
            ordinary=max(0.0, unknown - terms.foreign) / total,
            wanting=where >= asked and terms.wanting(best),
            otherwise=terms.otherwise(best),
        )

    def told(self, terms: Terms) -> Iterator[tuple[float, tuple[ParagraphId, ...]]]:
        """For each sentence, how much (0 to 1) of the question it tells, and the paragraphs that it rests on."""
        overlap = self.overlap(terms)
        first = len(self.heads) + len(self.asked)
        for place, (stems, cites) in enumerate(zip(self.sentences, self.cited, strict=True), first):
            yield terms.told_by(overlap.worths.get(place, 0.0), stems), cites

    def alike(self, terms: Terms) -> Mapping[ParagraphId, float]:
        """For each paragraph that answers a question of the unit, how nearly (0 to 1) the likest of those is this one.

        Of several paragraphs that answer a question the first does so best.
        """
        overlap = self.overlap(terms)
        alike: dict[ParagraphId, float] = {}
        for place, (_, cites) in enumerate(self.asked, len(self.heads)):
            worth = overlap.worths.get(place)
            if worth is None:
                continue
            share = (worth + overlap.base) / terms.total
            if any(share > alike.get(cite, 0.0) for cite in cites):
                share *= self._precision(place, overlap, terms)
                for later, cite in enumerate(cites):
                    alike[cite] = max(alike.get(cite, 0.0), share * _LATER**later)
        return alike

    def _text(self, place: int) -> frozenset[str]:
        heads, asked = len(self.heads), len(self.heads) + len(self.asked)
        if place < heads:
            return self.heads[place]
        return self.asked[place - heads][0] if place < asked else self.sentences[place - asked]

    def _precision(self, place: int, overlap: Overlap, terms: Terms) -> float:
        """The share (0 to 1) of the weight of a head or a question, by its number, that the question asks for."""
        weight = self._weights.get(place)
        if weight is None:
            weight = self._weights[place] = terms.weigh(self._text(place))
        met = overlap.met[place]
        return met / max(met, weight)


def _gathered(overlap: Overlap, paragraphs: Iterable[Gathered]) -> tuple[float, int]:
    """What the best of `paragraphs` holds of the question, in nats and in terms, and the names that are meant."""
    named, base = overlap.named, overlap.base
    best = (0.0, 0)
    for held, _ in paragraphs:
        both, count = base, len(named)
        for position, (_, worth, _) in held.items():
            meant = named.get(position)
            if meant is None:
                both += worth
                count += 1
            elif worth > meant:
                both += worth - meant
        if both > best[0]:
            best = (both, count)
    return best
