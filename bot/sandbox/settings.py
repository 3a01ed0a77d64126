"""What a bot sets for itself: its command lists by scope and language, its name and descriptions by language."""

from __future__ import annotations

from dataclasses import dataclass, field

from .model import JsonObject

Scope = tuple[str, int | None, int | None]
DEFAULT_SCOPE: Scope = ("default", None, None)


@dataclass(slots=True)
class Webhook:
    """A webhook that was set; the sandbox stores it and never calls it."""

    url: str = ""
    max_connections: int = 40
    ip_address: str | None = None


@dataclass(slots=True)
class BotSettings:
    """All settings of the bot. Texts by language code, `""` for everybody else."""

    name: str
    commands: dict[tuple[Scope, str], list[JsonObject]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    webhook: Webhook = field(default_factory=Webhook)

    def commands_for(self, scopes: list[Scope], language: str) -> list[JsonObject]:
        """The commands a person sees: the first of `scopes` that has any, in the language, else in none."""
        for scope in scopes:
            for code in (language, ""):
                if commands := self.commands.get((scope, code)):
                    return commands
        return []
