"""Runs the same application on a sandbox instead of Telegram, in this process and without a socket."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import SecretStr

from bot.app import AnyApplication, build_application
from bot.polling import polling
from bot.sandbox import Sandbox
from bot.settings import Settings
from bot.wire import CallWire, Wire
from briefs.library import Library

PATIENCE = 60.0
"""Seconds after which a bot that fetches no updates is given up; a busy machine takes some."""


@asynccontextmanager
async def running(
    sandbox: Sandbox, library: Library, settings: Settings | None = None
) -> AsyncIterator[AnyApplication]:
    """The bot around `library`, polling `sandbox` while the block runs; without `settings`, as fast as it can."""
    settings = settings or Settings(
        token=SecretStr(sandbox.token), hold_limits=False, cooldown_per_minute=0, _env_file=None
    )
    application = build_application(settings, library, (CallWire(sandbox.transport()), Wire(sandbox.transport())))
    async with polling(application):
        yield application


async def settled(sandbox: Sandbox, application: AnyApplication, update_id: int | None) -> None:
    """Returns once the bot has fetched the update and has done all that it is going to do about it.

    An update that the bot cannot see (`None`, in a group's privacy mode) is settled at once.
    """
    if update_id is not None:
        await sandbox.confirmed(update_id, timeout=PATIENCE)
        await application.update_queue.join()
