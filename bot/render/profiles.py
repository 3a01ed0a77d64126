"""A person, organisation or place: the card, the whole profile, and what they are connected with."""

from rapidfuzz import fuzz

from bot.render.html import EMPTY, GAP, LINE, Html, bold, bullets, italic, join, text
from bot.render.pages import fitted, paginate
from bot.render.phrases import ICONS, Phrases
from bot.render.screen import Button, Screen, pager, rows
from bot.views import Tab, View
from briefs.models import Entity, Organisation, Paragraph, Person, Place
from briefs.models.items import SOURCE_NOTES
from briefs.search.folding import fold

MAX_ALIASES = 5
SPELLING = 70.0
"""Forms at least this alike (rapidfuzz's partial ratio, 0 to 100) are spellings of one another."""
CARD_LINES = 3
MAX_TIES = 1200
"""Characters of what is said on an entity's ties; all of them are buttons too."""
_LABELS = {
    Tab.FULL: "More",
    Tab.QUOTES: "Quotes",
    Tab.PEOPLE: "People",
    Tab.TIMELINE: "Timeline",
    Tab.RELATED: "Briefs",
    Tab.SOURCES: "Sources",
}


def card(phrases: Phrases, entity: Entity, *, short: bool, closest: Paragraph | None = None) -> Screen:
    """Who or what this is: name, role, first lines, what they are connected with."""
    several = _several(entity)
    opening = entity.opening[:1] if short else entity.opening
    lead = join((phrases.block(block, with_document=several) for block in opening), LINE)
    told = [block for section in entity.sections if section.heading != SOURCE_NOTES for block in section.blocks]
    told = [] if len(entity.opening) > 1 else told[: 1 if short else CARD_LINES]
    lines = bullets(phrases.block(block, with_document=several) for block in told)
    cites = [cite for block in (*opening, *told) for cite in block.cites]
    cites = [*([closest.id] if closest else []), *cites]
    details = EMPTY if short else join((_also(entity), _ties(phrases, entity)), LINE)
    best = phrases.closest(closest)
    body = fitted(
        (_heading(phrases, entity), best, lead, lines, details, phrases.notes(cites), _as_of(phrases, entity))
    )
    return Screen(body, side_buttons(phrases, entity, Tab.CARD))


def full(phrases: Phrases, entity: Entity, view: View) -> Screen:
    """The whole profile, in pages."""
    several = _several(entity)
    blocks = [phrases.block(block, with_document=several) for block in entity.opening]
    for section in entity.sections:
        if section.heading != SOURCE_NOTES:
            lines = [Html(f"• {phrases.block(block, with_document=several)}") for block in section.blocks]
            blocks += [Html(f"\n{bold(text(section.heading))}\n{lines[0]}"), *lines[1:]]
    blocks += [Html(f"\n{tied}") for tied in (join((_also(entity), _ties(phrases, entity)), LINE),) if tied]
    blocks += phrases.item_notes(entity)
    blocks.append(Html(f"\n{_as_of(phrases, entity)}"))
    pages = paginate(blocks, LINE)
    page = min(view.page, len(pages) - 1)
    paging = pager(view.with_page(page), len(pages))
    body = join((_heading(phrases, entity), pages[page]), LINE)
    return Screen(body, (*((paging,) if paging else ()), *side_buttons(phrases, entity, Tab.FULL)))


def connected(phrases: Phrases, entity: Entity) -> Screen:
    """People and organisations that the entity is tied to, as buttons."""
    buttons = [
        Button(f"{ICONS[view.shelf]} {phrases.library.entities[identifier].name}", view)
        for identifier in connections(phrases, entity)
        if (view := View.of(phrases.library.kind_of(identifier), identifier))
    ]
    body = join((_heading(phrases, entity), _ties(phrases, entity), text("Connected with:")), GAP)
    return Screen(body, (*rows(buttons[:40], 2), *side_buttons(phrases, entity, Tab.PEOPLE)))


def briefs(phrases: Phrases, entity: Entity) -> Screen:
    """The topical briefs that speak of the entity, as buttons."""
    topics = phrases.library.topics_of.get(entity.id, ())
    buttons = [Button(f"{ICONS['t']} {topic.title}", View.of_topic(topic.id)) for topic in topics]
    body = join((_heading(phrases, entity), text("Briefs that speak of it:" if buttons else "No brief yet.")), GAP)
    return Screen(body, (*rows(buttons[:40], 1), *side_buttons(phrases, entity, Tab.RELATED)))


