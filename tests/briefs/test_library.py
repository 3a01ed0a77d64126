"""A library of somebody else's documents: the ways between its items, and the bot around it."""

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.desk import Desk
from bot.sandbox import Sandbox
from bot.views import Listing, Shelf, Tab, View
from briefs.faults import LibraryFaultsError
from briefs.library import Library
from briefs.mentions import entities_in, spoken_of
from briefs.models import Kind, ParagraphId
from briefs.search.answer import Outcome
from tests.libraries import CRANE, HARBOUR, ORMSBY, line_of, make_library, swapped
from tests.screens import assert_sendable
from tests.talking import Talk, in_bold, links, talking

ONE, TWO, THREE = (ParagraphId("harbour", number) for number in (1, 2, 3))


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library.open(make_library(tmp_path_factory.mktemp("theirs")))


@pytest_asyncio.fixture
async def their_chat(sandbox: Sandbox, theirs: Library, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Talk]:
    async with talking(sandbox, theirs) as talk:
        yield talk
    assert [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING] == []
    assert talk.stage.refusals() == []


def test_items_are_found_by_id(theirs: Library) -> None:
    assert list(theirs.documents) == ["harbour", "orchard"]
    assert theirs.topics["crane"].title == "Ormsby's crane fell and nobody was hurt"
    assert list(theirs.entities) == ["ada-quill", "bruno-vale", "harbour-board", "ormsby"]
    assert [str(paragraph.id) for paragraph in theirs.paragraphs()] == [
        "harbour:1",
        "harbour:2",
        "harbour:3",
        "orchard:1",
    ]


def test_events_are_by_date_whatever_their_order_in_the_file(theirs: Library) -> None:
    assert list(theirs.events) == ["pier-opens", "crane-falls"]


def test_a_paragraph_and_what_stands_beside_it(theirs: Library) -> None:
    second = theirs.paragraph(TWO)
    assert second is not None
    before, after = theirs.neighbours(TWO)
    assert (before, after) == (theirs.paragraph(ONE), theirs.paragraph(THREE))
    assert theirs.neighbours(ONE)[0] is None
    assert theirs.neighbours(THREE)[1] is None
    assert theirs.paragraph(ParagraphId("harbour", 4)) is None
    assert theirs.paragraph(ParagraphId("nowhere", 1)) is None
    assert theirs.neighbours(ParagraphId("nowhere", 1)) == (None, None)


@pytest.mark.parametrize(
    ("kind", "identifier", "title"),
    [
        (Kind.TOPIC, "bees", "A grower pollinates with a brush"),
        (Kind.PERSON, "ada-quill", "Ada Quill"),
        (Kind.ORGANISATION, "harbour-board", "Harbour Board"),
        (Kind.PLACE, "ormsby", "Ormsby"),
        (Kind.QUOTE, "harbour-2-1", "You could pull them out by hand"),
        (Kind.EVENT, "crane-falls", "The crane falls"),
        (Kind.PASSAGE, "harbour:3", "Harbour, paragraph 3"),
    ],
)
def test_what_an_item_is_called(theirs: Library, kind: Kind, identifier: str, title: str) -> None:
    assert theirs.title(kind, identifier) == title


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.PASSAGE])
def test_what_is_not_there_has_no_title(theirs: Library, kind: Kind) -> None:
    with pytest.raises(KeyError):
        theirs.title(kind, "nobody")


def test_kinds_of_entities(theirs: Library) -> None:
    assert [theirs.kind_of(name) for name in ("ada-quill", "harbour-board", "ormsby")] == [
        Kind.PERSON,
        Kind.ORGANISATION,
        Kind.PLACE,
    ]
    with pytest.raises(KeyError):
        theirs.kind_of("crane")


def test_who_speaks(theirs: Library) -> None:
    said = theirs.quotes_by_speaker
    assert [quote.id for quote in said["ada-quill"]] == ["harbour-2-2"]
    assert theirs.speaker_name(said["ada-quill"][0]) == "Ada Quill"
    assert theirs.speaker_name(said["dock-worker"][0]) == "a dock worker who asked not to be named"
    assert [quote.id for quote in theirs.quotes_in([TWO, ParagraphId("orchard", 1)])] == [
        "harbour-2-1",
        "harbour-2-2",
        "orchard-1-1",
    ]
    assert theirs.quotes_in([ONE]) == []


def test_source_notes_of_what_is_cited(theirs: Library) -> None:
    ((cite, note),) = theirs.notes([ONE, THREE, THREE, ParagraphId("nowhere", 1)])
    assert cite == THREE
    assert note.text.startswith("The text says 1990 here")


