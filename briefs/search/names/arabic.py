"""Arabic and Persian script to Latin letters, as newspapers romanise it.

Short vowels are not written in Arabic script, so the result (`qys alkhzly`) is meant for comparison by consonants, not
for reading. Input is expected in the form that `briefs.search.folding.fold` gives.
"""

import re

_ARABIC_WORD = re.compile(r"[\u0600-\u06ff]")
_LETTERS = str.maketrans(
    {
        "ا": "a",
        "ب": "b",
        "ت": "t",
        "ث": "th",
        "ج": "j",
        "ح": "h",
        "خ": "kh",
        "د": "d",
        "ذ": "dh",
        "ر": "r",
        "ز": "z",
        "س": "s",
        "ش": "sh",
        "ص": "s",
        "ض": "d",
        "ط": "t",
        "ظ": "z",
        "ع": "a",
        "غ": "gh",
        "ف": "f",
        "ق": "q",
        "ك": "k",
        "ل": "l",
        "م": "m",
        "ن": "n",
        "ه": "h",
        "و": "w",
        "ي": "y",
        "پ": "p",
        "چ": "ch",
        "ژ": "zh",
        "گ": "g",
        "ڤ": "v",
    }
)
_ARTICLE = "ال"
_MIN_WORD_AFTER_ARTICLE = 3


def is_arabic(word: str) -> bool:
    """Whether `word` holds a letter of the Arabic block of Unicode."""
    return _ARABIC_WORD.search(word) is not None


def romanised(word: str) -> str:
    """A folded word of Arabic script in Latin letters, without its article."""
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _MIN_WORD_AFTER_ARTICLE - 1:
        word = word.removeprefix(_ARTICLE)
    return word.translate(_LETTERS)
