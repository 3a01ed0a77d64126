"""Where grammatical sentences and clauses end."""

import re
from collections.abc import Iterator

from briefs.check.language.quotations import quotations

_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|St|Jr|Sr|No|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z]|\b[ap]\.m|\be\.g|\bi\.e)\.$"
)
_CLAUSE_END = re.compile(r"\s*(?:[,;:()]|\s[—–]\s|\b(?:but|while|whereas|although|though|yet)\b)\s*")


def sentences(text: str) -> list[str]:
    """The grammatical sentences of `text`; a quotation of several belongs to the sentence around it."""
    quoted = [(quotation.start, quotation.end) for quotation in quotations(text)]
    found = []
    start = 0
    for match in _END.finditer(text):
        inside = any(begin < match.start() and match.end() <= end for begin, end in quoted)
        if inside or _ABBREVIATION.search(text[start : match.start() + 1]):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    if rest := text[start:].strip():
        found.append(rest)
    return found


def clauses(sentence: str) -> Iterator[str]:
    """The parts of `sentence` between commas, brackets, dashes and contrasting conjunctions."""
    return (part for part in _CLAUSE_END.split(sentence) if part.strip())
