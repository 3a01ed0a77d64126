"""The actions of the control API: each a function with the dataclass of its arguments, as the Bot API's methods are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

from bot.sandbox.errors import bad_request, not_found
from bot.sandbox.methods.registry import read_arguments

if TYPE_CHECKING:
    from .scene import Scene

Arguments = TypeVar("Arguments")
ACTIONS: dict[str, Action] = {}


@dataclass(frozen=True, slots=True)
class Action:
    """An action; `reads` says that it changes nothing, so that GET may do it."""

    arguments: type[Any]
    handler: Callable[[Any, Any], Any]
    reads: bool


def action(
    name: str, arguments: type[Arguments], *, reads: bool = False
) -> Callable[[Callable[[Scene, Arguments], Any]], Callable[[Scene, Arguments], Any]]:
    """Register the decorated function as `/control/<name>`."""

    def register(handler: Callable[[Scene, Arguments], Any]) -> Callable[[Scene, Arguments], Any]:
        ACTIONS[name] = Action(arguments, handler, reads)
        return handler

    return register


async def act(scene: Scene, name: str, params: Mapping[str, Any], *, may_write: bool) -> Any:
    """Do an action. Raises ApiError: 404 for an unknown one, 400 for what people cannot do, 405 for a wrong GET."""
    found = ACTIONS.get(name)
    if found is None:
        raise not_found(f"there is no action {name}; there are {', '.join(ACTIONS)}")
    if not (found.reads or may_write):
        raise bad_request(f"{name} changes something, so it takes POST")
    for argument in fields(found.arguments):
        if argument.name not in params and argument.default is MISSING:
            raise bad_request(f'argument "{argument.name}" of {name} is missing')
    try:
        result = found.handler(scene, read_arguments(name, found.arguments, params))
        return await result if isinstance(result, Awaitable) else result
    except TimeoutError:
        raise bad_request("the bot did not answer in time") from None
    except (ValueError, LookupError) as error:
        raise bad_request(str(error.args[0] if error.args else error)) from None
