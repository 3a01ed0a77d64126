"""The briefing desk: from a question or a view to a screen. It knows the library, but no update and no chat."""

from collections.abc import Callable, Collection, Mapping, Sequence

from bot.render import help as help_screens
from bot.render import listings, passages, profiles, topics
from bot.render.html import EMPTY, Html, bold, italic, join, quotation, text
from bot.render.phrases import Phrases
from bot.render.screen import Button, Screen
from bot.views import Listing, Shelf, Tab, View
from briefs.library import Library
from briefs.mentions import spoken_of
from briefs.models import Entity, Event, Kind, ParagraphId, Quote, Topic
from briefs.search.answer import Answer, Outcome, Result

ENTITIES = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE})
_EXCERPT = 420
_QUESTION_WORDS = 3


class Desk:
    """Answers questions about one library for the bot called `username` (without @)."""

    def __init__(self, library: Library, username: str) -> None:
        self.library = library
        self.phrases = Phrases(library, username)

    def ask(self, question: str, *, short: bool = False) -> Screen:
        """An answer from everything: briefs, profiles, places, quotes, events, passages."""
        if cited := self._cited(question):
            return cited
        return self._answered(self.library.search(question), short=short)

    def brief(self, question: str, *, short: bool = False) -> Screen:
        """The topical brief that fits; without a question, the list of briefs."""
        if not question:
            return listings.topics(self.phrases, View(Shelf.LIST, Listing.TOPICS))
        answer = self.library.search(question, {Kind.TOPIC})
        if answer.outcome is Outcome.ANSWER:
            return self._answered(answer, short=short)
        whole = self.library.search(question)
        if whole.outcome is Outcome.ANSWER and whole.results[0].id in self.library.topics_of:
            return profiles.briefs(self.phrases, self.library.entities[whole.results[0].id])
        return self._answered(whole, short=short)

    def brief_on(self, message: str, *, short: bool = False) -> Screen:
        """The brief on what somebody's message speaks of; other subjects in it are offered as buttons."""
        subjects = spoken_of(self.library, message)
        if not subjects:
            return Screen(
                text("That message speaks of nothing that the documents cover. /brief lists what they do cover.")
            )
        first, *others = subjects
        screen = self._screen(first, question="", short=short)
        also = tuple((Button(f"Also: {result.title}", View.of(result.kind, result.id)),) for result in others[:3])
        return Screen(screen.html, (*screen.rows, *also))

    def who(self, question: str, *, short: bool = False) -> Screen:
        """A profile of a person or an organisation; without a question, the directory."""
        if not question:
            return listings.directory(self.phrases, View(Shelf.LIST, Listing.DIRECTORY))
        return self._answered(self.library.search(question, {Kind.PERSON, Kind.ORGANISATION}), short=short)

    def quotes(self, question: str, page: int = 0) -> Screen:
        """Quotes by a speaker or on a subject; without a question, all of them."""
        if not question:
            view = View(Shelf.LIST, Listing.QUOTES, page=page)
            return listings.quotes(self.phrases, "Quotes", list(self.library.quotes.values()), view)
        found = self._quotes_on(question)
        if not found:
            return self._nothing(question)
        view = View(Shelf.SEARCH, Listing.QUOTES, page=page)
        return listings.quotes(self.phrases, listings.titled("Quotes on", question), found, view)

    def timeline(self, question: str, page: int = 0) -> Screen:
        """Dated events of a person, organisation, place, topic or document; without a question, all of them."""
        if not question:
            view = View(Shelf.LIST, Listing.TIMELINE, page=page)
            return listings.timeline(self.phrases, "Timeline", list(self.library.events.values()), view)
        events = self._events_on(question)
        if not events:
            return self._nothing(question)
        view = View(Shelf.SEARCH, Listing.TIMELINE, page=page)
        return listings.timeline(self.phrases, listings.titled("Timeline of", question), events, view)

    def find(self, question: str, page: int = 0) -> Screen:
        """The passages that speak of the question."""
        if not question:
            return help_screens.usage("find")
        cites = self._cites_on(question)
        if not cites:
            return self._nothing(question)
        view = View(Shelf.SEARCH, Listing.PASSAGES, page=page)
        return listings.passages(self.phrases, listings.titled("Passages on", question), cites, view)

    def sources(self) -> Screen:
        """The documents: what they are, their date, how they were sourced."""
        return listings.documents(self.phrases)

    def view(self, view: View, *, question: str | None = None, short: bool = False) -> Screen | None:
        """The screen of `view`, or None where the library has no such item.

        `question` is what a search view answers; it stands in the message that the view belongs to.
        """
        if view.shelf is Shelf.SEARCH:
            return self._search_page(view, question)
        if view.shelf is Shelf.LIST:
            return self._list_page(view)
        if view.shelf in {Shelf.QUOTE, Shelf.EVENT, Shelf.PASSAGE}:
            return self._single(view)
        return self._item(view, short=short)

    def _single(self, view: View) -> Screen | None:
        if view.shelf is Shelf.QUOTE and (quote := self.library.quotes.get(view.id)):
            return passages.quote(self.phrases, quote)
        if view.shelf is Shelf.EVENT and (event := self.library.events.get(view.id)):
            return passages.event(self.phrases, event)
        if view.shelf is Shelf.PASSAGE and view.paragraph and (found := self.library.paragraph(view.paragraph)):
            return passages.passage(self.phrases, found, view)
        return None

    def _item(self, view: View, *, short: bool) -> Screen | None:
        if view.shelf is Shelf.TOPIC:
            topic = self.library.topics.get(view.id)
            return self._topic(topic, view, short=short) if topic else None
        entity = self.library.entities.get(view.id)
        if entity is None or view.shelf is not View.of(self.library.kind_of(entity.id), entity.id).shelf:
            return None
        return self._entity(entity, view, short=short)

    def _topic(self, topic: Topic, view: View, *, short: bool) -> Screen:
        title = bold(text(topic.title))
        below = topics.side_buttons(self.phrases, topic, view.tab)
        if view.tab is Tab.FULL:
            return topics.full(self.phrases, topic, view)
        if view.tab is Tab.PEOPLE:
            return topics.people(self.phrases, topic)
        if view.tab is Tab.RELATED:
            return topics.related(self.phrases, topic)
        blocks = self._side(view, topic.cites, self.library.quotes_in(topic.cites))
        return passages.side(title, blocks, view, below) if blocks else topics.card(self.phrases, topic, short=short)

    def _entity(self, entity: Entity, view: View, *, short: bool) -> Screen:
        title = bold(text(entity.name))
        below = profiles.side_buttons(self.phrases, entity, view.tab)
        if view.tab is Tab.FULL:
            return profiles.full(self.phrases, entity, view)
        if view.tab is Tab.PEOPLE:
            return profiles.connected(self.phrases, entity)
        if view.tab is Tab.RELATED:
            return profiles.briefs(self.phrases, entity)
        blocks = self._side(view, entity.cites, self.library.quotes_by_speaker.get(entity.id, ()))
        return passages.side(title, blocks, view, below) if blocks else profiles.card(self.phrases, entity, short=short)

    def _side(self, view: View, cites: Sequence[ParagraphId], quotes: Sequence[Quote]) -> list[Html]:
        """The blocks of a side that topics and entities share; empty for their card."""
        if view.tab is Tab.QUOTES:
            return [self.phrases.spoken(quote, characters=900) for quote in quotes]
        if view.tab is Tab.TIMELINE:
            return [self.phrases.dated(event) for event in self.library.events_of.get(view.id, ())]
        if view.tab is Tab.SOURCES:
            return passages.sources(self.phrases, cites)
        return []

    def _list_page(self, view: View) -> Screen | None:
        pages: Mapping[str, Callable[[], Screen]] = {
            Listing.TOPICS: lambda: listings.topics(self.phrases, view),
            Listing.DIRECTORY: lambda: listings.directory(self.phrases, view),
            Listing.QUOTES: lambda: self.quotes("", view.page),
            Listing.TIMELINE: lambda: self.timeline("", view.page),
            Listing.SOURCES: self.sources,
        }
        return pages[view.id]() if view.id in pages else None

    def _search_page(self, view: View, question: str | None) -> Screen | None:
        pages: Mapping[str, Callable[[str, int], Screen]] = {
            Listing.QUOTES: self.quotes,
            Listing.TIMELINE: self.timeline,
            Listing.PASSAGES: self.find,
        }
        return pages[view.id](question, view.page) if question and view.id in pages else None

    def _cited(self, question: str) -> Screen | None:
        """The paragraph, where the question is a citation: `iraq:58` or `[iraq:58]`."""
        try:
            paragraph = ParagraphId.parse(question.lower())
        except ValueError:
            return None
        return self.view(View.of_paragraph(paragraph))

    def _answered(self, answer: Answer, *, short: bool) -> Screen:
        if answer.outcome is Outcome.NOTHING:
            return listings.nothing(answer.query, answer.results)
        if answer.outcome is Outcome.CHOICES and len(answer.results) > 1:
            return listings.choices(self.phrases, answer.query, answer.results)
        return self._screen(answer.results[0], question=answer.query, short=short)

    def _screen(self, result: Result, *, question: str, short: bool) -> Screen:
        closest = self._closest(result, question)
        if result.kind is Kind.TOPIC:
            return topics.card(self.phrases, self.library.topics[result.id], short=short, closest=closest)
        if result.kind in ENTITIES:
            return profiles.card(self.phrases, self.library.entities[result.id], short=short, closest=closest)
        return self.view(View.of(result.kind, result.id)) or self._nothing(question)

    def _closest(self, result: Result, question: str) -> Html:
        """The paragraph that best answers a question put in words of its own, not by a name or a title."""
        if len(question.split()) < _QUESTION_WORDS or not result.cites or "text" not in result.why:
            return EMPTY
        paragraph = self.library.paragraph(result.cites[0])
        if paragraph is None:
            return EMPTY
        excerpt = passages.excerpt(self.phrases, paragraph, _EXCERPT)
        return join(
            (quotation(join((italic(text("Closest paragraph: ")), excerpt))), self.phrases.notes([paragraph.id])),
            Html("\n"),
        )

    def _nothing(self, question: str) -> Screen:
        answer = self.library.search(question)
        near = answer.results if answer.outcome is Outcome.NOTHING else ()
        return listings.nothing(answer.query, near)

    def _quotes_on(self, question: str) -> list[Quote]:
        named = self._first(question, ENTITIES)
        if named is not None and (spoken := self.library.quotes_by_speaker.get(named.id)):
            return list(spoken)
        answer = self.library.search(question, {Kind.QUOTE})
        found = [self.library.quotes[result.id] for result in answer.results if answer.outcome is not Outcome.NOTHING]
        subject = self._first(question, frozenset(Kind))
        if subject is not None:
            found += self.library.quotes_in(subject.cites)
        return list(dict.fromkeys(found))

    def _events_on(self, question: str) -> Sequence[Event]:
        for document in self.library.documents.values():
            if question.casefold() in {document.id, document.short.casefold(), document.title.casefold()}:
                return self.library.events_of.get(document.id, ())
        subject = self._first(question, frozenset(Kind))
        if subject is None:
            return ()
        if subject.kind is Kind.EVENT:
            return [self.library.events[subject.id]]
        own = self.library.events_of.get(subject.id)
        return own or [event for event in self.library.events.values() if set(event.cites) & set(subject.cites)]

    def _cites_on(self, question: str) -> list[ParagraphId]:
        answer = self.library.search(question, {Kind.PASSAGE})
        found = [result.cites[0] for result in answer.results if answer.outcome is not Outcome.NOTHING]
        subject = self._first(question, frozenset(Kind))
        return list(dict.fromkeys([*found, *(subject.cites if subject else ())]))

    def _first(self, question: str, kinds: Collection[Kind]) -> Result | None:
        answer = self.library.search(question, kinds)
        return answer.results[0] if answer.outcome is not Outcome.NOTHING and answer.results else None
