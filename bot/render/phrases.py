"""Phrases that all screens share: citations that open their paragraph, source notes, dates, names that link."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.render.html import EMPTY, LINE, Html, bold, italic, join, link, quotation, shortened, text
from bot.render.pages import fitted
from bot.views import View
from briefs.library import Library
from briefs.models import Block, Event, Paragraph, ParagraphId, Quote, Sentence
from briefs.models.items import SOURCE_NOTES, Item

FLAG = "⚠️"
MAX_BLOCK = 1600
"""Characters of one block; longer texts are shown cut, the full text stands in the pages of their paragraph."""
ICONS = {"t": "📄", "p": "👤", "o": "🏛", "l": "📍", "q": "💬", "e": "📅", "s": "¶", "d": "📚"}
MAX_NOTES = 1800
MAX_TITLE = 200
MAX_DOUBT = 220
EXCERPT = 420
LITTLE = 40
MAX_CITES = 16
_SINGLE = 1
_CLOSING = frozenset(".,;:)!?")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases about one library, with links to the bot of that name."""

    library: Library
    username: str

    def url(self, view: View) -> str:
        """The deep link that opens `view` in a private chat with the bot."""
        return f"https://t.me/{self.username}?start={view.payload}"

    def named(self, view: View, label: str) -> Html:
        """`label` as a link to `view`."""
        return link(text(label), self.url(view))

    def heading(self, view: View, title: str) -> Html:
        """A title that links to its item; the first link of a message tells what the message is about."""
        return bold(self.named(view, shortened(title, MAX_TITLE)))

    def citation(self, cites: Sequence[ParagraphId], *, with_document: bool = False, flagged: bool = True) -> Html:
        """`[58, 61]`, each number a link to its paragraph; where `flagged`, one with a source note carries a flag."""
        if not cites:
            return EMPTY
        parts = []
        for cite in cites[:MAX_CITES]:
            paragraph = self.library.paragraph(cite)
            flag = FLAG if flagged and paragraph is not None and paragraph.note else ""
            label = f"{cite.document} {cite.number}" if with_document else str(cite.number)
            parts.append(Html(self.named(View.of_paragraph(cite), label) + flag))
        more = Html("…") if len(cites) > MAX_CITES else EMPTY
        return Html(f"[{join((*parts, more), Html(', '))}]")

    def sentence(self, sentence: Sentence, *, with_document: bool = False) -> Html:
        """A sentence and its citation."""
        body = text(shortened(sentence.text, MAX_BLOCK))
        return join((body, self.citation(sentence.cites, with_document=with_document)), Html(" "))

    def block(self, block: Block, *, with_document: bool = False) -> Html:
        """A paragraph or bullet of an item, cited sentence by sentence."""
        said = (self.sentence(sentence, with_document=with_document) for sentence in block.sentences)
        return fitted(said, Html(" "), MAX_BLOCK)

    def notes(self, cites: Iterable[ParagraphId], *, folded: bool = True) -> Html:
        """The source notes of the paragraphs `cites`, as one block; empty where there is none."""
        notes = self.library.notes(list(cites))
        if not notes:
            return EMPTY
        lines = (self.note(cite, note) for cite, note in notes)
        heading = bold(text(f"{FLAG} Source note{'s' * (len(notes) > _SINGLE)}"))
        return quotation(fitted((heading, *lines), LINE, MAX_NOTES), folded=folded)

    def item_notes(self, item: Item) -> list[Html]:
        """The source notes of an item, one block each: of all it cites, with the words of its own that it adds."""
        own = {cite: block for block in item.section(SOURCE_NOTES) if block.text for cite in block.cites}
        found = []
        for cite, note in self.library.notes(item.cites):
            words = text(own[cite].text) if cite in own else EMPTY
            heading = bold(text(f"{FLAG} Source note"))
            found.append(quotation(join((heading, words, self.note(cite, note)), Html("\n")), folded=True))
        return found

    def note(self, paragraph: ParagraphId, note: Block) -> Html:
        """A source note, beginning with the paragraph that it is about; its sentences cite the others it speaks of."""
        said = [self.citation([paragraph], flagged=False)]
        for sentence in note.sentences:
            words = text(shortened(sentence.text, MAX_BLOCK))
            others = self.citation([cite for cite in sentence.cites if cite != paragraph], flagged=False)
            cited = join((words, others), Html(" "))
            # A citation may stand within a sentence, before its comma or stop.
            said.append(cited if words[:1] in _CLOSING else Html(f" {cited}"))
        return fitted(said, EMPTY, MAX_BLOCK)

    def excerpt(self, paragraph: Paragraph, characters: int) -> Html:
        """The beginning of a paragraph with its citation; where it says little but quotes, the quotation too."""
        words = paragraph.text
        if len(words) < LITTLE and paragraph.quotes:
            words = f"{words} “{paragraph.quotes[0].text}”"
        return join((text(shortened(words, characters)), self.citation([paragraph.id])), Html(" "))

    def closest(self, paragraph: Paragraph | None) -> Html:
        """The paragraph that best answers a question put in words of its own; empty where there is none."""
        if paragraph is None:
            return EMPTY
        return quotation(join((italic(text("Closest paragraph: ")), self.excerpt(paragraph, EXCERPT))))

    def spoken(self, quote: Quote, *, characters: int = MAX_BLOCK) -> Html:
        """A quotation with its speaker, context and source."""
        said = text(f"“{shortened(quote.text, characters)}”")
        speaker = self.speaker(quote)
        context = italic(text(f" ({quote.context})")) if quote.context else EMPTY
        return join((said, Html("\n— "), speaker, context, Html(" "), self.citation([quote.paragraph])))

    def speaker(self, quote: Quote) -> Html:
        """Who speaks, as a link where the speaker has a profile."""
        name = self.library.speaker_name(quote)
        if quote.speaker in self.library.entities:
            return self.named(View.of(self.library.kind_of(quote.speaker), quote.speaker), name)
        return text(name)

    def dated(self, event: Event, *, linked: bool = True) -> Html:
        """An event in a line or two: its date, its title, what it rests on, and why the date is doubtful."""
        title = self.named(View.of_event(event.id), event.title) if linked else text(event.title)
        line = join((bold(text(event_date(event))), Html(" · "), title, Html(" "), self.citation(event.cites)))
        return join((line, self._doubt(event)), LINE)

    def _doubt(self, event: Event) -> Html:
        """In a sentence, why an event's date cannot be right as the text has it; empty where it can."""
        notes = self.library.notes(event.notes)
        if not notes:
            return EMPTY
        return italic(text(f"{FLAG} {shortened(notes[0][1].text, MAX_DOUBT)}"))

    def as_of(self, date: datetime.date, documents: Sequence[str]) -> Html:
        """The closing line: which document, known up to when."""
        names = ", ".join(
            f"{self.library.documents[identifier].publisher} ({self.library.documents[identifier].short})"
            for identifier in documents
        )
        return italic(text(f"As of {long_date(date)} · {names}"))


def long_date(date: datetime.date) -> str:
    """`5 November 2023`."""
    return f"{date.day} {date:%B %Y}"


def partial_date(written: str) -> str:
    """An ISO date, possibly of a month or a year only, in words."""
    if len(written) == len("2023"):
        return written
    if len(written) == len("2023-11"):
        return f"{datetime.date.fromisoformat(written + '-01'):%B %Y}"
    return long_date(datetime.date.fromisoformat(written))


def event_date(event: Event) -> str:
    """An event's date or span in words, as precisely as it is known."""
    start = partial_date(event.date)
    if event.until:
        start = f"{start} – {partial_date(event.until)}"
    return f"about {start}" if event.precision == "about" else start
