"""The application: everything that happens to an update, in order. This factory is the table of contents."""

from typing import Any

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import Application, ApplicationBuilder, Defaults
from telegram.request import BaseRequest

from bot.cooldown import Cooldown
from bot.delivery import Delivery
from bot.errors import ErrorDesk
from bot.handlers import buttons, commands, guest, inline, membership, questions
from bot.handlers.reception import Reception
from bot.ordering import ChatOrder
from bot.settings import Settings
from bot.wire import CallWire, Wire
from briefs.library import Library

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "guest_message", "my_chat_member")
"""What the bot asks Telegram for. The list persists on the server, so it is passed always."""
POLL_SECONDS = 30

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


def build_application(
    settings: Settings, library: Library, requests: tuple[BaseRequest, BaseRequest] | None = None
) -> AnyApplication:
    """The bot around `library`; Telegram, the terminal and the tests all run this one.

    `requests` replaces the wire: one request object for calls, one for polling.

    Raises:
        ValueError: the settings hold no token.
    """
    if settings.token is None:
        raise ValueError("a bot needs a token: set MUJAZ_TOKEN")
    calls, polling = requests or (CallWire(), Wire(read_timeout=POLL_SECONDS + 5))
    base = str(settings.api_url).rstrip("/")
    application: AnyApplication = (
        ApplicationBuilder()
        .token(settings.token.get_secret_value())
        .base_url(f"{base}/bot")
        .base_file_url(f"{base}/file/bot")
        .request(calls)
        .get_updates_request(polling)
        .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .rate_limiter(Delivery(hold_limits=settings.hold_limits))
        .concurrent_updates(ChatOrder())
        .build()
    )
    reception = Reception(library, Cooldown(settings.cooldown_burst, settings.cooldown_per_minute))
    application.add_handlers(commands.handlers(reception))
    application.add_handlers(buttons.handlers(reception))
    application.add_handlers(inline.handlers(reception))
    application.add_handlers(guest.handlers(reception))
    application.add_handlers(membership.handlers(reception))
    application.add_handlers(questions.handlers(reception))
    application.add_error_handler(ErrorDesk(settings.operator_chat).on_error)
    return application
