"""The sandbox's page in a real browser: what readers and groups do with the bot."""

import os
import re
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.bot.browser.window import Window

pytestmark = [pytest.mark.long, pytest.mark.asyncio(loop_scope="session")]
SCREENSHOT = os.environ.get("MUJAZ_SCREENSHOT")
MAX_SCREENSHOT = 200_000


async def test_a_brief_and_its_buttons(window: Window) -> None:
    await expect(window.page.locator(".card")).to_contain_text("What can this bot do?")
    await window.start()
    await window.say("/brief blinken vest")
    await expect(window.answers).to_have_count(2)
    await expect(window.answer).to_contain_text("Blinken")
    before = await window.answer.locator(".text").inner_text()
    await window.answer.get_by_role("button", name="Timeline").click()
    await expect(window.answer.locator(".meta")).to_contain_text("edited")
    assert await window.answer.locator(".text").inner_text() != before
    await expect(window.page.locator("#announcer")).to_contain_text("Changed. Mujaz: ")


async def test_expandable_quotes(window: Window) -> None:
    await window.start()
    lines = "\n".join(f"line {number}" for number in range(12))
    html = f"before\n<blockquote expandable>{lines}</blockquote>\nafter"
    await window.call("sendMessage", chat_id=1001, text=html, parse_mode="HTML")
    quote = window.answer.locator("blockquote")
    toggle = quote.get_by_role("button", name="Show the whole quote")
    short = (await quote.bounding_box() or {"height": 0})["height"]
    await toggle.click()
    await expect(quote.get_by_role("button", name="Show less of the quote")).to_have_attribute("aria-expanded", "true")
    assert (await quote.bounding_box() or {"height": 0})["height"] > short + 100
    assert (await window.answer.locator(".text").inner_text()).startswith("before\n")


async def test_a_reply_in_a_group(window: Window) -> None:
    await window.open("Newsroom")
    await window.page.set_viewport_size({"width": 1040, "height": 1120})
    await window.speak_as("Lina")
    await window.say("Didn't Blinken wear a bulletproof vest in Baghdad?")
    await expect(window.page.locator(".message.out .unseen")).to_have_count(1)
    await window.speak_as("You")
    await window.menu_of(window.answer, "Reply")
    await expect(window.page.locator("#context")).to_contain_text("Reply to Lina")
    await window.say("/brief")
    await expect(window.answer).to_contain_text("Antony Blinken")
    await expect(window.answer.locator(".replied")).to_contain_text("/brief")
    await window.page.mouse.move(0, 0)
    # This is the README's picture: MUJAZ_SCREENSHOT=bot/sandbox/screenshot.png takes it anew.
    assert await window.page.screenshot(path=SCREENSHOT or window.folder / "screenshot.png")
    await window.answer.locator(".replied").click()
    await expect(window.page.locator(".message.found")).to_contain_text("/brief")
    assert [message.text for message in window.room("Newsroom").messages if message.sender is window.scene.sandbox.bot]


async def test_editing_and_deleting(window: Window) -> None:
    await window.open("Newsroom")
    await window.say("about the vets")
    mine = window.page.locator(".message.out").last
    await window.field.press("ArrowUp")
    await expect(window.field).to_have_value("about the vets")
    await window.say("about the vest")
    await expect(mine).to_contain_text("about the vest")
    await expect(mine.locator(".meta")).to_contain_text("edited")
    await window.menu_of(mine, "Delete")
    await expect(window.page.locator(".message")).to_have_count(0)


async def test_commands_are_completed(window: Window) -> None:
    await window.start()
    await window.field.press_sequentially("/")
    options = window.suggestions
    await expect(options.first).to_contain_text("/brief")
    assert await options.count() >= 8
    await window.field.press_sequentially("wh")
    await expect(options).to_have_count(1)
    await window.field.press("Tab")
    await expect(window.field).to_have_value("/who ")
    await window.field.press_sequentially("khazali")
    await window.field.press("Enter")
    await expect(window.answer).to_contain_text("Qais Khazali")
    await window.page.get_by_role("button", name="Commands").click()
    await options.filter(has_text="/sources").click()
    await expect(window.field).to_have_value("/sources ")


async def test_inline_mode(window: Window) -> None:
    await window.open("Newsroom")
    await window.field.press_sequentially("@mujaz_bot khazali")
    options = window.suggestions
    await expect(options.first).to_contain_text("Khazali")
    await window.field.press("ArrowDown")
    await expect(options.first).to_have_attribute("aria-selected", "true")
    await window.field.press("Enter")
    await expect(window.page.locator(".message.out .via")).to_have_text("via @mujaz_bot")
    await expect(window.page.locator(".message.out")).to_contain_text("Khazali")
    await expect(window.field).to_have_value("")
    assert window.room("Newsroom").last.via_bot is window.scene.sandbox.bot


async def test_a_deep_link_opens_the_private_chat(window: Window) -> None:
    await window.open("Newsroom")
    await window.say("/brief blinken vest")
    link = window.answer.locator(".text a[href*='?start=']").filter(has_text=re.compile(r"^\d+$")).first
    await link.click()
    await expect(window.page.locator("#chat-title")).to_have_text("Mujaz")
    await expect(window.page.locator(".message.out").last).to_contain_text("/start s_iraq-")
    await expect(window.answers).to_have_count(1)


