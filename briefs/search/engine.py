"""One search: names, phrases and texts propose, the best score of each item counts, the decision is taken last."""

import weakref
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefs.models import Kind, ParagraphId
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
NEAR = 0.015
"""The least score of a topic that is offered as near to a question that nothing answers."""
TIED = 0.8
"""Names at least so nearly as sure as the surest are meant as well."""
HALF_SURE = 0.4
"""A name and a text that are each at least this sure support each other."""
OWN_FORMS = frozenset({"name", "alias", "title"})
"""Forms that belong to one item."""
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
        terms = self._texts.reader.read(parsed)
        if alone := self._exactly_one(parsed, terms, kinds):
            return Answer(parsed.text, Outcome.ANSWER, (alone,))
        hits = self._texts.search(terms)
        found: dict[int, _Candidate] = {}
        for row, candidate in self._proposed(parsed, hits):
            known = found.get(row)
            if known is None:
                found[row] = candidate
            elif known.named:
                # That an item is named says more of how it was found than what its texts say besides.
                known.score = max(known.score, candidate.score)
            elif candidate.score > known.score:
                found[row] = candidate
        kind_of = {row: self._texts.unit(row).kind for row in found}
        ranked = sorted(
            (row for row in found if kind_of[row] in kinds),
            key=lambda row: (-found[row].score, -PREFERENCE[kind_of[row]], row),
        )
        outcome = decide([found[row].score for row in ranked], _rivals([found[row] for row in ranked]))
        if outcome is Outcome.NOTHING:
            near = (row for row in ranked if kind_of[row] is Kind.TOPIC and found[row].score >= NEAR)
            ranked = list(near)[:NEAREST_TOPICS]
        else:
            ranked = [row for row in ranked if found[row].score >= CHOICE]
        limit = MAX_RESULTS if outcome is Outcome.CHOICES else MAX_FURTHER
        results = (self._result(terms, row, found[row]) for row in ranked[:limit])
        return Answer(parsed.text, outcome, tuple(results))

    def passages(self, query: str) -> tuple[ParagraphId, ...]:
        """Every paragraph that speaks of `query` in its own words, the fullest first."""
        terms = self._texts.reader.read(parse_query(query))
        return tuple(ParagraphId.parse(unit.id) for unit in self._texts.passages(terms))

    def _exactly_one(self, query: Query, terms: Terms, kinds: Collection[Kind]) -> Result | None:
        """The item whose own name or title the query is, letter by letter, where no other goes by it."""
        exact = list(self._texts.exactly(query.folded))
        if len(exact) != 1 or exact[0][1] not in OWN_FORMS:
            return None
        row, why = exact[0]
        if self._texts.unit(row).kind not in kinds:
            return None
        return self._result(terms, row, _Candidate(1.0, why, named=True))

    def _result(self, terms: Terms, row: int, candidate: _Candidate) -> Result:
        unit = self._texts.unit(row)
        plain = candidate.named and unit.kind is not Kind.TOPIC
        cites = unit.cites if plain else self._texts.ranked_cites(terms, unit)
        score = round(min(candidate.score, 1.0), 3)
        return Result(unit.kind, unit.id, unit.title, score, cites, candidate.why)

    def _proposed(self, query: Query, hits: Sequence[TextHit]) -> Iterator[tuple[int, _Candidate]]:
        for form in dict.fromkeys((query.folded, query.subject)):
            exact = list(self._texts.exactly(form))
            # A full name outdoes what others go by.
            own = any(why == NAME for _, why in exact)
            for row, why in exact:
                yield row, _Candidate(1.0 if why == NAME or not own else 0.95, why, named=why != QUESTION)
        texts = {hit.row: hit.score for hit in hits}
        hits_by_name = self._names.search(query.subject, limit=MAX_RESULTS)
        tied = [hit.score for hit in hits_by_name if hit.score >= TIED * hits_by_name[0].score]
        for hit in hits_by_name:
            row = int(hit.id)
            # Of a name that several bear none is sure to be meant, yet it is sure that one of them is.
            sure = min(1.0, sum(tied)) if len(tied) > 1 and hit.score >= TIED * hits_by_name[0].score else hit.score
            told = texts.get(row, 0.0)
            if min(sure, told) >= HALF_SURE:
                # Neither a name nor a text that is nearly sure is proof, but both together are.
                sure = 1 - (1 - sure) * (1 - told)
            why = "name, spelling" if hit.name == self._texts.unit(row).title else "alias, spelling"
            yield row, _Candidate(lean(sure, NAMES) * 0.99, why, named=sure >= _NAMED)
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
