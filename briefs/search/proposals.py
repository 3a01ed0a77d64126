"""What may be meant by a query: names, phrases and texts propose items, each as sure as its surest proposal."""

import weakref
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from briefs.models import ENTITIES, Kind, ParagraphId
from briefs.search.answer import Result
from briefs.search.compiled import Compiled
from briefs.search.decision import CHOICE, NAMES, TEXTS, lean
from briefs.search.names.budget import TIGHT
from briefs.search.phrases import PhraseIndex
from briefs.search.query import Query, parse_query
from briefs.search.terms import Terms
from briefs.search.texts import TextHit, TextIndex
from briefs.search.units import CITATION, NAME, QUESTION
from briefs.search.untold import Likeness, UntoldIndex

MAX_NAMES = 10
"""Names that are proposed."""
MAX_KEPT = 1024
"""How many results are kept of names and titles that were asked for letter by letter."""
WHOLE = 0.95
"""A brief or quote that holds so much of a question in one sentence is offered, however little the question says."""
CENTRAL = 0.08
"""The least cosine of such a question and of what some paragraph gathers: its word is what that one is about."""
MOSTLY = 0.5
"""An entity that holds all of a question is offered if one of its names is at least so much of it."""
WHOLE_KINDS = frozenset({Kind.TOPIC, Kind.QUOTE})
MAX_NAME_WORDS = 9
"""More words are a question, whatever names are among them."""
ONE_OF_SEVERAL = 0.69
"""What several names in a row count: neither is the answer."""
LATER = 0.001
"""What each place counts in the order of those that are as surely meant: less than would tell them apart."""
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

Exact = Sequence[tuple[int, str]]
"""Rows of items that go by a form, letter by letter, and what it is to each: a name, an alias, a title …."""


@dataclass(slots=True)
class Candidate:
    """An item with the best score that a stage gave it."""

    score: float
    why: str
    named: bool = False


def likely(probability: float, boundary: float) -> float:
    """The score of what was found by likeness with a `probability`."""
    return lean(probability, boundary) * SOUND