async def test_a_link_into_the_page(window: Window) -> None:
    await window.page.goto(f"{window.page.url}#start=a_topics")
    await expect(window.page.locator(".message.out")).to_contain_text("/start a_topics")
    await expect(window.answers).to_have_count(1)


async def test_a_guest_in_a_group_without_the_bot(window: Window) -> None:
    await window.open("Book club")
    await expect(window.page.locator(".card")).to_contain_text("call it in as a guest")
    await window.say("what of Khazali? @mujaz_bot")
    await expect(window.answer).to_contain_text("Khazali")


async def test_a_forum_keeps_to_its_topics(window: Window) -> None:
    await window.open("Research desk")
    await window.page.get_by_role("tab", name="Lebanon").click()
    await window.say("/sources")
    await expect(window.answers).to_have_count(1)
    await window.page.get_by_role("tab", name="Lebanon").press("ArrowLeft")
    await expect(window.page.get_by_role("tab", name="Iraq")).to_have_attribute("aria-selected", "true")
    await expect(window.answers).to_have_count(0)


async def test_toasts_alerts_and_typing(window: Window) -> None:
    await window.start()
    await window.call("sendChatAction", chat_id=1001, action="typing")
    await expect(window.page.locator("#chat-subtitle")).to_have_text("Mujaz is typing")
    keys = {"inline_keyboard": [[{"text": "Copy it", "copy_text": {"text": "copied words"}}]]}
    await window.call("sendMessage", chat_id=1001, text="x", reply_markup=keys)
    await expect(window.page.locator("#chat-subtitle")).to_have_text("bot")
    await window.page.get_by_role("button", name="Copy it").click()
    await expect(window.page.locator(".toast")).to_have_text("Copied.")
    stale = {"inline_keyboard": [[{"text": "Stale", "callback_data": "nonsense"}]]}
    await window.call("sendMessage", chat_id=1001, text="y", reply_markup=stale)
    await window.page.get_by_role("button", name="Stale").click()
    await expect(window.page.locator(".toast").last).to_contain_text("out of date")


async def test_hostile_texts_stay_texts(window: Window) -> None:
    await window.start()
    hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    await window.call("sendMessage", chat_id=1001, text=hostile, link_preview_options={"is_disabled": True})
    await expect(window.answer.locator(".text")).to_have_text(hostile)
    assert await window.page.locator(".message img, .message script").count() == 0
    keys = {"inline_keyboard": [[{"text": hostile, "callback_data": "x"}]]}
    await window.call("sendMessage", chat_id=1001, text="x", reply_markup=keys)
    await expect(window.page.get_by_role("button", name=hostile)).to_have_count(1)


async def test_the_history_outlives_the_page(window: Window) -> None:
    await window.start()
    await window.say("/sources")
    await expect(window.answers).to_have_count(2)
    await window.page.get_by_role("button", name="Dark theme").click()
    await window.page.reload()
    await expect(window.answers).to_have_count(2)
    await expect(window.page.locator("html")).to_have_attribute("data-theme", "dark")


async def test_a_narrow_screen(window: Window) -> None:
    await window.page.set_viewport_size({"width": 390, "height": 780})
    await window.page.reload()
    await window.page.get_by_role("button", name="Back to the chats").click()
    await window.open("Mujaz")
    await window.start()
    await window.say("/brief blinken vest")
    await expect(window.answers).to_have_count(2)
    assert await window.page.evaluate("document.documentElement.scrollWidth") <= 390
    for box in [await key.bounding_box() for key in await window.answer.get_by_role("button").all()]:
        assert box is None or box["x"] >= 0
        assert box is None or box["x"] + box["width"] <= 390
    await window.page.get_by_role("button", name="Back to the chats").click()
    await expect(window.page.get_by_role("navigation")).to_be_visible()
    await expect(window.field).to_be_hidden()


async def test_faults_are_switched_in_the_page(window: Window) -> None:
    await window.page.get_by_role("button", name="Sandbox settings").click()
    await window.page.get_by_label("of the calls, %").fill("40")
    await window.page.get_by_label("seed").fill("9")
    for kind in ("time-outs", "dropped connections"):
        await window.page.get_by_label(kind).uncheck()
    await window.page.get_by_role("button", name="Apply").click()
    await expect(window.page.locator("#panel")).to_be_hidden()
    plan = window.scene.faults.plan
    assert (plan.probability, plan.seed, len(plan.kinds)) == (0.4, 9, 9)
    await window.page.get_by_role("button", name="Sandbox settings").click()
    await expect(window.page.get_by_label("time-outs")).not_to_be_checked()
    await window.page.get_by_label("of the calls, %").fill("0")
    await window.page.get_by_role("button", name="Apply").click()


async def test_the_picture_that_ships_is_small() -> None:
    folder = Path(__file__).parents[3] / "bot" / "sandbox"
    assert 10_000 < (folder / "screenshot.png").stat().st_size < MAX_SCREENSHOT
