"""The README is true: its transcript is real, its examples run, its library opens."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.main import app
from bot.commands import COMMANDS
from bot.settings import Settings
from briefs.check.run import run_check
from briefs.library import Library
from briefs.search.answer import Outcome

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROMPT = re.compile(r"^(?:Mujaz|Newsroom, as \w+)> (?P<typed>.+)$", re.MULTILINE)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def mujaz(*arguments: str, typed: str = "", **environment: str) -> str:
    finished = subprocess.run(  # noqa: S603 (our own interpreter)
        [sys.executable, "-m", "bot", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )
    return finished.stdout


def stripped(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def test_the_transcript_is_what_the_chat_says() -> None:
    shown = next(block for block in blocks("text") if PROMPT.search(block))
    typed = PROMPT.findall(shown)
    assert len(typed) >= 4
    said = mujaz("chat", typed="\n".join(typed) + "\n")
    assert stripped(shown) == stripped(said[said.index(f"Mujaz> {typed[0]}") :])


def test_the_json_example_is_what_ask_prints() -> None:
    shown = next(block for block in blocks("console") if "ask --json" in block)
    command, _, printed = shown.partition("\n")
    question = command.removeprefix("$ mujaz ask --json ")
    assert json.loads(printed) == json.loads(mujaz("ask", "--json", question))


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_of_the_bot_is_listed(command: str) -> None:
    assert f"`/{command}" in README


@pytest.mark.parametrize(
    "command", [command.callback.__name__ for command in app.registered_commands if command.callback]
)
def test_every_command_of_the_command_line_is_listed(command: str) -> None:
    assert f"| `mujaz {command}" in README


@pytest.mark.parametrize("setting", list(Settings.model_fields))
def test_every_setting_is_listed(setting: str) -> None:
    assert f"| `MUJAZ_{setting.upper()}` |" in README


def test_the_example_library_opens_and_answers(tmp_path: Path) -> None:
    document, brief, person = blocks("markdown")
    for name, text in (
        ("seeds/annual-report.md", document),
        ("briefs/topics/record-traffic.md", brief),
        ("briefs/people/ada-lind.md", person),
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        assert name.rpartition("/")[2].removesuffix(".md") in README
    answer = Library.open(tmp_path).search("how many ships came in 2025?")
    assert answer.outcome is Outcome.ANSWER
    assert answer.results[0].id == "record-traffic"
    assert [str(fault) for fault in run_check(tmp_path).faults if fault.rule != "plain"] == []
