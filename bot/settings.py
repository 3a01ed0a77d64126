"""Settings from `MUJAZ_*` environment variables or a `.env` file; read once, at the entry point."""

from pathlib import Path

from pydantic import Field, HttpUrl, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from briefs.library import SHIPPED


class Settings(BaseSettings):
    """What an operator can set.

    `token` is the bot's secret from BotFather; `library` the folder of documents and briefs; `api_url` the base URL of
    the Bot API, for a self-hosted server; `operator_chat` the chat that is told of faults. A person or a group may ask
    `cooldown_burst` questions at once and `cooldown_per_minute` in the long run (0: any number). `hold_limits` keeps to
    Telegram's speed limits, which a sandbox does not have.
    """

    model_config = SettingsConfigDict(
        env_prefix="MUJAZ_", env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True
    )

    token: SecretStr | None = None
    library: Path = SHIPPED
    operator_chat: int | None = None
    cooldown_burst: int = Field(default=20, ge=1, le=10_000)
    cooldown_per_minute: float = Field(default=20, ge=0, le=10_000)
    hold_limits: bool = True
    api_url: HttpUrl = Field(default=HttpUrl("https://api.telegram.org"))

    @field_validator("token", mode="after")
    @classmethod
    def _empty_is_none(cls, token: SecretStr | None) -> SecretStr | None:
        return token if token is not None and token.get_secret_value().strip() else None

    @field_validator("library", mode="after")
    @classmethod
    def _absolute(cls, library: Path) -> Path:
        return library.expanduser().resolve()
