"""Word stems, as SQLite's FTS5 porter tokenizer makes them, so that index and query agree to the letter.

Before stemming, British spellings become American ones, and words of Arabic script lose the articles, particles and
endings that are written on to them (`written`).
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from briefs.search.folding import fold

TOKENIZER = "porter unicode61 remove_diacritics 0"
_MAX_CACHED = 400_000
_MAX_LETTERS = 64
_BRITISH = (
    (re.compile(r"^(\w{2,})isation(s?)$"), r"\1ization\2"),
    (re.compile(r"^(\w{3,})is(ed|ing|es|e)$"), r"\1iz\2"),
    (re.compile(r"^(\w{2,}[^aeiou])our(ed|ing|s|ite|able|)$"), r"\1or\2"),
    (re.compile(r"^(\w{2,}[^aeiou])tre(s?)$"), r"\1ter\2"),
    (re.compile(r"^(def|off|pret|lic)ence(s?)$"), r"\1ense\2"),
    (re.compile(r"ae(?=m|d)"), "e"),
)
_BRITISH_ENDS = re.compile(r"is|our|tre|ence|ae")
# L. S. Larkey, L. Ballesteros, M. E. Connell, "Light stemming for Arabic information retrieval", 2007 (light10); with
# the Persian plural and the letters as they are folded.
# A word that begins with the letter of `and` loses it with the article as without, so that both agree.
_ARABIC_PREFIX = re.compile(r"^(?:و(?=\w{3}))?(?:(?:[بكف]?ال|لل)(?=\w{2}))?(?:و(?=\w{3}))?")
_ARABIC_SUFFIX = re.compile(r"(?<=\w\w)(?:هاي|ها|ان|ات|ون|ين|يه|ه|ي)$")


@lru_cache(maxsize=65_536)
def written(word: str) -> str:
    """One folded word in the form in which it is indexed."""
    if not word.isascii():
        return _light(word)
    if len(word) > 4 and _BRITISH_ENDS.search(word):
        for pattern, replacement in _BRITISH:
            word = pattern.sub(replacement, word)
    return word


def _light(word: str) -> str:
    """A word of Arabic script without what is written on to it before and behind."""
    shorter = _ARABIC_PREFIX.sub("", word, count=1)
    while (next_shorter := _ARABIC_SUFFIX.sub("", shorter)) != shorter:
        shorter = next_shorter
    return shorter


def words_of(text: str) -> list[str]:
    """The words of `text`, folded, in the form in which they are indexed."""
    return [written(word) for word in fold(text).split()]


class Stemmer:
    """Stems words (M. F. Porter, "An algorithm for suffix stripping", 1980) with the tokenizer of FTS5."""

    def __init__(self) -> None:
        self._database = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._database.executescript(
            f"CREATE VIRTUAL TABLE scratch USING fts5(word, tokenize='{TOKENIZER}', detail=full);"
            "CREATE VIRTUAL TABLE stems USING fts5vocab(scratch, instance);"
        )
        self._stems: dict[str, str] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Stems many folded words at once; a later `stem` of one of them is a look-up."""
        new = [word for word in dict.fromkeys(words) if word not in self._stems]
        if not new:
            return
        if len(self._stems) + len(new) > _MAX_CACHED:
            self._stems.clear()
        database = self._database
        database.execute("BEGIN")
        try:
            database.executemany(
                "INSERT INTO scratch(rowid, word) VALUES (?, ?)",
                ((place, written(word)[:_MAX_LETTERS]) for place, word in enumerate(new, 1)),
            )
            found = dict(database.execute("SELECT doc, term FROM stems WHERE offset = 0"))
        finally:
            database.execute("ROLLBACK")
        self._stems.update((word, found.get(place, word)) for place, word in enumerate(new, 1))

    def stem(self, word: str) -> str:
        """The stem of one folded word."""
        if word not in self._stems:
            self.learn([word])
        return self._stems[word]


@cache
def stemmer() -> Stemmer:
    """The stemmer of this process."""
    return Stemmer()


def stemmed(worded: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """For each text, given with its folded words, their stems with spaces between; all words are learned at once."""
    stems = stemmer()
    stems.learn({word for words in worded.values() for word in words})
    return {text: " ".join(map(stems.stem, words)) for text, words in worded.items()}


def stem(word: str) -> str:
    """The stem of one folded word."""
    return stemmer().stem(word)
