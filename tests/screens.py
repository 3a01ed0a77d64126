"""Holds screens to Telegram's limits, counted on the text as a strict parser sees it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.keyboards import keyboard
from bot.render.screen import Screen
from bot.sandbox import Entity, detect, parse_html, tidy
from bot.views import View

MAX_LENGTH = 4096
MAX_ENTITIES = 100
MAX_RAW_BYTES = 32 * 1024


@dataclass(frozen=True)
class Shown:
    """A screen as readers see it: its text, and what its links and buttons lead to (None: nowhere)."""

    text: str
    links: Sequence[View | None]
    buttons: Sequence[View]


def assert_sendable(screen: Screen) -> Shown:
    """Telegram takes the screen as it is, and drops nothing of it; returns what is to be seen.

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
    wanted = [*screen.footer, *(button for row in screen.rows for button in row)]
    assert sum(len(row) for row in rows) == len(wanted), "buttons were left out"
    assert sum(len(row) for row in rows) <= 100
    for row in rows:
        assert 1 <= len(row) <= 8
        for button in row:
            assert button.text.strip()
            actions = (button.callback_data, button.copy_text, button.switch_inline_query_chosen_chat)
            assert sum(action is not None for action in actions) == 1
            assert button.callback_data is None or 1 <= len(str(button.callback_data).encode()) <= 64
            assert button.copy_text is None or 1 <= len(button.copy_text.text) <= 256
    return Shown(text, list(_linked(entities)), list(_opened(screen)))


def parsed(screen: Screen) -> tuple[str, list[Entity]]:
    """The text and the entities of a screen, those among them that Telegram finds by itself."""
    text, entities = tidy(*parse_html(screen.html))
    return text, detect(text, entities)


def _linked(entities: Sequence[Entity]) -> Iterator[View | None]:
    for entity in entities:
        if entity.type == "text_link":
            payload = (entity.url or "").partition("?start=")[2]
            assert (entity.url or "").startswith("https://t.me/")
            assert 1 <= len(payload) <= 64
            yield View.parse(payload)


def _opened(screen: Screen) -> Iterator[View]:
    return (button.view for row in screen.rows for button in row if button.view is not None)
