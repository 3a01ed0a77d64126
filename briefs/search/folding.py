"""One form for texts that mean the same: case, accents, punctuation, apostrophes, hyphens, Arabic letter forms."""

import re
import unicodedata
from functools import lru_cache

MAX_QUERY_CHARACTERS = 256
"""Longer queries are cut here: nobody asks longer, and it bounds the time that a search takes."""

# Marks that writers put inside words, from ASCII to the transliteration marks for hamza and ayn; and the bare hamza.
_INSIDE_WORDS = dict.fromkeys(map(ord, "'’‘‛`´ʼʻʾʿʹˈ′＇ـء"))  # noqa: RUF001 (look-alikes are the point)
# Letters that writers use for one another and that Unicode does not decompose.
_LETTER_FORMS = str.maketrans(
    {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ٱ": "ا", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}  # noqa: RUF001
)
_DROPPED = frozenset({"Mn", "Me", "Cf"})
_NOT_WORD = re.compile(r"[^\w]+|_+")


def fold(text: str) -> str:
    """`text` in small letters without accents and marks, its words parted by single spaces.

    Works for Latin and Arabic script. Apostrophes and their like and invisible characters are dropped; all else that is
    neither letter nor digit parts words.
    """
    return _fold(text) if len(text) <= MAX_QUERY_CHARACTERS else _folded(text)


def _folded(text: str) -> str:
    # Decomposing parts accents from letters, and hamza and madda from their carriers.
    decomposed = unicodedata.normalize("NFKD", text.translate(_INSIDE_WORDS))
    bare = "".join(character for character in decomposed if unicodedata.category(character) not in _DROPPED)
    return " ".join(_NOT_WORD.sub(" ", bare.translate(_INSIDE_WORDS).casefold().translate(_LETTER_FORMS)).split())


_fold = lru_cache(maxsize=65_536)(_folded)


def bounded(query: str) -> str:
    """`query` on one line, cut to `MAX_QUERY_CHARACTERS` at a word where possible."""
    line = " ".join(query[: MAX_QUERY_CHARACTERS * 8].split())
    if len(line) <= MAX_QUERY_CHARACTERS:
        return line
    head = line[:MAX_QUERY_CHARACTERS]
    return head.rsplit(" ", 1)[0] if " " in head else head
