"""Words that keep a statement from being a fact."""

import re

_HEDGE = re.compile(
    r"\b(?:likely|likelihood|probabl[ey]|probability|perhaps|maybe|(?-i:may)|might|possibl[ey]|possibility|apparent(?:ly)?"
    r"|seem(?:s|ed|ing(?:ly)?)?|appear(?:s|ed)?\s+(?:to|as|that|so|routine|just)|(?:it|there)\s+appear(?:s|ed)|appeared"
    r"|looked\s+(?:like|as|set)|(?:is|are|was|were)\s+said\s+to|it\s+is\s+said|said\s+to\s+\w+|reported(?:ly)?\s+to"
    r"|was\s+reported|reportedly|alleged(?:ly)?|suspect(?:s|ed)?|suspicion|believe[sd]?|belief|suggest(?:s|ed)?|unclear"
    r"|not\s+certain|as\s+if|sounded|so-called|thought|impression|expected|could|hopes?|hoped|fear(?:s|ed)?|afraid|reported)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:likely|likelihood|probabl[ey]|perhaps|maybe|may|might|possibly|apparently|seem(?:s|ed)?|appear(?:s|ed)"
    r"|(?:is|are|was|were)\s+said\s+to|it\s+is\s+said|reportedly|allegedly)\b"
)


def is_hedged(text: str) -> bool:
    """Whether `text` holds any word that keeps distance from what it says."""
    return bool(_HEDGE.search(text))


def hedges(text: str) -> list[str]:
    """The words of `text` that raise a doubt which a retelling must not drop."""
    return [match[0] for match in _STRONG.finditer(text)]
