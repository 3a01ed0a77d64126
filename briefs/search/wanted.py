"""What kind of word an answer holds: a number where the question asks how many, a date where it asks when."""

import re

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
