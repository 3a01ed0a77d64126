"""From the buttons of a screen to Telegram's inline keyboard."""

import functools

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, SwitchInlineQueryChosenChat

from bot.render.html import shortened
from bot.render.screen import CLOSE, MAX_LABEL, Button, Screen

MAX_BUTTONS = 100
MAX_ROW = 8
MAX_WRITTEN = 1024
"""How many keyboards are kept written. They hold what stands in the library, never a word of a reader's."""
_CLOSE_BUTTON = Button("✕ Close", closes=True)
Row = tuple[Button, ...]
Rows = tuple[Row, ...]


def keyboard(screen: Screen, *, closable: bool = False) -> InlineKeyboardMarkup | None:
    """The keyboard of `screen`, within Telegram's limits of 8 buttons a row and 100 in all; None where it has none.

    A `closable` one, in groups, can be removed by the one who asked.
    """
    return _keyboard(*_buttons(screen, closable=closable))


def written(screen: Screen, *, closable: bool = False) -> str | None:
    """The same keyboard in JSON, as Telegram takes it."""
    return _written(*_buttons(screen, closable=closable))


def _buttons(screen: Screen, *, closable: bool) -> tuple[Rows, Row]:
    return screen.rows, (*screen.footer, *((_CLOSE_BUTTON,) if closable else ()))


# The same few keyboards are sent again and again, and writing one takes longer than writing the text above it.
@functools.lru_cache(maxsize=MAX_WRITTEN)
def _written(above: Rows, footer: Row) -> str | None:
    markup = _keyboard(above, footer)
    return markup.to_json() if markup is not None else None


def _keyboard(above: Rows, footer: Row) -> InlineKeyboardMarkup | None:
    rows: list[list[InlineKeyboardButton]] = []
    left = MAX_BUTTONS - len(footer)
    for row in above:
        shown = [_button(button) for button in row[: min(MAX_ROW, left)]]
        left -= len(shown)
        if shown:
            rows.append(shown)
    if footer:
        rows.append([_button(button) for button in footer])
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    label = shortened(button.label, MAX_LABEL)
    if button.copies is not None:
        return InlineKeyboardButton(label, copy_text=CopyTextButton(button.copies))
    if button.shares is not None:
        chosen = SwitchInlineQueryChosenChat(
            query=button.shares, allow_user_chats=True, allow_group_chats=True, allow_channel_chats=True
        )
        return InlineKeyboardButton(label, switch_inline_query_chosen_chat=chosen)
    if button.closes:
        return InlineKeyboardButton(label, callback_data=CLOSE)
    if button.view is None:
        raise ValueError(f"the button {button.label!r} does nothing")
    return InlineKeyboardButton(label, callback_data=button.view.payload)
