"""What a question asks for: the kind of item, and the kind of word that an answer holds.

A number where it asks how many, a date where it asks when; a person, a group or a place where it describes one.
"""

import re
from collections.abc import Sequence

from briefs.models import Kind
from briefs.search.words import CALLED, STOPWORDS

_ASKS_NUMBER = re.compile(
    r"\bhow (?:many|much|long|old|far|often|big|large)\b|\b(?:number|percent|percentage|share) of\b|\bكم\b"
)
_ASKS_DATE = re.compile(r"\bwhen\b|\bwhat (?:date|day|year|month)\b|\bsince when\b|\bdate of\b|\bdate$|\bمتي\b")
NUMBER, DATE = "number", "date"


def wanted(folded: str) -> str | None:
    """What an answer to the `folded` question holds: `NUMBER`, `DATE`, or None where any words will do."""
    if _ASKS_NUMBER.search(folded):
        return NUMBER
    return DATE if _ASKS_DATE.search(folded) else None


_NOUN_WITHIN = 5
_OPENS = frozenset({"who", "whom", "whose", "which", "what", "where"})
_ENDS = _OPENS | STOPWORDS - {"a", "an", "the"} | {"before", "behind", "near"}


def sought(words: Sequence[str]) -> Kind | None:
    """The kind of person or thing that the folded `words` describe (`mother of the girl`, `which militia`), or None."""
    found = None
    for place, word in enumerate(words[:_NOUN_WITHIN]):
        if word in _ENDS and place:
            break
        found = CALLED.get(word, found)
    return Kind(found) if found else None
