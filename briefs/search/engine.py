"""One search: names, phrases and texts propose, the best score of each item counts, the decision is taken last."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from briefs.models import Kind
from briefs.search.answer import Answer, Outcome, Result
from briefs.search.decision import CHOICE, MARGIN, decide
from briefs.search.folding import fold
from briefs.search.names import NameIndex
from briefs.search.phrases import PhraseIndex
from briefs.search.query import Query, parse_query
from briefs.search.terms import Terms
from briefs.search.texts import TextIndex
from briefs.search.units import Unit, units

if TYPE_CHECKING:
    from briefs.library import Library

MAX_RESULTS = 10
MAX_FURTHER = 5
NEAREST_TOPICS = 3
# Where items say the same, the prepared brief is the better answer, the bare passage the last resort.
_PREFERENCE: Mapping[Kind, float] = {
    Kind.TOPIC: 1.0,
    Kind.PERSON: 0.97,
    Kind.ORGANISATION: 0.96,
    Kind.EVENT: 0.96,
    Kind.PLACE: 0.94,
    Kind.QUOTE: 0.9,
    Kind.PASSAGE: 0.82,
}
_NAMED = 0.6
"""Names at least this alike are the same name in another spelling."""
_QUESTION = "question"

Key = tuple[Kind, str]


@dataclass(slots=True)
class _Candidate:
    """An item with the best score that a stage gave it."""

    score: float
    why: str
    named: bool = False


class SearchEngine:
    """The indexes of one library and the search over them."""

    def __init__(self, library: "Library") -> None:
        self._units: Mapping[Key, Unit] = {(unit.kind, unit.id): unit for unit in units(library)}
        self._exact: dict[str, list[tuple[Key, str]]] = defaultdict(list)
        named: dict[Key, tuple[str, ...]] = {}
        for entity in library.entities.values():
            key = (library.kind_of(entity.id), entity.id)
            named[key] = entity.names
            self._learn(key, entity.name, "name")
            for form in entity.aliases:
                self._learn(key, form, "alias")
            for form in entity.shared:
                self._learn(key, form, "shared name")
        for topic in library.topics.values():
            key = (Kind.TOPIC, topic.id)
            for form in (topic.title, *topic.aliases):
                self._learn(key, form, "title")
            for question in topic.questions:
                self._learn(key, question, _QUESTION)
        self._names = NameIndex.build((f"{kind}:{identifier}", names) for (kind, identifier), names in named.items())
        self._phrases = PhraseIndex(library.quotes.values())
        self._texts = TextIndex(list(self._units.values()))

    def _learn(self, key: Key, form: str, why: str) -> None:
        folded = fold(form)
        if folded and all(known != key for known, _ in self._exact[folded]):
            self._exact[folded].append((key, why))

    def search(self, query: str, kinds: Collection[Kind]) -> Answer:
        """What is known about `query` among items of `kinds`."""
        parsed = parse_query(query)
        if not parsed.folded:
            return Answer(parsed.text, Outcome.NOTHING, ())
        found: dict[Key, _Candidate] = {}
        terms = self._texts.terms(parsed, self._names.spellings)
        for key, candidate in chain(self._by_name(parsed), self._by_phrase(parsed), self._by_text(terms)):
            if key[0] in kinds and (key not in found or candidate.score > found[key].score):
                found[key] = candidate
        ranked = sorted(found, key=lambda key: (-found[key].score, -_PREFERENCE[key[0]], key))
        outcome = decide([found[key].score for key in ranked], _rivals([found[key] for key in ranked]))
        if outcome is Outcome.NOTHING:
            ranked = [key for key in ranked if key[0] is Kind.TOPIC][:NEAREST_TOPICS]
        else:
            ranked = [key for key in ranked if found[key].score >= CHOICE]
        limit = MAX_RESULTS if outcome is Outcome.CHOICES else MAX_FURTHER
        results = (self._result(parsed, terms, key, found[key]) for key in ranked[:limit])
        return Answer(parsed.text, outcome, tuple(results))

    def _result(self, query: Query, terms: Terms, key: Key, candidate: _Candidate) -> Result:
        unit = self._units[key]
        cites = (
            unit.cites if candidate.named and key[0] is not Kind.TOPIC else self._texts.ranked_cites(query, terms, unit)
        )
        score = round(min(candidate.score, 1.0), 3)
        return Result(unit.kind, unit.id, unit.title, score, cites, candidate.why)

    def _by_name(self, query: Query) -> Iterator[tuple[Key, _Candidate]]:
        for form in dict.fromkeys((query.folded, query.subject)):
            for key, why in self._exact.get(form, ()):
                yield key, _Candidate(1.0, why, named=why != _QUESTION)
        for hit in self._names.search(query.subject, limit=MAX_RESULTS):
            kind, identifier = hit.id.split(":")
            key = (Kind(kind), identifier)
            why = "name, spelling" if hit.name == self._units[key].title else "alias, spelling"
            yield key, _Candidate(hit.score * 0.99, why, named=hit.score >= _NAMED)

    def _by_phrase(self, query: Query) -> Iterator[tuple[Key, _Candidate]]:
        for identifier, score in self._phrases.search(query.folded).items():
            yield (Kind.QUOTE, identifier), _Candidate(score * 0.98, "words of the quote")

    def _by_text(self, terms: Terms) -> Iterator[tuple[Key, _Candidate]]:
        for hit in self._texts.search(terms):
            key = (hit.unit.kind, hit.unit.id)
            yield key, _Candidate(hit.score, "text")


def _rivals(ranked: Sequence[_Candidate]) -> int:
    """How many candidates the query names as well as the first."""
    if not ranked or not ranked[0].named:
        return 0
    return sum(candidate.named and candidate.score >= ranked[0].score - MARGIN for candidate in ranked)
