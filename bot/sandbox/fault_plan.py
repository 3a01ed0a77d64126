"""Which faults are wanted: written `10%,flood,timeout,seed=7` on a command line, read into a `FaultPlan`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Fault(StrEnum):
    """A way to fail; see `bot.sandbox.faults`."""

    FLOOD = "flood"
    SERVER_ERROR = "server_error"
    BROKEN_JSON = "broken_json"
    TIMEOUT = "timeout"
    DROPPED = "dropped"
    BLOCKED = "blocked"
    KICKED = "kicked"
    MIGRATED = "migrated"
    CONFLICT = "conflict"
    DUPLICATE = "duplicate"
    REORDER = "reorder"


ALL_FAULTS = tuple(Fault)
LIMITS = "limits"


@dataclass(frozen=True, slots=True)
class FaultRule:
    """Calls that fail for certain: of these methods (none: all but getUpdates), in these chats (none: anywhere).

    `times` is how often at most, None for always.
    """

    fault: Fault
    methods: frozenset[str] = frozenset()
    chats: frozenset[int] = frozenset()
    times: int | None = None

    def fits(self, method: str, chat_id: int | None) -> bool:
        """Whether the rule speaks of a call; `method` in lower case."""
        named = {name.lower() for name in self.methods}
        if method not in named if named else (method == "getupdates" and self.fault not in _OF_POLLING):
            return False
        return not self.chats or chat_id in self.chats


_OF_POLLING = frozenset({Fault.CONFLICT, Fault.DUPLICATE, Fault.REORDER})


@dataclass(frozen=True, slots=True)
class FaultPlan:
    """What is to fail: `rules` first, then each call with `probability` in one of the ways of `kinds`.

    `seed` makes the chances repeatable. `retry_after` is in seconds. `hold_limits` holds Telegram's speed limits.
    """

    probability: float = 0.0
    kinds: tuple[Fault, ...] = ALL_FAULTS
    seed: int = 0
    retry_after: int = 1
    hold_limits: bool = False
    rules: tuple[FaultRule, ...] = field(default=())

    @classmethod
    def parse(cls, written: str) -> FaultPlan:
        """Read a plan as it is written on a command line: parts with commas between them, in any order.

        `10%` or `0.1` is the probability (default 10 %), a fault's name restricts to it, `seed=7`, `retry_after=3`,
        and `limits` holds the speed limits. `off` or nothing is no fault. Raises ValueError naming the wrong part.
        """
        probability: float | None = None
        kinds: list[Fault] = []
        numbers = {"seed": 0, "retry_after": 1}
        hold_limits = False
        parts = [part.strip().lower() for part in written.split(",") if part.strip()]
        if parts in ([], ["off"]):
            return cls()
        for part in parts:
            name, _, value = part.partition("=")
            if part == LIMITS:
                hold_limits = True
            elif part in set(Fault):
                kinds.append(Fault(part))
            elif name in numbers and value.isascii() and value.isdigit() and len(value) < 10:
                numbers[name] = int(value)
            else:
                probability = _probability(part)
        if probability is None:
            probability = 0.0 if hold_limits and not kinds else 0.1
        return cls(probability, tuple(kinds) or ALL_FAULTS, numbers["seed"], numbers["retry_after"], hold_limits)

    def __str__(self) -> str:
        parts = [f"{self.probability * 100:g}%"]
        if self.kinds != ALL_FAULTS:
            parts += self.kinds
        if self.seed:
            parts.append(f"seed={self.seed}")
        if self.retry_after != 1:
            parts.append(f"retry_after={self.retry_after}")
        if self.hold_limits:
            parts.append(LIMITS)
        return "off" if parts == ["0%"] and not self.rules else ",".join(parts)


def _probability(part: str) -> float:
    try:
        value = float(part.removesuffix("%")) / (100 if part.endswith("%") else 1)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise ValueError(
            f"{part!r} is no fault: expected a probability (10%), {', '.join(Fault)}, {LIMITS}, seed=N or retry_after=N"
        )
    return value
