"""`mujaz sandbox`: the bot in the browser, on a Telegram of its own."""

import asyncio
import logging
import os
import signal
import sys
import webbrowser
from contextlib import AsyncExitStack
from socket import socket

from bot.cli.start import load_settings, open_library
from bot.local import running
from bot.sandbox import FaultPlan, Sandbox
from bot.sandbox.server import Address, Scene, bound_socket, serving
from briefs.library import Library

MISUSED = 2


def serve_sandbox(port: int, faults: str, *, opens_browser: bool, runs_bot: bool) -> int:
    """Serves until Ctrl-C or SIGTERM; the exit status is 0 then, 1 where no port is free, 2 for a wrong plan."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        plan = FaultPlan.parse(faults)
    except ValueError as error:
        print(f"mujaz: --faults: {error}", file=sys.stderr)
        return MISUSED
    library = open_library(load_settings().library) if runs_bot else None
    try:
        listener, address = bound_socket(port)
    except OSError as error:
        print(f"mujaz: no port from {port} on is free: {error}", file=sys.stderr)
        return 1
    if port and address.port != port:
        print(f"Port {port} is taken, so this is on {address.port}.")
    asyncio.run(_serve(listener, address, plan, library, opens_browser=opens_browser))
    print("\nThe sandbox is closed; what was said in it is gone.")
    return 0


async def _serve(
    listener: socket, address: Address, plan: FaultPlan, library: Library | None, *, opens_browser: bool
) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    sandbox = Sandbox()
    scene = Scene(sandbox)
    async with AsyncExitStack() as stack:
        scene.furnish()
        if library is not None:
            await stack.enter_async_context(running(sandbox, library))
        await stack.enter_async_context(serving(scene, listener))
        # Not before the bot has started: what fails then ends it, as it would on Telegram.
        scene.faults.set_plan(plan)
        _greet(sandbox, address, plan, runs_bot=library is not None)
        if opens_browser and _has_browser():
            webbrowser.open(address.url)
        await stopped.wait()
        scene.faults.set_plan(FaultPlan())


def _greet(sandbox: Sandbox, address: Address, plan: FaultPlan, *, runs_bot: bool) -> None:
    print(f"Mujaz is at {address.url}/ – open it in a browser. Ctrl-C ends it.")
    if runs_bot:
        print("No browser here? `mujaz chat` talks in this terminal.")
    else:
        print(f"Point a bot at it: MUJAZ_API_URL={address.url} MUJAZ_TOKEN={sandbox.token} mujaz run")
    if plan != FaultPlan():
        print(f"Failing on purpose: {plan}")
    sys.stdout.flush()


def _has_browser() -> bool:
    """Whether a browser with a window can be opened; one in text would take over the terminal."""
    has_window = sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY", os.environ.get("WAYLAND_DISPLAY"))
    )
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return has_window
