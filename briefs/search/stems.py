"""Word stems, as SQLite's FTS5 porter tokenizer makes them, so that index and query agree to the letter."""

import sqlite3
from collections.abc import Iterable

from briefs.search.folding import fold

TOKENIZER = "porter unicode61 remove_diacritics 2"
_MAX_CACHED = 200_000


class Stemmer:
    """Stems words (M. F. Porter, "An algorithm for suffix stripping", 1980) with the tokenizer of the standard library."""

    def __init__(self) -> None:
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.executescript(
            f"CREATE VIRTUAL TABLE scratch USING fts5(word, tokenize='{TOKENIZER}');"
            "CREATE VIRTUAL TABLE stems USING fts5vocab(scratch, instance);"
        )
        self._stems: dict[str, str] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Stems many words at once; a later `stem` of one of them is a look-up."""
        new = [word for word in dict.fromkeys(words) if word not in self._stems]
        if not new:
            return
        if len(self._stems) + len(new) > _MAX_CACHED:
            self._stems.clear()
        with self._database:
            self._database.execute("DELETE FROM scratch")
            self._database.executemany("INSERT INTO scratch(rowid, word) VALUES (?, ?)", enumerate(new))
            found = dict(self._database.execute("SELECT doc, term FROM stems WHERE offset = 0"))
        self._stems.update((word, found.get(position, word)) for position, word in enumerate(new))

    def stem(self, word: str) -> str:
        """The stem of one folded word."""
        if word not in self._stems:
            self.learn([word])
        return self._stems[word]

    def stems(self, text: str) -> list[str]:
        """The stems of all words of `text`, in order."""
        words = fold(text).split()
        self.learn(words)
        return [self._stems[word] for word in words]
