"""Which methods there are: each registered with its handler and the dataclass of its arguments."""

from __future__ import annotations

import dataclasses
import functools
import json
import typing
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.sandbox.errors import bad_request
from bot.sandbox.wire import Upload
from bot.sandbox.world import World

Arguments = TypeVar("Arguments")
Handler = Callable[[World, Any], Any]

# Arguments of the Bot API that belong to features which the sandbox has not, on the methods that take them.
_BEYOND = frozenset(
    {
        "business_connection_id",
        "message_effect_id",
        "allow_paid_broadcast",
        "direct_messages_topic_id",
        "suggested_post_parameters",
    }
)
_SPOKEN = {
    "reply_markup": "reply keyboard markup",
    "reply_parameters": "reply parameters",
    "link_preview_options": "link preview options",
    "scope": "BotCommandScope",
    "results": "inline query results",
    "button": "inline query results button",
    "reaction": "reaction types",
}


@dataclass(frozen=True, slots=True)
class Method:
    """A method of the API: its name, the dataclass of its arguments, and what does it."""

    name: str
    arguments: type[Any]
    handler: Handler

    async def call(self, world: World, params: Mapping[str, Any]) -> Any:
        """Read the arguments and do it. Raises ApiError."""
        result = self.handler(world, read_arguments(self.name, self.arguments, params))
        return await result if isinstance(result, Awaitable) else result


METHODS: dict[str, Method] = {}


def method(
    name: str, arguments: type[Arguments]
) -> Callable[[Callable[[World, Arguments], Any]], Callable[[World, Arguments], Any]]:
    """Register the decorated function as the API's method `name`, taking the fields of `arguments`."""

    def register(handler: Callable[[World, Arguments], Any]) -> Callable[[World, Arguments], Any]:
        METHODS[name.lower()] = Method(name, arguments, handler)
        return handler

    return register


@dataclass(frozen=True, slots=True)
class NoArguments:
    """The arguments of a method that takes none."""


def read_arguments(called: str, arguments: type[Arguments], params: Mapping[str, Any]) -> Arguments:
    """A method's dataclass of arguments filled from what came over the wire: strings, or values of a JSON body.

    Raises ApiError 400 naming an argument that is unknown, beyond the sandbox, or not of its type.
    """
    kinds = _kinds(arguments)  # type: ignore[arg-type] # a class is hashable, which its bare type variable hides
    values: dict[str, Any] = {}
    for name, value in params.items():
        if name in _BEYOND:
            raise bad_request(f'the sandbox does not implement the argument "{name}" of {called}')
        if name not in kinds:
            raise bad_request(f'unknown argument "{name}" of method {called}')
        values[name] = _read(name, value, kinds[name])
    return arguments(**values)


@functools.cache
def _kinds(arguments: type[Any]) -> Mapping[str, Any]:
    return typing.get_type_hints(arguments)


def _read(name: str, value: Any, kind: Any) -> Any:
    if kind is str or (kind == str | Upload and not isinstance(value, Upload)):
        return _string(name, value)
    if kind is bool:
        return _boolean(name, value)
    if kind in (int, int | None):
        return _integer(name, value, optional=kind is not int)
    if not isinstance(value, str):
        return value
    if not value:
        return None
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        raise bad_request(f"Can't parse {_SPOKEN.get(name, name.replace('_', ' '))} JSON object") from None


def _string(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise bad_request(f'argument "{name}" must be of type String')


def _boolean(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    spoken = str(value).strip().lower()
    if spoken in ("true", "yes", "1"):
        return True
    if spoken in ("false", "no", "0", ""):
        return False
    raise bad_request(f'argument "{name}" must be of type Boolean')


def _integer(name: str, value: Any, *, optional: bool) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    spoken = str(value).strip()
    if not spoken and optional:
        return None
    try:
        return int(float(spoken)) if "." in spoken else int(spoken)
    except (ValueError, OverflowError):
        raise bad_request(f'argument "{name}" must be of type Integer') from None


def known_arguments(name: str) -> frozenset[str]:
    """The names of the arguments that a method takes. Raises KeyError for an unknown method."""
    return frozenset(field.name for field in dataclasses.fields(METHODS[name.lower()].arguments))
