"""Order is kept within a chat; chats do not wait for each other."""

import asyncio
from typing import Any

from telegram import Chat, Message, Update, User

from bot.ordering import ChatOrder
from tests.instants import MIDNIGHT


def update(number: int, chat: int) -> Update:
    sender = User(chat, "Lina", is_bot=False)
    return Update(number, message=Message(number, MIDNIGHT, Chat(chat, "private"), from_user=sender, text="x"))


class Diary:
    """Notes what happens; each entry ends only when its gate opens."""

    def __init__(self) -> None:
        self.entries: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.begun: asyncio.Queue[str] = asyncio.Queue()

    async def entry(self, name: str) -> None:
        self.entries.append(f"{name} begins")
        self.begun.put_nowait(name)
        await self.gates.setdefault(name, asyncio.Event()).wait()
        self.entries.append(f"{name} ends")

    def end(self, name: str) -> None:
        self.gates.setdefault(name, asyncio.Event()).set()


async def test_a_chats_updates_wait_for_each_other_and_other_chats_do_not() -> None:
    order, diary = ChatOrder(), Diary()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(order.process_update(update(1, chat=5), diary.entry("first")))
        assert await diary.begun.get() == "first"
        tasks.create_task(order.process_update(update(2, chat=5), diary.entry("second")))
        tasks.create_task(order.process_update(update(3, chat=6), diary.entry("elsewhere")))
        assert await diary.begun.get() == "elsewhere"
        diary.end("elsewhere")
        diary.end("second")
        diary.end("first")
    assert diary.entries == [
        "first begins",
        "elsewhere begins",
        *sorted(("first ends", "elsewhere ends"), key=diary.entries.index),
        "second begins",
        "second ends",
    ]


async def test_an_update_that_fails_does_not_hold_up_the_next() -> None:
    order, diary = ChatOrder(), Diary()

    async def fails() -> None:
        raise RuntimeError("on purpose")

    results = await asyncio.gather(order.process_update(update(1, chat=5), fails()), return_exceptions=True)
    assert isinstance(results[0], RuntimeError)
    diary.end("next")
    await order.process_update(update(2, chat=5), diary.entry("next"))
    assert diary.entries == ["next begins", "next ends"]


async def test_updates_of_no_chat_run_at_once() -> None:
    order, diary = ChatOrder(), Diary()
    diary.end("inline")
    anything: Any = object()
    await order.process_update(anything, diary.entry("inline"))
    await order.process_update(Update(1), diary.entry("inline"))
    assert diary.entries.count("inline ends") == 2


async def test_chats_are_forgotten_once_they_are_quiet() -> None:
    order, diary = ChatOrder(), Diary()
    diary.end("x")
    for number in range(50):
        await order.process_update(update(number, chat=number + 1), diary.entry("x"))
    assert len(order._locks) == 0  # noqa: SLF001 (memory is what this is about)
