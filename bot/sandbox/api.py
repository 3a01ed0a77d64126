"""The Bot API without a wire: a method and its parameters go in, a result comes out or an `ApiError`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import ApiError, not_found
from .methods import METHODS
from .world import Call, World


class Api:
    """The API of one bot. Put a transport or an HTTP server in front of it."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def call(self, method: str, params: Mapping[str, Any] | None = None) -> Any:
        """Call a method, its name in any case.

        `params` are strings as in a form, or JSON values as in a JSON body. Returns what stands in the envelope's
        `result`. Raises ApiError; every call but getUpdates is logged, and getUpdates is logged where it fails.
        """
        params = dict(params or {})
        found = METHODS.get(method.lower())
        name = found.name if found else method
        try:
            if found is None:
                raise not_found("method not found")
            if self._world.is_logged_out:
                raise ApiError(400, "Logged out")
            result = await found.call(self._world, params)
        except ApiError as error:
            self._world.calls.append(Call(name, params, error=f"{error.code} {error.description}"))
            raise
        if name != "getUpdates":
            self._world.calls.append(Call(name, params, result=result))
        return result
