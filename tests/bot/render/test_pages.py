"""Pages: never over the limits, never a cut tag, nothing left out."""

from hypothesis import given
from hypothesis import strategies as st

from bot.render.html import GAP, LINE, Html, bold, entities, join, length, link, quotation, text
from bot.render.pages import MAX_BYTES, MAX_ENTITIES, MAX_LENGTH, SHORT_LENGTH, paginate
from bot.sandbox import parse_html

WORDS = st.sampled_from(["vest", "<b>", "&lt;", "😀", "قاسم", "a" * 120, "“", "\n"])
BLOCKS = st.builds(
    lambda words, times, around: around(text(" ".join(words) * times)),
    st.lists(WORDS, max_size=6),
    st.integers(0, 3),
    st.sampled_from(
        [bold, quotation, lambda content: link(content, "https://t.me/x?start=y"), lambda content: content]
    ),
)
MANY = st.lists(st.tuples(BLOCKS, st.integers(1, 60)), max_size=8).map(
    lambda pairs: [block for block, times in pairs for _ in range(times)]
)


@given(MANY, st.sampled_from([GAP, LINE]), st.sampled_from([MAX_LENGTH, SHORT_LENGTH]))
def test_every_page_is_within_the_limits_and_well_formed(blocks: list[Html], by: Html, limit: int) -> None:
    alone = max(map(length, blocks), default=0)
    for page in paginate(blocks, by, limit):
        parse_html(page)
        assert length(page) <= max(limit, alone)
        assert entities(page) <= MAX_ENTITIES
        assert len(page.encode()) <= MAX_BYTES


@given(MANY, st.sampled_from([GAP, LINE]))
def test_the_pages_hold_every_block_in_order(blocks: list[Html], by: Html) -> None:
    assert join(paginate(blocks, by), by) == join(blocks, by)


@given(MANY)
def test_no_page_but_an_only_one_is_empty(blocks: list[Html]) -> None:
    pages = paginate(blocks)
    assert len(pages) >= 1
    assert pages == [""] or all(pages)


def test_a_page_is_filled_before_the_next_begins() -> None:
    blocks = [text("a" * 1000)] * 7
    assert [page.count("a") for page in paginate(blocks)] == [3000, 3000, 1000]


def test_many_links_make_pages_too() -> None:
    blocks = [link(text("x"), "https://t.me/x?start=y")] * 200
    assert [entities(page) for page in paginate(blocks)] == [90, 90, 20]


def test_long_addresses_make_pages_too() -> None:
    blocks = [link(text("x"), f"https://t.me/x?start={'y' * 4000}")] * 20
    pages = paginate(blocks)
    assert len(pages) == 3
    assert all(len(page.encode()) <= MAX_BYTES for page in pages)
