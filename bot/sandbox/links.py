"""Which links Telegram takes, and how it writes them.

Source: TDLib's link check, as described in the Bot API.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https", "tg", "ton", "tonsite"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(//)?")
_HOST = re.compile(r"[^\s/@:?#<>\"']+")


# A bot's messages lead to the same few places, and taking an address apart is slow.
@lru_cache(maxsize=1024)
def checked(link: str) -> str | None:
    """The link as Telegram stores it, or None where it is not one that Telegram takes.

    A link without a scheme gets `http://`, a host without a path gets `/`, scheme and host go to lower case.
    """
    link = link.strip()
    if not link or any(character.isspace() for character in link):
        return None
    scheme = _SCHEME.match(link)
    if scheme is None or not (scheme[2] or scheme[1].lower() in SCHEMES):
        return _checked_web(f"http://{link}")
    name = scheme[1].lower()
    if name in ("tg", "ton"):
        target = link[scheme.end() :].lstrip("/")
        return f"{name}://{target}" if target else None
    return _checked_web(link) if name in SCHEMES else None


def _checked_web(link: str) -> str | None:
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").lower()
    if not _HOST.fullmatch(host) or "." not in host.strip(".") or port == 0:
        return None
    userinfo, at, _ = parts.netloc.rpartition("@")
    tail = link.partition("://")[2][len(parts.netloc) :]
    if not tail.startswith("/"):
        tail = f"/{tail}"
    return f"{parts.scheme}://{userinfo}{at}{host}{'' if port is None else f':{port}'}{tail}"


def mentioned_user(link: str) -> int | None:
    """The user id of a `tg://user?id=...` link, or None for any other link."""
    match = re.fullmatch(r"tg:(?://)?user/?\?id=(\d+)", link.strip(), re.IGNORECASE)
    return int(match.group(1)) if match else None
