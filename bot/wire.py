"""The wire to Telegram: one HTTP client, over which calls go as JSON.

python-telegram-bot's own request writes forms, in which a card of links doubles in size, and builds an object for each
link and button of a message that Telegram hands back as it was sent. Both cost more than all else that a reply takes.
"""

import functools
import json
from typing import Any

import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

_UNSAID = BaseRequest.DEFAULT_NONE
_AS_SENT = ("entities", "link_preview_options", "reply_markup", "reply_to_message")
_HEADERS = {"Content-Type": "application/json", "User-Agent": BaseRequest.USER_AGENT}
_SECONDS = 5.0
_SECONDS_FOR_A_CONNECTION = 1.0
# A bot calls few methods, each under one address; reading an address takes longer than writing the whole call.
_address = functools.lru_cache(maxsize=64)(httpx.URL)


class Wire(BaseRequest):
    """Carries calls and their answers as they are; for polling.

    `transport` replaces the network. `connections` is how many may be open at once, `read_timeout` how many seconds an
    answer may take.
    """

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport | None = None,
        *,
        connections: int = 64,
        read_timeout: float = _SECONDS,
    ) -> None:
        self._transport = transport
        self._limits = httpx.Limits(max_connections=connections)
        self._timeout = httpx.Timeout(_SECONDS, read=read_timeout, pool=_SECONDS_FOR_A_CONNECTION)
        self._client = self._opened()

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take, unless a call says otherwise."""
        return self._timeout.read

    async def initialize(self) -> None:
        """Opens the client, again where it was closed."""
        if self._client.is_closed:
            self._client = self._opened()

    async def shutdown(self) -> None:
        """Closes all connections."""
        await self._client.aclose()

    async def do_request(  # noqa: PLR0913, PLR0917 (the library passes them so)
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = _UNSAID,
        write_timeout: Any = _UNSAID,
        connect_timeout: Any = _UNSAID,
        pool_timeout: Any = _UNSAID,
    ) -> tuple[int, bytes]:
        """Makes a call; gives the HTTP status and the body of the answer.

        Raises:
            NetworkError: Telegram could not be reached, or its answer got lost; `TimedOut`: that took too long.
            ValueError: the call uploads a file, which this wire does not carry.
        """
        if request_data is not None and request_data.contains_files:
            raise ValueError("the bot uploads no files")
        usual = self._timeout
        timeout = httpx.Timeout(
            connect=usual.connect if connect_timeout is _UNSAID else connect_timeout,
            read=usual.read if read_timeout is _UNSAID else read_timeout,
            write=usual.write if write_timeout is _UNSAID else write_timeout,
            pool=usual.pool if pool_timeout is _UNSAID else pool_timeout,
        )
        content = json.dumps(request_data.parameters).encode() if request_data is not None else None
        request = self._client.build_request(method, _address(url), content=content, timeout=timeout)
        try:
            response = await self._client.send(request)
        except httpx.TimeoutException as error:
            raise TimedOut from error
        except httpx.HTTPError as error:
            raise NetworkError(f"httpx.{type(error).__name__}: {error}") from error
        return response.status_code, response.content

    def _opened(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            headers=_HEADERS, transport=self._transport, limits=self._limits, timeout=self._timeout
        )


class CallWire(Wire):
    """Carries all calls but polling. A message that was sent comes back without what the bot itself put into it."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer, read; of a message, its formatting, its buttons and what it replies to are left out.

        Raises:
            TelegramError: it is no JSON.
        """
        answer = BaseRequest.parse_json_payload(payload)
        result = answer.get("result")
        if isinstance(result, dict):
            for field in _AS_SENT:
                result.pop(field, None)
        return answer
