"""Rule: what an item is asked for stands where it says, and the item tells it."""

from collections.abc import Collection, Iterator

from briefs.check.evidence import Evidence
from briefs.check.language.vocabulary import stems_of
from briefs.check.repeats import Repeats
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import granted
from briefs.check.walk import questions
from briefs.models import Block, ParagraphId
from briefs.search.stems import stem
from briefs.search.words import synonyms


def _find(evidence: Evidence) -> Iterator[Finding]:
    repeats = Repeats()
    # An item's text is gone through once, not for each of its questions.
    told: dict[tuple[str, str], Collection[ParagraphId]] = {}
    for file, line, item, question in questions(evidence.content):
        if other := repeats.first(question, item.id, line):
            message = f"{question.text!r} is asked of {other} as well: keep it where it is answered best"
            yield Finding(file, line, message, granted(item, line))
        if (file, item.id) not in told:
            told[file, item.id] = frozenset(item.cites)
        for message in _unanswered(evidence, told[file, item.id], question):
            yield Finding(file, line, message, granted(item, line))


def _unanswered(evidence: Evidence, told: Collection[ParagraphId], question: Block) -> Iterator[str]:
    if not question.cites or len(question.sentences) > 1:
        yield f"{question.text!r}: let it end in the paragraphs that answer it, such as [iraq:58], and nothing after"
    if not question.cites:
        return
    for cite in question.cites:
        if cite not in told:
            yield f"{question.text!r} rests on [{cite}], which the item does not cite: tell it there, or drop it"
    held = evidence.holdings(question.cites)
    meanings = evidence.names.meanings(question.text)
    for word in evidence.names.names(question.text):
        if word.folded in held.words or meanings.get(word.start, frozenset()) & held.entities:
            continue
        if not _alike(word.folded) & stems_of(held.words):
            yield f"{word.written!r} of {question.text!r} does not stand where it says that the answer is"


def _alike(word: str) -> frozenset[str]:
    """The stems by which a folded name may stand in a paragraph: `americans` stands where it says `US`."""
    own = stem(word)
    return synonyms().get(own, frozenset()) | {own}


RULE = EditorialRule(
    "answered", "Each question names the paragraphs that answer it, and its item tells what they say.", _find
)
