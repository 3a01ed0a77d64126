"""Which links Telegram takes, and how it writes them. Source: TDLib's link check, as described in the Bot API."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https", "tg", "ton", "tonsite"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"[^\s/@:?#<>\"']+")


def checked(link: str) -> str | None:
    """The link as Telegram stores it, or None where it is not one that Telegram takes.

    A link without a scheme gets `http://`, a host without a path gets `/`, scheme and host go to lower case.
    """
    link = link.strip()
    if not link or any(character.isspace() for character in link):
        return None
    scheme = _SCHEME.match(link)
    if scheme and (link[scheme.end() :].startswith("//") or scheme.group(1).lower() in SCHEMES):
        if scheme.group(1).lower() not in SCHEMES:
            return None
    else:
        link = f"http://{link}"
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return None
    name = parts.scheme.lower()
    if name in ("tg", "ton"):
        target = link.partition(":")[2].lstrip("/")
        return f"{name}://{target}" if target else None
    host = (parts.hostname or "").lower()
    if not _HOST.fullmatch(host) or port == 0:
        return None
    if "." not in host.strip("."):
        return None
    netloc = host + (f":{port}" if port is not None else "")
    userinfo = parts.netloc.rpartition("@")[0]
    tail = link.partition("://")[2][len(parts.netloc) :]
    if not tail.startswith("/"):
        tail = f"/{tail}"
    return f"{name}://{userinfo + '@' if userinfo else ''}{netloc}{tail}"


def mentioned_user(link: str) -> int | None:
    """The user id of a `tg://user?id=...` link, or None for any other link."""
    match = re.fullmatch(r"tg:(?://)?user/?\?id=(\d+)", link.strip(), re.IGNORECASE)
    return int(match.group(1)) if match else None
