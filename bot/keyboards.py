"""From the buttons of a screen to Telegram's inline keyboard."""

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, SwitchInlineQueryChosenChat

from bot.render.html import shortened
from bot.render.screen import CLOSE, MAX_LABEL, Button, Screen

MAX_BUTTONS = 100
MAX_ROW = 8
_CLOSE_BUTTON = Button("✕ Close", closes=True)


def keyboard(screen: Screen, *, closable: bool = False) -> InlineKeyboardMarkup | None:
    """The keyboard of `screen`, within Telegram's limits of 8 buttons a row and 100 in all; None where it has none.

    A `closable` one, in groups, can be removed by the one who asked.
    """
    footer = (*screen.footer, *((_CLOSE_BUTTON,) if closable else ()))
    rows: list[list[InlineKeyboardButton]] = []
    left = MAX_BUTTONS - len(footer)
    for row in screen.rows:
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
