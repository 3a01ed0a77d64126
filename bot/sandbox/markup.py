"""Telegram's HTML, read as strictly as Telegram does: tags become entities, faults its error texts.

Offsets in the error texts count UTF-8 bytes of the raw text; offsets of entities count
UTF-16 units of the result.
Source of the rules: the Bot API's "HTML style" and the wording of TDLib's parser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .entities import Entity
from .links import checked, mentioned_user
from .utf16 import units

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = frozenset(_TYPES) | {"a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}
_SPACE = frozenset(" \t\r\n\0\v")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_PLAIN = re.compile(r"[^<&]+")
_UP_TO_QUOTE = {quote: re.compile(f"[^&{quote}]+") for quote in "\"'"}
# A start tag as most are written, read at once; all others are read letter by letter, so that faults are told exactly.
_USUAL = re.compile(
    r"<(?:(?P<tag>b|strong|i|em|u|ins|s|strike|del|code|pre|blockquote)|(?P<link>a) href=\"(?P<href>[^&\"]*)\")>"
)
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9A-Fa-f]*)|#(?P<decimal>[0-9]*)|(?P<name>[A-Za-z]*));?")


class MarkupError(Exception):
    """Telegram's sentence on what is wrong with the HTML, without `Can't parse entities: `."""


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    start: int


@dataclass
class _Reader:
    """One pass over the raw text. `position` is a character index, `out` the text without tags so far."""

    raw: str
    position: int = 0
    out: list[str] = field(default_factory=list)
    offset: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def parse(self) -> tuple[str, list[Entity]]:
        while self.position < len(self.raw):
            character = self.raw[self.position]
            if (plain := _PLAIN.match(self.raw, self.position)) is not None:
                self._emit(plain.group())
                self.position = plain.end()
            elif character == "&":
                decoded = self._reference()
                self._emit("&" if decoded is None else decoded)
                self.position += decoded is None
            elif self.raw.startswith("</", self.position):
                self._end_tag()
            else:
                self._start_tag()
        if self.stack:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        return "".join(self.out), self.entities

    def _emit(self, text: str) -> None:
        self.out.append(text)
        self.offset += units(text)

    def _at(self, position: int) -> str:
        return self.raw[position] if position < len(self.raw) else ""

    def _byte(self, position: int) -> int:
        return len(self.raw[:position].encode("utf-8", "surrogatepass"))

    def _where(self, position: int) -> str:
        return f"at byte offset {self._byte(position)}"

    def _reference(self) -> str | None:
        """Decode a character reference and step over it, or None where it is plain text."""
        match = _REFERENCE.match(self.raw, self.position)
        if match is None:
            return None
        if match["name"] is not None:
            character = _NAMED.get(match["name"])
        else:
            digits = match["hex"] if match["hex"] is not None else match["decimal"]
            code = int(digits, 16 if match["hex"] is not None else 10) if 0 < len(digits) < 9 else 0
            if 0xD800 <= code <= 0xDFFF:
                raise MarkupError(
                    "Text contains invalid Unicode characters after decoding HTML entities, "
                    "check for unmatched surrogate code units"
                )
            character = chr(code) if 0 < code < 0x10FFFF else None
        if character is not None:
            self.position = match.end()
        return character

    def _skip(self, until: frozenset[str]) -> str:
        """Step to the next of `until`, a space or the end, and return what lies between."""
        start = self.position
        while (character := self._at(self.position)) and character not in _SPACE and character not in until:
            self.position += 1
        return self.raw[start : self.position]

    def _skip_spaces(self) -> None:
        while self._at(self.position) and self._at(self.position) in _SPACE:
            self.position += 1

    def _start_tag(self) -> None:
        begin = self.position
        if (usual := _USUAL.match(self.raw, begin)) is not None:
            self.position = usual.end()
            attributes = {"href": usual["href"]} if usual["link"] else {}
            self.stack.append(_Open(usual["link"] or usual["tag"], attributes, self.offset, len(self.out)))
            return
        self.position += 1
        tag = self._skip(frozenset(">")).lower()
        if not self._at(self.position):
            raise MarkupError(f"Unclosed start tag {self._where(begin)}")
        if tag not in TAGS:
            raise MarkupError(f'Unsupported start tag "{tag}" {self._where(begin)}')
        attributes = {}
        while True:
            self._skip_spaces()
            if self._at(self.position) == ">":
                break
            if not self._at(self.position):
                raise MarkupError(f'Unclosed start tag "{tag}" {self._where(begin)}')
            name = self._skip(frozenset("=>/\"'"))
            if not name:
                raise MarkupError(f'Empty attribute name in the tag "{tag}" {self._where(begin)}')
            self._skip_spaces()
            if self._at(self.position) == "=":
                self.position += 1
                self._skip_spaces()
                attributes[name] = self._value(tag, begin)
            else:
                attributes[name] = ""
        self.position += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" {self._where(begin)}')
        self.stack.append(_Open(tag, attributes, self.offset, len(self.out)))

    def _value(self, tag: str, begin: int) -> str:
        quote = self._at(self.position)
        if not quote:
            raise MarkupError(f'Unclosed start tag "{tag}" {self._where(begin)}')
        if quote not in "\"'":
            start = self.position
            while (character := self._at(self.position)) and character.isascii():
                if not (character.isalnum() or character in ".-"):
                    break
                self.position += 1
            after = self._at(self.position)
            if after and after not in _SPACE and after != ">":
                raise MarkupError(f"Unexpected end of name token {self._where(start)}")
            value = self.raw[start : self.position].lower()
        else:
            self.position += 1
            parts: list[str] = []
            while (character := self._at(self.position)) and character != quote:
                if character == "&":
                    decoded = self._reference()
                    parts.append("&" if decoded is None else decoded)
                    self.position += decoded is None
                elif (plain := _UP_TO_QUOTE[quote].match(self.raw, self.position)) is not None:
                    parts.append(plain.group())
                    self.position = plain.end()
            self.position += 1
            value = "".join(parts)
        if not self._at(self.position):
            raise MarkupError(f"Unclosed start tag {self._where(begin)}")
        return value

    def _end_tag(self) -> None:
        begin = self.position
        if not self.stack:
            raise MarkupError(f"Unexpected end tag {self._where(begin)}")
        self.position += 2
        tag = self._skip(frozenset(">")).lower()
        self._skip_spaces()
        if self._at(self.position) != ">":
            raise MarkupError(f"Unclosed end tag {self._where(begin)}")
        self.position += 1
        opened = self.stack.pop()
        if tag and tag != opened.tag:
            raise MarkupError(f'Unmatched end tag {self._where(begin)}, expected "</{opened.tag}>", found "</{tag}>"')
        if self.offset > opened.offset:
            self._add(opened)

    def _add(self, opened: _Open) -> None:
        """Turn a closed, non-empty tag into an entity, if it makes one."""
        tag, given = opened.tag, opened.attributes
        entity = Entity(_TYPES.get(tag, tag), opened.offset, self.offset - opened.offset)
        if tag in ("code", "pre"):
            self._add_code(entity, given.get("class", ""))
        elif tag == "a":
            self._add_link(entity, given.get("href") or "".join(self.out[opened.start :]))
        else:
            details = _details(tag, given)
            self.entities.append(entity.with_(**details) if details else entity)

    def _add_link(self, entity: Entity, link: str) -> None:
        """A link that Telegram does not take is text, without an error."""
        user_id = mentioned_user(link)
        url = None if user_id else checked(link)
        if user_id or url:
            self.entities.append(
                entity.with_(type="text_mention" if user_id else "text_link", url=url, user_id=user_id)
            )

    def _add_code(self, entity: Entity, class_name: str) -> None:
        """`<pre>` and `<code class="language-x">` around the same text are one entity with a language."""
        previous = self.entities[-1] if self.entities else None
        if previous is not None and (previous.offset, previous.length) != (entity.offset, entity.length):
            previous = None
        language = class_name[9:] if class_name.startswith("language-") else ""
        if entity.type == "code":
            if previous is not None and previous.type == "pre" and language:
                self.entities[-1] = previous.with_(language=language)
            else:
                # A <pre> around it may still claim the language; otherwise `parse_html` drops it.
                self.entities.append(entity.with_(language=language or None))
        elif previous is not None and previous.type == "code" and previous.language:
            self.entities[-1] = previous.with_(type="pre")
        else:
            self.entities.append(entity)


def _details(tag: str, given: Mapping[str, str]) -> dict[str, Any]:
    """The fields that a tag's attributes set. Raises MarkupError."""
    if tag == "blockquote" and "expandable" in given:
        return {"type": "expandable_blockquote"}
    if tag == "tg-emoji":
        identifier = given.get("emoji-id", "")
        if not re.fullmatch(r"-?[0-9]{1,19}", identifier) or int(identifier) == 0:
            raise MarkupError("Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": identifier}
    if tag == "tg-time":
        stamp = given.get("unix", "")
        if not re.fullmatch(r"[0-9]{1,10}", stamp):
            raise MarkupError("Invalid date specified")
        return {"type": "date_time", "unix_time": int(stamp), "date_time_format": given.get("format") or None}
    return {}


def parse_html(raw: str) -> tuple[str, list[Entity]]:
    """Telegram HTML to (text, entities), the entities sorted and their offsets in UTF-16 units.

    Whitespace is left alone: `entities.tidy` trims it. Raises MarkupError with Telegram's words, byte offsets
    in them.
    """
    text, entities = _Reader(raw).parse()
    entities = [
        entity.with_(language=None) if entity.type == "code" and entity.language else entity for entity in entities
    ]
    return text, sorted(entities, key=Entity.order)
