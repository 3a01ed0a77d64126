"""Quoted stretches of a text, and the form in which two quotations are compared."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_DOUBLE = re.compile('["“”„‟«»]')
_MARKS = dict.fromkeys(map(ord, "\"“”„‟«»'’‘‛`´′"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―"), "-")
_ELLIPSIS = re.compile(r"\(\.\.\.\)|\[\.\.\.\]|\.\.\.")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between two double quotation marks; `start` and `end` include the marks."""

    text: str
    start: int
    end: int


def quotations(text: str) -> list[Quotation]:
    """The stretches of `text` in double quotation marks, straight or curly; the last may lack its closing mark."""
    marks = [match.start() for match in _DOUBLE.finditer(text)]
    found = [
        Quotation(text[start + 1 : end], start, end + 1) for start, end in zip(marks[::2], marks[1::2], strict=False)
    ]
    if len(marks) % 2:
        found.append(Quotation(text[marks[-1] + 1 :], marks[-1], len(text)))
    return found


def is_closed(text: str) -> bool:
    """Whether each double quotation mark of `text` has its partner."""
    return len(_DOUBLE.findall(text)) % 2 == 0


def outside_quotations(text: str) -> list[str]:
    """The stretches of `text` before, between and after its quotations."""
    parts = []
    end = 0
    for quotation in quotations(text):
        parts.append(text[end : quotation.start])
        end = quotation.end
    return [*parts, text[end:]]


@lru_cache(maxsize=4_096)
def folded(text: str) -> str:
    """`text` after NFKC, with one kind of quotation mark, dash and space."""
    normal = unicodedata.normalize("NFKC", text).translate(_MARKS).translate(_DASHES)
    return " ".join(normal.split())


def stands_in(quoted: str, text: str) -> bool:
    """Whether `text` holds the words `quoted`, letter by letter after folding.

    A final comma or stop does not count; parts around an ellipsis in `quoted` may stand apart, in their order.
    """
    within = folded(text)
    whole = _trimmed(folded(quoted))
    return bool(whole) and (_found(whole, within, 0) >= 0 or _parts_stand_in(_ELLIPSIS.split(whole), within))


def _trimmed(words: str) -> str:
    return words.strip().rstrip(",.;").rstrip()


def _parts_stand_in(parts: Sequence[str], within: str) -> bool:
    start = 0
    for part in parts:
        words = _trimmed(part)
        start = _found(words, within, start)
        if start < 0 or not words:
            return False
        start += len(words)
    return True


def _found(words: str, within: str, start: int) -> int:
    """Where `words` stand in `within` as whole words, or -1."""
    while (at := within.find(words, start)) >= 0:
        before, after = within[at - 1 : at], within[at + len(words) : at + len(words) + 1]
        if not (before.isalnum() and words[:1].isalnum()) and not (after.isalnum() and words[-1:].isalnum()):
            return at
        start = at + 1
    return -1
