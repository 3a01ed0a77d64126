"""One form for texts that mean the same: case, accents, punctuation, apostrophes, hyphens, Arabic letter forms."""

import unicodedata
from functools import lru_cache

MAX_QUERY_CHARACTERS = 256
"""Longer queries are cut here: nobody asks longer, and it bounds the time that a search takes."""

# Marks that writers put inside words, from ASCII to the transliteration marks for hamza and ayn; and the bare hamza.
_INSIDE_WORDS = dict.fromkeys(map(ord, "'’‘‛`´ʼʻʾʿʹˈ′＇ـء"))
# Letters of scholarly romanisation (DIN 31635) and of Turkish that press spelling writes with two.
_TWO_LETTERS = str.maketrans(
    {"š": "sh", "ş": "sh", "ṯ": "th", "ḏ": "dh", "ḫ": "kh", "ẖ": "kh", "ġ": "gh", "ğ": "gh", "ǧ": "j", "ž": "zh"}
)
# Letters that writers use for one another and that Unicode does not decompose.
_LETTER_FORMS = str.maketrans(
    {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ٱ": "ا", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)
_DROPPED = frozenset({"Mn", "Me", "Cf"})


class _Folding(dict[int, str | None]):
    """What each character of a decomposed text becomes, learned as characters are met: itself, a space or nothing."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        folded: str | None
        if unicodedata.category(character) in _DROPPED:
            folded = None
        elif character.isalnum():
            folded = character.casefold()
        else:
            folded = " "
        self[code] = folded
        return folded


_FOLDING = _Folding({**_LETTER_FORMS, **_INSIDE_WORDS})


def fold(text: str) -> str:
    """`text` in small letters without accents and marks, its words parted by single spaces.

    Works for Latin and Arabic script. Apostrophes and their like and invisible characters are dropped; all else that is
    neither letter nor digit parts words.
    """
    return _fold(text) if len(text) <= MAX_QUERY_CHARACTERS else _folded(text)


def _folded(text: str) -> str:
    if not text.isascii():
        # Decomposing parts accents from letters, and hamza and madda from their carriers; it also turns some marks
        # that stand inside words into a space and an accent, so they go first.
        text = unicodedata.normalize("NFC", text.translate(_INSIDE_WORDS).casefold()).translate(_TWO_LETTERS)
        text = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(text.translate(_FOLDING).split())


_fold = lru_cache(maxsize=65_536)(_folded)


def bounded(query: str) -> str:
    """`query` on one line, cut to `MAX_QUERY_CHARACTERS` at a word where possible."""
    if len(query) <= MAX_QUERY_CHARACTERS and query.isprintable() and "  " not in query:
        return query.strip()
    line = " ".join(query[: MAX_QUERY_CHARACTERS * 8].split())
    if len(line) <= MAX_QUERY_CHARACTERS:
        return line
    head = line[:MAX_QUERY_CHARACTERS]
    return head.rsplit(" ", 1)[0] if " " in head else head
