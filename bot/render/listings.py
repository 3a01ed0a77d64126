"""Lists over the whole library: topics, the directory, the timeline, quotes, the documents."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.render.html import EMPTY, GAP, LINE, Html, bold, italic, join, link, shortened, text
from bot.render.pages import MAX_LENGTH, SHORT_LENGTH, paginate
from bot.render.passages import quote_buttons, sources
from bot.render.phrases import ICONS, Phrases, long_date, partial_date
from bot.render.profiles import one_line
from bot.render.screen import Button, Screen, pager, rows
from bot.views import BY_SPEAKER, Shelf, Tab, View
from briefs.models import Document, Event, Kind, ParagraphId, Person, Quote, SourcingKind
from briefs.search.answer import Result

TOPICS_A_PAGE = 8
_BAR = 12
_SOURCING_LABELS = {
    SourcingKind.NAMED: "named sources",
    SourcingKind.PUBLIC: "public statements",
    SourcingKind.ANONYMOUS: "anonymous sources",
    SourcingKind.NARRATOR: "the document's own voice",
}
_QUESTION = re.compile(r"^[^\n“]*“(?P<question>[^\n]*)”")


def titled(what: str, question: str) -> str:
    """The title of search results; the question in it is what `question_in` finds again."""
    return f"{what} “{question}”"


def question_in(shown: str) -> str | None:
    """The question that a message of ours with search results answers, so that paging needs no memory."""
    match = _QUESTION.match(shown)
    return match["question"] if match else None


def topics(phrases: Phrases, view: View) -> Screen:
    """All topical briefs as buttons, in pages."""
    listed = list(phrases.library.topics.values())
    pages = max(1, -(-len(listed) // TOPICS_A_PAGE))
    page = min(view.page, pages - 1)
    shown = listed[page * TOPICS_A_PAGE : (page + 1) * TOPICS_A_PAGE]
    buttons = rows((Button(f"{ICONS['t']} {topic.title}", View.of_topic(topic.id)) for topic in shown), 1)
    documents = shortened(", ".join(document.title for document in phrases.library.documents.values()), 900)
    body = join((bold(text("Briefs")), text(f"{len(listed)} briefs on: {documents}")), LINE)
    paging = pager(view.with_page(page), pages)
    return Screen(body, (*buttons, *((paging,) if paging else ())))


def directory(phrases: Phrases, view: View, *, short: bool) -> Screen:
    """People by affiliation, each a link; private people are left out."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for person in phrases.library.people.values():
        if not person.private:
            groups[person.affiliations[0] if person.affiliations else ""].append(person)
    blocks: list[Html] = []
    for organisation in sorted(groups, key=lambda name: (name == "", name)):
        heading = phrases.library.organisations[organisation].name if organisation else "Others"
        lines = [
            join((phrases.named(View.of(Kind.PERSON, person.id), person.name), text(one_line(person))), Html(" · "))
            for person in groups[organisation]
        ]
        blocks += [Html(f"\n{bold(text(heading))}\n{lines[0]}"), *lines[1:]]
    return _paged(bold(text("People in the documents")), blocks, view, short=short, by=LINE)


def timeline(phrases: Phrases, title: str, events: Sequence[Event], view: View, *, short: bool) -> Screen:
    """Events by date, grouped by month."""
    months: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: event.date):
        months[event.date[:7]].append(event)
    blocks = []
    for month, listed in months.items():
        lines = [phrases.dated(event) for event in listed]
        blocks += [join((italic(text(partial_date(month))), lines[0]), LINE), *lines[1:]]
    return _paged(bold(text(title)), blocks or [text("No dated event.")], view, by=LINE, short=short)


def quotes(phrases: Phrases, title: str, said: Sequence[Quote], view: View) -> Screen:
    """Quotes one a page, each with its speaker and source; buttons copy it and keep to its speaker."""
    page = min(view.page, len(said) - 1)
    quote = said[page]
    heading = phrases.heading(View.of(Kind.QUOTE, quote.id), title)
    body = join((heading, phrases.spoken(quote), phrases.notes([quote.paragraph])), GAP)
    buttons = quote_buttons(phrases, quote)
    speaker = View(Shelf.LIST, f"{BY_SPEAKER}{quote.speaker}")
    if speaker.id != view.id and len(phrases.library.quotes_by_speaker[quote.speaker]) > 1:
        buttons.append(Button(f"Only {phrases.library.speaker_name(quote)}", speaker))
    paging = pager(view.with_page(page), len(said))
    subject = View.of(Kind.QUOTE, quote.id)
    return Screen(body, (*((paging,) if paging else ()), *rows(buttons, 2)), subject=subject, url=phrases.url(subject))


