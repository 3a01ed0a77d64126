"""Views and their names in callback data and deep links: they survive the way there and back, and fit 64 bytes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.screen import CLOSE
from bot.views import BY_SPEAKER, MAX_PAYLOAD, SHELF_OF, Listing, Shelf, Tab, View
from briefs.library import Library
from briefs.models import Kind, ParagraphId

WORDS = st.text("abcxyz0189", min_size=1, max_size=15)
IDS = st.lists(WORDS, min_size=1, max_size=3).map("-".join)
VIEWS = st.builds(View, st.sampled_from(Shelf), IDS, st.sampled_from(Tab), st.integers(0, 999))
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


@given(VIEWS)
def test_a_view_survives_the_way_there_and_back(view: View) -> None:
    assert View.parse(view.payload) == view


@given(VIEWS)
def test_every_payload_fits_buttons_and_links(view: View) -> None:
    assert len(view.payload.encode()) <= MAX_PAYLOAD
    assert START_PAYLOAD.fullmatch(view.payload)
    assert view.payload != CLOSE


@given(VIEWS)
def test_a_link_leads_back_to_its_view(view: View) -> None:
    assert View.of_link(f"https://t.me/mujaz_bot?start={view.payload}") == view


@given(st.text() | st.text("tspaxz_-09\n٣", max_size=70))
def test_what_parses_is_written_as_it_was_read(payload: str) -> None:
    view = View.parse(payload)
    if view is not None:
        again = View.parse(view.payload)
        assert again == view
        assert view.payload.isascii()


@given(st.binary(max_size=80))
def test_any_bytes_are_a_view_or_none(raw: bytes) -> None:
    View.parse(raw.decode("utf-8", "replace"))


@pytest.mark.parametrize("kind", Kind)
def test_the_longest_id_fits_on_every_side(kind: Kind) -> None:
    for tab in Tab:
        view = View.of(kind, "a" * 48).with_tab(tab).with_page(999)
        assert len(view.payload) <= MAX_PAYLOAD
        assert View.parse(view.payload) == view


def test_the_quotes_of_the_longest_speaker_fit() -> None:
    view = View(Shelf.LIST, f"{BY_SPEAKER}{'a' * 48}", page=999)
    assert View.parse(view.payload) == view


def test_an_id_that_is_too_long_is_refused_where_it_is_packed() -> None:
    with pytest.raises(ValueError, match="longer than 64 bytes"):
        _ = View.of_topic("a" * 63).payload


def test_every_item_of_the_library_that_ships_fits(library: Library) -> None:
    for kind, identifiers in (
        (Kind.TOPIC, library.topics),
        (Kind.QUOTE, library.quotes),
        (Kind.EVENT, library.events),
    ):
        for identifier in identifiers:
            view = View.of(kind, identifier).with_tab(Tab.SOURCES).with_page(99)
            assert View.parse(view.payload) == view


@pytest.mark.parametrize(
    ("view", "payload"),
    [
        (View.of_topic("blinken-in-a-vest"), "t_blinken-in-a-vest"),
        (View.of_topic("blinken-in-a-vest").with_tab(Tab.QUOTES).with_page(1), "t_blinken-in-a-vest_q_1"),
        (View.of_topic("x").with_page(2), "t_x_c_2"),
        (View.of(Kind.PASSAGE, "iraq:58"), "s_iraq-58"),
        (View.of_paragraph(ParagraphId("al-x", 7)), "s_al-x-7"),
        (View(Shelf.LIST, Listing.TOPICS), "a_topics"),
    ],
)
def test_how_views_are_written(view: View, payload: str) -> None:
    # Links that people have shared must keep working.
    assert view.payload == payload


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "t",
        "t_",
        "_x",
        "tt_x",
        "t_X",
        "t_x y",
        "t_x_",
        "t_x_q_",
        "t_x_qq",
        "t_x_y",
        "t_x_q_1_2",
        "t_x_q_-1",
        "t_x_q_1000",
        "t__q",
        "k_x",
        "é_x",
        "t_é",
        "t_" + "a" * 63,
        "T_x",
        "t-x",
        CLOSE,
        "\n",
        "t_x\x00",
    ],
)
def test_hostile_payloads_are_no_view(payload: str) -> None:
    assert View.parse(payload) is None


@pytest.mark.parametrize(
    ("identifier", "paragraph"),
    [
        ("iraq-58", ParagraphId("iraq", 58)),
        ("al-x-7", ParagraphId("al-x", 7)),
        ("iraq", None),
        ("-5", None),
        ("58", None),
        ("iraq-", None),
        ("iraq-x", None),
    ],
)
def test_which_paragraph_a_view_shows(identifier: str, paragraph: ParagraphId | None) -> None:
    assert View(Shelf.PASSAGE, identifier).paragraph == paragraph


@pytest.mark.parametrize(
    "url", ["", "https://t.me/mujaz_bot", "https://t.me/mujaz_bot?start=", "https://example.org/?q=t_x", "?start=<b>"]
)
def test_other_links_are_no_view(url: str) -> None:
    assert View.of_link(url) is None


def test_another_side_begins_at_its_first_page() -> None:
    assert View.of_topic("x").with_page(3).with_tab(Tab.FULL) == View(Shelf.TOPIC, "x", Tab.FULL, 0)


def test_every_kind_has_a_shelf_of_its_own() -> None:
    assert set(SHELF_OF) == set(Kind)
    assert len(set(SHELF_OF.values())) == len(Kind)
