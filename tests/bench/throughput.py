"""How many updates a second the whole bot answers, beside a bare python-telegram-bot application that echoes.

Run with `python -m tests.bench.throughput`. Everything runs in this process on the sandbox's transport, from the update
to the sent answer; the echo, `/brief` with exact titles, and `/brief` with misspelled questions, each different, take
turns, so that whatever else the machine does strikes all three. Ratios are given by the clock, which counts, and by the
processor's time, which others on the machine disturb less. Then questions come at a steady pace.
"""

import asyncio
import gc
import random
import statistics
import string
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from itertools import count, cycle
from typing import Any, NamedTuple

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.local import running
from bot.sandbox import Person, Sandbox
from briefs.library import Library
from tests.bench.endurance import resident_mib

ROUNDS = 7
UPDATES = 400
CHATS = 20
PACE = 50
PACED_SECONDS = 10
Words = Callable[[], str]


class Cost(NamedTuple):
    """Seconds that an update took: by the clock, and of the processor."""

    clock: float
    processor: float


class Audience:
    """People in private chats with one bot, who ask and wait for the answers."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.people: list[Person] = [sandbox.person(f"Person {number}") for number in range(CHATS)]

    async def ask_at_once(self, words: Words) -> Cost:
        """Everybody asks; returns what an answer cost until the last one had come."""
        with self.sandbox.watch() as feed:
            started, worked = time.perf_counter(), time.process_time()
            for number in range(UPDATES):
                person = self.people[number % CHATS]
                person.send(person.private_chat(), words())
            left = UPDATES
            while left:
                left -= (await feed.get(timeout=60)).kind == "sent"
            return Cost((time.perf_counter() - started) / UPDATES, (time.process_time() - worked) / UPDATES)

    async def ask_at_a_pace(self, words: Words) -> list[float]:
        """Questions come evenly; returns the seconds from each to its answer."""
        asked: dict[int, list[float]] = {person.user.id: [] for person in self.people}
        waited: list[float] = []
        total = PACE * PACED_SECONDS

        async def listen() -> None:
            with self.sandbox.watch() as feed:
                while len(waited) < total:
                    event = await feed.get(timeout=60)
                    if event.kind == "sent":
                        # A chat's questions are answered in their order.
                        waited.append(time.perf_counter() - asked[event.chat.id].pop(0))

        listening = asyncio.create_task(listen())
        started = time.perf_counter()
        for number in range(total):
            await asyncio.sleep(max(0.0, started + number / PACE - time.perf_counter()))
            person = self.people[number % CHATS]
            asked[person.user.id].append(time.perf_counter())
            person.send(person.private_chat(), words())
        await listening
        return waited


async def main() -> None:
    """Prints the three throughputs with their ratios, the latency at a steady pace, and the resident memory."""
    library = Library.open()
    titles = [topic.title for topic in library.topics.values()]
    exact = cycle(f"/brief {title}" for title in titles)
    misspelled = (f"/brief {words}" for words in _misspelled(titles))
    echoed, mujaz = Sandbox(messages_kept=50), Sandbox(messages_kept=50)
    async with _echo(echoed), running(mujaz, library):
        gc.freeze()  # as `mujaz run` does
        audiences = {"echo": Audience(echoed), "exact titles": Audience(mujaz), "misspelled": Audience(mujaz)}
        questions: dict[str, Words] = {
            "echo": lambda: next(exact),
            "exact titles": lambda: next(exact),
            "misspelled": lambda: next(misspelled),
        }
        costs: dict[str, list[Cost]] = {name: [] for name in audiences}
        for round_number in range(ROUNDS + 1):
            for name, audience in audiences.items():
                cost = await audience.ask_at_once(questions[name])
                if round_number:  # the first round warms up
                    costs[name].append(cost)
        _print_costs(costs)
        waited = sorted(await audiences["misspelled"].ask_at_a_pace(lambda: next(misspelled)))
    p99 = waited[int(len(waited) * 0.99)] * 1000
    print(f"at {PACE} a second: median {statistics.median(waited) * 1000:.1f} ms, p99 {p99:.1f} ms (wanted: under 50)")
    print(f"resident memory: {resident_mib():.0f} MiB")


def _print_costs(costs: dict[str, list[Cost]]) -> None:
    wanted = {"exact titles": 0.5, "misspelled": 0.2}
    for name, own in costs.items():
        by_clock, by_processor = (statistics.median(each) for each in zip(*own, strict=True))
        line = f"{name:13} {1 / by_clock:7.0f} updates/s, {by_processor * 1000:5.2f} ms of the processor an update"
        if name in wanted:
            pairs = list(zip(costs["echo"], own, strict=True))
            ratio = statistics.median(echo.clock / each.clock for echo, each in pairs)
            processor = statistics.median(echo.processor / each.processor for echo, each in pairs)
            line += f": {ratio:.2f} of the echo (wanted: {wanted[name]}), {processor:.2f} by the processor"
        print(line)


def _misspelled(titles: Sequence[str]) -> Iterator[str]:
    """Endless questions in words of the titles, two letters wrong in each, none twice."""
    chance = random.Random(4)  # noqa: S311 (repeatable, not secret)
    seen: set[str] = set()
    for number in count():
        words = titles[number % len(titles)].split()
        start = chance.randrange(max(1, len(words) - 3))
        letters = list(" ".join(words[start : start + 4]))
        for _ in range(2):
            letters[chance.randrange(len(letters))] = chance.choice(string.ascii_lowercase)
        question = "".join(letters)
        if question not in seen:
            seen.add(question)
            yield question


@asynccontextmanager
async def _echo(sandbox: Sandbox) -> AsyncIterator[None]:
    """A bot that sends back what it gets, as python-telegram-bot's own example does."""

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None and update.message.text:
            await update.message.reply_text(update.message.text)

    requests = [HTTPXRequest(httpx_kwargs={"transport": sandbox.transport()}) for _ in range(2)]
    builder = ApplicationBuilder().token(sandbox.token).request(requests[0]).get_updates_request(requests[1])
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        try:
            yield
        finally:
            await application.updater.stop()
            await application.stop()


if __name__ == "__main__":
    asyncio.run(main())
