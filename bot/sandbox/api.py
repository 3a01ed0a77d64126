"""The Bot API without a wire: a method and its parameters go in, a result comes out or an `ApiError`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from .errors import ApiError, not_found
from .methods import METHODS, Method
from .world import Call, World

if TYPE_CHECKING:
    from collections.abc import Mapping


class AnyApi(Protocol):
    """What a transport talks to: the API itself, or something around it that makes faults."""

    async def call(self, method: str, params: Mapping[str, Any] | None = None) -> Any:
        """Do a method. Raises ApiError."""


class Api:
    """The API of one bot. Put a transport or an HTTP server in front of it."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def call(self, method: str, params: Mapping[str, Any] | None = None) -> Any:
        """Call a method, its name in any case.

        `params` are strings as in a form, or JSON values as in a JSON body. Returns what stands in the
        envelope's `result`. Raises ApiError; every call but getUpdates is logged, and getUpdates is logged
        where it fails.
        """
        params = dict(params or {})
        found = METHODS.get(method.lower())
        name = found.name if found else method
        try:
            result = await self._do(found, params)
        except ApiError as error:
            self._world.calls.append(Call(name, params, error=f"{error.code} {error.description}"))
            raise
        if name != "getUpdates":
            self._world.calls.append(Call(name, params, result=result))
        return result

    async def _do(self, method: Method | None, params: Mapping[str, Any]) -> Any:
        if method is None:
            raise not_found("method not found")
        if self._world.is_logged_out:
            raise ApiError(400, "Logged out")
        return await method.call(self._world, params)
