"""`mujaz sandbox` and `mujaz run` on it, as processes of their own over HTTP."""

import asyncio
import re
import signal
import socket
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from bot.sandbox import Sandbox
from tests.bot.cli.processes import ended, start
from tests.bot.sandbox.serving import Remote, remote
from tests.patience import PATIENCE

pytestmark = pytest.mark.long
PEOPLE, EACH = 6, 15
_TOKEN = re.compile(r"zq\d+x")


@contextmanager
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_it_answers_and_ends_cleanly(tmp_path: Path) -> None:
    with taken_port() as port:
        process = start("sandbox", "--no-browser", "--port", str(port), folder=tmp_path)
        assert process.stdout is not None
        assert process.stdout.readline().startswith(f"Port {port} is taken, so this is on ")
        address = re.findall(r"http://127\.0\.0\.1:\d+", process.stdout.readline())[0]
    sent = {"person": 1001, "room": 1001, "text": "/privacy"}
    with httpx.Client(base_url=address, trust_env=False, timeout=PATIENCE) as client:
        assert client.post("/control/send", json=sent).json()["ok"]
        with client.stream("GET", "/control/events"):
            process.send_signal(signal.SIGINT)
            done = ended(process)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "The sandbox is closed; what was said in it is gone."


def test_without_a_token_the_bare_command_opens_it(tmp_path: Path) -> None:
    process = start(folder=tmp_path)
    assert process.stdout is not None
    said = process.stdout.readline()
    assert said.startswith("No token is set (MUJAZ_TOKEN), so here is the sandbox")
    while "`mujaz chat` talks in this terminal" not in said:
        said += process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    done = ended(process)
    assert (done.status, done.err) == (0, "")
    assert "http://127.0.0.1:" in said


def test_a_wrong_plan_is_said(tmp_path: Path) -> None:
    done = ended(start("sandbox", "--no-browser", "--faults", "many", folder=tmp_path))
    assert done.status == 2
    assert done.err.startswith("mujaz: --faults: 'many' is no fault: expected a probability")


@pytest_asyncio.fixture
async def served() -> AsyncIterator[Remote]:
    async with remote(Sandbox()) as server:
        yield server


async def test_sigterm_in_the_middle_loses_nothing(served: Remote, tmp_path: Path) -> None:
    """What was confirmed to Telegram is answered before the process ends; the rest is answered by the next."""
    sandbox = served.scene.sandbox
    people = [served.scene.add_person(f"Person {number}") for number in range(PEOPLE)]
    variables = {"API_URL": served.url, "TOKEN": sandbox.token, "COOLDOWN_PER_MINUTE": "0"}

    def answers() -> Counter[str]:
        said = [message for person in people for message in person.private_chat().messages]
        return Counter(
            token for message in said if message.sender is sandbox.bot for token in _TOKEN.findall(message.text)
        )

    first = start("run", folder=tmp_path, **variables)
    with sandbox.watch() as feed:
        tokens: dict[int, str] = {}
        for number in range(PEOPLE * EACH):
            token = f"zq{number}x"
            person = people[number % PEOPLE]
            update = person.send(person.private_chat(), f"/find {token}").update_id
            assert update is not None
            tokens[update] = token
        while len(answers()) < PEOPLE * EACH // 3:
            await feed.get(timeout=PATIENCE)
    first.send_signal(signal.SIGTERM)
    status = (await asyncio.to_thread(ended, first)).status
    waiting = {token for update, token in tokens.items() if sandbox.world.updates.holds(update)}
    assert status == 0
    assert answers() == dict.fromkeys(set(tokens.values()) - waiting, 1)
    second = start("run", folder=tmp_path, **variables)
    late = people[0].send(people[0].private_chat(), "/privacy")
    await sandbox.confirmed(late.update_id, timeout=PATIENCE)
    second.send_signal(signal.SIGTERM)
    assert (await asyncio.to_thread(ended, second)).status == 0
    assert answers() == dict.fromkeys(tokens.values(), 1)
