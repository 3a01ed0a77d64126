"""`mujaz run`: the bot on Telegram."""

import asyncio
import os
import sys

from bot.app import build_application
from bot.cli.start import load_settings, open_library
from bot.log import configure_logging
from bot.polling import CannotRunError, run_until_stopped


def run_on_telegram() -> int:
    """Serves Telegram until a signal; the exit status is 0 then, 1 where the bot cannot run."""
    settings = load_settings()
    if settings.token is None:
        print(
            "mujaz: no token: set MUJAZ_TOKEN to the one that @BotFather gave you (or try `mujaz chat`)",
            file=sys.stderr,
        )
        return 1
    library = open_library(settings.library)
    configure_logging(settings.token.get_secret_value())
    # Without it, the client library warns on standard error whenever Telegram asks for patience.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    try:
        asyncio.run(run_until_stopped(build_application(settings, library)))
    except CannotRunError as error:
        print(f"mujaz: {error}", file=sys.stderr)
        return 1
    return 0
