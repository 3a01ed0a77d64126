"""From a view to its screen: each item of the library and its sides."""

import functools
from collections.abc import Sequence
from dataclasses import replace

from bot.render import passages, profiles, topics
from bot.render.html import Html
from bot.render.phrases import Phrases
from bot.render.screen import Screen
from bot.views import Shelf, Tab, View
from briefs.library import Library
from briefs.models import Entity, Paragraph, ParagraphId, Quote, Topic

QUOTE_CHARACTERS = 900
MAX_SCREENS = 1024
"""How many screens are kept ready; they hold what stands in the library, never a word of a reader's."""


class Shelves:
    """The items of one library, each with its sides."""

    def __init__(self, library: Library, phrases: Phrases) -> None:
        self.library = library
        self.phrases = phrases
        self._kept = functools.lru_cache(maxsize=MAX_SCREENS)(self._shown)

    def show(self, view: View, *, short: bool = False, closest: Paragraph | None = None) -> Screen | None:
        """The screen of an item's view, or None where the library has no such item.

        `short` is the form for groups; `closest` the paragraph that best answers the question, for cards.
        """
        # What readers make up is not kept.
        if not self._known(view):
            return None
        return self._kept(view, closest.id if closest is not None else None, short=short)

    def _shown(self, view: View, best: ParagraphId | None, *, short: bool) -> Screen | None:
        closest = self.library.paragraph(best) if best is not None else None
        if view.shelf in {Shelf.QUOTE, Shelf.EVENT, Shelf.PASSAGE}:
            screen = self._single(view)
        elif view.shelf is Shelf.TOPIC:
            topic = self.library.topics.get(view.id)
            screen = self._topic(topic, view, short=short, closest=closest) if topic else None
        else:
            entity = self._entity_of(view)
            screen = self._entity(entity, view, short=short, closest=closest) if entity else None
        if screen is None:
            return None
        subject = view.with_tab(Tab.CARD)
        return replace(screen, subject=subject, url=self.phrases.url(subject))

    def title(self, view: View) -> str:
        """What the item of `view` is called; empty where there is no such item."""
        topic, entity = self.library.topics.get(view.id), self._entity_of(view)
        event = self.library.events.get(view.id)
        named = topic.title if topic else entity.name if entity else event.title if event else ""
        return named or (str(view.paragraph) if view.shelf is Shelf.PASSAGE else "this quotation")

    def has(self, view: View) -> bool:
        """Whether that side of the item holds anything."""
        if view.shelf is Shelf.TOPIC and (topic := self.library.topics.get(view.id)):
            held = topics.sides(self.phrases, topic)
        elif entity := self._entity_of(view):
            held = profiles.sides(self.phrases, entity)
        else:
            return view.tab in {Tab.CARD, Tab.FULL, Tab.SOURCES}
        return view.tab in {Tab.CARD, Tab.FULL, *held}

    def _known(self, view: View) -> bool:
        if view.shelf is Shelf.PASSAGE:
            return view.paragraph is not None and self.library.paragraph(view.paragraph) is not None
        items = {Shelf.TOPIC: self.library.topics, Shelf.EVENT: self.library.events, Shelf.QUOTE: self.library.quotes}
        return view.id in items[view.shelf] if view.shelf in items else self._entity_of(view) is not None

    def cites(self, view: View) -> Sequence[ParagraphId]:
        """The paragraphs that the item of `view` rests on; empty where there is no such item."""
        if view.shelf is Shelf.TOPIC and (topic := self.library.topics.get(view.id)):
            return topic.cites
        if view.shelf is Shelf.EVENT and (event := self.library.events.get(view.id)):
            return event.cites
        if view.shelf is Shelf.QUOTE and (quote := self.library.quotes.get(view.id)):
            return (quote.paragraph,)
        if view.shelf is Shelf.PASSAGE and view.paragraph is not None:
            return (view.paragraph,)
        entity = self._entity_of(view)
        return entity.cites if entity else ()

    def _single(self, view: View) -> Screen | None:
        if view.shelf is Shelf.QUOTE and (quote := self.library.quotes.get(view.id)):
            return passages.quote(self.phrases, quote)
        if view.shelf is Shelf.EVENT and (event := self.library.events.get(view.id)):
            return passages.event(self.phrases, event)
        if view.shelf is Shelf.PASSAGE and view.paragraph and (found := self.library.paragraph(view.paragraph)):
            return passages.passage(self.phrases, found, view)
        return None

    def _entity_of(self, view: View) -> Entity | None:
        entity = self.library.entities.get(view.id)
        if entity is None or view.shelf is not View.of(self.library.kind_of(entity.id), entity.id).shelf:
            return None
        return entity

    def _topic(self, topic: Topic, view: View, *, short: bool, closest: Paragraph | None) -> Screen:
        if view.tab is Tab.FULL:
            return topics.full(self.phrases, topic, view)
        if view.tab is Tab.PEOPLE:
            return topics.people(self.phrases, topic)
        if view.tab is Tab.RELATED:
            return topics.related(self.phrases, topic)
        if blocks := self._side(view, topic.cites, self.library.quotes_in(topic.cites)):
            heading = self.phrases.heading(view.with_tab(Tab.CARD), topic.title)
            return passages.side(heading, blocks, view, topics.side_buttons(self.phrases, topic, view.tab))
        return topics.card(self.phrases, topic, short=short, closest=closest)

    def _entity(self, entity: Entity, view: View, *, short: bool, closest: Paragraph | None) -> Screen:
        if view.tab is Tab.FULL:
            return profiles.full(self.phrases, entity, view)
        if view.tab is Tab.PEOPLE:
            return profiles.connected(self.phrases, entity)
        if view.tab is Tab.RELATED:
            return profiles.briefs(self.phrases, entity)
        if blocks := self._side(view, entity.cites, self.library.quotes_by_speaker.get(entity.id, ())):
            heading = self.phrases.heading(view.with_tab(Tab.CARD), entity.name)
            return passages.side(heading, blocks, view, profiles.side_buttons(self.phrases, entity, view.tab))
        return profiles.card(self.phrases, entity, short=short, closest=closest)

    def _side(self, view: View, cites: Sequence[ParagraphId], quotes: Sequence[Quote]) -> list[Html]:
        """The blocks of a side that topics and entities share; empty for their card."""
        if view.tab is Tab.QUOTES:
            return [self.phrases.spoken(quote, characters=QUOTE_CHARACTERS) for quote in quotes]
        if view.tab is Tab.TIMELINE:
            return [self.phrases.dated(event) for event in self.library.events_of.get(view.id, ())]
        if view.tab is Tab.SOURCES:
            return passages.sources(self.phrases, cites)
        return []
