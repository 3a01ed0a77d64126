"""One search: names, phrases and texts propose, the best score of each item counts, the decision is taken last."""

import weakref
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefs.models import Kind
from briefs.search.answer import Answer, Outcome, Result
from briefs.search.compiled import Compiled
from briefs.search.decision import CHOICE, MARGIN, NAMES, TEXTS, decide, lean
from briefs.search.phrases import PhraseIndex
from briefs.search.query import Query, parse_query
from briefs.search.relevance import PREFERENCE
from briefs.search.terms import Terms
from briefs.search.texts import TextHit, TextIndex
from briefs.search.units import NAME, QUESTION

MAX_RESULTS = 10
MAX_FURTHER = 5
NEAREST_TOPICS = 3
_NAMED = 0.6
"""Names at least this sure are the same name in another spelling."""


@dataclass(slots=True)
class _Candidate:
    """An item with the best score that a stage gave it."""

    score: float
    why: str
    named: bool = False


class SearchEngine:
    """The search over the compiled indexes of one library."""

    def __init__(self, compiled: Compiled) -> None:
        weakref.finalize(self, compiled.texts.close)
        self._names = compiled.names
        self._texts = TextIndex(compiled.texts, self._names.spellings)
        self._phrases = PhraseIndex(self._texts.titles(Kind.QUOTE))

    def search(self, query: str, kinds: Collection[Kind]) -> Answer:
        """What is known about `query` among items of `kinds`."""
        parsed = parse_query(query)
        if not parsed.folded:
            return Answer(parsed.text, Outcome.NOTHING, ())
        terms = self._texts.reader.read(parsed.terms)
        hits = self._texts.search(terms)
        found: dict[int, _Candidate] = {}
        for row, candidate in self._proposed(parsed, hits):
            if row not in found or candidate.score > found[row].score:
                found[row] = candidate
        kind_of = {row: self._texts.unit(row).kind for row in found}
        ranked = sorted(
            (row for row in found if kind_of[row] in kinds),
            key=lambda row: (-found[row].score, -PREFERENCE[kind_of[row]], row),
        )
        outcome = decide([found[row].score for row in ranked], _rivals([found[row] for row in ranked]))
        if outcome is Outcome.NOTHING:
            ranked = [row for row in ranked if kind_of[row] is Kind.TOPIC][:NEAREST_TOPICS]
        else:
            ranked = [row for row in ranked if found[row].score >= CHOICE]
        limit = MAX_RESULTS if outcome is Outcome.CHOICES else MAX_FURTHER
        results = (self._result(parsed, terms, row, found[row]) for row in ranked[:limit])
        return Answer(parsed.text, outcome, tuple(results))

    def _result(self, query: Query, terms: Terms, row: int, candidate: _Candidate) -> Result:
        unit = self._texts.unit(row)
        plain = candidate.named and unit.kind is not Kind.TOPIC
        cites = unit.cites if plain else self._texts.ranked_cites(query, terms, unit)
        score = round(min(candidate.score, 1.0), 3)
        return Result(unit.kind, unit.id, unit.title, score, cites, candidate.why)

    def _proposed(self, query: Query, hits: Sequence[TextHit]) -> Iterator[tuple[int, _Candidate]]:
        for form in dict.fromkeys((query.folded, query.subject)):
            exact = list(self._texts.exactly(form))
            # A full name outdoes what others go by.
            own = any(why == NAME for _, why in exact)
            for row, why in exact:
                yield row, _Candidate(1.0 if why == NAME or not own else 0.95, why, named=why != QUESTION)
        for hit in self._names.search(query.subject, limit=MAX_RESULTS):
            row = int(hit.id)
            why = "name, spelling" if hit.name == self._texts.unit(row).title else "alias, spelling"
            yield row, _Candidate(lean(hit.score, NAMES) * 0.99, why, named=hit.score >= _NAMED)
        proposed = [hit.row for hit in hits if hit.unit.kind is Kind.QUOTE]
        for row, score in self._phrases.search(query.folded, proposed).items():
            yield row, _Candidate(score * 0.98, "words of the quote")
        for text in hits:
            yield text.row, _Candidate(lean(text.score, TEXTS) * 0.99, "text")


def _rivals(ranked: Sequence[_Candidate]) -> int:
    """How many candidates the query names as well as the first."""
    if not ranked or not ranked[0].named:
        return 0
    return sum(candidate.named and candidate.score >= ranked[0].score - MARGIN for candidate in ranked)
