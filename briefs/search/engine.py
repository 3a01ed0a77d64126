"""One search: names, phrases and texts propose, the best score of each item counts, the decision is taken last."""

import weakref
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefs.models import ENTITIES, Kind, ParagraphId
from briefs.search.answer import Answer, Outcome, Result
from briefs.search.attributes import left_untold
from briefs.search.compiled import Compiled
from briefs.search.decision import CHOICE, MARGIN, NAMES, TEXTS, decide, lean
from briefs.search.names.budget import TIGHT
from briefs.search.phrases import PhraseIndex
from briefs.search.query import Query, parse_query
from briefs.search.relevance import PREFERENCE, silence
from briefs.search.terms import Terms
from briefs.search.texts import TextHit, TextIndex
from briefs.search.units import CITATION, NAME, QUESTION
from briefs.search.untold import Likeness, UntoldIndex

MAX_RESULTS = 10
MAX_FURTHER = 5
NEAREST_TOPICS = 3
MAX_KEPT = 1024
"""How many results are kept of names and titles that were asked for letter by letter."""
WHOLE = 0.95
"""A brief or quote that holds so much of a question in one sentence is offered, however little the question says."""
CENTRAL = 0.08
"""The least cosine of such a question and of what some paragraph gathers: its word is what that one is about."""
WHOLE_KINDS = frozenset({Kind.TOPIC, Kind.QUOTE})
NEAR = 0.05
"""The least score of a topic that is offered as near to a question that nothing answers."""
MAX_NAME_WORDS = 9
"""More words are a question, whatever names are among them."""
SAME = 0.9
"""The least agreement of two questions that ask the same."""
SOUND = 0.99
"""The most that what was found by likeness counts, against what was asked for letter by letter."""
TIED = 0.8
"""Names at least so nearly as sure as the surest are meant as well."""
HALF_SURE = 0.3
"""A name and a text that are each at least this sure support each other."""
OWN_FORMS = frozenset({NAME, "alias", "title", CITATION})
"""Forms that belong to one item."""
_NAMED = 0.6
"""Names at least this sure are the same name in another spelling."""


@dataclass(slots=True)
class _Candidate:
    """An item with the best score that a stage gave it."""

    score: float
    why: str
    named: bool = False


_LEFT_OPEN = _Candidate(0.0, "left open")
"""An item beside which is asked what the documents leave open, found by nothing else."""


