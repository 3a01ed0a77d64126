"""Privacy mode: what a bot in a group gets to see."""

from __future__ import annotations

import pytest

from bot.sandbox import Group, Person, Sandbox


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("hello", False),
        ("what about /brief", False),
        ("/brief vest", True),
        ("/brief@mujaz_bot vest", True),
        ("/brief@Mujaz_Bot vest", True),
        ("/brief@other_bot vest", False),
        ("/brief@other_bot and @mujaz_bot", True),
        ("@mujaz_bot vest", True),
        ("ask @mujaz_bot, please", True),
        ("ask @mujaz_bots", False),
        ("ask @lina_h", False),
    ],
)
def test_what_a_bot_sees(lina: Person, group: Group, text: str, seen: bool) -> None:  # noqa: FBT001  # a table
    assert (lina.send(group, text).update_id is not None) is seen


async def test_replies_to_the_bot_are_seen(sandbox: Sandbox, lina: Person, omar: Person, group: Group) -> None:
    await sandbox.api.call("sendMessage", {"chat_id": group.id, "text": "hello"})
    reply = lina.send(group, "thanks", reply_to=group.last)
    assert reply.update_id is not None
    assert omar.send(group, "welcome", reply_to=reply).update_id is None


def test_captions_count_as_texts(lina: Person, group: Group) -> None:
    assert lina.send_photo(group, "a picture").update_id is None
    assert lina.send_photo(group, "@mujaz_bot, what is this?").update_id is not None
    assert lina.send_sticker(group).update_id is None


def test_service_messages_are_seen(sandbox: Sandbox, group: Group) -> None:
    group.add([sandbox.person("Maya")])
    assert group.last.content["new_chat_members"][0]["first_name"] == "Maya"
    assert group.last.update_id is not None


def test_edits_follow_the_new_text(lina: Person, group: Group) -> None:
    message = lina.send(group, "hello")
    lina.edit(message, "/brief vest")
    assert message.update_id is not None


def test_administrators_see_everything(lina: Person, group: Group) -> None:
    group.add_bot(status="administrator")
    assert lina.send(group, "hello").update_id is not None
    group.add_bot(status="member")
    assert lina.send(group, "hello").update_id is None


def test_without_privacy_mode_everything_is_seen(sandbox: Sandbox) -> None:
    sandbox.world.privacy = False
    lina = sandbox.person("Lina")
    assert lina.send(sandbox.group("Newsroom", [lina]), "hello").update_id is not None


def test_outside_nothing_is_seen(sandbox: Sandbox, lina: Person, group: Group) -> None:
    group.kick_bot()
    assert lina.send(group, "/brief vest").update_id is None
    elsewhere = sandbox.group("Elsewhere", [lina], bot_status="left")
    assert lina.send(elsewhere, "/brief vest").update_id is None


def test_channels(sandbox: Sandbox) -> None:
    assert sandbox.channel("Wire").post("hello").update_id is not None
    assert sandbox.channel("Other", bot_status="left").post("hello").update_id is None
