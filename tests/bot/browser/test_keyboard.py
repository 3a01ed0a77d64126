"""The page by keyboard alone, and what it tells a screen reader."""

import pytest
from playwright.async_api import expect

from tests.bot.browser.window import Window

pytestmark = [pytest.mark.long, pytest.mark.asyncio(loop_scope="session")]


async def focused(window: Window) -> str:
    return str(await window.page.evaluate("document.activeElement.id || document.activeElement.textContent"))


async def test_a_conversation_without_a_mouse(window: Window) -> None:
    keyboard = window.page.keyboard
    assert await focused(window) == "start"
    await keyboard.press("Enter")
    await expect(window.answers).to_have_count(1)
    await expect(window.field).to_be_focused()
    await keyboard.type("/brief blinken vest")
    await keyboard.press("Enter")
    await expect(window.answers).to_have_count(2)
    await keyboard.press("Control+ArrowUp")
    await expect(window.answer).to_be_focused()
    for _ in range(60):
        if await focused(window) == "Timeline":
            break
        await keyboard.press("Tab")
    assert await focused(window) == "Timeline"
    await keyboard.press("Enter")
    await expect(window.answer.locator(".meta")).to_contain_text("edited")
    assert await window.answer.evaluate("node => node.contains(document.activeElement)"), (
        "the focus stays in the message"
    )


async def test_moving_through_the_messages(window: Window) -> None:
    keyboard = window.page.keyboard
    await window.start()
    await window.say("/sources")
    await expect(window.answers).to_have_count(2)
    await window.field.press("Control+ArrowUp")
    await keyboard.press("ArrowUp")
    await expect(window.page.locator(".message.out").last).to_be_focused()
    await keyboard.press("Enter")
    await expect(window.page.get_by_role("menuitem", name="Reply")).to_be_focused()
    await keyboard.press("ArrowDown")
    await expect(window.page.get_by_role("menuitem", name="Copy text")).to_be_focused()
    await keyboard.press("Escape")
    await expect(window.page.locator(".message.out").last).to_be_focused()
    await keyboard.press("r")
    await expect(window.field).to_be_focused()
    await expect(window.page.locator("#context")).to_contain_text("Reply to You")
    await keyboard.press("Escape")
    await expect(window.page.locator("#context")).to_be_hidden()


async def test_chats_and_speakers_by_keyboard(window: Window) -> None:
    keyboard = window.page.keyboard
    await window.page.get_by_label("Speaking as").focus()
    await keyboard.press("o")
    await keyboard.press("Enter")
    room = window.page.get_by_role("navigation").get_by_role("button", name="Newsroom")
    for _ in range(10):
        if await room.evaluate("node => node === document.activeElement"):
            break
        await keyboard.press("Tab")
    await keyboard.press("Enter")
    await expect(window.page.locator("#chat-title")).to_have_text("Newsroom")
    await expect(window.field).to_be_focused()
    await keyboard.type("/who khazali")
    await keyboard.press("Enter")
    await expect(window.answer).to_contain_text("Khazali")
    said = [message for message in window.room("Newsroom").messages if message.text == "/who khazali"]
    assert [message.sender.first_name for message in said if message.sender] == ["Omar"]


async def test_every_control_has_a_name(window: Window) -> None:
    await window.start()
    await window.say("/brief blinken vest")
    await expect(window.answers).to_have_count(2)
    nameless = await window.page.evaluate(
        """() => [...document.querySelectorAll('button, a, select, textarea, [role=button]')]
            .filter((node) => !node.closest('[hidden], dialog:not([open])'))
            .filter((node) => !(node.getAttribute('aria-label') || node.textContent.trim() || node.labels?.length))
            .map((node) => node.outerHTML)"""
    )
    assert nameless == []
    await expect(window.page.locator("#announcer")).to_contain_text("Mujaz: ")
    assert await window.page.locator(".message[tabindex='0']").count() == 1


async def test_what_is_written_while_a_message_is_on_its_way_stays(window: Window) -> None:
    await window.start()
    # Typed in one go, so that the second line is there before the first has been sent.
    await window.page.evaluate(
        """() => {
            const field = document.getElementById("composer-text");
            field.value = "/sources";
            field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
            field.value = "who is khazali";
        }"""
    )
    await expect(window.answers).to_have_count(2)
    await expect(window.field).to_have_value("who is khazali")


async def test_what_is_on_its_way_is_what_the_arrow_changes(window: Window) -> None:
    await window.open("Newsroom")
    await window.say("the first one")
    await expect(window.page.locator(".message.out")).to_have_count(1)
    # Both keys at once, so that the message has not been sent when the second is pressed.
    await window.page.evaluate(
        """() => {
            const field = document.getElementById("composer-text");
            field.value = "about the vets";
            for (const key of ["Enter", "ArrowUp"]) field.dispatchEvent(new KeyboardEvent("keydown", { key }));
        }"""
    )
    await expect(window.field).to_have_value("about the vets")
