"""The control API: people act over HTTP, everything that happens is told, strangers stay out."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest_asyncio

from bot.sandbox import Sandbox
from bot.sandbox.server.registry import ACTIONS
from tests.bot.sandbox.serving import Remote, remote
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

YOU, LINA = 1001, 1002
KEYS = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}, {"text": "Copy", "copy_text": {"text": "x"}}]]}


@pytest_asyncio.fixture
async def served() -> AsyncIterator[Remote]:
    async with remote(Sandbox()) as server:
        yield server


def group_of(served: Remote, title: str = "Newsroom") -> int:
    return next(room.id for room in served.scene.rooms() if room.chat.title == title)


async def test_what_there_is(served: Remote) -> None:
    state = await served.read("state")
    assert [person["name"] for person in state["people"]] == ["You", "Lina", "Omar"]
    assert [room["title"] for room in state["rooms"]][3:] == ["Newsroom", "Research desk", "Book club"]
    forum = state["rooms"][4]
    assert [topic["name"] for topic in forum["topics"]] == ["Iraq", "Lebanon"]
    assert state["rooms"][5]["bot"] == "left"


async def test_writing_editing_deleting(served: Remote) -> None:
    group = group_of(served)
    first = await served.act("send", person=LINA, room=group, text="about the vest")
    assert first["is_known_to_bot"] is False
    reply = await served.act("send", person=YOU, room=group, text="/brief", reply_to=first["message_id"], quote="vest")
    assert (reply["reply_to_message"]["text"], reply["quote"]["text"]) == ("about the vest", "vest")
    edited = await served.act("edit", person=LINA, room=group, message=first["message_id"], text="about a vest")
    assert edited["edit_date"]
    refusal = await served.refused("edit", person=LINA, room=group, message=reply["message_id"], text="x")
    assert "did not write this message" in refusal
    await served.act("delete", person=YOU, room=group, message=first["message_id"])
    said = await served.read("transcript", room=group)
    assert [message.get("text") for message in said] == [None, "/brief"]


async def test_pressing(served: Remote) -> None:
    await served.act("send", person=YOU, room=YOU, text="/start")
    sent = await served.call("sendMessage", chat_id=YOU, text="x", reply_markup=KEYS)
    where = {"person": YOU, "room": YOU, "message": sent["message_id"]}
    pressed = asyncio.create_task(served.act("press", **where, button=0))
    updates: list[dict[str, Any]] = []
    while not (updates and "callback_query" in updates[-1]):
        offset = updates[-1]["update_id"] + 1 if updates else 0
        updates = await served.call("getUpdates", timeout=5, offset=offset)
    query = updates[-1]["callback_query"]
    assert query["data"] == "more"
    await served.call("answerCallbackQuery", callback_query_id=query["id"], text="done", show_alert=True)
    assert await pressed == {"text": "done", "show_alert": True, "url": ""}
    assert "asks nothing of the bot" in await served.refused("press", **where, button=1)
    assert "2 buttons" in await served.refused("press", **where, button=2)


async def test_searching_inline(served: Remote) -> None:
    group = group_of(served)
    search = asyncio.create_task(served.act("inline", person=YOU, room=group, query="vest"))
    updates: list[dict[str, Any]] = []
    while not (updates and "inline_query" in updates[-1]):
        offset = updates[-1]["update_id"] + 1 if updates else 0
        updates = await served.call("getUpdates", timeout=5, offset=offset)
    result = {"type": "article", "id": "a", "title": "Vest", "input_message_content": {"message_text": "the vest"}}
    await served.call("answerInlineQuery", inline_query_id=updates[-1]["inline_query"]["id"], results=[result])
    found = await search
    assert [entry["title"] for entry in found["results"]] == ["Vest"]
    choice = {"search_id": found["search_id"], "result": "a"}
    assert "somebody else's" in await served.refused("choose", person=LINA, room=group, **choice)
    posted = await served.act("choose", person=YOU, room=group, **choice)
    assert (posted["text"], posted["via_bot"]["username"]) == ("the vest", "mujaz_bot")
    assert "is over" in await served.refused("choose", person=YOU, room=group, search_id="1", result="a")


async def test_links_and_commands(served: Remote) -> None:
    opened = await served.act("open", person=LINA, link="https://t.me/mujaz_bot?start=t_vest")
    assert (opened["text"], opened["chat"]["id"]) == ("/start t_vest", LINA)
    assert "does not lead to the bot" in await served.refused("open", person=LINA, link="https://t.me/other?start=x")
    await served.call("setMyCommands", commands=[{"command": "brief", "description": "the brief"}])
    assert await served.read("commands", person=YOU, room=YOU) == [{"command": "brief", "description": "the brief"}]


async def test_surroundings(served: Remote) -> None:
    person = await served.act("person", name="Rana")
    made = await served.act("group", title="New", people=[person["id"], YOU], supergroup=False)
    assert [member["name"] for member in made["members"]] == ["Rana", "You", "Mujaz"]
    assert (await served.act("migrate", room=made["id"]))["type"] == "supergroup"
    group = group_of(served)
    for status in ("administrator", "restricted", "kicked", "member"):
        assert (await served.act("standing", room=group, status=status))["bot"] == status
    assert (await served.act("mute", room=group))["is_muted"]
    assert "may not write" in await served.refused("send", person=LINA, room=group, text="x")
    assert await served.act("block", person=YOU)
    topic = await served.act("topic", room=group_of(served, "Research desk"), name="Syria")
    sent = await served.act("send", person=YOU, room=group_of(served, "Research desk"), text="x", thread=topic["id"])
    assert sent["message_thread_id"] == topic["id"]
    assert "is no group" in await served.refused("mute", room=YOU)


async def test_faults_are_switched(served: Remote) -> None:
    assert (await served.act("faults"))["plan"] == "off"
    assert (await served.act("faults", plan="100%,flood,seed=3"))["plan"] == "100%,flood,seed=3"
    answer = await served.client.get(f"/bot{served.scene.sandbox.token}/getMe")
    assert answer.status_code == 429
    assert await served.act("faults", plan="off") == {"plan": "off", "counts": {"flood": 1}}
    assert "'many' is no fault" in await served.refused("faults", plan="many")


async def test_everything_is_told(served: Remote) -> None:
    async with served.client.stream("GET", "/control/events") as stream:
        lines = stream.aiter_lines()
        while await anext(lines) != "event: hello":
            pass
        await served.act("send", person=YOU, room=YOU, text="/start")
        sent = await served.call("sendMessage", chat_id=YOU, text="hello")
        await served.call("sendChatAction", chat_id=YOU, action="typing")
        await served.call("deleteMessage", chat_id=YOU, message_id=sent["message_id"])
        events: list[dict[str, Any]] = []
        while len(events) < 5:
            line = await asyncio.wait_for(anext(lines), PATIENCE)
            if line.startswith("data: ") and line != "data: {}":
                events.append(json.loads(line.removeprefix("data: ")))
    assert [event["kind"] for event in events] == ["changed", "received", "sent", "action", "deleted"]
    assert events[0]["chat"]["is_started"]
    assert events[2]["message"]["text"] == "hello"
    assert events[3]["detail"] == "typing"


STRANGERS = [
    {"host": "evil.example"},
    {"host": "127.0.0.1.evil.example"},
    {"origin": "http://evil.example"},
    {"origin": "null"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
]


async def test_pages_of_elsewhere_stay_out(served: Remote) -> None:
    for headers in STRANGERS:
        for path in ("/", "/control/state", "/control/events", "/bot1:x/getMe"):
            answer = await served.client.get(path, headers=headers)
            assert answer.status_code == 403, (path, headers)
            assert "access-control-allow-origin" not in answer.headers


async def test_its_own_page_comes_in(served: Remote) -> None:
    own = {"origin": served.url, "sec-fetch-site": "same-origin"}
    answer = await served.client.post("/control/faults", json={}, headers=own)
    assert answer.status_code == 200
    page = await served.client.get("/")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "<title>Mujaz" in page.text
    assert (await served.client.get("/../app.py")).status_code == 404


async def test_what_changes_something_takes_json_by_post(served: Remote) -> None:
    answer = await served.client.get("/control/block", params={"person": YOU})
    assert answer.json()["description"] == "Bad Request: block changes something, so it takes POST"
    answer = await served.client.post("/control/block", data={"person": YOU})
    assert answer.json()["description"] == "Bad Request: the control API takes application/json"
    answer = await served.client.post("/control/nothing", json={})
    assert answer.status_code == 404
    answer = await served.client.post("/control/send", json=[1])
    assert answer.status_code == 400


async def test_hostile_values_are_refused_calmly(served: Remote) -> None:
    values: tuple[Any, ...] = (None, -1, 10**30, "x" * 5000, "\ud800", [[]], {"a": 1}, True, 1.5)
    for action, known in ACTIONS.items():
        for value in values:
            body = json.dumps(dict.fromkeys(known.arguments.__dataclass_fields__, value))
            headers = {"content-type": "application/json"}
            answer = await served.client.post(f"/control/{action}", content=body, headers=headers)
            assert answer.status_code in (200, 400), (action, value, answer.text)
            assert isinstance(answer.json()["ok"], bool)