class Proposals:
    """The compiled indexes of one library, asked for what may be meant."""

    def __init__(self, compiled: Compiled) -> None:
        weakref.finalize(self, compiled.texts.close)
        # Most questions are no names; whether they are is soon told.
        self._names = compiled.names.within(TIGHT)
        self._texts = TextIndex(compiled.texts, self._names.spellings)
        self._untold = UntoldIndex(compiled.texts)
        self._phrases = PhraseIndex(self._texts.titles(Kind.QUOTE))
        # Forms of the library's own: nothing of a reader's is kept.
        self.alone = lru_cache(maxsize=MAX_KEPT)(self._alone)
        """The result of a folded form that belongs to the item in a row, and what it is to it."""

    def passages(self, query: Query) -> tuple[ParagraphId, ...]:
        """Every paragraph that speaks of `query` in its own words, the fullest first."""
        return tuple(ParagraphId.parse(unit.id) for unit in self._texts.passages(self.read(query)))

    def read(self, query: Query) -> Terms:
        """The terms of `query`."""
        return self._texts.reader.read(query)

    def likeness(self, terms: Terms) -> Likeness:
        """How nearly `terms` ask what the documents are known to leave open."""
        return self._untold.likeness(terms)

    def hits(self, terms: Terms) -> Sequence[TextHit]:
        """What the texts say of `terms`, best first."""
        return self._texts.search(terms)

    def exact(self, form: str) -> Exact:
        """The items that go by the folded `form`."""
        return list(self._texts.exactly(form))

    def begun(self, query: Query) -> Sequence[tuple[Kind, str]]:
        """Kinds and ids of items that go by something that begins as `query` does."""
        return list(self._texts.begun(query.folded))

    def kind_of(self, row: int) -> Kind:
        """What sort of item stands in a row."""
        return self._texts.unit(row).kind

    def stems_of(self, row: int) -> AbstractSet[str]:
        """All stems of the texts of the item in a row."""
        return self._texts.unit(row).bag

    def result(self, terms: Terms, row: int, candidate: Candidate) -> Result:
        """What is shown of an item that was found."""
        unit = self._texts.unit(row)
        plain = candidate.named and unit.kind is not Kind.TOPIC
        cites = unit.cites if plain else self._texts.ranked_cites(terms, unit)
        score = round(min(candidate.score, 1.0), 3)
        return Result(unit.kind, unit.id, unit.title, score, cites, candidate.why)

    def _alone(self, form: str, row: int, why: str) -> Result:
        return self.result(self.read(parse_query(form)), row, Candidate(1.0, why, named=True))

    def of(self, query: Query, exact: Exact, terms: Terms, hits: Sequence[TextHit]) -> dict[int, Candidate]:
        """All items that may be meant, by their row, each as surely as the surest of the ways by which it was found.

        `exact` are the items that go by the query as it is folded, `terms` and `hits` what texts make of it.
        """
        found = self._in_a_row(query)
        several = frozenset(found)
        for row, candidate in self._proposed(query, exact, terms, hits):
            if row in several:
                continue
            known = found.get(row)
            if known is None:
                found[row] = candidate
            elif known.named:
                # That an item is named says more of how it was found than what its texts say besides.
                known.score = max(known.score, candidate.score)
            elif candidate.score > known.score:
                found[row] = candidate
        return found

    def _proposed(
        self, query: Query, exact: Exact, terms: Terms, hits: Sequence[TextHit]
    ) -> Iterator[tuple[int, Candidate]]:
        yield from _called(exact)
        if query.subject != query.folded:
            yield from _called(self.exact(query.subject))
        yield from self._named(query, {hit.row: hit.score for hit in hits})
        proposed = [hit.row for hit in hits if hit.unit.kind is Kind.QUOTE]
        for row, score in self._phrases.search(query.folded, proposed).items():
            yield row, Candidate(score * 0.98, "words of the quote")
        yield from _told(terms, hits)

    def _in_a_row(self, query: Query) -> dict[int, Candidate]:
        """Items that go by the parts of the subject, in their order, if all of them are names."""
        found = [[row for row, why in self.exact(part) if why != QUESTION] for part in query.in_a_row]
        if not all(found):
            return {}
        return {
            row: Candidate(ONE_OF_SEVERAL - place * LATER, "one of several names", named=True)
            for place, rows in enumerate(found)
            for row in rows
        }

    def _named(self, query: Query, told: dict[int, float]) -> Iterator[tuple[int, Candidate]]:
        """Items whose names the subject is like; `told` is how surely texts say that an item is meant, by row."""
        if not query.terms or len(query.subject.split()) > MAX_NAME_WORDS:
            # What is like a name, yet a word of grammar (`who are you`), is none.
            return
        hits = self._names.search(query.subject, limit=MAX_NAMES)
        least = TIED * hits[0].score if hits else 0.0
        # Of a name that several bear none is sure to be meant, yet it is sure that one of them is.
        one_of_them = min(1.0, sum(hit.score for hit in hits if hit.score >= least))
        for place, hit in enumerate(hits):
            row = int(hit.id)
            sure = one_of_them if hit.score >= least else hit.score
            also = told.get(row, 0.0)
            if min(sure, also) >= HALF_SURE:
                # Neither a name nor a text that is nearly sure is proof, but both together are.
                sure = 1 - (1 - sure) * (1 - also)
            why = "name, spelling" if hit.name == self._texts.unit(row).title else "alias, spelling"
            # Of those that are as surely meant, the one that is called so most nearly comes first.
            later = place * LATER if hit.score >= least else 0.0
            yield row, Candidate(max(0.0, likely(sure, NAMES) - later), why, named=sure >= _NAMED)


def _called(exact: Exact) -> Iterator[tuple[int, Candidate]]:
    """Items that go by what is asked; a full name outdoes what others go by."""
    own = any(why == NAME for _, why in exact)
    for row, why in exact:
        yield row, Candidate(1.0 if why == NAME or not own else 0.95, why, named=why != QUESTION)


def _told(terms: Terms, hits: Sequence[TextHit]) -> Iterator[tuple[int, Candidate]]:
    """Items whose texts speak of what is asked."""
    whole = {hit.row: hit for hit in hits if hit.features.best >= WHOLE and hit.unit.kind in WHOLE_KINDS}
    offered = terms.telling and any(hit.features.affinity >= CENTRAL for hit in whole.values())
    for hit in hits:
        score = likely(hit.score, TEXTS)
        if (offered and hit.row in whole) or _qualified(hit):
            # `the strike`: what it asks for is there, if it is not said which.
            score = max(score, CHOICE + score / 10)
        yield hit.row, Candidate(score, "text")


def _qualified(hit: TextHit) -> bool:
    """Whether most of the question is what an entity is called, and the rest is told of it: `CCCL hospital Beirut`."""
    return hit.unit.kind in ENTITIES and hit.features.agreement >= MOSTLY and hit.features.whole >= WHOLE
