"""A headless Chromium before the page of the sandbox, with the real bot behind it."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from bot.local import running
from bot.sandbox import Sandbox
from bot.sandbox.server import Scene, bound_socket, serving
from briefs.library import Library
from tests.bot.browser.window import Window
from tests.patience import PATIENCE

VIEWPORT: ViewportSize = {"width": 1080, "height": 760}
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def chromium() -> str:
    """The path of a Chromium on this machine; skips the test where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium here, so the page is not tried in a browser (Debian: apt-get install chromium)")
    return found


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = chromium()
    # Chromium's own sandbox does not work for root, which continuous integration often is.
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=flags, timeout=PATIENCE * 1000)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """One tab for all tests: each new one costs Chromium several processes, and seconds of work."""
    context = await browser.new_context(color_scheme="light", locale="en-GB")
    context.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    yield await context.new_page()
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def window(page: Page, library: Library, tmp_path: Path) -> AsyncIterator[Window]:
    """A fresh sandbox on an address of its own, its page in the tab; in the end it must have complained of nothing."""
    sandbox = Sandbox()
    scene = Scene(sandbox)
    scene.furnish()
    listener, address = bound_socket(0)
    async with running(sandbox, library), serving(scene, listener):
        window = Window(page, scene, tmp_path)
        await page.set_viewport_size(VIEWPORT)
        await page.mouse.move(0, 0)
        with window.complaints() as complaints:
            await page.goto(address.url)
            await window.is_ready()
            yield window
            # An address may come again, and whoever opens it then shall find nothing.
            await page.evaluate("localStorage.clear(); sessionStorage.clear()")
        # Left before its server goes, the page looks for it no more; an empty page would cost a process.
        await page.goto(f"{address.url}/icon.svg")
    assert complaints == []
