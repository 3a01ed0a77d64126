"""What kind of word an answer holds: a number where the question asks how many, a date where it asks when.

And how a question is put that no report answers, unless it is put so itself: by somebody for himself, or how to do it.
"""

import re

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


_HOW_TO = re.compile(r"\bhow\s+(?:to|(?:do|can|could|should|would|must)\s+(?:i|you|we|one))\b")
_ONESELF = re.compile(r"\b(?:i|im|ive|my|me|mine|myself|you|your|yours|yourself)\b")
_ASKER = frozenset({"i", "im", "my", "me", "mine", "myself", "you", "your", "yourself"})


def manners(question: str) -> tuple[frozenset[str], ...]:
    """Sets of words of each of which a text holds one that is put as the folded `question` is; none for most.

    It is free of the words by which somebody is addressed.
    """
    if _HOW_TO.search(question):
        return frozenset({"how"}), _ASKER | {"to", "we", "one"}
    return (_ASKER,) if _ONESELF.search(question) else ()
