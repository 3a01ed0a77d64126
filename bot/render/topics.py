"""A topical brief: the card, the whole brief, and its sides."""

from bot.render.html import EMPTY, GAP, LINE, Html, bold, bullets, join, quotation, text
from bot.render.pages import fitted, paginate
from bot.render.phrases import ICONS, Phrases
from bot.render.screen import Button, Screen, pager, rows
from bot.views import Tab, View
from briefs.models import Block, Paragraph, ParagraphId, Topic
from briefs.models.items import SOURCE_NOTES

CARD_POINTS = 2
_LABELS = {
    Tab.FULL: "More",
    Tab.QUOTES: "Quotes",
    Tab.PEOPLE: "People",
    Tab.TIMELINE: "Timeline",
    Tab.RELATED: "Related",
    Tab.SOURCES: "Sources",
}


def card(phrases: Phrases, topic: Topic, *, short: bool, closest: Paragraph | None = None) -> Screen:
    """The first answer: title, bottom line, what best answers the question, summary or points, as-of date.

    The `short` form, for groups, folds the summary away.
    """
    several = len(topic.documents) > 1
    summary = join((phrases.block(block, with_document=several) for block in topic.section("Summary")), LINE)
    shown: list[Block] = [topic.lead, *topic.section("Summary")]
    points = EMPTY
    if short:
        first = topic.section("Key points")[:CARD_POINTS]
        shown += first
        points = bullets(phrases.block(block, with_document=several) for block in first)
        summary = quotation(summary, folded=True)
    body = fitted(
        (
            phrases.heading(View.of_topic(topic.id), topic.title),
            phrases.closest(closest),
            phrases.block(topic.lead, with_document=several),
            points,
            summary,
            phrases.notes([*([closest.id] if closest else []), *_cites(shown)]),
            phrases.as_of(topic.as_of, topic.documents),
        )
    )
    return Screen(body, side_buttons(phrases, topic, Tab.CARD))


def full(phrases: Phrases, topic: Topic, view: View) -> Screen:
    """The whole brief, section by section, in pages."""
    several = len(topic.documents) > 1
    heading = phrases.heading(View.of_topic(topic.id), topic.title)
    blocks = [Html(f"\n{phrases.block(topic.lead, with_document=several)}")]
    for section in topic.sections:
        if section.heading == SOURCE_NOTES:
            continue
        listed = [phrases.block(block, with_document=several) for block in section.blocks]
        lines = listed if section.heading == "Summary" else [Html(f"• {line}") for line in listed]
        blocks += [Html(f"\n{bold(text(section.heading))}\n{lines[0]}"), *lines[1:]]
    blocks += phrases.item_notes(topic)
    blocks.append(Html(f"\n{phrases.as_of(topic.as_of, topic.documents)}"))
    pages = paginate(blocks, LINE)
    page = min(view.page, len(pages) - 1)
    body = join((heading, pages[page]), LINE)
    return Screen(body, (*_paged(view.with_page(page), len(pages)), *side_buttons(phrases, topic, Tab.FULL)))


def people(phrases: Phrases, topic: Topic) -> Screen:
    """Who and what the brief speaks of, as buttons."""
    buttons = []
    for identifier in topic.entities:
        view = View.of(phrases.library.kind_of(identifier), identifier)
        name = phrases.library.entities[identifier].name
        buttons.append(Button(f"{ICONS[view.shelf]} {name}", view))
    body = fitted(
        (
            phrases.heading(View.of_topic(topic.id), topic.title),
            text("People, organisations and places in this brief:"),
        ),
        GAP,
    )
    return Screen(body, (*rows(buttons[:40], 2), *side_buttons(phrases, topic, Tab.PEOPLE)))


def related(phrases: Phrases, topic: Topic) -> Screen:
    """Other briefs, as buttons."""
    topics = [phrases.library.topics[identifier] for identifier in topic.related]
    buttons = [Button(f"{ICONS['t']} {other.title}", View.of_topic(other.id)) for other in topics]
    body = fitted(
        (
            phrases.heading(View.of_topic(topic.id), topic.title),
            text("Related briefs:" if buttons else "No related brief."),
        ),
        GAP,
    )
    return Screen(body, (*rows(buttons, 1), *side_buttons(phrases, topic, Tab.RELATED)))


def sides(phrases: Phrases, topic: Topic) -> list[Tab]:
    """The sides of a brief that hold something, besides its card."""
    offered = [
        (Tab.FULL, True),
        (Tab.QUOTES, bool(phrases.library.quotes_in(topic.cites))),
        (Tab.PEOPLE, bool(topic.entities)),
        (Tab.TIMELINE, bool(phrases.library.events_of.get(topic.id))),
        (Tab.RELATED, bool(topic.related)),
        (Tab.SOURCES, True),
    ]
    return [tab for tab, any_there in offered if any_there]


def side_buttons(phrases: Phrases, topic: Topic, tab: Tab) -> tuple[tuple[Button, ...], ...]:
    """The rows below a side of a brief: its other sides."""
    view = View.of_topic(topic.id)
    shown = [Button(_LABELS[other], view.with_tab(other)) for other in sides(phrases, topic) if other is not tab]
    if tab is not Tab.CARD:
        shown.insert(0, Button("Less" if tab is Tab.FULL else "‹ Back", view))
    return rows(shown, 3)


def _paged(view: View, pages: int) -> tuple[tuple[Button, ...], ...]:
    row = pager(view, pages)
    return (row,) if row else ()


def _cites(blocks: list[Block]) -> list[ParagraphId]:
    return list(dict.fromkeys(cite for block in blocks for cite in block.cites))
