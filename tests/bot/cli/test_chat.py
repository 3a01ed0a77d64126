"""`mujaz chat` on a pipe: a transcript goes in, a transcript comes out."""

import asyncio
import io
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from rich.console import Console

from bot.local import running
from bot.sandbox import Sandbox
from bot.terminal.loop import LOCAL_COMMANDS, Terminal, converse
from bot.terminal.session import MEMBERS, Session
from briefs.library import Library
from tests.bot.cli.processes import ended, start

SCRIPT = """\
/brief blinken vest
1
:group
hello everybody
@mujaz_bot khazali
:as Lina
/brief blinken vest
:quit
/help
"""


def test_a_scripted_conversation(tmp_path: Path) -> None:
    done = ended(start("chat", folder=tmp_path), SCRIPT)
    assert (done.status, done.err) == (0, "")
    shown = done.out
    assert "Mujaz briefs you on documents." in shown
    told = shown.split("> /brief blinken vest")[1]
    assert "Blinken came to Baghdad by night in a bulletproof vest" in told
    assert "1 More" in told
    whole = shown.split("> 1\n")[1]
    assert "What the document does not say" in whole
    ignored = shown.split("hello everybody\n")[1].split("> ")[0]
    assert "no answer" in ignored
    assert "Qais Khazali" in shown.split("@mujaz_bot khazali")[1]
    assert "as Lina> /brief blinken vest" in shown
    assert "/help" not in shown.split(":quit")[1], "nothing is read after :quit"


@pytest.mark.parametrize("typed", ["/privacy\n\n<b>\x00�", "/privacy", "/privacy\n:quit\n/help\n"])
def test_the_end_of_input_ends_the_chat(
    library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode() + b"\xff\xfe"), "utf-8"))
    converse(library)
    shown = capsys.readouterr().out
    assert "I keep nothing" in shown
    assert "Ask in your own words, or" not in shown


class Screenplay:
    """A terminal in this process: lines go in, what is shown comes out."""

    def __init__(self, runner: asyncio.Runner, sandbox: Sandbox, session: Session) -> None:
        self.paper = io.StringIO()
        self.sandbox = sandbox
        self.terminal = Terminal(runner, session, Console(file=self.paper, highlight=False, width=100))

    def type(self, line: str) -> str:
        """What is shown in answer to `line`."""
        before = self.paper.tell()
        assert self.terminal.handle(line)
        self.paper.seek(before)
        return self.paper.read()

    def number_of(self, label: str) -> str:
        """The number of the button with that label."""
        assert self.terminal.last is not None
        return str([button.text for button in self.terminal.last.buttons].index(label) + 1)


@pytest.fixture
def play(library: Library) -> Iterator[Screenplay]:
    sandbox = Sandbox()
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        application = runner.run(stack.enter_async_context(running(sandbox, library)))
        try:
            yield Screenplay(runner, sandbox, Session(sandbox, application))
        finally:
            runner.run(stack.aclose())


def test_buttons_are_numbered_and_can_be_pressed(play: Screenplay) -> None:
    assert " 1 More " in play.type("/brief blinken vest")
    assert "in this brief:" in play.type(play.number_of("People"))
    assert "Antony Blinken" in play.type(play.number_of("👤 Antony Blinken"))


def test_a_number_that_is_no_button_is_a_question(play: Screenplay) -> None:
    play.type("/brief blinken vest")
    assert "999" in play.type("999")
    assert play.terminal.last is not None


def test_a_button_that_copies_shows_what_it_copies(play: Screenplay) -> None:
    play.type("/brief blinken vest")
    assert "https://t.me/mujaz_bot?start=t_blinken-in-a-vest" in play.type(play.number_of("🔗 Link"))


def test_a_button_that_shares_says_so(play: Screenplay) -> None:
    play.type("/brief blinken vest")
    assert play.type(play.number_of("↗ Share")).strip()


def test_help_lists_every_command(play: Screenplay) -> None:
    shown = play.type(":help")
    for name in (*LOCAL_COMMANDS, "/brief QUERY", "/timeline QUERY"):
        assert name in shown


def test_an_unknown_local_command_says_so(play: Screenplay) -> None:
    assert "No such command: :dance" in play.type(":dance")


def test_in_a_group_the_bot_is_silent_until_it_is_called(play: Screenplay) -> None:
    play.type(":group")
    assert "no answer" in play.type("blinken vest")
    assert "bulletproof vest" in play.type("@mujaz_bot blinken vest")
    assert "Qais Khazali" in play.type("/who khazali")


def test_members_take_turns(play: Screenplay) -> None:
    assert ":as needs a group" in play.type(":as Omar")
    play.type(":group")
    assert ":as needs a group" in play.type(":as Nobody")
    assert play.type(":as omar") == ""
    assert play.terminal.session.place.endswith("as Omar")
    assert set(MEMBERS) >= {"You", "Omar"}
    play.type(":private")
    assert play.terminal.session.group is None


def test_a_reply_to_the_bot(play: Screenplay) -> None:
    assert "nothing to reply to" in play.type(":reply khazali")
    play.type("/brief blinken vest")
    assert "in this brief:" in play.type(":reply people")


def test_a_brief_on_what_somebody_says(play: Screenplay) -> None:
    shown = play.type(":on Dolly Noun is a doctor")
    assert "Lina: Dolly Noun is a doctor" in shown
    assert "Dolly Noun" in shown.split("is a doctor")[1]
    assert ":on WORDS" in play.type(":on")
    assert "4096 are allowed" in play.type(":on " + "word " * 1000)


def test_history_shows_the_conversation_again(play: Screenplay) -> None:
    play.type("/privacy")
    play.type("blinken vest")
    shown = play.type(":history")
    assert shown.index("You: /privacy") < shown.index("I keep nothing") < shown.index("You: blinken vest")


@pytest.mark.parametrize("line", ["[bold]x[/bold] [/]", "\x1b[31mred", "\u202eturned", "a" * 5000, "<b>&lt;", "😀"])
def test_odd_lines_are_shown_and_answered(play: Screenplay, line: str) -> None:
    assert play.type(line).strip()


def test_what_telegram_would_not_send_is_said(play: Screenplay) -> None:
    assert "4096" in play.type("x" * 5000)


@pytest.mark.parametrize("word", [":quit", ":q", ":exit"])
def test_ways_to_leave(play: Screenplay, word: str) -> None:
    assert not play.terminal.handle(word)
