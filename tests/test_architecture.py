"""What may import what, how long modules are, and that the README names every command."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(path for package in ("bot", "briefs") for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MAX_LINES = 300


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def names(path: Path) -> Iterator[str]:
    """The dotted name of every import in a module, relative ones resolved, wherever it stands."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*above, *((node.module,) if node.module else ())))
            yield from (f"{base}.{alias.name}" for alias in node.names)


def offences(below: str, *forbidden: str, allowed: tuple[str, ...] = ()) -> list[str]:
    """Imports of what is `forbidden` in the modules below a folder."""
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in MODULES
        if path.is_relative_to(ROOT / below)
        for name in names(path)
        if any(f"{name}.".startswith(f"{other}.") for other in forbidden)
        and not any(f"{name}.".startswith(f"{other}.") for other in allowed)
    ]


def test_the_walk_sees_imports() -> None:
    assert "bot.app.build_application" in set(names(ROOT / "bot/local.py"))
    assert "bot.sandbox.api.Api" in set(names(ROOT / "bot/sandbox/__init__.py"))
    assert offences("bot", "telegram"), "an architecture test that sees nothing shows nothing"


def test_the_library_code_knows_no_bot_and_no_telegram() -> None:
    assert offences("briefs", "bot", "telegram", "httpx", "pydantic_settings", "typer", "rich") == []


def test_the_library_code_opens_no_socket() -> None:
    assert offences("briefs", "socket", "ssl", "asyncio", "urllib", "http", "requests", "aiohttp") == []


def test_the_library_code_reads_no_environment() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        if path.is_relative_to(ROOT / "briefs")
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv", "environb"})
        or (isinstance(node, ast.Name) and node.id in {"environ", "getenv"})
    ]
    assert found == []
    assert offences("briefs", "os.environ", "os.getenv") == []


def test_the_sandbox_judges_the_bot_from_outside() -> None:
    assert offences("bot/sandbox", "telegram", "briefs", "pydantic", "bot", allowed=("bot.sandbox",)) == []


def test_the_search_does_not_know_how_content_is_read() -> None:
    assert offences("briefs/search", "briefs.reading", "briefs.check", "yaml") == []


def test_models_know_nothing_but_themselves() -> None:
    assert offences("briefs/models", "briefs", allowed=("briefs.models",)) == []


def test_rendering_knows_no_telegram_and_no_handlers() -> None:
    assert offences("bot/render", "telegram", "bot.handlers", "bot.app", "bot.replies") == []
    for module in ("bot/desk.py", "bot/views.py", "bot/shelves.py", "bot/commands.py"):
        assert [name for name in names(ROOT / module) if name.partition(".")[0] == "telegram"] == []


def test_asking_in_the_terminal_needs_no_telegram() -> None:
    for module in ("bot/cli/ask.py", "bot/cli/start.py", "bot/cli/main.py", "bot/settings.py"):
        found = [
            node
            for node in tree(ROOT / module).body
            if isinstance(node, ast.Import | ast.ImportFrom) and "telegram" in ast.unparse(node)
        ]
        assert found == [], module


def test_a_module_can_be_read_in_one_sitting() -> None:
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in (*MODULES, *TESTS)}
    too_long = {
        path.relative_to(ROOT).as_posix(): length
        for path, length in lengths.items()
        if length > (MAX_LINES if path in MODULES else 2 * MAX_LINES)
    }
    assert too_long == {}


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"/{command}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["run", "chat", "ask", "check"])
def test_every_way_to_start_it_stands_in_the_readme(command: str) -> None:
    assert f"mujaz {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("variable", ["MUJAZ_TOKEN", "MUJAZ_LIBRARY", "MUJAZ_API_URL"])
def test_every_setting_stands_in_the_readme(variable: str) -> None:
    assert variable in (ROOT / "README.md").read_text(encoding="utf-8")
