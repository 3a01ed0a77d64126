"""The library that ships: it holds what it promises, and everything in it can be shown, on every side and page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.views import BY_SPEAKER, Listing, Shelf, Tab, View
from briefs.library import SHIPPED, Library
from briefs.models import Kind, ParagraphId
from tests.screens import Shown, assert_sendable

PRIVATE = {
    "carol-zeghayer",
    "sindus-hamra",
    "mohammad-mousawi",
    "suzan-mousawi",
    "asinat-al-lahham",
    "fatima-al-lahham",
    "aouni-al-lahham",
}
PRECISIONS = {"day": r"\d{4}-\d\d-\d\d", "about": r"\d{4}(-\d\d){0,2}", "month": r"\d{4}-\d\d", "year": r"\d{4}"}
FOLDERS = {
    "topics": Kind.TOPIC,
    "people": Kind.PERSON,
    "organisations": Kind.ORGANISATION,
    "places": Kind.PLACE,
}


def stems(folder: str) -> list[str]:
    return sorted(path.stem for path in (SHIPPED / "briefs" / folder).glob("*.md"))


ITEMS = [pytest.param(kind, stem, id=f"{kind}-{stem}") for folder, kind in FOLDERS.items() for stem in stems(folder)]


def test_the_documents_have_all_their_paragraphs(library: Library) -> None:
    assert {document.id: len(document.paragraphs) for document in library.documents.values()} == {
        "iraq": 86,
        "lebanon": 37,
    }


@pytest.mark.parametrize(("document", "paragraphs", "topics"), [("iraq", 86, 14), ("lebanon", 37, 7)])
def test_the_briefs_on_a_document_cite_every_paragraph(
    library: Library, document: str, paragraphs: int, topics: int
) -> None:
    found = [topic for topic in library.topics.values() if document in topic.documents]
    assert len(found) >= topics
    cited = {cite.number for topic in found for cite in topic.cites if cite.document == document}
    assert cited == set(range(1, paragraphs + 1))


def test_how_much_there_is(library: Library) -> None:
    assert len(library.people) == 32
    assert len(library.organisations) > 30
    assert len(library.places) > 40
    assert len(library.events) >= 45


def test_private_people_are_marked(library: Library) -> None:
    assert {person.id for person in library.people.values() if person.private} == PRIVATE


def test_files_and_items_agree(library: Library) -> None:
    for folder, mapping in (
        ("topics", library.topics),
        ("people", library.people),
        ("organisations", library.organisations),
        ("places", library.places),
    ):
        assert sorted(mapping) == stems(folder)


def test_every_paragraph_has_its_sourcing(library: Library) -> None:
    assert [str(paragraph.id) for paragraph in library.paragraphs() if not paragraph.sourcing] == []


def test_every_quotation_has_a_speaker_with_a_name(library: Library) -> None:
    unnamed = [quote.id for quote in library.quotes.values() if library.speaker_name(quote) == quote.speaker]
    assert unnamed == []


def test_unnamed_sources_speak(library: Library) -> None:
    unnamed = {source.id for source in library.documents["iraq"].sources}
    assert len(unnamed) >= 20
    assert unnamed & set(library.quotes_by_speaker)
    assert library.documents["lebanon"].sources == ()


def test_everybody_is_spoken_of(library: Library) -> None:
    assert [entity.id for entity in library.entities.values() if not entity.cites] == []


@pytest.mark.parametrize(("name", "number"), [("iraq", 43), ("iraq", 53), ("lebanon", 24), ("lebanon", 25)])
def test_what_cannot_be_right_carries_a_source_note(library: Library, name: str, number: int) -> None:
    paragraph = library.paragraph(ParagraphId(name, number))
    assert paragraph is not None
    assert paragraph.note is not None


def test_dates_are_as_precise_as_they_say(library: Library) -> None:
    for event in library.events.values():
        if form := PRECISIONS.get(event.precision):
            assert re.fullmatch(form, event.date), event.id
        assert event.until is None or event.until >= event.date[: len(event.until)], event.id
        assert event.cites, event.id


class Tour:
    """Goes through a library's screens as a reader does; remembers which views are there."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._there: dict[View, bool] = {}

    def visit(self, view: View, *, short: bool = False) -> Shown:
        """The screen of `view`, held to Telegram's limits; all its links and buttons lead somewhere."""
        screen = self.desk.view(view, short=short)
        assert screen is not None, f"{view.payload} is not there"
        shown = assert_sendable(screen)
        for target in (*shown.links, *shown.buttons):
            assert target is not None, f"a link in {view.payload} leads nowhere"
            if target not in self._there:
                self._there[target] = self.desk.view(target) is not None
            assert self._there[target], f"{view.payload} leads to {target.payload}, which is not there"
        return shown

    def leaf(self, view: View, *, short: bool = False) -> Iterator[Shown]:
        """All pages of `view`, followed by the button that leads on."""
        while True:
            shown = self.visit(view, short=short)
            yield shown
            on = view.with_page(view.page + 1)
            if on not in shown.buttons:
                return
            view = on


