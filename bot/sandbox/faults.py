"""A Telegram that fails on purpose, by rule or by probability with a seed: `sandbox.api = FaultyApi(sandbox, plan)`.

Refused by Telegram, the call undone: `flood` (429), `server_error` (5xx), `blocked` and `kicked` (403), `migrated`
(400, and the basic group does migrate), `conflict` (409, getUpdates only).
Lost on the wire: `timeout` and `dropped`, where the request or its answer goes missing, `broken_json`, where the call
is done and its answer cannot be read.
Updates that come `duplicate` or `reorder`ed (getUpdates only).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from .errors import ApiError, bad_request, conflict, forbidden, too_many_requests
from .fault_plan import Fault, FaultPlan
from .world import Call

if TYPE_CHECKING:
    from .api import AnyApi
    from .model import Chat
    from .sandbox import Sandbox

_SERVER_ERRORS = ((500, "Internal Server Error"), (502, "Bad Gateway"), (504, "Gateway Timeout"))
_POLLING = "getupdates"


class Moment(StrEnum):
    """What was going on when the wire failed."""

    CONNECTING = "connecting"
    """Nothing was sent."""
    WAITING = "waiting"
    """The request was sent; whether it was done cannot be seen from outside."""


class WireFault(Exception):  # noqa: N818 # what happens to the wire is no error of the program
    """The wire fails. Whether the call was done is not said, as nobody at the other end can see it."""

    def __init__(self, fault: Fault, moment: Moment) -> None:
        super().__init__(f"{fault} while {moment}")
        self.fault = fault
        self.moment = moment


class FaultyApi:
    """An API around a sandbox's own, which fails as `plan` says.

    `counts` tells how often each fault happened. `plan` may be replaced at any time.
    """

    def __init__(self, sandbox: Sandbox, plan: FaultPlan | None = None) -> None:
        self.counts: Counter[Fault] = Counter()
        self._sandbox = sandbox
        self._api: AnyApi = sandbox.api
        self._given: list[dict[str, Any]] = []
        self.set_plan(plan or FaultPlan())

    def set_plan(self, plan: FaultPlan) -> None:
        """Fail as `plan` says from now on, from the start of its seed's sequence."""
        self.plan = plan
        self._sandbox.world.limits.held = plan.hold_limits
        self._random = random.Random(plan.seed)  # noqa: S311 # repeatable, not secret
        self._rules_left = [rule.times for rule in plan.rules]

    async def call(self, method: str, params: Mapping[str, Any] | None = None) -> Any:
        """Do a method, or fail. Raises ApiError, and WireFault for a wire to act on."""
        params = dict(params or {})
        name = method.lower()
        chat = self._chat(params)
        fault = self._drawn(name, chat)
        if fault is None:
            return await self._api.call(method, params)
        self.counts[fault] += 1
        try:
            return await self._failed(fault, method, params, chat)
        except (ApiError, WireFault) as error:
            self._sandbox.calls.append(Call(method, params, error=f"{error} (on purpose)"))
            raise

    async def _failed(self, fault: Fault, method: str, params: Mapping[str, Any], chat: Chat | None) -> Any:
        if fault in _REFUSALS:
            raise self._refusal(fault, chat)
        if fault in (Fault.DUPLICATE, Fault.REORDER):
            return self._disordered(fault, await self._api.call(method, params))
        return await self._lost(fault, method, params)

    def _drawn(self, name: str, chat: Chat | None) -> Fault | None:
        """The fault of this call: that of the first rule that fits, or one by chance."""
        for number, rule in enumerate(self.plan.rules):
            left = self._rules_left[number]
            if left != 0 and rule.fits(name, chat.id if chat else None) and self._applies(rule.fault, name, chat):
                self._rules_left[number] = None if left is None else left - 1
                return rule.fault
        if self._random.random() >= self.plan.probability:
            return None
        possible = [fault for fault in self.plan.kinds if self._applies(fault, name, chat)]
        return self._random.choice(possible) if possible else None

    def _applies(self, fault: Fault, name: str, chat: Chat | None) -> bool:
        """Whether Telegram could fail so here."""
        if fault in (Fault.CONFLICT, Fault.DUPLICATE, Fault.REORDER):
            return name == _POLLING
        if fault is Fault.BLOCKED:
            return chat is not None and chat.type == "private"
        if fault is Fault.KICKED:
            return chat is not None and chat.type in ("group", "supergroup")
        if fault is Fault.MIGRATED:
            return chat is not None and chat.type == "group" and chat.migrated_to is None
        return True

    def _chat(self, params: Mapping[str, Any]) -> Chat | None:
        try:
            return self._sandbox.world.chats.get(int(str(params.get("chat_id"))))
        except ValueError:
            return None

    def _refusal(self, fault: Fault, chat: Chat | None) -> ApiError:
        if fault is Fault.FLOOD:
            return too_many_requests(self.plan.retry_after)
        if fault is Fault.SERVER_ERROR:
            return ApiError(*self._random.choice(_SERVER_ERRORS))
        if fault is Fault.CONFLICT:
            return conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
        if fault is Fault.MIGRATED and chat is not None:
            upgraded = self._sandbox.upgrade(chat)
            return bad_request("Group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": upgraded.id})
        if fault is Fault.KICKED and chat is not None:
            return forbidden(f"bot was kicked from the {chat.kind}")
        return forbidden("bot was blocked by the user")

    async def _lost(self, fault: Fault, method: str, params: Mapping[str, Any]) -> Any:
        """Do the call or do not, and lose what there is to answer."""
        places = 1 if fault is Fault.BROKEN_JSON else 2 if fault is Fault.TIMEOUT else 3
        place = self._random.randrange(places)
        if place == 0 and method.lower() != _POLLING:
            await self._api.call(method, params)
        raise WireFault(fault, Moment.CONNECTING if place == 2 else Moment.WAITING)

    def _disordered(self, fault: Fault, updates: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Updates out of order, or with some that were given before."""
        if fault is Fault.REORDER:
            updates = self._random.sample(updates, len(updates))
        else:
            again = (*self._given, *updates)
            updates = [*updates, *self._random.sample(again, min(len(again), 2))]
        self._given = updates[-10:]
        return updates


_REFUSALS = frozenset({Fault.FLOOD, Fault.SERVER_ERROR, Fault.BLOCKED, Fault.KICKED, Fault.MIGRATED, Fault.CONFLICT})