def test_topics_of_an_entity_those_first_where_it_comes_first(tmp_path: Path) -> None:
    first = swapped(CRANE, "people: [ada-quill]", "people: [ada-quill, bruno-vale]")
    library = Library.open(make_library(tmp_path, topics={"crane": first}))
    assert [topic.id for topic in library.topics_of["bruno-vale"]] == ["bees", "crane"]
    assert [topic.id for topic in library.topics_of["ada-quill"]] == ["crane"]
    assert [topic.id for topic in library.topics_of["harbour-board"]] == ["crane"]
    assert "nobody" not in library.topics_of


def test_events_of_an_entity_a_topic_a_document(theirs: Library) -> None:
    assert [event.id for event in theirs.events_of["ada-quill"]] == ["crane-falls"]
    assert [event.id for event in theirs.events_of["crane"]] == ["crane-falls"]
    assert [event.id for event in theirs.events_of["harbour"]] == ["pier-opens", "crane-falls"]
    assert "orchard" not in theirs.events_of


def test_what_a_message_names(theirs: Library) -> None:
    assert entities_in(theirs, "ada QUILL and Ormsby, and ada quill again") == {"ada-quill": 2, "ormsby": 1}
    assert entities_in(theirs, "nobody here") == {}


def test_what_a_message_speaks_of(theirs: Library) -> None:
    subjects = [(result.kind, result.id) for result in spoken_of(theirs, "I hear Bruno Vale left Ormsby")]
    assert (Kind.PERSON, "bruno-vale") in subjects
    assert (Kind.PLACE, "ormsby") in subjects
    assert spoken_of(theirs, "see you at eight") == []
    assert spoken_of(theirs, "") == []


def test_it_is_searched_like_any_other(theirs: Library) -> None:
    answer = theirs.search("ada quil")
    assert (answer.outcome, answer.results[0].id) == (Outcome.ANSWER, "ada-quill")
    assert theirs.search("What did Blinken wear in Baghdad?").outcome is Outcome.NOTHING


def test_a_library_with_broken_references_is_not_opened(tmp_path: Path) -> None:
    text = swapped(CRANE, "people: [ada-quill]", "people: [ada-quil]")
    town = ORMSBY + "It is old. [harbour:9]\n"
    with pytest.raises(LibraryFaultsError) as caught:
        Library.open(make_library(tmp_path, topics={"crane": text}, places={"ormsby": town}))
    shown = [str(fault) for fault in caught.value.faults]
    assert any(line.startswith(f"briefs/topics/crane.md:{line_of(text, 'people:')}: references:") for line in shown)
    assert any(line.startswith("briefs/places/ormsby.md:") and "harbour:9" in line for line in shown)


async def test_the_bot_answers_from_it(their_chat: Talk) -> None:
    assert "The harbour of Ormsby (The Ormsby Post)" in (await their_chat.say("/start")).text
    reply = await their_chat.say("/brief the fallen crane")
    assert in_bold(reply)[0] == "Ormsby's crane fell and nobody was hurt"
    assert reply.text.endswith("As of 3 May 2021 · The Ormsby Post (Harbour)")
    paragraph = await their_chat.open(links(reply)["2"])
    assert "“You could pull them out by hand”" in paragraph.text
    assert "a dock worker who asked not to be named" in paragraph.text


async def test_the_bot_knows_nothing_of_any_other(their_chat: Talk) -> None:
    reply = await their_chat.say("What did Blinken wear in Baghdad?")
    assert reply.text.startswith("The documents say nothing on")


async def test_every_side_of_a_small_brief_shows(their_chat: Talk) -> None:
    for side in ("More", "Quotes", "People", "Timeline", "Related", "Sources"):
        shown = await their_chat.say("/brief the fallen crane")
        await their_chat.press(shown, side)
        assert in_bold(shown)[0] == "Ormsby's crane fell and nobody was hurt"


async def test_a_private_person_is_answered_when_asked_for_and_not_listed(their_chat: Talk) -> None:
    assert in_bold(await their_chat.say("/who bruno vale"))[0] == "Bruno Vale"
    assert "Bruno Vale" not in (await their_chat.say("/who")).text


