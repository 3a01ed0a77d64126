"""Formatted text: the entity, and what Telegram does to a text before it stores it.

`tidy` removes control characters, trims, and repairs overlapping entities; `detect` finds what Telegram links
by itself (commands, mentions, links, hashtags, addresses). Offsets and lengths count UTF-16 units.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .links import checked
from .utf16 import units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    r"""Clean and trim as Telegram does. The text that comes out may be empty.

    `\\r` and direction marks go, other control characters become spaces; trailing whitespace goes; leading
    whitespace goes up to where the first entity starts.
    """
    removed = _removed_offsets(text)
    text = _BLANKED.sub(" ", _REMOVED.sub("", text))
    if removed:
        entities = [_shifted(entity, removed) for entity in entities]
    end = len(text.rstrip(" \n"))
    text = text[:end]
    length = units(text)
    kept = _repaired(
        entity if entity.end <= length else entity.with_(length=length - entity.offset)
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


def _removed_offsets(text: str) -> list[int]:
    """The UTF-16 offsets of the characters that `tidy` takes out, each one unit long."""
    offsets: list[int] = []
    offset = start = 0
    for match in _REMOVED.finditer(text):
        offset += units(text[start : match.start()])
        start = match.start()
        offsets.append(offset)
    return offsets


def _shifted(entity: Entity, removed: Sequence[int]) -> Entity:
    before, until = bisect_left(removed, entity.offset), bisect_left(removed, entity.end)
    return entity.with_(offset=entity.offset - before, length=entity.length - (until - before))


def _repaired(entities: Iterable[Entity]) -> list[Entity]:
    """Sorted; nothing inside code, no quote in a quote, no link in a link, touching styles joined."""
    kept: list[Entity] = []
    styles: dict[str, list[Entity]] = {}
    for entity in sorted(entities, key=Entity.order):
        if entity.type not in _SPLITTABLE:
            if entity.length > 0 and not any(_excludes(outer, entity) for outer in kept):
                kept.append(entity)
            continue
        same = styles.setdefault(entity.type, [])
        if same and same[-1].end >= entity.offset:
            same[-1] = same[-1].with_(length=max(same[-1].end, entity.end) - same[-1].offset)
        else:
            same.append(entity)
    code = [entity for entity in kept if entity.type in _PREFORMATTED]
    for same in styles.values():
        kept.extend(part for entity in same for part in _outside(entity, code))
    return sorted(kept, key=Entity.order)


def _outside(entity: Entity, holes: Sequence[Entity]) -> Iterator[Entity]:
    """The parts of an entity that lie in none of the sorted holes."""
    start = entity.offset
    for hole in holes:
        if hole.offset > start:
            stop = min(hole.offset, entity.end)
            if stop > start:
                yield entity.with_(offset=start, length=stop - start)
        start = max(start, hole.end)
    if entity.end > start:
        yield entity.with_(offset=start, length=entity.end - start)


def _excludes(outer: Entity, inner: Entity) -> bool:
    """Whether `inner`, which starts no earlier, must go because of `outer`; neither is a style such as bold."""
    if inner.offset >= outer.end:
        return False
    if outer.type in _QUOTES:
        return inner.end > outer.end or inner.type in _QUOTES
    return True


# Each with a sign without which it cannot occur: most texts hold none, and looking for a sign is quick.
_DETECTORS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "bot_command",
        re.compile("/"),
        re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])"),
    ),
    (
        "email",
        re.compile("@"),
        re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,60}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,12}\b"),
    ),
    (
        "url",
        re.compile("[.:][A-Za-z/]"),
        re.compile(
            r"(?<![\w@/.-])(?:(?:https?|tg|ton)://[^\s<>\"'«»]+"
            r"|(?:[a-z0-9][a-z0-9-]{0,62}\.)+(?:com|org|net|me|io|info|news|tv|co|uk|de|fr|lb|iq|ir|ru|app|dev|ai|eu)"
            r"(?:\:\d{1,5})?(?:[/?#][^\s<>\"'«»]*)?(?![\w@]))",
            re.IGNORECASE,
        ),
    ),
    ("mention", re.compile("@"), re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?![\w@])")),
    ("hashtag", re.compile("#"), re.compile(r"(?<![\w#])#(?=[\w·]*[^\W\d_])[\w·]{1,256}(?![\w#])")),
    ("cashtag", re.compile("[$]"), re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
)
_TRAILING = ".,;:!?…)]}'\"»"


def detect(text: str, entities: Sequence[Entity] = ()) -> list[Entity]:
    """The entities given, in their order, plus those that Telegram finds by itself, none inside code or links."""
    taken = [entity for entity in entities if entity.type not in _SPLITTABLE and entity.type not in _QUOTES]
    found: list[Entity] = []
    for kind, sign, pattern in _DETECTORS:
        if sign.search(text) is None:
            continue
        for match in pattern.finditer(text):
            value = match.group()
            if kind == "url":
                value = _without_tail(value)
                if checked(value) is None:
                    continue
            entity = Entity(kind, units(text[: match.start()]), units(value))
            if all(entity.end <= other.offset or other.end <= entity.offset for other in (*taken, *found)):
                found.append(entity)
    return sorted((*entities, *found), key=Entity.order) if found else list(entities)


def _without_tail(link: str) -> str:
    """A link without the punctuation behind it; a closing bracket stays where one was opened."""
    while link and link[-1] in _TRAILING:
        if link[-1] == ")" and link.count("(") >= link.count(")"):
            break
        link = link[:-1]
    return link
