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


_ADDRESSING = re.compile(
    r"^(?:(?:please|hi|hello|hey|so|and|ok|okay)\s+)*"
    r"(?:(?:can|could|would|will)\s+you\s+(?:please\s+)?(?:tell|explain|show|give|say|remind|brief|update|summari[sz]e)"
    r"|(?:do|did)\s+you\s+(?:know|have)|what\s+(?:do|can|could)\s+you\s+(?:know|have|tell|say)"
    r"|i(?:\s+(?:want|need|wanted|would\s+like|d\s+like|wish)(?:\s+to)?|\s*m\s+(?:looking|searching)|\s+am\s+(?:looking|searching)"
    r"|\s+(?:heard|read|wonder|think|thought|forgot|remember|recall))"
    r"|can\s+i\s+(?:see|have|get|read|know|hear)|let\s+me|tell|give|show|remind|help|brief|update|explain)\b"
    r"(?:\s+(?:me|us|to\s+me|to\s+know|know|see|hear|read|find|have|understand))*"
)
_HOW_TO = re.compile(r"\bhow\s+(?:to|(?:do|can|could|should|would|must)\s+(?:i|you|we|one))\b")
_ONESELF = re.compile(r"\b(?:i|im|ive|my|me|mine|myself|you|your|yours|yourself)\b")
_ASKER = frozenset({"i", "im", "my", "me", "mine", "myself", "you", "your", "yourself"})


def manners(folded: str) -> tuple[frozenset[str], ...]:
    """Sets of words of each of which a text holds one that is put as the `folded` question is; none for most."""
    rest = _ADDRESSING.sub("", folded)
    if _HOW_TO.search(rest):
        return frozenset({"how"}), _ASKER | {"to", "we", "one"}
    return (_ASKER,) if _ONESELF.search(rest) else ()