def connections(phrases: Phrases, entity: Entity) -> list[str]:
    """Ids of entities that this one is tied to: by relation, affiliation, leadership or place, in both directions."""
    found: dict[str, None] = {}
    if isinstance(entity, Person):
        found.update(dict.fromkeys([*(relation.to for relation in entity.relations), *entity.affiliations]))
    elif isinstance(entity, Organisation):
        found.update(dict.fromkeys([*entity.leaders, *entity.affiliations]))
    elif isinstance(entity, Place):
        found.update(dict.fromkeys(entity.within))
    for other in phrases.library.entities.values():
        tied = [*getattr(other, "affiliations", ()), *getattr(other, "leaders", ()), *getattr(other, "within", ())]
        tied += [relation.to for relation in getattr(other, "relations", ())]
        if entity.id in tied:
            found[other.id] = None
    return list(found)


def sides(phrases: Phrases, entity: Entity) -> list[Tab]:
    """The sides of a profile that hold something, besides its card."""
    offered = [
        (Tab.FULL, any(section.heading != SOURCE_NOTES for section in entity.sections)),
        (Tab.QUOTES, bool(phrases.library.quotes_by_speaker.get(entity.id))),
        (Tab.RELATED, bool(phrases.library.topics_of.get(entity.id))),
        (Tab.TIMELINE, bool(phrases.library.events_of.get(entity.id))),
        (Tab.PEOPLE, bool(connections(phrases, entity))),
        (Tab.SOURCES, True),
    ]
    return [tab for tab, any_there in offered if any_there]


def side_buttons(phrases: Phrases, entity: Entity, tab: Tab) -> tuple[tuple[Button, ...], ...]:
    """The rows below a side of a profile: its other sides."""
    view = View.of(phrases.library.kind_of(entity.id), entity.id)
    shown = [Button(_LABELS[other], view.with_tab(other)) for other in sides(phrases, entity) if other is not tab]
    if tab is not Tab.CARD:
        shown.insert(0, Button("Less" if tab is Tab.FULL else "‹ Back", view))
    return rows(shown, 3)


def one_line(entity: Entity) -> str:
    """What tells the entity from others of its name: its role, or the kind of place."""
    if isinstance(entity, Person | Organisation):
        return entity.role.text
    return entity.kind if isinstance(entity, Place) else ""


def _heading(phrases: Phrases, entity: Entity) -> Html:
    name = phrases.heading(View.of(phrases.library.kind_of(entity.id), entity.id), entity.name)
    if isinstance(entity, Person | Organisation):
        return join((name, italic(text(entity.role.text)), phrases.citation(entity.role.cites)), Html(" · "))
    return join((name, italic(text(one_line(entity)))), Html(" · "))


def _also(entity: Entity) -> Html:
    """Other forms of the name that say something new: not those that differ in spelling alone."""
    telling: list[str] = []
    for form in (*entity.aliases, *entity.shared):
        named = form[:1].isupper() or not form[:1].isalpha() or not form.isascii()
        alike = max(fuzz.partial_ratio(fold(form), fold(known)) for known in (entity.name, *telling))
        if named and alike < SPELLING:
            telling.append(form)
    return text("Also: " + ", ".join(telling[:MAX_ALIASES])) if telling else EMPTY


def _ties(phrases: Phrases, entity: Entity) -> Html:
    lines: list[Html] = []
    if isinstance(entity, Person):
        lines += [
            join((text(relation.kind), _name(phrases, relation.to), phrases.citation(relation.cite)), Html(" "))
            for relation in entity.relations
        ]
    for label, field in (("Affiliated with", "affiliations"), ("Led by", "leaders"), ("In", "within")):
        if identifiers := getattr(entity, field, ()):
            names = fitted((_name(phrases, identifier) for identifier in identifiers), Html(", "), MAX_TIES // 2)
            lines.append(join((text(f"{label}: "), names)))
    return fitted(lines, LINE, MAX_TIES)


def _name(phrases: Phrases, identifier: str) -> Html:
    return phrases.named(
        View.of(phrases.library.kind_of(identifier), identifier), phrases.library.entities[identifier].name
    )


def _several(entity: Entity) -> bool:
    return len({cite.document for cite in entity.cites}) > 1


def _as_of(phrases: Phrases, entity: Entity) -> Html:
    documents = list(dict.fromkeys(cite.document for cite in entity.cites))
    if not documents:
        return EMPTY
    return phrases.as_of(max(phrases.library.documents[name].as_of for name in documents), documents)
