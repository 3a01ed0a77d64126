"""Trimming, repairing and finding entities, and walking through a text by them."""

from __future__ import annotations

import pytest

from bot.sandbox import Entity, Span, detect, parse_html, tidy, walk


@pytest.mark.parametrize(
    ("raw", "text", "entities"),
    [
        ("  a  ", "a", []),
        ("\n\na\n\n", "a", []),
        ("a\tb\x00c", "a b c", []),
        ("a\r\nb", "a\nb", []),
        (" \n\t ", "", []),
        ("  <b>a</b>  ", "a", [("bold", 0, 1)]),
        ("<b>  a</b>", "  a", [("bold", 0, 3)]),
        ("<b>a  </b>", "a", [("bold", 0, 1)]),
        ("a<b>  </b>", "a", []),
        ("<b>   </b>", "", []),
        ("\r<b>a\rb</b>", "ab", [("bold", 0, 2)]),
        ("<code>a<b>b</b></code>", "ab", [("code", 0, 2)]),
        ("<b><code>a</code></b>", "a", [("code", 0, 1)]),
        ("<b>a<code>b</code>c</b>", "abc", [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)]),
        ("<b>a</b><b>b</b>", "ab", [("bold", 0, 2)]),
        ("<b>a<b>b</b></b>", "ab", [("bold", 0, 2)]),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "ab", [("blockquote", 0, 2)]),
        ("<blockquote><b>a</b></blockquote>", "a", [("blockquote", 0, 1), ("bold", 0, 1)]),
    ],
)
def test_texts_are_tidied(raw: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    tidied, kept = tidy(*parse_html(raw))
    assert tidied == text
    assert [(entity.type, entity.offset, entity.length) for entity in kept] == entities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/brief vest", [("bot_command", "/brief")]),
        ("/brief@mujaz_bot vest", [("bot_command", "/brief@mujaz_bot")]),
        ("see /who, and/or /a-b", [("bot_command", "/who"), ("bot_command", "/a")]),
        ("60/90", []),
        ("hi @mujaz_bot!", [("mention", "@mujaz_bot")]),
        ("a@b.com @me", [("email", "a@b.com")]),
        ("see https://t.me/mujaz_bot?start=x.", [("url", "https://t.me/mujaz_bot?start=x")]),
        ("(t.me/x_(y)) and example.com, ok", [("url", "t.me/x_(y)"), ("url", "example.com")]),
        ("end.Then no", []),
        ("#iraq #1 $USD", [("hashtag", "#iraq"), ("cashtag", "$USD")]),
        ("😀 #عراق", [("hashtag", "#عراق")]),
    ],
)
def test_what_telegram_links_by_itself(text: str, found: list[tuple[str, str]]) -> None:
    entities = detect(text)
    encoded = text.encode("utf-16-le")
    parts = [encoded[2 * entity.offset : 2 * entity.end].decode("utf-16-le") for entity in entities]
    assert [(entity.type, part) for entity, part in zip(entities, parts, strict=True)] == found


def test_nothing_is_found_inside_code_and_links() -> None:
    text, entities = parse_html("<code>/a</code> <b>/b</b> <a href='x.com'>/c</a>")
    found = {(entity.type, entity.offset) for entity in detect(text, entities)}
    assert found == {("code", 0), ("bold", 3), ("bot_command", 3), ("text_link", 6)}


def test_walking_joins_to_the_text() -> None:
    text, entities = parse_html("😀<b>bo<i>th</i></b> <code>x</code>")
    spans = list(walk(text, entities))
    assert "".join(span.text for span in spans) == text
    assert [(span.text, set(span.types)) for span in spans] == [
        ("😀", set()),
        ("bo", {"bold"}),
        ("th", {"bold", "italic"}),
        (" ", set()),
        ("x", {"code"}),
    ]


def test_walking_survives_entities_beyond_the_text() -> None:
    bold = Entity("bold", 1, 50)
    assert list(walk("ab", [bold, Entity("italic", 9, 2)])) == [Span("a"), Span("b", (bold,))]
    assert list(walk("", [])) == []
