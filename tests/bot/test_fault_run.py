"""Two thousand commands while every tenth call fails in one way or another: what the bot owes its readers then."""

import logging

import pytest

from bot.sandbox import FaultPlan
from briefs.library import Library
from tests.bot.fault_run import Run, production_settings
from tests.virtual_time import run

pytestmark = [
    pytest.mark.long,
    pytest.mark.filterwarnings("ignore:Deprecated since version v22.2"),  # of python-telegram-bot's own limiter
]
TENTH = FaultPlan.parse("10%,seed=11")
EVERY_WAY = {
    "flood", "server_error", "broken_json", "timeout", "dropped", "blocked", "kicked", "migrated", "conflict",
    "duplicate", "reorder",
}  # fmt: skip


def test_each_command_is_answered_once_or_logged_once(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    account = run(Run(library, TENTH, production_settings(hold_limits=False)).account())
    assert set(account.faults) == EVERY_WAY
    assert len(account.asked) == 2_000
    assert set(account.answers) <= set(account.asked), "something else was said"
    assert {token for token, count in account.answers.items() if count > 1} == set(), "answered twice"
    assert account.unanswered <= account.refused | account.lost, "lost without a reason"
    logged = [record.getMessage() for record in caplog.records if record.name == "bot.errors"]
    assert len([line for line in logged if "could not be reached" in line]) == len(account.lost)
    assert len([line for line in logged if "closed to the bot" in line]) == len(account.chats_refused)
    assert len(logged) == len(account.lost) + len(account.chats_refused)
    assert len(account.unanswered) < 100


def test_speed_limits_are_waited_for(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    """With Telegram's limits held to the letter, nothing is lost either; it takes its time."""
    caplog.set_level(logging.WARNING)
    plan = FaultPlan.parse("limits,0%")
    account = run(Run(library, plan, production_settings(hold_limits=True), updates=300).account())
    assert account.answers == dict.fromkeys(account.asked, 1)
    assert caplog.records == []
