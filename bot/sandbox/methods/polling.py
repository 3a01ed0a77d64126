"""Getting updates, and the webhook that stands against it. Also getMe, logOut and close."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import bad_request, conflict
from bot.sandbox.links import checked
from bot.sandbox.settings import Webhook
from bot.sandbox.shapes import user_json

from .registry import NoArguments, method

if TYPE_CHECKING:
    from bot.sandbox.model import JsonObject
    from bot.sandbox.world import World

MAX_UPDATES = 100
MAX_TIMEOUT = 50
MAX_SECRET = 256
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


@method("getMe", NoArguments)
def get_me(world: World, _call: NoArguments) -> JsonObject:
    """The bot's own user, with what it may do."""
    return {
        **user_json(world.bot),
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": True,
        "supports_guest_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@dataclass(frozen=True, slots=True)
class GetUpdates:
    """Arguments of getUpdates; `timeout` in seconds."""

    offset: int = 0
    limit: int = MAX_UPDATES
    timeout: int = 0
    allowed_updates: object = None


@method("getUpdates", GetUpdates)
async def get_updates(world: World, call: GetUpdates) -> list[JsonObject]:
    """Wait for updates. Waits in real time, at most 50 seconds, as Telegram does."""
    if world.settings.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _allow(world, call.allowed_updates)
    limit = call.limit if 1 <= call.limit <= MAX_UPDATES else MAX_UPDATES
    return await world.updates.poll(call.offset, limit, min(max(call.timeout, 0), MAX_TIMEOUT))


def _allow(world: World, kinds: Any) -> None:
    if kinds is None:
        return
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise bad_request("Expected an Array of String as allowed_updates")
    world.updates.allow(kinds)


@dataclass(frozen=True, slots=True)
class SetWebhook:
    """Arguments of setWebhook."""

    url: str = ""
    certificate: object = None
    ip_address: str = ""
    max_connections: int = 40
    allowed_updates: object = None
    drop_pending_updates: bool = False
    secret_token: str = ""


@method("setWebhook", SetWebhook)
def set_webhook(world: World, call: SetWebhook) -> bool:
    """Store a webhook, or remove it with an empty link."""
    if not call.url:
        return delete_webhook(world, DeleteWebhook(call.drop_pending_updates)) is True
    url = checked(call.url)
    schemes = ("https://", "http://") if world.settings.takes_http_webhooks else ("https://",)
    if url is None or not url.startswith(schemes):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(call.secret_token) > MAX_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(call.secret_token):
        raise bad_request("secret token contains unallowed characters")
    _allow(world, call.allowed_updates)
    world.settings.webhook = Webhook(
        url, min(max(call.max_connections, 1), 100), call.ip_address or None, call.secret_token
    )
    if call.drop_pending_updates:
        world.updates.drop()
    world.updates.end_poll("terminated by setWebhook request")
    world.updates.stir()
    return True


@dataclass(frozen=True, slots=True)
class DeleteWebhook:
    """Arguments of deleteWebhook."""

    drop_pending_updates: bool = False


@method("deleteWebhook", DeleteWebhook)
def delete_webhook(world: World, call: DeleteWebhook) -> bool:
    """Remove the webhook, and on wish what waits in the queue."""
    world.settings.webhook = Webhook()
    if call.drop_pending_updates:
        world.updates.drop()
    return True


@method("getWebhookInfo", NoArguments)
def get_webhook_info(world: World, _call: NoArguments) -> JsonObject:
    """The webhook and how many updates wait."""
    webhook = world.settings.webhook
    shape: JsonObject = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if webhook.url:
        shape["max_connections"] = webhook.max_connections
        if webhook.ip_address:
            shape["ip_address"] = webhook.ip_address
        if webhook.last_error:
            shape["last_error_date"], shape["last_error_message"] = webhook.last_error
    return shape


@method("logOut", NoArguments)
def log_out(world: World, _call: NoArguments) -> bool:
    """Log the bot out of this server; every later call is refused."""
    world.is_logged_out = True
    world.updates.drop()
    return True


@method("close", NoArguments)
def close(world: World, _call: NoArguments) -> bool:
    """Close the bot's instance; the next call opens it again."""
    world.updates.end_poll("terminated by close request")
    return True
