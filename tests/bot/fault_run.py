"""A run of many commands in many chats over a Telegram that fails, and the account of what became of each."""

import asyncio
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pydantic import SecretStr

from bot.local import running
from bot.sandbox import FaultPlan, FaultyApi, Person, Room, Sandbox
from bot.settings import Settings
from briefs.library import Library
from tests.virtual_time import LoopClock

COMMANDS = ("/brief", "/who", "/quote", "/timeline", "/find")
_TOKEN = re.compile(r"zq\d+x")
A_DAY = 86_400.0


@dataclass
class Account:
    """What became of the commands, each known by a token that its answer repeats.

    `answers` counts the answers to each token, `refused` and `lost` hold the tokens of sends that Telegram refused for
    good, or that failed without telling whether they were done; `chats_refused` the chats of the former.
    """

    asked: list[str] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    refused: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    chats_refused: set[int] = field(default_factory=set)
    faults: Counter[str] = field(default_factory=Counter)

    @property
    def unanswered(self) -> set[str]:
        return {token for token in self.asked if not self.answers[token]}


@dataclass
class Run:
    """Forty chats, half of them private, the rest basic groups and supergroups; `words` different things are asked."""

    library: Library
    plan: FaultPlan
    settings: Settings
    updates: int = 2_000
    words: int = 1_000_000
    chats: int = 40
    calls_kept: int = 100_000
    messages_kept: int = 1_000
    on_progress: Callable[[int], None] = lambda _done: None

    async def account(self) -> Account:
        """Asks everything, and waits until the bot has done all that it is going to do."""
        loop = asyncio.get_running_loop()
        sandbox = Sandbox(clock=LoopClock(loop), messages_kept=self.messages_kept, calls_kept=self.calls_kept)
        faults = FaultyApi(sandbox)
        sandbox.api = faults
        places = list(self._places(sandbox))
        account = Account()
        chance = random.Random(self.plan.seed)  # noqa: S311 (repeatable, not secret)
        async with running(sandbox, self.library, self.settings) as application:
            faults.set_plan(self.plan)
            last: int | None = None
            for number in range(self.updates):
                person, room = places[chance.randrange(len(places))]
                token = f"zq{number % self.words}x"
                account.asked.append(token)
                last = person.send(_alive(room), f"{COMMANDS[number % len(COMMANDS)]} {token}").update_id
                await asyncio.sleep(chance.expovariate(3))
                self.on_progress(number)
            faults.set_plan(FaultPlan())
            await sandbox.confirmed(last, timeout=A_DAY)
            await application.update_queue.join()
        account.faults = Counter({str(fault): count for fault, count in faults.counts.items()})
        _settle(account, sandbox)
        return account

    def _places(self, sandbox: Sandbox) -> Iterator[tuple[Person, Room]]:
        for number in range(self.chats):
            person = sandbox.person(f"Person {number}")
            if number % 2:
                yield person, sandbox.group(f"Group {number}", [person], supergroup=number % 4 == 1)
            else:
                yield person, person.private_chat()


def production_settings(*, hold_limits: bool) -> Settings:
    return Settings(
        token=SecretStr("100200300:AAsandbox-token-that-opens-nothing"),
        hold_limits=hold_limits,
        cooldown_per_minute=0,
        _env_file=None,
    )


def _alive(room: Room) -> Room:
    return room.sandbox.room(room.chat.migrated_to) if room.chat.migrated_to is not None else room


def _settle(account: Account, sandbox: Sandbox) -> None:
    for chat in sandbox.world.chats.values():
        for message in chat.messages.values():
            if message.sender is sandbox.bot:
                account.answers.update(_TOKEN.findall(message.text)[:1] or ["something else"])
    for call in sandbox.calls:
        if call.method != "sendMessage" or call.error is None:
            continue
        (token,) = _TOKEN.findall(str(call.params["text"]))[:1]
        if call.error.startswith("403"):
            account.refused.add(token)
            account.chats_refused.add(int(call.params["chat_id"]))
        elif "while waiting" in call.error:
            account.lost.add(token)