class SearchEngine:
    """The search over the compiled indexes of one library."""

    def __init__(self, compiled: Compiled) -> None:
        weakref.finalize(self, compiled.texts.close)
        # Most questions are no names; whether they are is soon told.
        self._names = compiled.names.within(TIGHT)
        self._texts = TextIndex(compiled.texts, self._names.spellings)
        self._untold = UntoldIndex(compiled.texts)
        self._phrases = PhraseIndex(self._texts.titles(Kind.QUOTE))
        # Forms of the library's own: nothing of a reader's is kept.
        self._own = lru_cache(maxsize=MAX_KEPT)(self._of_own_form)

    def search(self, query: str, kinds: Collection[Kind]) -> Answer:
        """What is known about `query` among items of `kinds`."""
        return self.asked(query).among(kinds)

    def asked(self, query: str) -> "Asked":
        """`query`, which is gone through once, whatever kinds of items are then asked for."""
        return Asked(self, parse_query(query))

    def passages(self, query: str) -> tuple[ParagraphId, ...]:
        """Every paragraph that speaks of `query` in its own words, the fullest first."""
        terms = self._texts.reader.read(parse_query(query))
        return tuple(ParagraphId.parse(unit.id) for unit in self._texts.passages(terms))

    def read(self, query: Query) -> Terms:
        """The terms of `query`."""
        return self._texts.reader.read(query)

    def likeness(self, terms: Terms) -> Likeness:
        """How nearly `terms` ask what the documents are known to leave open."""
        return self._untold.likeness(terms)

    def hits(self, terms: Terms) -> Sequence[TextHit]:
        """What the texts say of `terms`, best first."""
        return self._texts.search(terms)

    def kind_of(self, row: int) -> Kind:
        """What sort of item stands in a row."""
        return self._texts.unit(row).kind

    def stems_of(self, row: int) -> AbstractSet[str]:
        """All stems of the texts of the item in a row."""
        return self._texts.unit(row).bag

    def proposed(self, query: Query, terms: Terms, hits: Sequence[TextHit]) -> dict[int, "_Candidate"]:
        """All items that may be meant, by their row, each as surely as the surest of the ways by which it was found."""
        found: dict[int, _Candidate] = {}
        for row, candidate in self._proposed(query, terms, hits):
            known = found.get(row)
            if known is None:
                found[row] = candidate
            elif known.named:
                # That an item is named says more of how it was found than what its texts say besides.
                known.score = max(known.score, candidate.score)
            elif candidate.score > known.score:
                found[row] = candidate
        return found

    def exactly_one(self, query: Query, kinds: Collection[Kind]) -> Result | None:
        """The item whose own name or title the query is, letter by letter, where no other goes by it."""
        exact = list(self._texts.exactly(query.folded))
        if len(exact) != 1 or exact[0][1] not in OWN_FORMS:
            return None
        row, why = exact[0]
        return self._own(query.folded, row, why) if self._texts.unit(row).kind in kinds else None

    def _of_own_form(self, form: str, row: int, why: str) -> Result:
        return self.result(self.read(parse_query(form)), row, _Candidate(1.0, why, named=True))

    def result(self, terms: Terms, row: int, candidate: _Candidate) -> Result:
        """What is shown of an item that was found."""
        unit = self._texts.unit(row)
        plain = candidate.named and unit.kind is not Kind.TOPIC
        cites = unit.cites if plain else self._texts.ranked_cites(terms, unit)
        score = round(min(candidate.score, 1.0), 3)
        return Result(unit.kind, unit.id, unit.title, score, cites, candidate.why)

    def _proposed(self, query: Query, terms: Terms, hits: Sequence[TextHit]) -> Iterator[tuple[int, _Candidate]]:
        for form in dict.fromkeys((query.folded, query.subject)):
            exact = list(self._texts.exactly(form))
            # A full name outdoes what others go by.
            own = any(why == NAME for _, why in exact)
            for row, why in exact:
                yield row, _Candidate(1.0 if why == NAME or not own else 0.95, why, named=why != QUESTION)
        texts = {hit.row: hit.score for hit in hits}
        is_name = len(query.subject.split()) <= MAX_NAME_WORDS
        hits_by_name = self._names.search(query.subject, limit=MAX_RESULTS) if is_name else []
        least = TIED * hits_by_name[0].score if hits_by_name else 0.0
        # Of a name that several bear none is sure to be meant, yet it is sure that one of them is.
        one_of_them = min(1.0, sum(hit.score for hit in hits_by_name if hit.score >= least))
        for hit in hits_by_name:
            row = int(hit.id)
            sure = one_of_them if hit.score >= least else hit.score
            told = texts.get(row, 0.0)
            if min(sure, told) >= HALF_SURE:
                # Neither a name nor a text that is nearly sure is proof, but both together are.
                sure = 1 - (1 - sure) * (1 - told)
            why = "name, spelling" if hit.name == self._texts.unit(row).title else "alias, spelling"
            yield row, _Candidate(_likely(sure, NAMES), why, named=sure >= _NAMED)
        proposed = [hit.row for hit in hits if hit.unit.kind is Kind.QUOTE]
        for row, score in self._phrases.search(query.folded, proposed).items():
            yield row, _Candidate(score * 0.98, "words of the quote")
        whole = {hit.row: hit for hit in hits if hit.features.best >= WHOLE and hit.unit.kind in WHOLE_KINDS}
        offered = terms.telling and any(hit.features.affinity >= CENTRAL for hit in whole.values())
        for text in hits:
            score = _likely(text.score, TEXTS)
            if offered and text.row in whole:
                # `the strike`: what it asks for is there, if it is not said which.
                score = max(score, CHOICE + score / 10)
            yield text.row, _Candidate(score, "text")


