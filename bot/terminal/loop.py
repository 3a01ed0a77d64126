"""Reads lines, from a keyboard or a pipe, and shows what the bot says."""

import asyncio
import contextlib
import sys
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager

from rich.console import Console
from rich.markup import escape

from bot.commands import COMMANDS
from bot.local import running
from bot.sandbox import Message, Sandbox
from bot.terminal.drawing import drawn
from bot.terminal.session import MEMBERS, Session
from briefs.library import Library

MAX_SHOWN_QUESTION = 200
PIPED_WIDTH = 100
LOCAL_COMMANDS = {
    ":help": "shows this",
    ":group": "continues in a group; the bot answers commands, mentions and replies there",
    ":as NAME": f"speaks as another member of the group ({', '.join(MEMBERS)})",
    ":reply WORDS": "replies to the bot's last message",
    ":on WORDS": "sends /brief as a reply to a message of these words by another member",
    ":private": "goes back to the private chat",
    ":history": "shows the conversation again",
    ":quit": "ends (as does Ctrl-D)",
}


class Terminal:
    """A person at a terminal, or a script on a pipe; the bot's event loop runs only while it has something to do."""

    def __init__(self, runner: asyncio.Runner, session: Session, console: Console) -> None:
        self.runner = runner
        self.session = session
        self.console = console
        self.last: Message | None = None

    def greet(self) -> None:
        """Shows the greeting, as a new reader sees it."""
        self.show(self.runner.run(self.session.say("/start")))
        self.console.print("[dim]:help shows what can be typed here; a number presses the button of that number.[/]\n")

    def handle(self, line: str) -> bool:
        """Does what one line asks for; False where it ends the conversation."""
        word, _, rest = line.partition(" ")
        local: dict[str, Callable[[str], None]] = {
            ":help": lambda _: self.help(),
            ":group": lambda _: self.session.enter_group(),
            ":private": lambda _: self.session.leave_group(),
            ":as": self.speak_as,
            ":reply": self.reply,
            ":on": self.brief_on,
            ":history": lambda _: self.history(),
        }
        if word in {":quit", ":q", ":exit"}:
            return False
        if word in local:
            local[word](rest.strip())
        elif word.startswith(":"):
            self.console.print(f"[red]No such command: {escape(word)}. :help shows those there are.[/]")
        elif (number := self.button(line)) is not None and self.last is not None:
            self.press(self.last, number)
        else:
            self.say(line)
        return True

    def button(self, line: str) -> int | None:
        """The index of the button that `line` presses, None where it is no number of one."""
        number = line.strip()
        if self.last is None or not (number.isascii() and number.isdigit() and len(number) <= len("100")):
            return None
        return int(number) - 1 if 1 <= int(number) <= len(self.last.buttons) else None

    def press(self, message: Message, number: int) -> None:
        """Presses a button; those that only a Telegram client can follow say what they would do."""
        button = message.buttons[number]
        if button.copy_text is not None:
            self.console.print(f"[dim](copied)[/] {escape(button.copy_text)}\n")
        elif button.callback_data is None:
            self.console.print(
                f"[dim]({escape(button.text)}: a Telegram client opens a list of chats to choose from)[/]\n"
            )
        else:
            shown = self.runner.run(self.session.press(message, number))
            if shown:
                self.show(shown)
            else:
                self.console.print("[dim](nothing changes)[/]\n")
            if self.session.toast:
                self.console.print(f"[dim]({escape(self.session.toast)})[/]")

    def say(self, words: str, reply_to: Message | None = None) -> None:
        """Sends a message and shows the answer, or that there is none."""
        with self.writing():
            self.show(self.runner.run(self.session.say(words, reply_to)))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Says what nobody could send, as Telegram's apps would, instead of failing."""
        try:
            yield
        except ValueError as error:
            self.console.print(f"[red]{escape(str(error))}[/]")

    def reply(self, words: str) -> None:
        """Replies to the bot's last message."""
        if self.last is None:
            self.console.print("[red]There is nothing to reply to yet.[/]")
        else:
            self.say(words, self.last)

    def brief_on(self, words: str) -> None:
        """Lets somebody else say `words` in the group, and asks for the brief on them."""
        if not words:
            self.console.print("[red]Say what somebody says there: :on WORDS[/]")
            return
        if self.session.group is None:
            self.session.enter_group()
        speaker = self.session.speaker
        other = next(person for person in self.session.people.values() if person is not speaker)
        with self.writing():
            said = other.send(self.session.room, words)
            self.console.print(f"[bold]{other.user.first_name}[/]: {escape(words)}")
            self.say("/brief", said)

    def speak_as(self, name: str) -> None:
        """Changes the member who speaks."""
        if not self.session.speak_as(name):
            self.console.print(f"[red]:as needs a group (:group) and one of {', '.join(MEMBERS)}.[/]")

    def help(self) -> None:
        """Lists what can be typed."""
        for command in COMMANDS:
            self.console.print(f"  [blue]{escape(command.usage):16}[/] {escape(command.description)}")
        for usage, description in LOCAL_COMMANDS.items():
            self.console.print(f"  [blue]{escape(usage):16}[/] {escape(description)}")
        self.console.print("  a number         presses the button of that number")
        self.console.print("  iraq:58          opens a paragraph by its citation\n")

    def history(self) -> None:
        """Shows the messages of this chat from the first."""
        for message in self.session.room.messages:
            if message.sender is self.session.sandbox.bot:
                self.console.print(drawn(message))
            elif message.sender is not None and message.text:
                self.console.print(f"[bold]{message.sender.first_name}[/]: {escape(message.text)}\n")

    def show(self, messages: list[Message]) -> None:
        """Draws the bot's messages; the buttons of the last one can be pressed."""
        if not messages:
            self.console.print("[dim](no answer: in a group the bot answers commands, mentions and replies to it)[/]\n")
        for message in messages:
            self.console.print(drawn(message))
            self.last = message


