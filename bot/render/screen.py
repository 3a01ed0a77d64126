"""A screen: HTML and the buttons below it, before either is a Telegram object."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.render.html import Html
from bot.views import View

MAX_LABEL = 60
"""Longer labels are cut by clients on a phone."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button: it opens a `view` in place, or copies a text."""

    label: str
    view: View | None = None
    copies: str | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """What the reader sees. `toast` is a short line to show when a button led here."""

    html: Html
    rows: tuple[tuple[Button, ...], ...] = ()
    toast: str | None = None


def rows(buttons: Iterable[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    """`buttons` in rows of at most `width`."""
    listed: Sequence[Button] = tuple(buttons)
    return tuple(tuple(listed[start : start + width]) for start in range(0, len(listed), width))


def pager(view: View, pages: int) -> tuple[Button, ...]:
    """The row that leads through `pages` pages of `view`; empty where there is only one."""
    if pages <= 1:
        return ()
    page = view.page
    back = (Button("‹", view.with_page(page - 1)),) if page > 0 else ()
    on = (Button("›", view.with_page(page + 1)),) if page + 1 < pages else ()
    return (*back, Button(f"{page + 1} / {pages}", view), *on)
