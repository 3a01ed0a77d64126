"""Telegram counts text in UTF-16 code units: a character such as an emoji counts two."""

from __future__ import annotations


def units(text: str) -> int:
    """Length of `text` in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def index_of(text: str, offset: int) -> int:
    """The Python index at UTF-16 `offset`; inside a surrogate pair, the index behind the pair."""
    if text.isascii():
        return min(max(offset, 0), len(text))
    position = 0
    for index, character in enumerate(text):
        if position >= offset:
            return index
        position += 2 if character > "\uffff" else 1
    return len(text)


def cut(text: str, offset: int, length: int) -> str:
    """The part of `text` that starts at UTF-16 `offset` and is `length` units long."""
    start = index_of(text, offset)
    rest = text[start:]
    return rest[: index_of(rest, length)]