@pytest.fixture(scope="module")
def tour(desk: Desk) -> Tour:
    return Tour(desk)


@pytest.mark.parametrize(("kind", "identifier"), ITEMS)
def test_an_item_shows_on_every_side_and_page(library: Library, tour: Tour, kind: Kind, identifier: str) -> None:
    view, title = View.of(kind, identifier), " ".join(library.title(kind, identifier).split())
    item = library.topics[identifier] if kind is Kind.TOPIC else library.entities[identifier]
    card = tour.visit(view)
    assert title in card.text
    assert item.lead.sentences[0].text in card.text
    assert {View.of_paragraph(cite) for cite in item.lead.cites} <= set(card.links)
    assert view.with_tab(Tab.SOURCES) in card.buttons
    assert title in tour.visit(view, short=True).text
    for tab in set(Tab) - {Tab.CARD, Tab.ANSWER}:
        for number, page in enumerate(tour.leaf(view.with_tab(tab))):
            assert number or title in page.text


def test_every_paragraph_shows(library: Library, tour: Tour) -> None:
    for paragraph in library.paragraphs():
        first, *_ = tour.leaf(View.of_paragraph(paragraph.id))
        assert f"paragraph {paragraph.id.number} of" in first.text
        assert " ".join(paragraph.text.split())[:60] in " ".join(first.text.split())


def test_every_quotation_shows_whole_and_can_be_copied(library: Library, desk: Desk, tour: Tour) -> None:
    for quote in library.quotes.values():
        view = View.of(Kind.QUOTE, quote.id)
        assert quote.text in tour.visit(view).text
        screen = desk.view(view)
        assert screen is not None
        assert any(button.copies and quote.text[:40] in button.copies for row in screen.rows for button in row)


def test_every_event_shows_what_the_text_calls_its_date(library: Library, tour: Tour) -> None:
    for event in library.events.values():
        assert event.says in tour.visit(View.of_event(event.id)).text


@pytest.mark.parametrize("listing", [listing for listing in Listing if listing is not Listing.PASSAGES])
@pytest.mark.parametrize("short", [False, True])
def test_every_page_of_a_list_shows(tour: Tour, listing: Listing, *, short: bool) -> None:
    assert list(tour.leaf(View(Shelf.LIST, listing), short=short))


def test_the_quotes_of_every_speaker_show(library: Library, tour: Tour) -> None:
    for speaker, said in library.quotes_by_speaker.items():
        assert len(list(tour.leaf(View(Shelf.LIST, f"{BY_SPEAKER}{speaker}")))) == len(said)


def test_lists_leave_nothing_out(library: Library, tour: Tour) -> None:
    topics = {target.id for page in tour.leaf(View(Shelf.LIST, Listing.TOPICS)) for target in page.buttons}
    assert topics >= set(library.topics)
    events = {target.id for page in tour.leaf(View(Shelf.LIST, Listing.TIMELINE)) for target in page.links if target}
    assert events >= set(library.events)
    people = {target.id for page in tour.leaf(View(Shelf.LIST, Listing.DIRECTORY)) for target in page.links if target}
    assert people >= {person.id for person in library.people.values() if not person.private}
    assert not people & PRIVATE


def test_a_whole_brief_holds_every_sentence_of_its_file(library: Library, tour: Tour) -> None:
    for topic in library.topics.values():
        shown = " ".join(page.text for page in tour.leaf(View.of_topic(topic.id).with_tab(Tab.FULL)))
        for block in topic.blocks():
            for sentence in block.sentences:
                assert sentence.text[:80] in shown, topic.id


def test_nothing_of_the_content_depends_on_the_working_directory(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Library.open().topics.keys() == library.topics.keys()
