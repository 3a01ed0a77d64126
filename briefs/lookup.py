"""What a library holds of one sort on a question: its quotes, its dated events, its paragraphs."""

import re
from calendar import month_name
from collections.abc import Collection, Sequence

from briefs.library import Library
from briefs.models import ENTITIES, Event, Kind, ParagraphId, Quote
from briefs.search.answer import Outcome, Result
from briefs.search.folding import fold

_DATE = re.compile(r"(?:in )?(?:(?:(?P<day>\d{1,2}) )?(?P<month>[a-z]+) (?:(?P<day_after>\d{1,2}) )?)?(?P<year>\d{4})")


def best(library: Library, question: str, kinds: Collection[Kind] = frozenset(Kind)) -> Result | None:
    """What the question most likely means among items of `kinds`; None where the documents do not cover it."""
    answer = library.search(question, kinds)
    return answer.results[0] if answer.outcome is not Outcome.NOTHING and answer.results else None


def quotes_on(library: Library, question: str) -> list[Quote]:
    """Quotes by the speaker that the question names, else those that match it and those of its subject."""
    speaker = best(library, question, ENTITIES)
    if speaker is not None and speaker.named and (spoken := library.quotes_by_speaker.get(speaker.id)):
        return list(spoken)
    answer = library.search(question, {Kind.QUOTE})
    found = [library.quotes[result.id] for result in answer.results if answer.outcome is not Outcome.NOTHING]
    subject = best(library, question)
    if subject is not None:
        found += library.quotes_in(subject.cites)
    return list({quote.id: quote for quote in found}.values())


def events_on(library: Library, question: str) -> Sequence[Event]:
    """Events of the document, date, person, organisation, place or topic that the question names, by date."""
    for document in library.documents.values():
        if question.casefold() in {document.id, document.short.casefold(), document.title.casefold()}:
            return library.events_of.get(document.id, ())
    if when := _date_in(question):
        return [event for event in library.events.values() if event.date.startswith(when)]
    subject = best(library, question)
    if subject is None:
        return ()
    if subject.kind is Kind.EVENT:
        return [library.events[subject.id]]
    own = library.events_of.get(subject.id)
    return own or [event for event in library.events.values() if set(event.cites) & set(subject.cites)]


def _date_in(question: str) -> str | None:
    """The beginning of an ISO date, where the question is a year, a month of a year, or a day: `november 2023`."""
    match = _DATE.fullmatch(fold(question))
    if match is None:
        return None
    month = next((number for number, name in enumerate(month_name) if name and name.lower() == match["month"]), None)
    if match["month"] and month is None:
        return None
    day = match["day"] or match["day_after"]
    return match["year"] + (f"-{month:02}" if month else "") + (f"-{int(day):02}" if month and day else "")


def paragraphs_on(library: Library, question: str) -> list[ParagraphId]:
    """Paragraphs that speak of the question in its own words, then those on whoever it names."""
    found = library.passages(question)
    subject = best(library, question)
    # A paragraph may speak of somebody without the name, and of a subject in other words.
    besides = subject.cites if subject is not None and (subject.named or not found) else ()
    return list(dict.fromkeys([*found, *besides]))


def ranked_in(library: Library, cites: Sequence[ParagraphId], question: str) -> list[ParagraphId]:
    """The paragraphs `cites`, those first that best answer the question."""
    answer = library.search(question, {Kind.PASSAGE})
    found = [cite for result in answer.results for cite in result.cites[:1] if cite in set(cites)]
    return list(dict.fromkeys([*found, *cites]))
