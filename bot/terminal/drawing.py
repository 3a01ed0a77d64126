"""Draws messages of the sandbox for a terminal: formatting, links, numbered buttons."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from bot.sandbox import Button, Entity, Message

_STYLES = {
    "bold": Style(bold=True),
    "italic": Style(italic=True),
    "underline": Style(underline=True),
    "strikethrough": Style(strike=True),
    "code": Style(color="cyan"),
    "pre": Style(color="cyan"),
    "spoiler": Style(reverse=True),
    "blockquote": Style(color="green"),
    "expandable_blockquote": Style(color="green"),
    "bot_command": Style(color="blue"),
    "mention": Style(color="blue"),
}


def drawn(message: Message, first_button: int = 1) -> RenderableType:
    """A message with its buttons numbered from `first_button`."""
    parts: list[RenderableType] = [formatted(message)]
    number = first_button
    for row in message.rows:
        parts.append(_row(row, number))
        number += len(row)
    return Padding(Group(*parts), (0, 0, 1, 2))


def formatted(message: Message) -> Text:
    """The message's text with its entities as terminal styles; links are clickable where the terminal can."""
    shown = Text()
    words = message.text or message.caption
    for start, end, entities in _runs(words, message.entities or message.caption_entities):
        style = Style()
        for entity in entities:
            style += _STYLES.get(entity.type, Style())
            if entity.url:
                style += Style(color="blue", link=entity.url)
        shown.append(words.encode("utf-16-le")[start * 2 : end * 2].decode("utf-16-le"), style)
    return shown


def _runs(words: str, entities: Sequence[Entity]) -> Iterator[tuple[int, int, list[Entity]]]:
    """Stretches of text under the same entities, as offsets in UTF-16 units."""
    length = len(words.encode("utf-16-le")) // 2
    edges = sorted({0, length, *(edge for entity in entities for edge in (entity.offset, entity.end))})
    for start, end in pairwise(edges):
        yield start, end, [entity for entity in entities if entity.offset <= start and end <= entity.end]


def _row(row: Sequence[Button], number: int) -> Text:
    shown = Text("  ")
    for offset, button in enumerate(row):
        shown.append(f"{number + offset}", Style(bold=True, color="yellow"))
        shown.append(f" {button.text}   ", Style(color="yellow"))
    return shown
