"""A conversation with the bot on a sandbox: who speaks, where, and what they can press."""

from bot.app import AnyApplication
from bot.local import settled
from bot.sandbox import Event as SandboxEvent
from bot.sandbox import Group, Mailbox, Message, Person, PrivateChat, Sandbox

MEMBERS = ("You", "Lina", "Omar")
GROUP = "Newsroom"


class Session:
    """One reader's conversation; each action returns what the bot said in return."""

    def __init__(self, sandbox: Sandbox, application: AnyApplication) -> None:
        self.sandbox = sandbox
        self.application = application
        self.people: dict[str, Person] = {name.casefold(): sandbox.person(name) for name in MEMBERS}
        self.speaker: Person = self.people[MEMBERS[0].casefold()]
        self.private: PrivateChat = self.speaker.private_chat()
        self.group: Group | None = None
        self.toast: str | None = None

    @property
    def room(self) -> PrivateChat | Group:
        """Where the conversation goes on."""
        return self.group or self.private

    @property
    def place(self) -> str:
        """Who speaks where, in a word or two, for the prompt."""
        return f"{GROUP}, as {self.speaker.user.first_name}" if self.group else "Mujaz"

    def enter_group(self) -> None:
        """Continues in a group of three people and the bot."""
        if self.group is None:
            self.group = self.sandbox.group(GROUP, members=list(self.people.values()))

    def leave_group(self) -> None:
        """Continues in the private chat."""
        self.group = None
        self.speaker = self.people[MEMBERS[0].casefold()]

    def speak_as(self, name: str) -> bool:
        """Lets another member of the group speak; whether there is one of that name."""
        person = self.people.get(name.casefold())
        if person is not None and self.group is not None:
            self.speaker = person
        return person is not None and self.group is not None

    async def say(self, words: str, reply_to: Message | None = None) -> list[Message]:
        """Sends `words`; returns the bot's messages in answer, none where it stays silent."""
        with self.sandbox.watch() as events:
            sent = self.speaker.send(self.room, words, reply_to=reply_to)
            await settled(self.sandbox, self.application, sent.update_id)
            return await _from_bot(self.sandbox, events)

    async def press(self, message: Message, button: int) -> list[Message]:
        """Presses the button with that index (from 0); returns the bot's messages, edited ones among them."""
        with self.sandbox.watch() as events:
            query = self.speaker.press(message, button)
            await settled(self.sandbox, self.application, query.update_id)
            answer = await query.answer()
            self.toast = answer.text
            return await _from_bot(self.sandbox, events)


async def _from_bot(sandbox: Sandbox, events: Mailbox[SandboxEvent]) -> list[Message]:
    found: list[Message] = []
    while len(events):
        message = (await events.get()).message
        if message is not None and message.sender is sandbox.bot and message not in found:
            found.append(message)
    return found
