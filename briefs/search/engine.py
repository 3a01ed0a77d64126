"""The search over the compiled indexes of one library."""

from collections.abc import Collection, Sequence

from briefs.models import Kind, ParagraphId
from briefs.search.answer import Answer
from briefs.search.asked import Asked
from briefs.search.compiled import Compiled
from briefs.search.proposals import Proposals
from briefs.search.query import parse_query


class SearchEngine:
    """Answers queries: what may be meant is proposed by `Proposals`, and decided for each query by `Asked`."""

    def __init__(self, compiled: Compiled) -> None:
        self._proposals = Proposals(compiled)

    def search(self, query: str, kinds: Collection[Kind]) -> Answer:
        """What is known about `query` among items of `kinds`."""
        return self.asked(query).among(kinds)

    def asked(self, query: str) -> Asked:
        """`query`, which is gone through once, whatever kinds of items are then asked for."""
        return Asked(self._proposals, parse_query(query))

    def passages(self, query: str) -> tuple[ParagraphId, ...]:
        """Every paragraph that speaks of `query` in its own words, the fullest first."""
        return self._proposals.passages(parse_query(query))

    def begun(self, words: str) -> Sequence[tuple[Kind, str]]:
        """Kinds and ids of items that go by something that begins as `words` do; none where there are no words."""
        query = parse_query(words)
        return self._proposals.begun(query) if query.folded else ()
