"""Screens of items: each is made once, and holds nothing of a reader's."""

from bot.render.phrases import Phrases
from bot.shelves import MAX_SCREENS, Shelves
from bot.views import View
from briefs.library import Library
from tests.work import calls_of


def test_a_screen_is_made_once(library: Library) -> None:
    shelves = Shelves(library, Phrases(library, "mujaz_bot"))
    view = View.of_topic(next(iter(library.topics)))
    made, work = calls_of(lambda: shelves.show(view))
    again, less = calls_of(lambda: shelves.show(view))
    assert made is not None
    assert again is made
    assert less * 10 < work


def test_forms_and_closest_paragraphs_have_screens_of_their_own(library: Library) -> None:
    shelves = Shelves(library, Phrases(library, "mujaz_bot"))
    topic = next(iter(library.topics.values()))
    view = View.of_topic(topic.id)
    first, second = (library.paragraph(cite) for cite in topic.cites[:2])
    shown = [
        shelves.show(view),
        shelves.show(view, short=True),
        shelves.show(view, closest=first),
        shelves.show(view, closest=second),
    ]
    assert len({screen.html for screen in shown if screen is not None}) == len(shown)


def test_what_is_not_there_has_no_screen(library: Library) -> None:
    shelves = Shelves(library, Phrases(library, "mujaz_bot"))
    assert shelves.show(View.of_topic("no-such-brief")) is None


def test_what_readers_make_up_drives_nothing_out(library: Library) -> None:
    shelves = Shelves(library, Phrases(library, "mujaz_bot"))
    view = View.of_topic(next(iter(library.topics)))
    kept = shelves.show(view)
    for number in range(MAX_SCREENS + 1):
        assert shelves.show(View.of_topic(f"made-up-{number}")) is None
    assert shelves.show(view) is kept
