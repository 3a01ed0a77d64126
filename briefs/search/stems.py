"""Word stems: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with his later departures.

Written out here because the standard library's stemmer sits behind an SQLite table, and a query must be stemmed in
microseconds. Words of Arabic script lose the article and the letters that are written on to it.
"""

import re
from functools import lru_cache

from briefs.search.folding import fold

_V = "[^aeiou][^aeiouy]*"
_MEASURE = re.compile(r"^(?:[^aeiou][^aeiouy]*)?((?:[aeiouy][aeiou]*[^aeiou][^aeiouy]*)*)(?:[aeiouy][aeiou]*)?$")
_PAIR = re.compile(r"[aeiouy][aeiou]*[^aeiou][^aeiouy]*")
_VOWEL = re.compile(r"^(?:[^aeiou][^aeiouy]*)?[aeiouy]")
_DOUBLE = re.compile(r"([^aeiouylsz])\1$")
_CVC = re.compile(r"^(?:[^aeiou][^aeiouy]*)[aeiouy][^aeiouwxy]$")
_STEP_2 = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
    ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
    ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
)  # fmt: skip
_STEP_3 = (("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""))
_STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip
# British spellings, by how they end or begin, in the form that the rules below expect.
_BRITISH = (
    (re.compile(r"^(\w{2,})isation(s?)$"), r"\1ization\2"),
    (re.compile(r"^(\w{3,})is(ed|ing|es|e)$"), r"\1iz\2"),
    (re.compile(r"^(\w{2,}[^aeiou])our(ed|ing|s|ite|able|)$"), r"\1or\2"),
    (re.compile(r"^(\w{2,}[^aeiou])tre(s?)$"), r"\1ter\2"),
    (re.compile(r"^(def|off|pret|lic)ence(s?)$"), r"\1ense\2"),
    (re.compile(r"ae(?=m|d)"), "e"),
    (re.compile(r"oeuv"), "euv"),
)
_ARABIC_PREFIX = re.compile(r"^(?:[وفبك]?ال|لل)(?=\w{3})")
_MAX_WORD = 40


def _measure(stem: str) -> int:
    match = _MEASURE.match(stem)
    return len(_PAIR.findall(match[1])) if match else 0


def _has_vowel(stem: str) -> bool:
    return _VOWEL.match(stem) is not None


def _plurals(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for suffix in ("ed", "ing"):
        if word.endswith(suffix) and _has_vowel(stem := word[: -len(suffix)]):
            if stem.endswith(("at", "bl", "iz")):
                return stem + "e"
            if _DOUBLE.search(stem):
                return stem[:-1]
            return stem + "e" if _measure(stem) == 1 and _CVC.match(stem) else stem
    return word


def _replaced(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    for suffix, replacement in rules:
        if word.endswith(suffix):
            stem = word[: -len(suffix)]
            return stem + replacement if _measure(stem) > 0 else word
    return word


def _stripped(word: str) -> str:
    for suffix in sorted(_STEP_4, key=len, reverse=True):
        if word.endswith(suffix):
            stem = word[: -len(suffix)]
            if suffix in ("sion", "tion"):
                stem = word[:-3]
            return stem if _measure(stem) > 1 else word
    return word


def _tidied(word: str) -> str:
    if word.endswith("e"):
        stem = word[:-1]
        measure = _measure(stem)
        if measure > 1 or (measure == 1 and not _CVC.match(stem)):
            word = stem
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one folded word."""
    if not word.isascii():
        return _ARABIC_PREFIX.sub("", word)
    if len(word) <= 2 or len(word) > _MAX_WORD or not word.isalpha():
        return word
    for pattern, replacement in _BRITISH:
        word = pattern.sub(replacement, word)
    word = _past(_plurals(word))
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    return _tidied(_stripped(_replaced(_replaced(word, _STEP_2), _STEP_3)))


def stems(text: str) -> list[str]:
    """The stems of all words of `text`, in order."""
    return [stem(word) for word in fold(text).split()]
