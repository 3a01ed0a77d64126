"""From the buttons of a screen to Telegram's inline keyboard."""

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.render.html import shortened
from bot.render.screen import MAX_LABEL, Button, Screen

MAX_BUTTONS = 100
MAX_ROW = 8


def keyboard(screen: Screen) -> InlineKeyboardMarkup | None:
    """The keyboard of `screen`, within Telegram's limits of 8 buttons a row and 100 in all; None where it has none."""
    rows: list[list[InlineKeyboardButton]] = []
    left = MAX_BUTTONS
    for row in screen.rows:
        shown = [_button(button) for button in row[: min(MAX_ROW, left)]]
        left -= len(shown)
        if shown:
            rows.append(shown)
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    label = shortened(button.label, MAX_LABEL)
    if button.copies is not None:
        return InlineKeyboardButton(label, copy_text=CopyTextButton(button.copies))
    if button.view is None:
        raise ValueError(f"the button {button.label!r} does nothing")
    return InlineKeyboardButton(label, callback_data=button.view.payload)
