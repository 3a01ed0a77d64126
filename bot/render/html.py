"""Telegram HTML (https://core.telegram.org/bots/api#html-style); the one place where text is escaped."""

import html as standard_html
import re
from collections.abc import Iterable
from typing import NewType

Html = NewType("Html", str)
"""Well-formed Telegram HTML; made only by the functions of this module."""

EMPTY = Html("")
LINE = Html("\n")
GAP = Html("\n\n")
_TAG = re.compile(r"<(/?)[a-z-]+[^>]*>")
# Control characters and lone surrogates, which Telegram refuses or drops; overrides and isolates, with which a query
# could turn the text around it (marks such as U+200F are harmless and needed).
_UNSHOWN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def text(plain: str) -> Html:
    """`plain` as HTML, without control characters."""
    return Html(standard_html.escape(_UNSHOWN.sub("", plain), quote=False))


def bold(content: Html) -> Html:
    """`content` in bold type."""
    return Html(f"<b>{content}</b>") if content else EMPTY


def italic(content: Html) -> Html:
    """`content` in italic type."""
    return Html(f"<i>{content}</i>") if content else EMPTY


def link(label: Html, url: str) -> Html:
    """`label` as a link to `url`."""
    return Html(f'<a href="{standard_html.escape(url)}">{label}</a>')


def quotation(content: Html, *, folded: bool = False) -> Html:
    """`content` as a block quotation; a folded one shows its first lines until it is tapped."""
    return Html(f"<blockquote{' expandable' if folded else ''}>{content}</blockquote>") if content else EMPTY


def join(parts: Iterable[Html], by: Html = EMPTY) -> Html:
    """`parts` one after the other, empty ones left out."""
    return Html(by.join(part for part in parts if part))


def bullets(parts: Iterable[Html]) -> Html:
    """`parts` as a list, one a line."""
    return join((Html(f"• {part}") for part in parts if part), LINE)


def length(content: Html) -> int:
    """How long Telegram counts `content` after parsing, in UTF-16 code units (never fewer than code points)."""
    return len(standard_html.unescape(_TAG.sub("", content)).encode("utf-16-le")) // 2


def entities(content: Html) -> int:
    """How many message entities `content` parses to."""
    return sum(1 for match in _TAG.finditer(content) if not match[1])


def shortened(plain: str, characters: int) -> str:
    """`plain` cut at a word to at most `characters`, with an ellipsis where something was cut."""
    if len(plain) <= characters:
        return plain
    head = plain[: characters - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[characters // 2 :] else head).rstrip(" ,;:") + "…"
