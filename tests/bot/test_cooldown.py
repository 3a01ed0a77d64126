"""Nobody asks faster than others can read, and one flood delays nobody else."""

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from bot.cooldown import Cooldown, Verdict
from bot.sandbox import Sandbox
from bot.settings import Settings
from briefs.library import Library
from tests.bot.faulty import FaultyApi
from tests.patience import PATIENCE
from tests.talking import Talk, talking

BURST = 3
CHATS = 40
FLOOD = 400
QUESTIONS = ("/who khazali", "/who mcgurk", "/brief blinken vest")


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_bucket_empties_tells_once_and_fills_again() -> None:
    clock = Clock()
    cooldown = Cooldown(2, 60, clock)
    asked = [cooldown.ask("lina") for _ in range(4)]
    assert asked == [Verdict.ANSWER, Verdict.ANSWER, Verdict.NOTICE, Verdict.SILENCE]
    clock.seconds += 1
    assert cooldown.ask("lina") is Verdict.ANSWER
    assert cooldown.ask("lina") is Verdict.NOTICE, "a new excess is told again"


def test_people_have_buckets_of_their_own() -> None:
    cooldown = Cooldown(1, 1, Clock())
    assert cooldown.ask("lina") is Verdict.ANSWER
    assert cooldown.ask("omar") is Verdict.ANSWER
    assert cooldown.ask("lina", "newsroom") is Verdict.NOTICE
    assert cooldown.ask("zeina", "newsroom") is Verdict.ANSWER, "what is refused costs the group nothing"


def test_buttons_cost_less() -> None:
    cooldown = Cooldown(1, 1, Clock())
    pressed = [cooldown.ask("lina", cost=0.25) for _ in range(5)]
    assert pressed == [Verdict.ANSWER] * 4 + [Verdict.NOTICE]


def test_nobody_is_held_back_where_it_is_turned_off() -> None:
    cooldown = Cooldown(1, 0, Clock())
    assert {cooldown.ask("lina") for _ in range(100)} == {Verdict.ANSWER}


def hurried(sandbox: Sandbox) -> Settings:
    """Settings that allow `BURST` questions and then hardly any."""
    token = SecretStr(sandbox.token)
    return Settings(token=token, hold_limits=False, cooldown_burst=BURST, cooldown_per_minute=0.001, _env_file=None)


@pytest.fixture
async def strict(sandbox: Sandbox, library: Library) -> AsyncIterator[Talk]:
    async with talking(sandbox, library, settings=hurried(sandbox)) as talk:
        yield talk


async def test_the_first_excess_gets_a_notice_and_further_ones_silence(strict: Talk) -> None:
    for _ in range(BURST):
        assert "Khazali" in (await strict.say("/who khazali")).text
    assert "One moment" in (await strict.say("/who khazali")).text
    assert await strict.is_ignored("/who khazali")


async def test_a_group_shares_a_bucket_and_other_chats_do_not(strict: Talk) -> None:
    group = strict.group("Omar", "Zeina")
    for name in ("Lina", "Omar", "Zeina"):
        assert "Khazali" in (await group.other(name).say("/who khazali")).text
    assert "One moment" in (await group.other("Omar").say("/who khazali")).text
    other = Talk(strict.stage, omar := group.other("Omar").person, omar.private_chat())
    assert "Khazali" in (await other.say("/who khazali")).text


async def test_too_many_presses_are_told_in_a_toast(strict: Talk) -> None:
    answer = await strict.say("/who khazali")
    toasts = []
    for _ in range(4 * BURST):
        query = strict.person.press(answer, answer.buttons[0])
        await strict.stage.done(query.update_id)
        toasts.append((await query.answer()).text)
    assert toasts.count("") == 4 * (BURST - 1)
    assert set(toasts[4 * (BURST - 1) :]) == {"One moment, please: that was quick."}


async def test_forty_chats_at_once_are_answered_in_order(chat: Talk) -> None:
    people = [chat.sandbox.person(f"Reader {number}") for number in range(CHATS)]
    rooms = [person.private_chat() for person in people]
    last = None
    for question in QUESTIONS:
        for person, room in zip(people, rooms, strict=True):
            last = person.send(room, question)
    assert last is not None
    await chat.stage.done(last.update_id)
    for room in rooms:
        answers = [message.text.split("\n")[0] for message in room.messages if message.sender is chat.sandbox.bot]
        assert [title.split(" ·")[0] for title in answers] == [
            "Qais Khazali",
            "Brett McGurk",
            "Blinken came to Baghdad by night in a bulletproof vest",
        ]


async def test_a_chat_that_waits_keeps_no_other_waiting(chat: Talk) -> None:
    """The first chat's answer is held back on the wire; the second chat's arrives all the same."""
    held = FaultyApi(chat.sandbox).hold("sendMessage", chat.room.id)
    slow = chat.person.send(chat.room, "/who khazali")
    omar = chat.sandbox.person("Omar")
    room = omar.private_chat()
    omar.send(room, "/who mcgurk")
    assert "McGurk" in (await room.next_message(timeout=PATIENCE)).text
    assert not [message for message in chat.room.messages if message.sender is chat.sandbox.bot]
    held.set()
    await chat.stage.done(slow.update_id)
    assert "Khazali" in chat.room.last.text


async def test_a_flood_in_one_chat_leaves_room_for_others(chat: Talk) -> None:
    """Hundreds of questions wait for a group whose first answer is held on the wire; another chat does not."""
    group = chat.group("Omar")
    held = FaultyApi(chat.sandbox).hold("sendMessage", group.room.id)
    flood = [group.writer.send(group.room, "/privacy") for _ in range(FLOOD)]
    chat.person.send(chat.room, "/who mcgurk")
    assert "McGurk" in (await chat.room.next_message(timeout=PATIENCE)).text
    held.set()
    await chat.stage.done(flood[-1].update_id)
