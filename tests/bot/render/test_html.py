"""Telegram HTML: escaped, well formed, without characters that would turn the text around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render import html
from bot.render.html import EMPTY, Html, bold, bullets, italic, join, link, quotation, shortened, text
from bot.sandbox import parse_html

ANY_TEXT = st.text(st.characters(codec=None))
FRAGMENTS = st.recursive(
    st.text(max_size=20).map(text),
    lambda inner: st.one_of(
        inner.map(bold),
        inner.map(italic),
        inner.map(quotation),
        inner.map(lambda content: quotation(content, folded=True)),
        inner.map(lambda content: link(content, "https://t.me/mujaz_bot?start=s_iraq-58&x=\"'<")),
        st.lists(inner, max_size=4).map(join),
        st.lists(inner, max_size=4).map(bullets),
    ),
    max_leaves=12,
)


@given(ANY_TEXT)
def test_any_text_is_shown_as_it_is_without_control_characters(plain: str) -> None:
    shown, entities = parse_html(text(plain))
    assert entities == []
    assert shown == "".join(character for character in plain if html.text(character))
    shown.encode("utf-8")


@given(FRAGMENTS)
def test_any_composition_is_well_formed(content: Html) -> None:
    parse_html(content)


@given(FRAGMENTS)
def test_length_is_what_telegram_counts(content: Html) -> None:
    shown, _ = parse_html(content)
    assert html.length(content) == len(shown.encode("utf-16-le")) // 2
    assert html.length(content) >= len(shown)


@given(FRAGMENTS)
def test_entities_are_never_counted_too_few(content: Html) -> None:
    assert html.entities(content) >= len(parse_html(content)[1])


@pytest.mark.parametrize(
    ("plain", "escaped"),
    [
        ("<b>", "&lt;b&gt;"),
        ("&lt;", "&amp;lt;"),
        ("AT&T", "AT&amp;T"),
        ("\"quotes\" and 'these'", "\"quotes\" and 'these'"),
        ("two\nlines", "two\nlines"),
        ("tab\tand\rreturn\x00\x07\x1b\x7f\x85", "tabandreturn"),
        ("\u202eturned\u202c \u2066isolated\u2069\u202a\u202b\u202d\u2067\u2068", "turned isolated"),
        ("\u200fقاسم\u200e", "\u200fقاسم\u200e"),
        ("half \ud800 a pair", "half  a pair"),
        ("😀", "😀"),
    ],
)
def test_how_text_is_escaped(plain: str, escaped: str) -> None:
    assert text(plain) == escaped


def test_an_address_is_escaped_in_its_attribute() -> None:
    (entity,) = parse_html(link(text("x"), 'https://t.me/?a="b"&c=<d>'))[1]
    assert entity.url == 'https://t.me/?a="b"&c=<d>'


@pytest.mark.parametrize("around", [bold, italic, quotation])
def test_nothing_is_made_of_nothing(around: object) -> None:
    assert callable(around)
    assert around(EMPTY) == EMPTY


def test_join_and_bullets_leave_out_what_is_empty() -> None:
    assert join((text("a"), EMPTY, text("b")), html.GAP) == "a\n\nb"
    assert bullets((text("a"), EMPTY, text("b"))) == "• a\n• b"


def test_a_folded_quotation_is_expandable() -> None:
    (entity,) = parse_html(quotation(text("x"), folded=True))[1]
    assert entity.type == "expandable_blockquote"


@given(st.text(), st.integers(2, 80))
def test_shortened_text_is_never_longer_than_asked(plain: str, characters: int) -> None:
    cut = shortened(plain, characters)
    assert len(cut) <= characters
    assert cut == plain or (len(plain) > characters and cut.endswith("…"))
    assert plain.startswith(cut.removesuffix("…").rstrip(" ,;:"))


@pytest.mark.parametrize(
    ("plain", "characters", "cut"),
    [
        ("the vest and the helicopter", 16, "the vest and…"),
        ("the vest, and the helicopter", 10, "the vest…"),
        ("helicopterhelicopter", 11, "helicopter…"),
        ("exactly ten", 11, "exactly ten"),
    ],
)
def test_text_is_cut_at_a_word(plain: str, characters: int, cut: str) -> None:
    assert shortened(plain, characters) == cut
