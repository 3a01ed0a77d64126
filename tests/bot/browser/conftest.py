"""A headless Chromium before the page of the sandbox, with the real bot behind it."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from bot.local import running
from bot.sandbox import Sandbox
from bot.sandbox.server import Scene, bound_socket, serving
from briefs.library import Library
from tests.bot.browser.window import Window

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
        browser = await playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def window(browser: Browser, library: Library, tmp_path: Path) -> AsyncIterator[Window]:
    """A fresh sandbox in a fresh window; at its end the page must have complained about nothing."""
    sandbox = Sandbox()
    scene = Scene(sandbox)
    scene.furnish()
    listener, address = bound_socket(0)
    context = await browser.new_context(viewport={"width": 1080, "height": 760}, color_scheme="light", locale="en-GB")
    context.set_default_timeout(10_000)
    async with running(sandbox, library), serving(scene, listener):
        page = await context.new_page()
        window = Window(page, scene, tmp_path)
        complaints = window.collect_complaints()
        await page.goto(address.url)
        await window.is_ready()
        yield window
        await context.close()
    assert complaints == []
