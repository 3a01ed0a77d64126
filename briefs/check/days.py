"""Rule: dates are those that the documents give, and an "Nth day" is its date."""

import re
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 (a field is called date)

from briefs.check.evidence import Evidence
from briefs.check.language.dates import DayOf, PartialDate, counted_days, dates
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import granted
from briefs.content import TIMELINE
from briefs.models import DayCount, Event, ParagraphId

_APART = re.compile(r"[;.]|\b(?:before|after|from|since|until|than)\b")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for statement in evidence.statements:
        counts = _counts(evidence, statement.cites)
        for message in _disagreeing(statement.text, counts):
            yield Finding(statement.file, statement.line, message, statement.waivers)
    for document in evidence.content.documents.values():
        for paragraph in document.paragraphs:
            for message in _disagreeing(paragraph.text, document.day_counts):
                yield Finding(document.file, paragraph.line, message, paragraph.waivers)
    for event in evidence.content.events:
        yield from _event(evidence, event)
    yield from _as_of(evidence)


def _counts(evidence: Evidence, cites: tuple[ParagraphId, ...]) -> tuple[DayCount, ...]:
    documents = dict.fromkeys(cite.document for cite in cites)
    known = (evidence.content.documents.get(identifier) for identifier in documents)
    return tuple(count for document in known if document is not None for count in document.day_counts)


def _disagreeing(text: str, counts: tuple[DayCount, ...]) -> Iterator[str]:
    """Days of `text` whose date is not that which stands beside them."""
    known = [date for date in dates(text) if date.day is not None]
    if len(counts) == 1 and known:
        for day in counted_days(text):
            nearest = min(known, key=lambda date: max(date.start - day.end, day.start - date.end))
            gap = text[min(day.end, nearest.end) : max(day.start, nearest.start)]
            if not _same(day, nearest, counts[0]) and _beside(gap):
                yield _message(day, nearest.written, counts[0])


def _beside(gap: str) -> bool:
    """Whether a day and a date with only `gap` between them are meant as one."""
    return len(gap) <= 24 and not _APART.search(gap)


def _same(day: DayOf, date: PartialDate, count: DayCount) -> bool:
    return date.within(PartialDate.of(day.date(count.day_one)))


def _message(day: DayOf, written: str, count: DayCount) -> str:
    right = day.date(count.day_one)
    return (
        f"{day.written!r} of {count.event} is {right.day} {right:%B %Y} (day 1 is {count.day_one.isoformat()}), "
        f"not {written}"
    )


def _event(evidence: Evidence, event: Event) -> Iterator[Finding]:
    line = event.line_of("date")
    counts = _counts(evidence, event.cites)
    days = counted_days(event.says)
    if days and len(counts) == 1 and event.date != days[0].date(counts[0].day_one).isoformat():
        yield Finding(TIMELINE, line, _message(days[0], event.date, counts[0]), granted(event, line))
    said = dates(event.says)
    if said and not any(_partial(event.date).agrees(date) for date in said):
        message = f"{event.says!r} does not say {event.date}: write the date that it says"
        yield Finding(TIMELINE, line, message, granted(event, line))
    if event.until is not None and event.until < event.date:
        yield Finding(TIMELINE, line, f"the event ends on {event.until}, before it begins", granted(event, line))
    if not event.note and not _stands(evidence, event):
        message = f"{event.date} stands in no paragraph that is cited: say in a note how it was reckoned"
        yield Finding(TIMELINE, line, message, granted(event, line))


def _partial(written: str) -> PartialDate:
    parts = [int(part) for part in written.split("-")]
    year, month, day = [*parts, None, None][:3]
    return PartialDate(year, month, day)


def _stands(evidence: Evidence, event: Event) -> bool:
    date = _partial(event.date)
    held = evidence.holdings(event.cites).dates
    return any(date.within(one) for one in held)


def _as_of(evidence: Evidence) -> Iterator[Finding]:
    for topic in evidence.content.topics.values():
        known: list[Date] = [
            evidence.content.documents[identifier].as_of
            for identifier in topic.documents
            if identifier in evidence.content.documents
        ]
        if known and topic.as_of != max(known):
            line = topic.line_of("as_of")
            message = f"as_of is {topic.as_of}, but the documents know to {max(known)}: write that"
            yield Finding(topic.file, line, message, granted(topic, line))


RULE = EditorialRule(
    "days", 'Each "Nth day" is its date, and each event\'s date is given or its reckoning told.', _find
)
