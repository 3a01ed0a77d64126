"""The one error the sandbox's API raises, and its wordings by HTTP status.

ApiError                what Telegram answers instead of a result
400 bad_request       "Bad Request: ...", sometimes with `migrate_to_chat_id`
401 unauthorized      a well-formed token that is not ours
403 forbidden         "Forbidden: ...", blocked, kicked, never met
404 not_found         an unknown method, a malformed token
409 conflict          two pollers, or polling beside a webhook
429 too_many_requests speed limits, with `retry_after` in seconds
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class ApiError(Exception):
    """A refusal in Telegram's words.

    `code` is the HTTP status and `error_code`, `description` the sentence that Telegram sends, `parameters`
    the `ResponseParameters` object (`retry_after`, `migrate_to_chat_id`), empty for most errors.
    """

    def __init__(self, code: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters: dict[str, int] = dict(parameters or {})


def bad_request(message: str, parameters: Mapping[str, int] | None = None) -> ApiError:
    """400. The first letter goes to lower case unless the message is a code such as `BUTTON_DATA_INVALID`."""
    if len(message) > 1 and not (message[1].isupper() or message[1] == "_"):
        message = message[0].lower() + message[1:]
    return ApiError(400, f"Bad Request: {message}", parameters)


def unauthorized() -> ApiError:
    """401, for a token that has a token's form but belongs to no bot."""
    return ApiError(401, "Unauthorized")


def forbidden(message: str) -> ApiError:
    """403, `message` without the prefix."""
    return ApiError(403, f"Forbidden: {message}")


def not_found(message: str = "") -> ApiError:
    """404; without a message it is the answer to a malformed token."""
    return ApiError(404, f"Not Found: {message}" if message else "Not Found")


def conflict(message: str) -> ApiError:
    """409, `message` without the prefix."""
    return ApiError(409, f"Conflict: {message}")


def too_many_requests(retry_after: int) -> ApiError:
    """429; `retry_after` in whole seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})
