"""A question's parts: what it is about, and what kind of thing it asks for."""

import re
from dataclasses import dataclass

from briefs.search.addressing import named_in_a_row, question_in, subject_of
from briefs.search.folding import bounded, fold
from briefs.search.wanted import manners, wanted
from briefs.search.words import STOPWORDS

MAX_WORDS = 32
_INITIALS = re.compile(r"\b(\w) (?=\w\b)")
_ARTICLES = frozenset({"al", "el"})
_ADDRESSING = frozenset({"tell", "give", "show", "brief", "let", "help"})


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query: `text` as shown, `folded`, `subject` without "who is" and the like, `terms` that carry it."""

    text: str
    folded: str
    subject: str
    in_a_row: tuple[str, ...]
    """The parts of the subject that may be several names."""
    terms: tuple[str, ...]
    wanted: str | None
    """What kind of word an answer holds, if it asks how many or when."""
    manners: tuple[frozenset[str], ...]
    """Sets of words of each of which a text holds one that is put as it is, if it is put as few are."""


def parse_query(text: str) -> Query:
    """Bounds and folds `text`; any text is a valid query."""
    line = bounded(text)
    words = _INITIALS.sub(r"\1", fold(line)).split()[:MAX_WORDS]
    folded = " ".join(words)
    question = question_in(folded)
    subject = subject_of(question) or folded
    return Query(
        text=line,
        folded=folded,
        subject=subject,
        in_a_row=named_in_a_row(subject),
        terms=_terms(question.split()) or _terms(words),
        wanted=wanted(folded),
        manners=manners(question),
    )


def _terms(words: list[str]) -> tuple[str, ...]:
    telling = []
    for position, word in enumerate(words):
        before = words[position - 1] if position else ""
        if word in _ARTICLES:
            continue
        # After an article even `said` is a name; `us` is a country unless somebody is asked to tell us.
        if word not in STOPWORDS or before in _ARTICLES or (word == "us" and before not in _ADDRESSING):
            telling.append(word)
    return tuple(dict.fromkeys(telling))


def says_nothing(text: str) -> bool:
    """Whether `text` holds words, but none that carries a subject: a greeting, thanks, "what can you do"."""
    words = fold(bounded(text)).split()
    return bool(words) and all(word in STOPWORDS for word in words)
