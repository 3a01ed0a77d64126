"""The words of a text that carry its matter, as stems."""

from collections.abc import Iterable
from functools import lru_cache

from briefs.search.folding import fold
from briefs.search.stems import stem, stemmer

_EMPTY = """
a about above according account across adds added after again against all also although am among an and another any
are around as ask asked asks at be because been before being below between both but by call called calls came can
come could did do does document down during each even for form from further get give given gives goes had has have
having he her here him his how if in into is it its itself just keep kept like long made make makes many may me
might more most much must my never no none nor not now of off on once one only or other others our out over own part
paragraph put puts report reported reports said same say saying says see she should since so some such take takes
tell tells text than that the their them themselves then there these they thing this those though through time to
told too took under until up upon us use used very was way we well went were what when where which while who whom
whose why will with without word words would write writes yet you your
"""


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """The stems of folded `words`, of many at once faster than one by one."""
    unique = frozenset(words)
    stemmer().learn(unique)
    return frozenset(stem(word) for word in unique)


EMPTY_STEMS = stems_of(_EMPTY.split())


@lru_cache(maxsize=4_096)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of `text`, less those that any sentence may hold."""
    return stems_of(fold(text).split()) - EMPTY_STEMS
