"""Holds screens to Telegram's limits, counted on the text as a strict parser sees it."""

from collections.abc import Iterator

from bot.keyboards import keyboard
from bot.render.screen import Screen
from bot.sandbox import Entity, detect, parse_html, tidy
from bot.views import View

MAX_LENGTH = 4096
MAX_ENTITIES = 100
MAX_RAW_BYTES = 32 * 1024


def assert_sendable(screen: Screen) -> None:
    """Telegram takes the screen as it is, and drops nothing of it.

    Raises:
        AssertionError: it does not; the message says why.
        bot.sandbox.MarkupError: the HTML is not well formed.
    """
    text, entities = parsed(screen)
    assert text.strip(), "an empty message"
    units = len(text.encode("utf-16-le")) // 2
    assert units <= MAX_LENGTH, f"{units} UTF-16 units: {text[:60]!r}"
    assert len(entities) <= MAX_ENTITIES, f"{len(entities)} entities: {text[:60]!r}"
    assert len(screen.html.encode()) <= MAX_RAW_BYTES
    shown = keyboard(screen)
    rows = shown.inline_keyboard if shown is not None else ()
    assert sum(len(row) for row in screen.rows) == sum(len(row) for row in rows), "buttons were left out"
    assert sum(len(row) for row in rows) <= 100
    for row in rows:
        assert 1 <= len(row) <= 8
        for button in row:
            assert button.text.strip()
            assert button.copy_text is not None or isinstance(button.callback_data, str)
            assert len(str(button.callback_data or "x").encode()) <= 64
            assert button.copy_text is None or 1 <= len(button.copy_text.text) <= 256


def parsed(screen: Screen) -> tuple[str, list[Entity]]:
    """The text and the entities of a screen, those among them that Telegram finds by itself."""
    text, entities = tidy(*parse_html(screen.html))
    return text, detect(text, entities)


def linked(screen: Screen) -> Iterator[View | None]:
    """What the links of a screen lead to, None for one that leads nowhere."""
    for entity in parsed(screen)[1]:
        if entity.type == "text_link":
            payload = (entity.url or "").partition("?start=")[2]
            assert (entity.url or "").startswith("https://t.me/")
            assert 1 <= len(payload) <= 64
            yield View.parse(payload)


def opened(screen: Screen) -> Iterator[View]:
    """What the buttons of a screen open."""
    return (button.view for row in screen.rows for button in row if button.view is not None)
