"""Finding a quotation by a few of its words, half remembered."""

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from briefs.models import Quote
from briefs.search.folding import fold

MIN_WORDS = 3
MIN_CHARACTERS = 12
_CUTOFF = 86.0


class PhraseIndex:
    """Quotes by any run of words in them."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._texts: Mapping[str, str] = {quote.id: fold(quote.text) for quote in quotes}

    def search(self, folded: str) -> dict[str, float]:
        """Quotes that hold the folded words, letter by letter or nearly: score (0 to 1) by the quote's id."""
        if len(folded.split()) < MIN_WORDS or len(folded) < MIN_CHARACTERS:
            return {}
        found = {}
        for identifier, text in self._texts.items():
            # A query longer than the quote is not a part of it.
            if len(text) * 1.15 < len(folded):
                continue
            likeness = fuzz.partial_ratio(folded, text, score_cutoff=_CUTOFF)
            if likeness:
                found[identifier] = likeness / 100
        return found
