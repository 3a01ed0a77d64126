"""What all tests share: the library that ships, a sandbox, and a conversation with the real bot on it."""

import gc
import logging
from collections.abc import AsyncIterator

import hypothesis
import pytest
import pytest_asyncio

from bot.desk import Desk
from bot.sandbox import Sandbox
from briefs.library import Library
from tests.talking import Talk, talking

# The same examples in every run, and no clock: a test fails because of what it tests alone.
hypothesis.settings.register_profile(
    "suite",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=60,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("suite")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begins with the tests that take long, so that no process is left alone with one of them at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Spares the garbage collector what stays to the end: a tenth of the suite's work is looking it through again."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def library() -> Library:
    """The library that ships, with its search built once."""
    return Library.open()


@pytest.fixture(scope="session")
def desk(library: Library) -> Desk:
    return Desk(library, "mujaz_bot")


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox()


@pytest_asyncio.fixture
async def chat(sandbox: Sandbox, library: Library, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Talk]:
    """A person's private chat with the bot; at its end nothing may stand in the log, and Telegram refused nothing."""
    async with talking(sandbox, library) as talk:
        yield talk
    logged = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert talk.stage.unexpected(logged) == []
    assert talk.stage.refusals() == []
