"""A question's parts: what it is about, and what kind of thing it asks for."""

import re
from dataclasses import dataclass

from briefs.search.folding import bounded, fold

MAX_WORDS = 32
# Words that carry grammar, not a subject, in questions put to the bot.
STOPWORDS = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "before",
        "being",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "doing",
        "for",
        "from",
        "had",
        "has",
        "have",
        "having",
        "he",
        "her",
        "here",
        "hers",
        "him",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "just",
        "me",
        "more",
        "most",
        "my",
        "no",
        "not",
        "now",
        "of",
        "off",
        "on",
        "once",
        "only",
        "or",
        "our",
        "out",
        "over",
        "own",
        "please",
        "s",
        "same",
        "she",
        "should",
        "so",
        "some",
        "such",
        "t",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "too",
        "under",
        "up",
        "us",
        "very",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "tell",
        "give",
        "show",
        "explain",
        "describe",
        "know",
        "say",
        "says",
        "said",
        "brief",
        "briefing",
        "mean",
        "means",
        "happen",
        "happened",
        "happens",
        "anything",
        "something",
        "thing",
        "things",
        "hi",
        "hello",
        "hey",
        "thanks",
        "ok",
        "okay",
        "many",
        "much",
        "long",
        "get",
        "got",
        "let",
    ]
)
_OPENINGS = re.compile(
    r"^(?:(?:please|hi|hello|hey)\s+)?"
    r"(?:who(?:\s+is|\s+are|\s+was|\s+were|s)|what(?:\s+is|\s+are|\s+was|\s+were|s)|where(?:\s+is|\s+are|s)|"
    r"(?:tell|brief|show|give|update)\s+(?:me\s+|us\s+)?(?:about|on|of)?|(?:what|how)\s+about|"
    r"من\s+هو|من\s+هي|ما\s+هو|ما\s+هي|من|اين|ماذا\s+عن)\s+(?:the\s+)?"
)
_WANTS_NUMBER = re.compile(
    r"\bhow (?:many|much|long|old|far|often|big|large)\b|\b(?:number|percent|percentage|share) of\b"
)
_WANTS_DATE = re.compile(r"\bwhen\b|\bwhat (?:date|day|year|month)\b|\bsince when\b|\bdate of\b|\bdate$")


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query: `text` as shown, `folded` words, `subject` without "who is" and the like, `terms` that carry it."""

    text: str
    folded: str
    subject: str
    terms: tuple[str, ...]
    wants_number: bool
    wants_date: bool


def parse_query(text: str) -> Query:
    """Bounds and folds `text`; any text is a valid query."""
    line = bounded(text)
    words = fold(line).split()[:MAX_WORDS]
    folded = " ".join(words)
    subject = _OPENINGS.sub("", folded)
    terms = tuple(dict.fromkeys(word for word in words if word not in STOPWORDS))
    return Query(
        text=line,
        folded=folded,
        subject=subject or folded,
        terms=terms or tuple(dict.fromkeys(words)),
        wants_number=_WANTS_NUMBER.search(folded) is not None,
        wants_date=_WANTS_DATE.search(folded) is not None,
    )
