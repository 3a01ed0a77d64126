"""What a bot sets for itself: command lists by scope and language, name and descriptions by language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import JsonObject

Scope = tuple[str, int | None, int | None]
DEFAULT_SCOPE: Scope = ("default", None, None)


def scopes_for(chat_id: int, user_id: int, *, is_private: bool, is_admin: bool) -> list[Scope]:
    """The scopes that hold for a user in a chat, narrowest first, as the Bot API orders them."""
    if is_private:
        return [("chat", chat_id, None), ("all_private_chats", None, None), DEFAULT_SCOPE]
    scopes: list[Scope] = [("chat_member", chat_id, user_id)]
    if is_admin:
        scopes.append(("chat_administrators", chat_id, None))
    scopes.append(("chat", chat_id, None))
    if is_admin:
        scopes.append(("all_chat_administrators", None, None))
    return [*scopes, ("all_group_chats", None, None), DEFAULT_SCOPE]


@dataclass(slots=True)
class Webhook:
    """A webhook that was set; a server in front of the sandbox may deliver to it.

    `last_error` is the time, in seconds since the epoch, and the sentence of the newest delivery that failed.
    """

    url: str = ""
    max_connections: int = 40
    ip_address: str | None = None
    secret_token: str = ""
    last_error: tuple[int, str] | None = None


@dataclass(slots=True)
class BotSettings:
    """All settings of the bot. Texts by language code, `""` for everybody else."""

    name: str
    commands: dict[tuple[Scope, str], list[JsonObject]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    webhook: Webhook = field(default_factory=Webhook)
    takes_http_webhooks: bool = False
    """As Telegram's own server in local mode does."""

    def commands_for(self, scopes: list[Scope], language: str) -> list[JsonObject]:
        """The commands of the first of `scopes` that has any, in the language or for all languages."""
        for scope in scopes:
            for code in (language, ""):
                if commands := self.commands.get((scope, code)):
                    return commands
        return []
