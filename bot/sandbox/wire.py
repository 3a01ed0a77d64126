"""HTTP on the Bot API's side: paths, request bodies, and the JSON envelope around an answer.

Knows no httpx.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import HTTP
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

from .errors import ApiError, bad_request, not_found, unauthorized

if TYPE_CHECKING:
    from collections.abc import Mapping

_PATH = re.compile(r"/bot(?P<token>[^/]+)/(?:test/)?(?P<method>[^/]+)/?")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came in a multipart body."""

    filename: str
    content_type: str
    content: bytes


def method_of(path: str, token: str) -> str:
    """The method that a path names.

    Raises ApiError 404 on a malformed path or token, 401 on another bot's token.
    """
    match = _PATH.fullmatch(unquote(path))
    if match is None or not _TOKEN.fullmatch(match["token"]):
        raise not_found()
    if match["token"] != token:
        raise unauthorized()
    return match["method"]


def parameters_of(query: bytes, body: bytes, content_type: str) -> dict[str, Any]:
    """The parameters of a request, from its query string and its body: form-encoded, JSON, or multipart.

    Raises ApiError 400 on a body that is not what its content type says.
    """
    params: dict[str, Any] = dict(_pairs(query))
    kind = content_type.partition(";")[0].strip().lower()
    if not body:
        return params
    if kind == "application/json":
        params |= _json_object(body)
    elif kind == "multipart/form-data":
        params |= _parts(body, content_type)
    elif kind == "application/x-www-form-urlencoded":
        params |= dict(_pairs(body))
    else:
        raise bad_request(f'unsupported content type "{kind}"')
    return params


def _pairs(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict")
    except (UnicodeDecodeError, ValueError):
        raise bad_request("strings must be encoded in UTF-8") from None


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(body)
    except (ValueError, RecursionError):
        parsed = None
    if not isinstance(parsed, dict):
        raise bad_request("can't parse JSON object")
    return parsed


def _parts(body: bytes, content_type: str) -> dict[str, Any]:
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1")
    parsed = BytesParser(policy=HTTP).parsebytes(head + body)
    if not parsed.is_multipart():
        raise bad_request("can't parse multipart/form-data")
    params: dict[str, Any] = {}
    for part in parsed.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if not isinstance(name, str) or not isinstance(content, bytes):
            raise bad_request("can't parse multipart/form-data")
        filename = part.get_filename()
        if filename is None:
            params[name] = content.decode("utf-8", "replace")
        else:
            params[name] = Upload(filename, part.get_content_type(), content)
    return params


BROKEN = b'{"ok":true,"result":{"mess'
"""An answer that breaks off."""


def success(result: Any) -> tuple[int, bytes]:
    """HTTP status and body for a result."""
    return 200, _encoded({"ok": True, "result": result})


def failure(error: ApiError) -> tuple[int, bytes]:
    """HTTP status and body for a refusal."""
    envelope: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        envelope["parameters"] = error.parameters
    return error.code, _encoded(envelope)


def _encoded(envelope: Mapping[str, Any]) -> bytes:
    return json.dumps(envelope, separators=(",", ":")).encode("ascii")
