"""What a question asks for: the kind of item, and the kind of word that an answer holds.

A number where it asks how many, a date where it asks when; a person, a group or a place where it describes one.
"""

import re
from collections.abc import Sequence

from briefs.models import Kind
from briefs.search.words import CALLED

_ASKS_NUMBER = re.compile(
    r"\bhow (?:many|much|long|old|far|often|big|large)\b|\b(?:number|percent|percentage|share) of\b"
)
_ASKS_DATE = re.compile(r"\bwhen\b|\bwhat (?:date|day|year|month)\b|\bsince when\b|\bdate of\b|\bdate$")
# Stems, beside whatever begins with a digit.
NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "dozen",
        "hundr",
        "thousand",
        "million",
        "billion",
        "half",
        "third",
        "quarter",
        "percent",
        "minut",
        "hour",
        "week",
    ]
)
DATES = frozenset(
    [
        "januari",
        "februari",
        "march",
        "april",
        "may",
        "june",
        "juli",
        "august",
        "septemb",
        "octob",
        "novemb",
        "decemb",
        "dai",
        "year",
        "month",
        "week",
    ]
)


def wanted(folded: str) -> frozenset[str]:
    """Stems of which an answer to the `folded` question holds one, or a figure; empty where any words will do."""
    if _ASKS_NUMBER.search(folded):
        return NUMBERS
    return DATES if _ASKS_DATE.search(folded) else frozenset()


_NOUN_WITHIN = 5
_OPENS = frozenset({"who", "whom", "whose", "which", "what", "where"})
_ENDS = _OPENS | frozenset(
    ["of", "that", "with", "from", "in", "on", "at", "by", "for", "to", "before", "after", "behind", "and", "or"]
    + ["is", "was", "are", "were", "did", "does"]
)


def sought(words: Sequence[str]) -> Kind | None:
    """The kind of person or thing that the folded `words` describe (`mother of the girl`, `which militia`), or None."""
    found = None
    for place, word in enumerate(words[:_NOUN_WITHIN]):
        if word in _ENDS and place:
            break
        found = CALLED.get(word, found)
    return Kind(found) if found else None
