"""Formatted text: the entity, and what Telegram does to a text before it stores it.

`tidy` removes control characters, trims, and repairs overlapping entities; `detect` finds what Telegram links by itself
(commands, mentions, links, hashtags, addresses). Offsets and lengths count UTF-16 units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .links import checked
from .utf16 import units

MAX_ENTITIES = 100
_SPLITTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_PREFORMATTED = frozenset({"code", "pre"})
_RANK = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 1,
    "code": 2,
    "text_link": 3,
    "text_mention": 3,
    "bold": 5,
    "italic": 6,
    "underline": 7,
    "strikethrough": 8,
    "spoiler": 9,
    "custom_emoji": 10,
}
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_BLANKED = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Entity:
    """A span of a text. `type` is the Bot API's name for it; `user_id` belongs to `text_mention`."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    user_id: int | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    @property
    def end(self) -> int:
        """The offset behind the last unit."""
        return self.offset + self.length

    def with_(self, **changes: Any) -> Entity:
        """A copy with some fields replaced."""
        return replace(self, **changes)

    def order(self) -> tuple[int, int, int]:
        """Sort key: earlier first, then longer, then the outer kind."""
        return (self.offset, -self.length, _RANK.get(self.type, 4))


def tidy(text: str, entities: Sequence[Entity] = ()) -> tuple[str, list[Entity]]:
    """Clean and trim as Telegram does. The text that comes out may be empty.

    `\\r` and direction marks go, other control characters become spaces; trailing whitespace goes; leading whitespace
    goes up to where the first entity starts.
    """
    removed = [(units(text[: match.start()]), 1) for match in _REMOVED.finditer(text)]
    text = _BLANKED.sub(" ", _REMOVED.sub("", text))
    if removed:
        entities = [_shifted(entity, removed) for entity in entities]
    end = len(text.rstrip(" \n"))
    text = text[:end]
    length = units(text)
    kept = _repaired(
        entity.with_(length=min(entity.length, length - entity.offset))
        for entity in entities
        if entity.offset < length and entity.length > 0
    )
    leading = len(text) - len(text.lstrip(" \n"))
    if kept:
        leading = min(leading, kept[0].offset)
    if leading:
        text = text[leading:]
        kept = [entity.with_(offset=entity.offset - leading) for entity in kept]
    return text, kept


def _shifted(entity: Entity, removed: Sequence[tuple[int, int]]) -> Entity:
    before = sum(length for offset, length in removed if offset < entity.offset)
    inside = sum(length for offset, length in removed if entity.offset <= offset < entity.end)
    return entity.with_(offset=entity.offset - before, length=entity.length - inside)


def _repaired(entities: Iterable[Entity]) -> list[Entity]:
    """Sorted; nothing inside code, no quote in a quote, no link in a link, touching spans of one style joined."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=Entity.order):
        if entity.length <= 0 or any(_excludes(outer, entity) for outer in kept):
            continue
        if entity.type in _SPLITTABLE:
            twin = next((i for i, e in enumerate(kept) if e.type == entity.type and e.end >= entity.offset), None)
            if twin is not None:
                reach = max(kept[twin].end, entity.end)
                kept[twin] = kept[twin].with_(length=reach - kept[twin].offset)
                continue
        kept.append(entity)
    return sorted(kept, key=Entity.order)


def _excludes(outer: Entity, inner: Entity) -> bool:
    if inner.offset >= outer.end or outer.type in _SPLITTABLE:
        return False
    crossing = inner.end > outer.end
    if outer.type in _PREFORMATTED:
        return True
    if inner.type in _SPLITTABLE:
        return False
    if outer.type in _QUOTES:
        return crossing or inner.type in _QUOTES
    return True


_WORD = r"[\w]"
_DETECTORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])", re.ASCII)),
    ("email", re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,60}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,12}\b")),
    (
        "url",
        re.compile(
            r"(?<![\w@/.-])(?:(?:https?|tg|ton)://[^\s<>\"'«»]+"
            r"|(?:[a-z0-9][a-z0-9-]{0,62}\.)+(?:com|org|net|me|io|info|news|tv|co|uk|de|fr|lb|iq|ir|ru|app|dev|ai|eu)"
            r"(?:\:\d{1,5})?(?:[/?#][^\s<>\"'«»]*)?(?![\w@]))",
            re.IGNORECASE,
        ),
    ),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?![\w@])")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=[\w·]*[^\W\d_])[\w·]{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
)
_TRAILING = ".,;:!?…)]}'\"»"


def detect(text: str, entities: Sequence[Entity] = ()) -> list[Entity]:
    """The entities given plus those that Telegram finds by itself; nothing inside code, links and the like."""
    taken = [entity for entity in entities if entity.type not in _SPLITTABLE and entity.type not in _QUOTES]
    found: list[Entity] = []
    for kind, pattern in _DETECTORS:
        for match in pattern.finditer(text):
            value = match.group()
            if kind == "url":
                value = _without_tail(value)
                if checked(value) is None:
                    continue
            entity = Entity(kind, units(text[: match.start()]), units(value))
            if all(entity.end <= other.offset or other.end <= entity.offset for other in (*taken, *found)):
                found.append(entity)
    return sorted((*entities, *found), key=Entity.order)


def _without_tail(link: str) -> str:
    """A link in running text without the punctuation behind it; a closing bracket stays where one was opened."""
    while link and link[-1] in _TRAILING:
        if link[-1] == ")" and link.count("(") >= link.count(")"):
            break
        link = link[:-1]
    return link
