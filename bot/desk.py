"""The briefing desk: from a question or a view to a screen. It knows the library, but no update and no chat."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from rapidfuzz import process

from bot.asides import Aside, aside
from bot.render import help as help_screens
from bot.render import listings
from bot.render.phrases import Phrases
from bot.render.screen import Button, Screen
from bot.shelves import Shelves
from bot.views import BY_SPEAKER, Listing, Shelf, Tab, View
from briefs.library import Library
from briefs.lookup import best, events_on, paragraphs_on, quotes_on, ranked_in
from briefs.mentions import spoken_of
from briefs.models import ENTITIES, Kind, Paragraph, ParagraphId
from briefs.search.answer import Answer, Outcome, Result
from briefs.search.folding import bounded, fold

NAME = "mujaz"
"""What the bot is called, folded, whatever its username."""
MAX_CHOICES = 6
MAX_SUBJECTS = 3
_QUESTION_WORDS = 3
_NUMBER = re.compile(r"(?:(?:source|paragraph|para|passage|no|¶)[ .]*)?\[?(?P<number>\d{1,6})\]?", re.ASCII)


class Desk:
    """Answers questions about one library for the bot called `username` (without @)."""

    def __init__(self, library: Library, username: str) -> None:
        self.library = library
        self.phrases = Phrases(library, username)
        self.shelves = Shelves(library, self.phrases)
        self._own_names = {NAME, fold(username)}
        called = (fold(f"{document.short} {document.publisher}") for document in library.documents.values())
        self._called = {word for names in called for word in names.split()}

    def ask(self, question: str, *, short: bool = False) -> Screen:
        """An answer from everything: briefs, profiles, places, quotes, events, passages."""
        if cited := self._cited(question):
            return cited
        if said := self._aside(question):
            return said
        return self.answered(self.library.search(question), short=short)

    def brief(self, question: str, *, short: bool = False) -> Screen:
        """The topical brief that fits; without a question, the list of briefs."""
        if not question:
            return listings.topics(self.phrases, View(Shelf.LIST, Listing.TOPICS))
        asked = self.library.asked(question)
        answer = asked.among({Kind.TOPIC})
        if answer.outcome is Outcome.ANSWER:
            return self.answered(answer, short=short)
        whole = asked.among()
        if whole.outcome is Outcome.ANSWER and whole.results[0].id in self.library.topics_of:
            named = whole.results[0]
            return self.view(View.of(named.kind, named.id).with_tab(Tab.RELATED)) or self._nothing(question)
        return self.answered(whole, short=short)

    def brief_on(self, message: str, *, short: bool = False) -> Screen:
        """The brief on what somebody's message speaks of; other subjects in it are offered as buttons."""
        subjects = spoken_of(self.library, message)
        if not subjects:
            return help_screens.speaks_of_nothing()
        first, *others = subjects
        screen = self._screen(first, question="", short=short)
        also = tuple(
            (Button(f"Also: {result.title}", View.of(result.kind, result.id)),) for result in others[:MAX_SUBJECTS]
        )
        return replace(screen, rows=(*screen.rows, *also))

    def who(self, question: str, *, short: bool = False) -> Screen:
        """A profile of a person, an organisation or a place that is named; without a question, the directory."""
        if not question:
            return listings.directory(self.phrases, View(Shelf.LIST, Listing.DIRECTORY), short=short)
        asked = self.library.asked(question)
        whole = asked.among(ENTITIES)
        named = whole.outcome is Outcome.ANSWER and whole.results[0].named
        return self.answered(whole if named else asked.among({Kind.PERSON, Kind.ORGANISATION}), short=short)

    def quotes(self, question: str, page: int = 0) -> Screen:
        """Quotes by a speaker or on a subject, one a page; without a question, all of them."""
        if not question:
            view = View(Shelf.LIST, Listing.QUOTES, page=page)
            return listings.quotes(self.phrases, "Quotes", list(self.library.quotes.values()), view)
        found = quotes_on(self.library, question)
        if not found:
            return self._none("quotation", question)
        view = View(Shelf.SEARCH, Listing.QUOTES, page=page)
        return listings.quotes(self.phrases, listings.titled("Quotes on", bounded(question)), found, view)

    def timeline(self, question: str, page: int = 0, *, short: bool = False) -> Screen:
        """Dated events of a person, organisation, place, topic or document; without a question, all of them."""
        if not question:
            view = View(Shelf.LIST, Listing.TIMELINE, page=page)
            return listings.timeline(self.phrases, "Timeline", list(self.library.events.values()), view, short=short)
        events = events_on(self.library, question)
        if not events:
            return self._none("dated event", question)
        view = View(Shelf.SEARCH, Listing.TIMELINE, page=page)
        return listings.timeline(
            self.phrases, listings.titled("Timeline of", bounded(question)), events, view, short=short
        )

    def find(self, question: str, page: int = 0, *, short: bool = False) -> Screen:
        """The passages that speak of the question."""
        if not question:
            return help_screens.usage("find")
        cites = paragraphs_on(self.library, question)
        if not cites:
            return self._none("passage", question)
        view = View(Shelf.SEARCH, Listing.PASSAGES, page=page)
        return listings.passages(
            self.phrases, listings.titled("Passages on", bounded(question)), cites, view, short=short
        )

    def sources(self, page: int = 0) -> Screen:
        """The documents: what they are, their date, how they were sourced."""
        return listings.documents(self.phrases, View(Shelf.LIST, Listing.SOURCES, page=page))

    def view(self, view: View, *, question: str | None = None, short: bool = False) -> Screen | None:
        """The screen of `view`, or None where the library has no such item.

        `question` stands in the message that the view belongs to: a search view pages through what answers it, the
        answer side of an item shows what in the item does.
        """
        if view.shelf is Shelf.SEARCH:
            return self._search_page(view, question, short=short)
        if view.shelf is Shelf.LIST:
            return self._list_page(view, short=short)
        asked = view.tab is Tab.ANSWER and question and len(question.split()) >= _QUESTION_WORDS
        closest = self.closest_in(view, question) if asked and question else None
        return self.shelves.show(view, short=short, closest=closest)

    def nearest(self, payload: str) -> Screen:
        """A link or button leads to what is not in the library (any more): says so and offers what is called alike."""
        named = payload.partition("_")[2].partition("_")[0]
        known = {
            **{identifier: View.of_topic(identifier) for identifier in self.library.topics},
            **{name: View.of(self.library.kind_of(name), name) for name in self.library.entities},
        }
        near = process.extract(named, list(known), limit=MAX_SUBJECTS, score_cutoff=60) if named else []
        titles = {
            **{t.id: t.title for t in self.library.topics.values()},
            **{e.id: e.name for e in self.library.entities.values()},
        }
        return help_screens.gone(tuple(Button(titles[identifier], known[identifier]) for identifier, *_ in near))

    def _list_page(self, view: View, *, short: bool) -> Screen | None:
        if view.id.startswith(BY_SPEAKER):
            spoken = self.library.quotes_by_speaker.get(view.id.removeprefix(BY_SPEAKER))
            title = f"Quotes of {self.library.speaker_name(spoken[0])}" if spoken else ""
            return listings.quotes(self.phrases, title, spoken, view) if spoken else None
        pages: Mapping[str, Callable[[], Screen]] = {
            Listing.TOPICS: lambda: listings.topics(self.phrases, view),
            Listing.DIRECTORY: lambda: listings.directory(self.phrases, view, short=short),
            Listing.QUOTES: lambda: self.quotes("", view.page),
            Listing.TIMELINE: lambda: self.timeline("", view.page, short=short),
            Listing.SOURCES: lambda: self.sources(view.page),
        }
        return pages[view.id]() if view.id in pages else None

    def _search_page(self, view: View, question: str | None, *, short: bool) -> Screen | None:
        if not question:
            return None
        pages: Mapping[str, Callable[[], Screen]] = {
            Listing.QUOTES: lambda: self.quotes(question, view.page),
            Listing.TIMELINE: lambda: self.timeline(question, view.page, short=short),
            Listing.PASSAGES: lambda: self.find(question, view.page, short=short),
        }
        return pages[view.id]() if view.id in pages else None

    def _cited(self, question: str) -> Screen | None:
        """The paragraph, where the question is a citation (`iraq:58`, `[iraq:58]`) or a paragraph's number (`[58]`)."""
        written = question.strip().lower()
        if match := _NUMBER.fullmatch(written):
            number = int(match["number"])
            having = [document for document in self.library.documents.values() if number in document.by_number]
            if len(having) == 1:
                return self.view(View.of_paragraph(ParagraphId(having[0].id, number)))
            return listings.which_document(having, number) if having else None
        try:
            paragraph = ParagraphId.parse(written)
        except ValueError:
            return None
        document = self.library.documents.get(paragraph.document)
        if document is not None and paragraph.number not in document.by_number:
            return listings.no_such_paragraph(document)
        return self.view(View.of_paragraph(paragraph))

    def _aside(self, question: str) -> Screen | None:
        match aside(question, self._own_names, self._called):
            case Aside.COURTESY:
                return help_screens.courtesy()
            case Aside.HELP:
                return help_screens.help_screen(self.phrases.username)
            case Aside.GREETING:
                return help_screens.start(self.library)
            case Aside.DOCUMENTS:
                return self.sources()
            case None:
                return None

    def answered(self, answer: Answer, *, short: bool) -> Screen:
        """What is shown of the `answer` of a search."""
        if answer.outcome is Outcome.NOTHING:
            return listings.nothing(answer.query, answer.results)
        if answer.outcome is Outcome.CHOICES:
            return listings.choices(self.phrases, answer.query, answer.results[:MAX_CHOICES])
        return self._screen(answer.results[0], question=answer.query, short=short)

    def _screen(self, result: Result, *, question: str, short: bool) -> Screen:
        view = View.of(result.kind, result.id)
        asked = len(question.split()) >= _QUESTION_WORDS and not result.named
        closest = self.library.paragraph(result.cites[0]) if asked and result.cites else None
        return self.shelves.show(view, short=short, closest=closest) or self._nothing(question)

    def closest_in(self, view: View, question: str) -> Paragraph | None:
        """The paragraph of an item that best answers a question put in words of its own."""
        cites = ranked_in(self.library, self.shelves.cites(view), question)
        return self.library.paragraph(cites[0]) if cites else None

    def _none(self, what: str, question: str) -> Screen:
        """Nothing of that kind on the question: says whether the documents hold something else on it."""
        known = best(self.library, question)
        if known is None:
            return self._nothing(question)
        return listings.none_of_kind(what, View.of(known.kind, known.id), known.title)

    def _nothing(self, question: str) -> Screen:
        answer = self.library.search(question)
        near = answer.results if answer.outcome is Outcome.NOTHING else ()
        return listings.nothing(answer.query, near)
