"""What kind of word an answer holds: a number where the question asks how many, a date where it asks when."""

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
