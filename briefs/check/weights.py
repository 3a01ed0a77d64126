"""What tells the paragraphs of a document apart: the fewer of them hold a word or figure, the more it weighs."""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping

from briefs.models import ParagraphId


class Weights:
    """The weights of a document's marks, given by its paragraphs and the marks that each holds.

    `unique` is the weight of a mark that one paragraph alone holds.
    """

    def __init__(self, held: Mapping[ParagraphId, Iterable[Hashable]]) -> None:
        self._holders: dict[Hashable, list[ParagraphId]] = defaultdict(list)
        for paragraph, marks in held.items():
            for mark in marks:
                self._holders[mark].append(paragraph)
        total = len(held) + 1
        self._weight = {mark: math.log(total / len(found)) for mark, found in self._holders.items()}
        self.unique = math.log(total)

    def gains(self, marks: Iterable[Hashable]) -> Mapping[ParagraphId, float]:
        """How much of `marks` each paragraph holds; paragraphs that hold nothing are left out."""
        gained: dict[ParagraphId, float] = defaultdict(float)
        for mark in marks:
            weight = self._weight.get(mark, 0.0)
            for holder in self._holders.get(mark, ()):
                gained[holder] += weight
        return gained
