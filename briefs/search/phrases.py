"""Finding a quotation by a few of its words, half remembered."""

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from briefs.search.folding import fold

MIN_WORDS = 3
MIN_CHARACTERS = 12
MAX_SCANNED = 2000
"""Up to so many quotations, all are compared; of more, those that the texts propose."""
_CUTOFF = 86.0


class PhraseIndex:
    """Quotations by any run of words in them: `quotes` are numbers and texts."""

    def __init__(self, quotes: Iterable[tuple[int, str]]) -> None:
        self._texts: Mapping[int, str] = {number: fold(text) for number, text in quotes}

    def search(self, folded: str, proposed: Iterable[int]) -> dict[int, float]:
        """Quotations that hold the folded words, letter by letter or nearly: score (0 to 1) by number."""
        if len(folded.split()) < MIN_WORDS or len(folded) < MIN_CHARACTERS:
            return {}
        found = {}
        for number in self._texts if len(self._texts) <= MAX_SCANNED else proposed:
            text = self._texts.get(number, "")
            # A query longer than the quotation is not a part of it.
            if len(text) * 1.15 < len(folded):
                continue
            likeness = fuzz.partial_ratio(folded, text, score_cutoff=_CUTOFF)
            if likeness:
                found[number] = likeness / 100
        return found