def passages(phrases: Phrases, title: str, cites: Sequence[ParagraphId], view: View, *, short: bool) -> Screen:
    """Passages that were found, each with its beginning."""
    return _paged(bold(text(title)), sources(phrases, cites, 320), view, short=short)


def documents(phrases: Phrases, view: View) -> Screen:
    """What the documents are, their date, and how they were sourced."""
    blocks = []
    for document in phrases.library.documents.values():
        dates = f"Known up to {long_date(document.as_of)}"
        if document.published:
            dates = f"Published {long_date(document.published)} · {dates}"
        blocks.append(
            join(
                (
                    bold(text(document.title)),
                    text(f"{document.publisher} · {len(document.paragraphs)} paragraphs"),
                    text(dates),
                    text(document.sourcing),
                    _sourcing(document),
                    italic(text(document.rights)),
                    link(
                        text("Read it from the first paragraph"),
                        phrases.url(View.of_paragraph(document.paragraphs[0].id)),
                    ),
                ),
                LINE,
            )
        )
    return _paged(bold(text("Sources")), blocks, view, short=False)


def _sourcing(document: Document) -> Html:
    """How many paragraphs rest on which kind of source, as figures and bars; one may rest on several kinds."""
    counts = Counter(kind for paragraph in document.paragraphs for kind in {part.kind for part in paragraph.sourcing})
    if not counts:
        return EMPTY
    lines = []
    for kind, label in _SOURCING_LABELS.items():
        share = counts[kind] / len(document.paragraphs)
        filled = round(share * _BAR)
        lines.append(text(f"{'█' * filled}{'░' * (_BAR - filled)} {share:.0%} {label} ({counts[kind]})"))
    return join((text("Paragraphs by what they rest on (one may rest on several):"), *lines), LINE)


def choices(phrases: Phrases, question: str, results: Sequence[Result]) -> Screen:
    """Several things may be meant, or one, perhaps: what tells them apart as text, and a button each."""
    lines = []
    buttons = []
    for result in results:
        view = View.of(result.kind, result.id)
        title = result.title if result.kind is not Kind.QUOTE else f"“{result.title}”"
        entity = phrases.library.entities.get(result.id)
        detail = one_line(entity) if entity else ""
        lines.append(join((phrases.named(view, shortened(title, 120)), text(detail)), Html(" · ")))
        buttons.append(Button(f"{ICONS[view.shelf]} {title}", view.with_tab(Tab.ANSWER)))
    unsure = f"I am not sure what answers “{question}”. The closest:"
    heading = unsure if len(results) == 1 else f"What do you mean by “{question}”?"
    body = join((text(heading), join(lines, LINE)), GAP)
    return Screen(body, rows(buttons, 1))


def none_of_kind(what: str, view: View, title: str) -> Screen:
    """The documents cover the subject, but hold nothing of that kind on it; a button leads to what they do hold."""
    title = shortened(title, 120)
    body = text(f"The documents hold no {what} on “{title}”. What they do hold:")
    return Screen(body, ((Button(f"{ICONS[view.shelf]} {title}", view),),))


def which_document(documents: Sequence[Document], number: int) -> Screen:
    """A paragraph's number without its document: a button for each that has such a paragraph."""
    buttons = (Button(document.title, View.of_paragraph(ParagraphId(document.id, number))) for document in documents)
    return Screen(text(f"Paragraph {number} of which document?"), rows(buttons, 1))


def no_such_paragraph(document: Document) -> Screen:
    """A paragraph's number that the document does not have."""
    return Screen(text(f"“{document.title}” has paragraphs 1 to {len(document.paragraphs)}."))


def nothing(question: str, results: Sequence[Result]) -> Screen:
    """The documents do not cover it: one line, and what comes nearest as buttons."""
    near = " The nearest briefs:" if results else " /brief lists what they cover."
    if any(result.kind is not Kind.TOPIC for result in results):
        near = " What they tell nearest to it:"
    nearest = [(View.of(result.kind, result.id), result.title) for result in results]
    buttons = [Button(f"{ICONS[view.shelf]} {title}", view) for view, title in nearest]
    return Screen(text(f"The documents say nothing on “{question}”.{near}"), rows(buttons, 1))


def _paged(title: Html, blocks: Sequence[Html], view: View, *, short: bool, by: Html = GAP) -> Screen:
    pages = paginate(blocks, by, SHORT_LENGTH if short else MAX_LENGTH)
    page = min(view.page, len(pages) - 1)
    paging = pager(view.with_page(page), len(pages))
    return Screen(join((title, pages[page]), GAP), (paging,) if paging else ())
