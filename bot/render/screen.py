"""A screen: HTML and the buttons below it, before either is a Telegram object."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.render.html import Html
from bot.views import View

MAX_LABEL = 60
"""Longer labels are cut by clients on a phone."""
CLOSE = "close"
"""Callback data of the button that removes an answer; no view is written like it."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button with one action: it opens a `view` in place, copies a text, shares by inline query, or `closes`."""

    label: str
    view: View | None = None
    copies: str | None = None
    shares: str | None = None
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """What the reader sees.

    `subject` is the item that it is about: what a follow-up refers to, and what Link and Share lead to. `url` is the
    subject's permalink.
    """

    html: Html
    rows: tuple[tuple[Button, ...], ...] = ()
    subject: View | None = None
    url: str | None = None

    @property
    def footer(self) -> tuple[Button, ...]:
        """What can be done with any screen that has a subject: share it, copy its permalink."""
        if self.subject is None or self.url is None:
            return ()
        return (Button("↗ Share", shares=self.subject.payload), Button("🔗 Link", copies=self.url))


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
