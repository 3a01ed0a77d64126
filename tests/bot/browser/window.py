"""The page as somebody before it uses it: writes, clicks, reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.async_api import ConsoleMessage, Error, Locator, Page, expect

from bot.sandbox import Room
from bot.sandbox.server import Scene


class Window:
    """One browser window; `scene` is the sandbox behind it."""

    def __init__(self, page: Page, scene: Scene, folder: Path) -> None:
        self.page = page
        self.scene = scene
        self.folder = folder

    @contextmanager
    def complaints(self) -> Iterator[list[str]]:
        """A list that fills with what the page writes to its console, errors of scripts and of its policy among it."""
        complaints: list[str] = []

        def logged(message: ConsoleMessage) -> None:
            complaints.append(message.text)

        def failed(error: Error) -> None:
            complaints.append(str(error))

        self.page.on("console", logged)
        self.page.on("pageerror", failed)
        try:
            yield complaints
        finally:
            self.page.remove_listener("console", logged)
            self.page.remove_listener("pageerror", failed)

    async def is_ready(self) -> None:
        await expect(self.page.locator("#chat-title")).not_to_have_text("")

    @property
    def field(self) -> Locator:
        return self.page.get_by_role("combobox", name="Message")

    @property
    def suggestions(self) -> Locator:
        """What is offered above the line that one writes."""
        return self.page.locator("#suggestions").get_by_role("option")

    @property
    def answers(self) -> Locator:
        """Messages of others than the speaker, oldest first."""
        return self.page.locator(".message.in")

    @property
    def answer(self) -> Locator:
        """The newest of them."""
        return self.answers.last

    async def start(self) -> None:
        """Taps Start in the private chat, and sees the greeting."""
        await self.page.get_by_role("button", name="Start", exact=True).click()
        await expect(self.answers).to_have_count(1)

    async def open(self, title: str) -> None:
        """Opens a chat from the list."""
        named = self.page.locator(".name").get_by_text(title, exact=True)
        await self.page.locator("#rooms .room").filter(has=named).click()
        await expect(self.page.locator("#chat-title")).to_have_text(title)

    async def speak_as(self, name: str) -> None:
        await self.page.get_by_label("Speaking as").select_option(label=name)

    async def say(self, words: str) -> None:
        """Writes and sends."""
        await self.field.fill(words)
        await self.page.keyboard.press("Enter")
        await expect(self.field).to_have_value("")

    async def menu_of(self, message: Locator, item: str) -> None:
        """Chooses from a message's menu."""
        await message.click(button="right", position={"x": 60, "y": 12})
        await self.page.get_by_role("menuitem", name=item, exact=True).click()

    def room(self, title: str) -> Room:
        return next(room for room in self.scene.rooms() if room.chat.title == title)

    async def call(self, method: str, **params: object) -> None:
        """Calls the Bot API, as another bot would."""
        await self.scene.sandbox.api.call(method, params)
