"""Settings: where they come from, what they default to, what they refuse."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import Settings
from briefs.library import SHIPPED

NAMES = ("MUJAZ_TOKEN", "MUJAZ_LIBRARY", "MUJAZ_API_URL", "MUJAZ_OPERATOR_CHAT")
TOKEN = "100200300:AAsecret-of-a-token-that-opens-nothing"  # noqa: S105 (it opens nothing)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An environment that says nothing, in a folder without `.env`."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_without_settings_there_is_no_token_and_the_library_that_ships() -> None:
    settings = Settings()
    assert settings.token is None
    assert settings.library == SHIPPED
    assert str(settings.api_url) == "https://api.telegram.org/"
    assert settings.operator_chat is None


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MUJAZ_TOKEN", TOKEN)
    monkeypatch.setenv("MUJAZ_LIBRARY", "mine")
    monkeypatch.setenv("MUJAZ_API_URL", "http://127.0.0.1:8081")
    settings = Settings()
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert settings.library == tmp_path / "mine"
    assert settings.api_url.port == 8081


def test_settings_come_from_a_file_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"MUJAZ_TOKEN={TOKEN}\nMUJAZ_OPERATOR_CHAT=7\nOTHER=1\n", encoding="utf-8")
    monkeypatch.setenv("MUJAZ_OPERATOR_CHAT", "8")
    settings = Settings()
    assert settings.token is not None
    assert settings.operator_chat == 8


@pytest.mark.parametrize("empty", ["", " ", "\t"])
def test_an_empty_token_is_none(monkeypatch: pytest.MonkeyPatch, empty: str) -> None:
    monkeypatch.setenv("MUJAZ_TOKEN", empty)
    assert Settings().token is None


def test_the_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUJAZ_TOKEN", TOKEN)
    settings = Settings()
    for shown in (repr(settings), str(settings), settings.model_dump_json()):
        assert TOKEN not in shown
        assert TOKEN.partition(":")[2] not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MUJAZ_API_URL", "telegram"),
        ("MUJAZ_API_URL", "ftp://127.0.0.1"),
        ("MUJAZ_OPERATOR_CHAT", "me"),
        ("MUJAZ_COOLDOWN_BURST", "0"),
        ("MUJAZ_COOLDOWN_PER_MINUTE", "-1"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError):
        Settings()


def test_a_library_may_be_named_from_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MUJAZ_LIBRARY", "~/papers")
    assert Settings().library == tmp_path / "papers"
