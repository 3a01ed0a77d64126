"""Carries on from an answer: what a reply to it asks for is a side of its subject, a source, or a question about it."""

from collections.abc import Sequence

from bot.desk import Desk
from bot.follow_ups import FollowUp, parse_follow_up
from bot.render import listings
from bot.render.screen import Screen
from bot.views import Shelf, Tab, View
from briefs.models import ENTITIES, ParagraphId
from briefs.search.answer import Outcome

_MISSING = {Tab.QUOTES: "quotation", Tab.TIMELINE: "dated event", Tab.RELATED: "brief", Tab.PEOPLE: "other name"}


def follow(desk: Desk, subject: View, cited: Sequence[ParagraphId], words: str, *, short: bool = False) -> Screen:
    """Answers a reply to the answer on `subject`, in which the paragraphs `cited` stand, in that order."""
    asked = parse_follow_up(words)
    if asked.source is not None and (found := _source(desk, cited, asked.source)):
        return found
    if asked.tab is not None and (side := _side(desk, subject, asked.tab, short=short)):
        return side
    if asked.step is not None and (turned := _step(desk, subject, asked.step)):
        return turned
    if asked.who and (profile := _who_in(desk, subject, short=short)):
        return profile
    return _about(desk, subject, asked, words, short=short)


def _about(desk: Desk, subject: View, asked: FollowUp, words: str, *, short: bool) -> Screen:
    """A question in reply: on its own where it stands alone and is answered, else about the subject."""
    alone = desk.library.search(words)
    named = alone.outcome is Outcome.ANSWER and alone.results[0].named
    if named or (not asked.refers_back and alone.outcome is Outcome.ANSWER):
        return desk.answered(alone, short=short)
    if subject.id in desk.library.entities and (told := _told_of(desk, subject, words, short=short)):
        return told
    closest = desk.closest_in(subject, words)
    screen = desk.shelves.show(subject, short=short, closest=closest) if closest else None
    return screen or desk.answered(alone, short=short)


def _told_of(desk: Desk, subject: View, words: str, *, short: bool) -> Screen | None:
    """What is told of somebody, asked for with a pronoun: the name says who is meant."""
    answer = desk.library.search(f"{desk.shelves.title(subject)} {words}")
    if answer.outcome is not Outcome.ANSWER:
        return None
    first = answer.results[0]
    if first.kind in ENTITIES and first.id != subject.id:
        return desk.answered(answer, short=short)
    closest = desk.library.paragraph(first.cites[0]) if first.cites else None
    return desk.shelves.show(subject, short=short, closest=closest)


def _side(desk: Desk, subject: View, tab: Tab, *, short: bool) -> Screen | None:
    """A side of the subject, or that it has nothing there."""
    if desk.shelves.has(subject.with_tab(tab)):
        return desk.view(subject.with_tab(tab), short=short)
    return listings.none_of_kind(_MISSING.get(tab, "more"), subject, desk.shelves.title(subject))


def _step(desk: Desk, subject: View, step: int) -> Screen | None:
    """The paragraph after or before the one that the subject is."""
    if subject.shelf is not Shelf.PASSAGE or subject.paragraph is None:
        return None
    document, number = subject.paragraph
    return desk.view(View.of_paragraph(ParagraphId(document, number + step)))


def _source(desk: Desk, cited: Sequence[ParagraphId], number: int) -> Screen | None:
    """The paragraph of that number among those cited, else the one that stands at that place."""
    numbered = next((cite for cite in cited if cite.number == number), None)
    if numbered is None and 1 <= number <= len(cited):
        numbered = cited[number - 1]
    return desk.view(View.of_paragraph(numbered)) if numbered is not None else None


def _who_in(desk: Desk, subject: View, *, short: bool) -> Screen | None:
    if subject.shelf is Shelf.TOPIC:
        # A brief may name one person and speak of another without a name: the reader chooses.
        return desk.view(subject.with_tab(Tab.PEOPLE))
    if subject.shelf is Shelf.QUOTE and (quote := desk.library.quotes.get(subject.id)):
        return desk.ask(desk.library.speaker_name(quote), short=short)
    return desk.view(subject.with_tab(Tab.FULL))