def converse(library: Library) -> None:
    """Talks until `:quit` or the end of input."""
    interactive = sys.stdin.isatty()
    console = Console(highlight=False, width=None if sys.stdout.isatty() else PIPED_WIDTH)
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        sandbox = Sandbox()
        application = runner.run(stack.enter_async_context(running(sandbox, library)))
        try:
            terminal = Terminal(runner, Session(sandbox, application), console)
            terminal.greet()
            for line in _typed(terminal) if interactive else _piped(terminal):
                if line.strip() and not terminal.handle(line.strip()):
                    break
        finally:
            runner.run(stack.aclose())


def _typed(terminal: Terminal) -> Iterator[str]:
    """Lines from the keyboard, with history and completion of commands."""
    with contextlib.suppress(ImportError):  # Windows has no readline
        import readline

        names = [f"/{command.name} " for command in COMMANDS] + [usage.split()[0] for usage in LOCAL_COMMANDS]
        readline.set_completer_delims(" ")
        readline.set_completer(lambda text, state: [*(n for n in names if n.startswith(text)), None][state])
        readline.parse_and_bind("tab: complete")
    while True:
        try:
            yield input(f"{terminal.session.place}> ")
        except EOFError:
            terminal.console.print()
            return
        except KeyboardInterrupt:
            terminal.console.print("\n[dim]:quit or Ctrl-D ends the chat[/]")


def _piped(terminal: Terminal) -> Iterator[str]:
    """Lines from a pipe, each shown as it is answered, so that the output reads as a transcript."""
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr] # standard input is a TextIOWrapper
    for line in sys.stdin:
        shown = line.strip()
        if shown:
            cut = shown if len(shown) <= MAX_SHOWN_QUESTION else shown[:MAX_SHOWN_QUESTION] + "…"
            terminal.console.print(f"[bold]{terminal.session.place}> {escape(cut)}[/]")
        yield line