class Asked:
    """A query and what may be meant by it."""

    def __init__(self, engine: SearchEngine, query: Query) -> None:
        self.query = query
        self._engine = engine

    @cached_property
    def _terms(self) -> Terms:
        return self._engine.read(self.query)

    @cached_property
    def _likeness(self) -> Likeness:
        return self._engine.likeness(self._terms)

    @cached_property
    def _hits(self) -> Sequence[TextHit]:
        return self._engine.hits(self._terms)

    @cached_property
    def _found(self) -> dict[int, _Candidate]:
        return self._engine.proposed(self.query, self._terms, self._hits)

    def among(self, kinds: Collection[Kind] = frozenset(Kind)) -> Answer:
        """What is known about it among items of `kinds`."""
        if not self.query.folded:
            return Answer(self.query.text, Outcome.NOTHING, ())
        if alone := self._engine.exactly_one(self.query, kinds):
            return Answer(self.query.text, Outcome.ANSWER, (alone,))
        found = self._found
        kind_of = {row: self._engine.kind_of(row) for row in found}
        ranked = sorted(
            (row for row in found if kind_of[row] in kinds),
            key=lambda row: (-found[row].score, -PREFERENCE[kind_of[row]], row),
        )
        candidates = [found[row] for row in ranked]
        rivals = _rivals(candidates, [kind_of[row] for row in ranked])
        named = bool(candidates) and candidates[0].named
        outcome = decide([one.score for one in candidates], rivals, named=named)
        left_open = self._left_open(candidates[0]) if candidates else None
        if outcome is not Outcome.NOTHING and self._untold_of(row for row in ranked if found[row].score >= CHOICE):
            left_open = Likeness(1.0, 1.0, ranked[0])
        if left_open is not None:
            outcome = Outcome.NOTHING
        if outcome is Outcome.NOTHING:
            topics = (row for row in ranked if kind_of[row] is Kind.TOPIC and found[row].score >= NEAR)
            ranked = list(topics)[:NEAREST_TOPICS]
            beside = left_open.beside if left_open is not None else None
            if beside is not None and self._engine.kind_of(beside) in kinds:
                # What is known to be left open is asked beside something.
                ranked = list(dict.fromkeys((beside, *ranked)))[:NEAREST_TOPICS]
        else:
            ranked = [row for row in ranked if found[row].score >= CHOICE]
        limit = MAX_RESULTS if outcome is Outcome.CHOICES else MAX_FURTHER
        results = (self._engine.result(self._terms, row, found.get(row, _LEFT_OPEN)) for row in ranked[:limit])
        return Answer(self.query.text, outcome, tuple(results))

    def _untold_of(self, rows: Iterable[int]) -> bool:
        """Whether something is asked for, as it may be of anybody, that no text of the items in `rows` tells."""
        return left_untold(self.query.folded, (self._engine.stems_of(row) for row in rows))

    def _left_open(self, best: _Candidate) -> Likeness | None:
        """What the documents leave open that is asked here, rather than what they tell, as `best` seems to."""
        told = max((hit.features.agreement for hit in self._hits), default=0.0)
        likeness = self._likeness
        if likeness.agreement >= SAME:
            return likeness if likeness.agreement > told or best.named else None
        if told >= SAME or best.named or len(self._terms.terms) == 1:
            # A name or a word alone asks for nothing that could be left open.
            return None
        return likeness if _likely(silence(likeness, told), TEXTS) > best.score else None


def _likely(probability: float, boundary: float) -> float:
    """The score of what was found by likeness with a `probability`."""
    return lean(probability, boundary) * SOUND


def _rivals(ranked: Sequence[_Candidate], kinds: Sequence[Kind]) -> int:
    """How many candidates, best first and each of its kind, the query means as well as the first."""
    if not ranked or not (ranked[0].named or kinds[0] in ENTITIES):
        return 0
    near = [place for place, one in enumerate(ranked) if one.score >= ranked[0].score - MARGIN]
    if ranked[0].named:
        return sum(ranked[place].named for place in near)
    # Two people whom a description fits alike cannot be told apart by it.
    return sum(kinds[place] is kinds[0] for place in near)