async def test_lists_of_what_is_not_there(sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    text = HARBOUR.replace("ada-quill", "dock-worker")
    (tmp_path / "seeds/harbour.md").write_text(text, encoding="utf-8")
    async with talking(sandbox, Library.open(tmp_path)) as chat:
        for words in (
            "/brief",
            "/who",
            "/timeline",
            "/quote",
            "/find crane",
            "/sources",
            "/help",
            "crane",
            "/brief crane",
        ):
            assert (await chat.say(words)).text
        assert chat.stage.refusals() == []


def bulky(folder: Path) -> Path:
    """A library in which everything is as long or as many as its form allows."""
    sentence = f"{'The crane of Ormsby fell into the harbour and <nobody> was hurt & all was well. ' * 3}[harbour:1]"
    long_line = "Ormsby & its crane " * 50
    crowd = [f"person-number-{number}" for number in range(40)]
    people = {
        name: swapped(
            f"---\nname: {name.replace('-', ' ').title()}\nrole: {'somebody at the pier ' * 20}[harbour:1]\n"
            f"affiliations: [harbour-board]\nrelations:\n"
            + "".join(f"  - {{kind: {'good friend ' * 8}of, to: {other}, cite: 'harbour:1'}}\n" for other in crowd[:40])
            + f"---\n\n{sentence}\n\n{sentence}\n\n## What they do\n\n"
            + f"- {sentence} {sentence}\n" * 40,
            "name",
            "name",
        )
        for name in crowd
    }
    topic = (
        f"---\ntitle: {('Crane ' * 150).strip()}\nquestions: [x]\npeople: [{', '.join(crowd)}]\ndocuments: [harbour]\n"
        f"as_of: 2021-05-03\nrelated: [crane]\n---\n\n{sentence}\n\n## Summary\n\n{' '.join([sentence] * 40)}\n\n"
        f"## Key points\n\n" + f"- {' '.join([sentence] * 20)}\n" * 10 + "\n## Figures\n\n" + f"- {sentence}\n" * 100
    )
    seed = HARBOUR
    seed = swapped(seed, "The text belongs to whoever invented it.", long_line)
    seed = swapped(seed, "Two people speak under their names, one does not.", long_line)
    seed = swapped(seed, "On 3 May 2021 the old crane", f"{long_line * 20} {'x' * 9000} On 3 May 2021 the old crane")
    seed = swapped(seed, "You could pull them out by hand", "You could pull them out by hand, all of them, " * 200)
    seed = swapped(seed, "the digits were probably swapped. [harbour:3]", f"{long_line * 9} [harbour:3] " * 5)
    seeds = {"harbour": seed}
    for number in range(25):
        seeds[f"copy-{number}"] = HARBOUR.replace("harbour:", f"copy-{number}:").replace(
            "dock-worker", f"worker-{number}"
        )
    events = "".join(
        f"- {{id: event-{number}, date: 2021, precision: year, says: '{long_line}', title: '{long_line}', "
        f"text: '{sentence}', topics: [long-topic], people: [{', '.join(crowd)}]}}\n"
        for number in range(40)
    )
    return make_library(folder, seeds=seeds, topics={"long-topic": topic}, people=people, timeline=events)


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(Library.open(bulky(tmp_path_factory.mktemp("bulky"))), "mujaz_bot")


def everything(library: Library) -> Iterator[View]:
    """A view of each kind of item in every side, and of each list."""
    for view in (
        View.of_topic("long-topic"),
        View.of_topic("crane"),
        View.of(Kind.PERSON, "person-number-7"),
        View.of(Kind.ORGANISATION, "harbour-board"),
        View.of(Kind.PLACE, "ormsby"),
    ):
        yield from (view.with_tab(tab) for tab in Tab)
    yield from (View.of(Kind.QUOTE, identifier) for identifier in list(library.quotes)[:3])
    yield View.of_event("event-7")
    yield from (View.of_paragraph(ParagraphId("harbour", number)) for number in (1, 2, 3))
    yield from (View(Shelf.LIST, listing) for listing in Listing if listing is not Listing.PASSAGES)


@pytest.mark.parametrize("short", [False, True])
def test_the_longest_content_is_shown_within_telegrams_limits(heavy: Desk, *, short: bool) -> None:
    refused = []
    for first in everything(heavy.library):
        view: View | None = first
        for _ in range(4):
            screen = heavy.view(view, short=short) if view is not None else None
            if view is None or screen is None:
                break
            try:
                shown = assert_sendable(screen)
            except AssertionError as error:
                refused.append(f"{view.payload}: {str(error).splitlines()[0]}")
                break
            on = view.with_page(view.page + 1)
            view = on if on in shown.buttons else None
    assert refused == []


@pytest.mark.parametrize("question", ["person", "crane", "person number 7", "ormsby", "/start"])
def test_the_longest_answers_are_within_telegrams_limits(heavy: Desk, question: str) -> None:
    for short in (False, True):
        for screen in (
            heavy.ask(question, short=short),
            heavy.brief(question, short=short),
            heavy.brief_on(f"{question} and Ada Quill and Ormsby", short=short),
            heavy.who(question, short=short),
            heavy.quotes(question),
            heavy.timeline(question, short=short),
            heavy.find(question, short=short),
            heavy.sources(),
        ):
            assert_sendable(screen)
