"""The parts of a name, each in three views: plain, folded over romanisation habits, and its consonants alone."""

import re
from functools import lru_cache
from typing import NamedTuple

from briefs.search.folding import bounded, fold
from briefs.search.names.arabic import is_arabic, romanised
from briefs.search.names.romanisation import folded_vowels, skeleton_of

MAX_PARTS = 12
_MAX_LETTERS = 48
_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ar", "an", "at", "ad", "az", "the", "l", "of", "and"})
_TITLES = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "sheikh",
        "shaykh",
        "shaikh",
        "cheikh",
        "sheik",
        "sayyid",
        "sayed",
        "seyyed",
        "sayyed",
        "syed",
        "haj",
        "hajj",
        "haji",
        "pm",
        "mp",
        "gen",
        "general",
        "col",
        "colonel",
        "president",
        "minister",
        "mullah",
        "maulvi",
        "mawlawi",
        "ayatollah",
        "engineer",
        "الشيخ",
        "الدكتور",
        "السيد",
        "الحاج",
        "دکتر",
        "شیخ",
        "سردار",
        "ژنرال",
        "اللوا",
        "الفريق",
        "العميد",
        "العقيد",
        "القايد",
        "الرييس",
        "الوزير",
        "الجنرال",
        "المرجع",
        "الاستاذ",
        "السيده",
    ]
)
# Words that stand in many names and are written in many ways, in one.
_STANDARD = {
    **dict.fromkeys(("abu", "abou", "abo", "abi", "aboo", "bu", "aba", "ابو", "ابي", "ابا"), "abu"),
    **dict.fromkeys(("bin", "ibn", "ben", "bn", "bint", "بن", "ابن", "بنت"), "bin"),
    **dict.fromkeys(("abd", "abdul", "abdel", "abdal", "abdol", "abdu", "abdoul", "abdil", "عبد"), "abd"),
    **dict.fromkeys(("allah", "ullah", "ollah", "lah", "الله"), "allah"),
    **dict.fromkeys(
        ("din", "deen", "dine", "eddine", "eddin", "uddin", "oddin", "aldin", "aldeen", "الدين", "دين"), "din"
    ),
}
_PREFIXES = frozenset({"mc", "mac", "o"})
COMPOUNDING = frozenset(_STANDARD.values())
"""Parts that make a name only together with another."""
ENDING = frozenset({"allah", "din"})
"""Those of them that make a name together with the part before."""
_ABD = re.compile(r"^abd(?:[uaeo]l|ou?l)?[-]?(?=[^aeiou].{2}|[aeiou].{3})")
_ABD_ARABIC = re.compile(r"^عبد(?=ال..)")
_ABU = re.compile(r"^(?:abou|abu|abo)(?=[^aeiou].{2})")
_GLUED_ARTICLE = re.compile(r"^(?:al(?=[^aeiouy].{3})|el(?=[^aeiouy].{4})|bin(?=al[^aeiou]..))")
# Y. Yaghan, "Arabizi: a contemporary style of Arabic slang", Design Issues 24(2), 2008.
# A number in order (`5th`), with a unit (`5kg`), of several figures (`t72`) or times another (`2x2`) stays a number.
_CHAT = re.compile(r"(?=.*[a-z])(?!\d(?:st|nd|rd|th|kg|km|cm|mm|am|pm|gb|tv)$)(?!.*\d\d)(?!\d[xv]\d$)[a-z2356789]{3,}")
_CHAT_ARTICLE = re.compile(r"^[ae]?l(?=[235679][a-z]{3})")
_CHAT_LETTERS = str.maketrans({"2": "q", "3": "", "5": "kh", "6": "t", "7": "h", "8": "gh", "9": "q"})
_GLOTTAL_STOP = re.compile(r"(?<=.)2(?=.)")
# In haste letters are doubled, change places, and one is hit in another's stead.
_ALLAH = re.compile(
    r"(?<=..)[aou](?:l{1,3}a{1,2}h?|l{1,2}a?h{1,2}|lalh|llha)$"
    r"|(?<=...)[a-z]llah$|(?<=...)الله$"
)
_DIN = re.compile(r"(?<=..)[aeiou]l?d?d(?:in|een|ine|yn)$|(?<=..)الدين$")


class NameToken(NamedTuple):
    """One part of a name.

    `plain` is folded text; `folded` has one letter for each group of letters that romanisations swap; `skeleton` keeps
    consonants; `unvowelled` says that it came from Arabic script, so that vowels prove nothing.
    """

    plain: str
    folded: str
    skeleton: str
    unvowelled: bool


@lru_cache(maxsize=65_536)
def name_token(word: str) -> NameToken:
    """The views of one folded word."""
    unvowelled = is_arabic(word)
    plain = romanised(word) if unvowelled else word
    return NameToken(plain, folded_vowels(plain), skeleton_of(plain), unvowelled)


def name_tokens(name: str) -> tuple[NameToken, ...]:
    """The parts of `name`, at most `MAX_PARTS`."""
    return tuple(name_token(word) for word in name_words(name)[:MAX_PARTS])


def name_words(name: str) -> list[str]:
    """The words of `name` that tell it from others, compounds parted in one way however they were written.

    Articles and titles are left out unless nothing else remains.
    """
    words = [_spelled_out(word[:_MAX_LETTERS]) for word in fold(bounded(name)).split()[: 2 * MAX_PARTS]]
    parts: list[str] = []
    pending = ""
    for word in words:
        if word in _PREFIXES and not pending:
            pending = word
            continue
        parts.extend(_parts(pending + word))
        pending = ""
    if pending:
        parts.append(pending)
    telling = [part for part in parts if part not in _ARTICLES and part not in _TITLES]
    return telling or parts


def _spelled_out(word: str) -> str:
    """`word` with letters for the digits by which chats write Arabic sounds: `7asbaya`, `da3wa`, `2ays`."""
    if word.isalpha() or not _CHAT.fullmatch(word):
        return word
    # Inside a word a 2 is the glottal stop, which other spellings leave out; at its ends, mostly qaf.
    return _GLOTTAL_STOP.sub("", _CHAT_ARTICLE.sub("", word)).translate(_CHAT_LETTERS)


@lru_cache(maxsize=262_144)
def _parts(word: str) -> tuple[str, ...]:
    """One word in its parts: `abdulmahdi` is `abd mahdi`, `nasrallah` is `nasr allah`, `nureddine` is `nur din`."""
    if word in _STANDARD:
        return (_STANDARD[word],)
    for prefix, pattern in (("abd", _ABD), ("abd", _ABD_ARABIC), ("abu", _ABU), ("", _GLUED_ARTICLE)):
        if match := pattern.match(word):
            rest = _parts(word[match.end() :])
            return (prefix, *rest) if prefix else rest
    if match := _ALLAH.search(word):
        return (word[: match.start()], "allah")
    if match := _DIN.search(word):
        return (word[: match.start()], "din")
    return (word,)
