"""Telegram's HTML: what becomes an entity, and how faults are told."""

from __future__ import annotations

import pytest

from bot.sandbox import Entity, MarkupError, parse_html

WELL_FORMED = [
    ("plain", "plain", []),
    ("<b>bold</b>", "bold", [("bold", 0, 4)]),
    ("<strong>x</strong>", "x", [("bold", 0, 1)]),
    ("<i>x</i><em>y</em>", "xy", [("italic", 0, 1), ("italic", 1, 1)]),
    ("<u>x</u>", "x", [("underline", 0, 1)]),
    ("<ins>x</ins>", "x", [("underline", 0, 1)]),
    ("<s>x</s>", "x", [("strikethrough", 0, 1)]),
    ("<strike>x</strike>", "x", [("strikethrough", 0, 1)]),
    ("<del>x</del>", "x", [("strikethrough", 0, 1)]),
    ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
    ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ("<code>x</code>", "x", [("code", 0, 1)]),
    ("<pre>x</pre>", "x", [("pre", 0, 1)]),
    ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
    ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
    ('<blockquote expandable="">x</blockquote>', "x", [("expandable_blockquote", 0, 1)]),
    ("<B>x</b>", "x", [("bold", 0, 1)]),
    ("<b >x</b >", "x", [("bold", 0, 1)]),
    ("<b>x</>", "x", [("bold", 0, 1)]),
    ("<b></b>x", "x", []),
    ("😀<b>😀x</b>", "😀😀x", [("bold", 2, 3)]),
    ("قاسم <b>سليماني</b>", "قاسم سليماني", [("bold", 5, 7)]),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("<i><b>a</b></i>", "a", [("bold", 0, 1), ("italic", 0, 1)]),
    ("&lt;b&gt; &amp; &quot;x&quot;", '<b> & "x"', []),
    ("&lt b &#60;&#x3c;&#128512;", "< b <<😀", []),
    ("&nbsp;&apos;&;&#;&#0;&bad", "&nbsp;&apos;&;&#;&#0;&bad", []),
    ("a > b & c", "a > b & c", []),
]


@pytest.mark.parametrize(("raw", "text", "entities"), WELL_FORMED)
def test_tags_become_entities(raw: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    parsed, found = parse_html(raw)
    assert parsed == text
    assert [(entity.type, entity.offset, entity.length) for entity in found] == entities


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://t.me/mujaz_bot?start=iraq_58", "https://t.me/mujaz_bot?start=iraq_58"),
        ("https://T.me/Mujaz", "https://t.me/Mujaz"),
        ("example.com", "http://example.com/"),
        ("http://example.com:8080?a=b&amp;c=d", "http://example.com:8080/?a=b&c=d"),
        ("tg://resolve?domain=mujaz_bot", "tg://resolve?domain=mujaz_bot"),
    ],
)
def test_links_are_written_as_telegram_writes_them(href: str, url: str) -> None:
    assert parse_html(f'<a href="{href}">x</a>') == ("x", [Entity("text_link", 0, 1, url=url)])


@pytest.mark.parametrize("href", ["nonsense", "javascript:alert(1)", "ftp://example.com/", "http://a b.com", ""])
def test_a_link_that_telegram_does_not_take_is_plain_text(href: str) -> None:
    assert parse_html(f'<a href="{href}">x</a>') == ("x", [])


def test_a_link_without_a_target_takes_its_text() -> None:
    assert parse_html("<a>example.com</a>")[1] == [Entity("text_link", 0, 11, url="http://example.com/")]


def test_a_link_to_a_user_is_a_mention() -> None:
    assert parse_html('<a href="tg://user?id=1001">Lina</a>')[1] == [Entity("text_mention", 0, 4, user_id=1001)]


@pytest.mark.parametrize(
    "raw",
    [
        '<pre><code class="language-python">x</code></pre>',
        '<code class="language-python"><pre>x</pre></code>',
    ],
)
def test_code_with_a_language_is_one_entity(raw: str) -> None:
    assert parse_html(raw)[1] == [Entity("pre", 0, 1, language="python")]


def test_a_lone_code_has_no_language() -> None:
    assert parse_html('<code class="language-python">x</code>')[1] == [Entity("code", 0, 1)]


def test_custom_emoji_and_dates() -> None:
    assert parse_html('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>')[1] == [
        Entity("custom_emoji", 0, 2, custom_emoji_id="5368324170671202286")
    ]
    assert parse_html('<tg-time unix="1647531900" format="wDT">x</tg-time>')[1] == [
        Entity("date_time", 0, 1, unix_time=1647531900, date_time_format="wDT")
    ]


SURROGATES = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)
FAULTS = [
    ("<x>a</x>", 'Unsupported start tag "x" at byte offset 0'),
    ("é<p>a</p>", 'Unsupported start tag "p" at byte offset 2'),
    ("😀 a < b", 'Unsupported start tag "" at byte offset 7'),
    ("1<2", "Unclosed start tag at byte offset 1"),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>a</i>", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b>é</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
    ("a</b>", "Unexpected end tag at byte offset 1"),
    ("<b>a</b", "Unclosed end tag at byte offset 4"),
    ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
    ('<span class="red">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<a href=http://x.com>a</a>", "Unexpected end of name token at byte offset 8"),
    ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
    ("<a href", 'Unclosed start tag "a" at byte offset 0'),
    ('<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
    ("&#xd800;", SURROGATES),
]


@pytest.mark.parametrize(("raw", "message"), FAULTS)
def test_faults_are_told_in_telegrams_words(raw: str, message: str) -> None:
    with pytest.raises(MarkupError) as caught:
        parse_html(raw)
    assert str(caught.value) == message
