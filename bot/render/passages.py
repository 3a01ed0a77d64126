"""Single paragraphs, quotes and events: what a citation or a search result opens."""

from collections.abc import Sequence

from bot.render.html import EMPTY, GAP, LINE, Html, bold, italic, join, quotation, shortened, text
from bot.render.pages import paginate
from bot.render.phrases import FLAG, ICONS, MAX_BLOCK, Phrases, event_date
from bot.render.screen import Button, Screen, pager, rows
from bot.views import View
from briefs.models import Caption, Document, Event, Kind, Paragraph, ParagraphId, Quote, SourcingKind

MAX_TOPICS = 4
_SOURCING = {
    SourcingKind.NAMED: "a named source",
    SourcingKind.PUBLIC: "a public statement",
    SourcingKind.ANONYMOUS: "an anonymous source",
    SourcingKind.NARRATOR: "the document's own voice",
}
_CHUNK = 1500


def passage(phrases: Phrases, paragraph: Paragraph, view: View) -> Screen:
    """A paragraph with its quotes, sourcing and source note; buttons lead to its neighbours and its briefs."""
    document = phrases.library.documents[paragraph.id.document]
    place = f"{document.short} · paragraph {paragraph.id.number} of {len(document.paragraphs)}"
    heading = join(
        (phrases.heading(View.of_paragraph(paragraph.id), place), italic(text(paragraph.heading or ""))), LINE
    )
    blocks = [heading, *(text(chunk) for chunk in _chunks(paragraph.text))]
    blocks += [quotation(_spoken(phrases, quote)) for quote in paragraph.quotes]
    blocks += [italic(text(f"A caption here: {caption.text}")) for caption in _captions(document, paragraph)]
    if paragraph.note:
        blocks.append(
            quotation(join((bold(text(f"{FLAG} Source note")), phrases.note(paragraph.id, paragraph.note)), LINE))
        )
    blocks.append(_sourcing(paragraph))
    blocks.append(phrases.as_of(document.as_of, [document.id]))
    pages = paginate(blocks)
    page = min(view.page, len(pages) - 1)
    paging = pager(view.with_page(page), len(pages))
    before, after = phrases.library.neighbours(paragraph.id)
    steps = tuple(
        Button(label, View.of_paragraph(other.id))
        for label, other in ((f"‹ [{paragraph.id.number - 1}]", before), (f"[{paragraph.id.number + 1}] ›", after))
        if other is not None
    )
    topics = [topic for topic in phrases.library.topics.values() if paragraph.id in topic.cites]
    leads = rows((Button(f"{ICONS['t']} {topic.title}", View.of_topic(topic.id)) for topic in topics[:MAX_TOPICS]), 1)
    return Screen(pages[page], (*((paging,) if paging else ()), *((steps,) if steps else ()), *leads))


def _captions(document: Document, paragraph: Paragraph) -> Sequence[Caption]:
    return document.captions_beside(paragraph.id.number)


def quote(phrases: Phrases, said: Quote) -> Screen:
    """One quotation with speaker and source; buttons copy it and lead to its speaker and its paragraph."""
    document = phrases.library.documents[said.paragraph.document]
    heading = phrases.heading(View.of(Kind.QUOTE, said.id), "Quote")
    as_of = phrases.as_of(document.as_of, [document.id])
    body = join((heading, phrases.spoken(said), phrases.notes([said.paragraph]), as_of), GAP)
    return Screen(body, rows(quote_buttons(phrases, said), 2))


def quote_buttons(phrases: Phrases, said: Quote) -> list[Button]:
    """What can be done with a quote: copy it with its attribution, see its paragraph, see its speaker."""
    attribution = f"“{said.text}” — {phrases.library.speaker_name(said)} ({said.paragraph})"
    shown = [
        Button("Copy", copies=shortened(attribution, 256)),
        Button("In context", View.of_paragraph(said.paragraph)),
    ]
    if said.speaker in phrases.library.entities:
        name = phrases.library.entities[said.speaker].name
        shown.append(Button(f"👤 {name}", View.of(phrases.library.kind_of(said.speaker), said.speaker)))
    return shown


def event(phrases: Phrases, happened: Event) -> Screen:
    """A dated event: when by the calendar, what the text calls the date, what happened, and what is doubtful."""
    said = italic(text(f"The text says: “{happened.says}”"))
    doubt = EMPTY
    if happened.note is not None:
        doubt = quotation(join((bold(text("On the date")), phrases.block(happened.note)), LINE))
    body = join(
        (
            join(
                (bold(text(event_date(happened))), phrases.heading(View.of_event(happened.id), happened.title)),
                Html(" · "),
            ),
            phrases.block(happened.text),
            said,
            doubt,
            phrases.notes(dict.fromkeys([*happened.notes, *happened.cites])),
        ),
        GAP,
    )
    related = [
        Button(f"{ICONS['t']} {phrases.library.topics[name].title}", View.of_topic(name)) for name in happened.topics
    ]
    concerned = [
        Button(f"{ICONS[view.shelf]} {phrases.library.entities[name].name}", view)
        for name in happened.entities[:6]
        if (view := View.of(phrases.library.kind_of(name), name))
    ]
    return Screen(body, (*rows(related[:MAX_TOPICS], 1), *rows(concerned, 2)))


def side(title: Html, blocks: list[Html], view: View, below: tuple[tuple[Button, ...], ...]) -> Screen:
    """A paged side of an item: quotes, events or sources below the item's title."""
    pages = paginate(blocks)
    page = min(view.page, len(pages) - 1)
    paging = pager(view.with_page(page), len(pages))
    return Screen(join((title, pages[page]), GAP), (*((paging,) if paging else ()), *below))


def sources(phrases: Phrases, cites: Sequence[ParagraphId], characters: int = 220) -> list[Html]:
    """A line for each paragraph that an item rests on."""
    found = (phrases.library.paragraph(cite) for cite in cites)
    return [phrases.excerpt(paragraph, characters) for paragraph in found if paragraph is not None]


def _spoken(phrases: Phrases, said: Quote) -> Html:
    context = italic(text(f" ({said.context})")) if said.context else EMPTY
    words = text(f"“{shortened(said.text, MAX_BLOCK)}”")
    return join((words, Html("\n— "), phrases.speaker(said), context))


def _sourcing(paragraph: Paragraph) -> Html:
    if not paragraph.sourcing:
        return EMPTY
    kinds = [_SOURCING[sourcing.kind] for sourcing in paragraph.sourcing]
    return text(f"Rests on: {'; '.join(dict.fromkeys(kinds))}.")


def _chunks(full: str) -> list[str]:
    """A long paragraph in parts that each fit a page, cut at words."""
    chunks = [""]
    for word in full.split(" "):
        pieces = [word[start : start + _CHUNK] for start in range(0, max(len(word), 1), _CHUNK)]
        for piece in pieces:
            if len(chunks[-1]) + len(piece) + 1 > _CHUNK and chunks[-1]:
                chunks.append("")
            chunks[-1] = f"{chunks[-1]} {piece}" if chunks[-1] else piece
    return chunks
