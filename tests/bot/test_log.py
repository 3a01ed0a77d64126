"""The log: calm, and never with the token in it."""

import logging
from collections.abc import Iterator

import pytest
from telegram.error import InvalidToken, NetworkError

from bot.local import running, settled
from bot.log import TokenFilter, configure_logging
from bot.sandbox import Sandbox
from briefs.library import Library

TOKEN = "100200300:AAsecret-of-a-token-that-opens-nothing"  # noqa: S105 (it opens nothing)
SECRET = TOKEN.partition(":")[2]


class Keeping(logging.Handler):
    """A handler that keeps what it gets."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """Standard error, where the log goes once `configure_logging` was called; undone afterwards."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    levels = {name: logging.getLogger(name).level for name in ("httpx", "httpcore")}
    yield capsys
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, former in levels.items():
        logging.getLogger(name).setLevel(former)


def test_the_token_is_masked_in_message_arguments_and_trace(logged: pytest.CaptureFixture[str]) -> None:
    configure_logging(TOKEN)
    log = logging.getLogger("mujaz.test")
    log.warning("calling https://api.telegram.org/bot%s/getMe", TOKEN)
    log.warning(f"the secret alone: {SECRET}")  # noqa: G004 (the token stands in the message itself)
    log.warning("in an argument that is no text: %s", {"token": TOKEN})
    log.error("it was refused", exc_info=InvalidToken(f"The token `{TOKEN}` was rejected by the server."))
    lost = NetworkError("no route")
    lost.__cause__ = ValueError(f"/bot{TOKEN}/getUpdates")
    log.error("a cause", exc_info=lost)
    shown = logged.readouterr().err
    assert shown.count("<token>") == 5
    assert SECRET not in shown
    assert "InvalidToken: " in shown
    assert "no route" in shown


def test_records_without_the_token_are_left_as_they_are(logged: pytest.CaptureFixture[str]) -> None:
    configure_logging(TOKEN)
    logging.getLogger("mujaz.test").info("%d of %s", 3, "five")
    assert logged.readouterr().err.endswith("INFO mujaz.test: 3 of five\n")


def test_a_faulty_call_of_the_log_takes_nothing_down(logged: pytest.CaptureFixture[str]) -> None:
    configure_logging(TOKEN)
    logging.getLogger("mujaz.test").warning("%d and %s", TOKEN)  # noqa: PLE1206 (that is what is tested)
    shown = logged.readouterr().err
    assert "mujaz.test" in shown
    assert SECRET not in shown


def test_a_token_without_a_colon_is_masked_whole() -> None:
    assert TokenFilter("nonsense").masked("bot nonsense, nonsense") == "bot <token>, <token>"


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
async def test_no_record_of_a_running_bot_holds_the_token(
    logged: pytest.CaptureFixture[str], library: Library, level: int
) -> None:
    configure_logging(TOKEN, level)
    # Before the handler that masks: what is kept is what was logged.
    logging.getLogger().handlers.insert(0, keeping := Keeping())
    sandbox = Sandbox(token=TOKEN)
    async with running(sandbox, library) as application:
        lina = sandbox.person("Lina")
        sent = lina.send(lina.private_chat(), "/brief blinken vest")
        await settled(sandbox, application, sent.update_id)
        shown = lina.private_chat().last
        pressed = lina.press_data(shown, "nonsense")
        await settled(sandbox, application, pressed.update_id)
    records = keeping.records
    assert records
    assert [record.name for record in records if record.name.partition(".")[0] in {"httpx", "httpcore"}] == []
    for record in records:
        assert SECRET not in record.getMessage()
        assert SECRET not in str(record.__dict__)
    assert SECRET not in logged.readouterr().err


async def test_httpx_would_tell_the_token(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    # What the test above rests on: without `configure_logging` each address is logged, token and all.
    caplog.set_level(logging.INFO, logger="httpx")
    async with running(Sandbox(token=TOKEN), library):
        assert SECRET in caplog.text
