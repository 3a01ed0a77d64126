"""How many years of school a text asks for, by Flesch and Kincaid.

0.39 x words per sentence + 11.8 x syllables per word - 15.59 (J. P. Kincaid and others, "Derivation of New Readability
Formulas for Navy Enlisted Personnel", 1975). Syllables are counted from the spelling: groups of vowels, less those that
are silent in English; against pronouncing dictionaries such counts are right for about nine words in ten, and their
errors cancel out over a text.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['’][a-z]+)?|\d[\d,.]*\d|\d")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
_SILENT = re.compile(r"(?:[^aeiouylr]|[aeiouy][lr])e$|(?:[^aeioudt]ed|[^aeioucsxzg]es)$")
_APART = re.compile(r"[^aeiou]i(?:a|o(?!us|n)|u)|eo(?!u)|[^qg]u(?:a|ou|i(?=t))|creat(?!ure)|react|[aeiou]ing")
_CLOSED_LE = re.compile(r"[^aeiouy]les?$")


def words(text: str) -> list[str]:
    """The words and figures of `text`."""
    return _WORD.findall(text)


def reading_grade(sentences: Sequence[str]) -> float:
    """The Flesch-Kincaid grade of a text given as its sentences; 0 where there are no words."""
    counted = [word for sentence in sentences for word in words(sentence)]
    if not counted:
        return 0.0
    total = sum(syllables(word) for word in counted)
    return 0.39 * len(counted) / len(sentences) + 11.8 * total / len(counted) - 15.59


@lru_cache(maxsize=65_536)
def syllables(word: str) -> int:
    """About how many syllables `word` has; a figure is one, as it is read at a glance."""
    if word[0].isdigit():
        return 1
    lower = word.lower().replace("'", "").replace("’", "")
    if word.isupper() and len(word) <= 5:
        return len(word)
    count = len(_VOWELS.findall(lower)) + len(_APART.findall(lower))
    if _SILENT.search(lower) and not _CLOSED_LE.search(lower):
        count -= 1
    return max(count, 1)
