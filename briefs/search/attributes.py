"""What readers ask of anybody: an age, a birthplace, studies, and the words without which no text tells it."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from briefs.search.stems import stemmer
from briefs.search.words import lines_of

_END = "/"


class Attribute(NamedTuple):
    """What asks for it, and the stems of which a text that tells it holds one."""

    asking: re.Pattern[str]
    telling: frozenset[str]


@cache
def attributes() -> Sequence[Attribute]:
    """All that are known."""
    stems = stemmer()
    found = []
    for line in lines_of("attributes"):
        end = line.index(_END)
        asking, telling = (phrase.replace("_", " ") for phrase in line[:end]), line[end + 1 :]
        stems.learn(telling)
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, asking))})\b")
        found.append(Attribute(pattern, frozenset(map(stems.stem, telling))))
    return found


def left_untold(folded: str, texts: Iterable[AbstractSet[str]]) -> bool:
    """Whether the `folded` question asks for something that none of `texts`, each a set of stems, can tell."""
    asked = [attribute.telling for attribute in attributes() if attribute.asking.search(folded)]
    held = list(texts) if asked else []
    return any(all(telling.isdisjoint(stems) for stems in held) for telling in asked)
