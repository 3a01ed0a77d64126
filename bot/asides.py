"""What is said to the bot, or asked of it and of its documents as such, rather than of what they tell."""

from collections.abc import Collection
from enum import Enum, auto

from briefs.search.folding import fold
from briefs.search.query import parse_query, says_nothing


class Aside(Enum):
    """One kind of aside."""

    COURTESY = auto()
    """Thanks, a greeting, a nod: asks for nothing."""
    HELP = auto()
    """How the bot is used, and what it is."""
    GREETING = auto()
    """Words without a subject."""
    DOCUMENTS = auto()
    """What the documents are, who wrote them and when, what they are about."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_COURTESY = _words(
    "thanks thank thx you ok okay k lol haha great cool nice wow yes yep no nope hmm hm please hi hello hey bye good",
    "well done interesting right sure cheers morning afternoon evening night day how are welcome salam selam",
    "شكرا مرحبا اهلا وسهلا هلا سلام السلام عليكم وعليكم صباح مساء الخير النور كيف حالك كيفك شلونك ممنون مرسي",
)
_HELP = frozenset(
    {
        "",
        "help",
        "menu",
        "commands",
        "how does this work",
        "what can i ask",
        "what can i ask you",
        "who are you",
        "what are you",
        "are you a bot",
        "are you human",
        "are you a human",
        "are you real",
        "who made you",
        "who built you",
        "what is your name",
        "whats your name",
        "ما اسمك",
        "شو اسمك",
        "شنو اسمك",
        "من انت",
        "مين انت",
    }
)
_DOCUMENTS = _words(
    "article articles document documents report reports story stories text texts source sources file files",
    "مقال المقال مقالات المقالات تقرير التقرير تقارير التقارير وثيقه وثايق الوثايق مصادر المصادر",
)
_OF_DOCUMENTS = _words(
    "written wrote write writes writer writers author authors published publish publication publisher newspaper agency",
    "news date dated old from title titles named link links url original originals language languages read cover",
    "covers covered covering based contain contains subject subjects topic topics content contents summary summaries",
    "overview summarise summarize main key points gist كتب نشر منشور تاريخ ملخص عنوان كاتب",
)
# These ask about the documents even where none is mentioned.
_ALONE = _words("tldr summary summarise summarize overview contents topics briefs gist author authors writer ملخص")


def is_courtesy(words: str) -> bool:
    """Whether `words` are thanks, a greeting or a nod, and ask for nothing."""
    folded = fold(words).split()
    return bool(folded) and all(word in _COURTESY for word in folded)


def aside(words: str, own_names: Collection[str], documents: Collection[str]) -> Aside | None:
    """What kind of aside `words` are, None where they ask what the documents tell.

    `own_names` are what the bot goes by, `documents` the words by which its documents are called, all folded.
    """
    if is_courtesy(words):
        return Aside.COURTESY
    query = parse_query(words)
    if query.folded in _HELP or query.subject in own_names:
        return Aside.HELP
    if says_nothing(words):
        return Aside.GREETING
    terms = set(query.terms)
    named = bool(terms & _DOCUMENTS) and terms <= _DOCUMENTS | _OF_DOCUMENTS | set(documents)
    return Aside.DOCUMENTS if named or (terms and terms <= _ALONE) else None
