"""Arguments that are wrong in themselves: each is refused, and no input makes the sandbox fall over."""

from __future__ import annotations

import random
from typing import Any

import httpx
import pytest

from bot.sandbox import ApiError, Clock, Group, Person, PrivateChat, Sandbox
from bot.sandbox.methods import METHODS, known_arguments


async def refusal(sandbox: Sandbox, method: str, **params: Any) -> str:
    """What the API says to a call that it must refuse, without the prefix."""
    with pytest.raises(ApiError) as caught:
        await sandbox.api.call(method, params)
    return caught.value.description.removeprefix("Bad Request: ")


ENTITY = "can't parse MessageEntity: "


@pytest.mark.parametrize(
    ("entity", "sentence"),
    [
        (7, ENTITY + "expected an Object"),
        ({"length": 1, "type": "bold"}, ENTITY + 'Can\'t find field "offset"'),
        ({"offset": "0", "length": 1, "type": "bold"}, ENTITY + 'Field "offset" must be of type Integer'),
        ({"offset": 0, "length": 1, "type": "loud"}, ENTITY + "Unsupported type specified"),
        ({"offset": 0, "length": 1, "type": ["bold"]}, ENTITY + "Unsupported type specified"),
        ({"offset": 0, "length": 1, "type": "text_link"}, ENTITY + 'Can\'t find field "url"'),
        ({"offset": 0, "length": 1, "type": "text_mention", "user": 7}, ENTITY + 'Field "user" must be of type Object'),
        ({"offset": -1, "length": 1, "type": "bold"}, "receive an entity with incorrect offset -1"),
        ({"offset": 0, "length": -1, "type": "bold"}, "receive an entity with incorrect length -1"),
        ({"offset": 5, "length": 1, "type": "bold"}, "entity begins after the end of the text at UTF-16 offset 5"),
    ],
)
async def test_wrong_entities(sandbox: Sandbox, chat: PrivateChat, entity: Any, sentence: str) -> None:
    assert await refusal(sandbox, "sendMessage", chat_id=chat.id, text="abc", entities=[entity]) == sentence


async def test_entities_of_every_kind(sandbox: Sandbox, lina: Person, chat: PrivateChat) -> None:
    given = [
        {"type": "pre", "offset": 0, "length": 1, "language": "python"},
        {"type": "text_link", "offset": 2, "length": 1, "url": "https://example.com/"},
        {"type": "text_mention", "offset": 4, "length": 1, "user": {"id": lina.user.id}},
        {"type": "text_mention", "offset": 5, "length": 1, "user": {"id": 42}},
        {"type": "custom_emoji", "offset": 6, "length": 1, "custom_emoji_id": "7"},
        {"type": "date_time", "offset": 8, "length": 1, "unix_time": 1647531900},
        {"type": "mention", "offset": 0, "length": 9},
    ]
    sent = await sandbox.api.call("sendMessage", {"chat_id": chat.id, "text": "a b c d e f", "entities": given})
    kinds = [entity["type"] for entity in sent["entities"]]
    assert kinds == ["pre", "text_link", "text_mention", "custom_emoji", "date_time"]
    assert sent["entities"][2]["user"]["first_name"] == "Lina"


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (7, "object expected as reply parameters"),
        ({"quote": "x"}, 'can\'t find field "message_id"'),
        ({"message_id": 1, "loud": True}, 'unknown field "loud" in reply parameters'),
        ({"message_id": 1, "quote": 7}, 'field "quote" must be of type String'),
        ({"message_id": 1, "quote": " "}, "QUOTE_TEXT_INVALID"),
        ({"message_id": 1, "quote": "<b>start</b>", "quote_parse_mode": "HTML"}, "QUOTE_TEXT_INVALID"),
        ({"message_id": 1, "chat_id": 42}, "chat not found"),
    ],
)
async def test_wrong_replies(sandbox: Sandbox, chat: PrivateChat, reply: Any, sentence: str) -> None:
    assert chat.last.message_id == 1
    assert await refusal(sandbox, "sendMessage", chat_id=chat.id, text="x", reply_parameters=reply) == sentence


async def test_quotes_keep_their_style_and_place(sandbox: Sandbox, lina: Person, chat: PrivateChat) -> None:
    text = "<b>war</b> and war"
    first = await sandbox.api.call("sendMessage", {"chat_id": chat.id, "text": text, "parse_mode": "HTML"})
    reply = {"message_id": first["message_id"], "quote": "war", "quote_position": 1}
    plain = await sandbox.api.call("sendMessage", {"chat_id": chat.id, "text": "x", "reply_parameters": reply})
    assert (plain["quote"]["position"], "entities" in plain["quote"]) == (8, False)
    reply |= {"quote": "<b>war</b>", "quote_parse_mode": "HTML"}
    bold = await sandbox.api.call("sendMessage", {"chat_id": chat.id, "text": "x", "reply_parameters": reply})
    assert (bold["quote"]["position"], bold["quote"]["entities"][0]["type"]) == (0, "bold")
    long = lina.send(chat, "a" * 1100)
    reply = {"message_id": long.message_id, "quote": "a" * 1025}
    said = await refusal(sandbox, "sendMessage", chat_id=chat.id, text="x", reply_parameters=reply)
    assert said == "QUOTE_TEXT_INVALID"


async def test_replying_across_chats(sandbox: Sandbox, lina: Person, chat: PrivateChat, group: Group) -> None:
    said = lina.send(group, "/brief")
    reply = {"message_id": said.message_id, "chat_id": group.id}
    sent = await sandbox.api.call("sendMessage", {"chat_id": chat.id, "text": "x", "reply_parameters": reply})
    assert "reply_to_message" not in sent
    assert sent["external_reply"]["origin"]["sender_user"]["first_name"] == "Lina"


async def test_messages_without_text(sandbox: Sandbox, lina: Person, group: Group) -> None:
    query = lina.inline("x")
    result = {"type": "article", "id": "a", "title": "A", "input_message_content": {"message_text": "x"}}
    await sandbox.api.call("answerInlineQuery", {"inline_query_id": query.id, "results": [result]})
    assert lina.choose(await query.answer(), into=group).text == "x"
    joined = group.messages[0].message_id
    said = await refusal(sandbox, "editMessageText", chat_id=group.id, message_id=joined, text="x")
    assert said == "message can't be edited"
    said = await refusal(sandbox, "editMessageText", chat_id=group.id, text="x")
    assert said == "message identifier is not specified"
    assert await refusal(sandbox, "sendChatAction", chat_id=group.id) == 'parameter "action" is required'


NO_CONTENT = (
    'can\'t parse inline query result: the sandbox does not implement the field "latitude" of input_message_content'
)


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        ({"title": " "}, "ARTICLE_TITLE_EMPTY"),
        ({"title": 7}, 'can\'t parse inline query result: Field "title" must be of type String'),
        ({"url": "nonsense"}, "ARTICLE_URL_INVALID"),
        ({"thumbnail_url": "nonsense"}, "WEBDOCUMENT_URL_INVALID"),
        ({"hide_url": True}, 'can\'t parse inline query result: unknown field "hide_url"'),
        ({"id": ""}, "RESULT_ID_INVALID"),
        (
            {"input_message_content": {"latitude": 1}},
            NO_CONTENT,
        ),
    ],
)
async def test_wrong_articles(sandbox: Sandbox, lina: Person, result: dict[str, Any], sentence: str) -> None:
    article = {"type": "article", "id": "a", "title": "A", "input_message_content": {"message_text": "x"}, **result}
    query = lina.inline("x")
    assert await refusal(sandbox, "answerInlineQuery", inline_query_id=query.id, results=[article]) == sentence


async def test_json_that_is_none(sandbox: Sandbox, chat: PrivateChat) -> None:
    deep = "[" * 100_000
    said = await refusal(sandbox, "sendMessage", chat_id=chat.id, text="x", reply_parameters=deep)
    assert said == "can't parse reply parameters JSON object"
    said = await refusal(sandbox, "getUpdates", allowed_updates='"message"')
    assert said == "expected an Array of String as allowed_updates"


async def test_no_input_makes_it_fall_over(sandbox: Sandbox, chat: PrivateChat) -> None:
    """Thousands of calls with plausible values in wrong places: a result or an ApiError, nothing else."""
    values: list[Any] = [
        *("", "x", "1", "-1", "true", str(chat.id), "[]", "{}", "[1]", "null", None, [], {}, 5, 1.5, True, [None]),
        *('{"a": 1}', "[{}]", "[[{}]]", '{"message_id": 1, "quote": "start"}', '{"message_id": 1, "chat_id": []}'),
        *('{"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}', '{"keyboard": [[5]]}', '{"type": "chat"}'),
        *('[{"type": "bold", "offset": 0, "length": 1}]', '[{"type": [], "offset": 0, "length": 1}]'),
        *('[{"type": "emoji", "emoji": []}]', '{"type": [], "chat_id": []}', '[{"command": "a", "description": "b"}]'),
        '[{"type": "article", "id": "1", "title": "t", "input_message_content": {"message_text": "x"}}]',
    ]
    chance = random.Random(1)  # noqa: S311  # the same calls every time
    names = sorted(method.name for method in METHODS.values() if method.name != "logOut")
    done = 0
    codes: set[int] = set()
    for _ in range(5000):
        name = chance.choice(names)
        arguments = sorted(known_arguments(name))
        params = {argument: chance.choice(values) for argument in arguments if chance.random() < 0.25}
        if "chat_id" in arguments and chance.random() < 0.8:
            params["chat_id"] = chat.id
        if "text" in arguments and chance.random() < 0.8:
            params["text"] = "hello"
        try:
            await sandbox.api.call(name, {**params, "timeout": "0"} if name == "getUpdates" else params)
            done += 1
        except ApiError as error:
            codes.add(error.code)
    assert done > 500
    assert codes <= {400, 403, 409}


async def test_faults_can_be_put_between_wire_and_core(sandbox: Sandbox, chat: PrivateChat) -> None:
    class Faulty:
        def __init__(self) -> None:
            self.core = sandbox.api
            self.left = 1

        async def call(self, method: str, params: Any = None) -> Any:
            if self.left:
                self.left -= 1
                raise ApiError(502, "Bad Gateway")
            return await self.core.call(method, params)

    sandbox.api = Faulty()
    async with httpx.AsyncClient(transport=sandbox.transport()) as client:
        url = f"https://api.telegram.org/bot{sandbox.token}/getMe"
        assert [(await client.get(url)).status_code for _ in range(2)] == [502, 200]
    assert chat.messages


def test_the_clock_is_set_by_hand() -> None:
    clock = Clock(1000, frozen=True)
    clock.advance(2.5)
    assert (clock.time(), clock.now()) == (1002.5, 1002)
    with pytest.raises(ValueError, match="backwards"):
        clock.advance(-1)
    running = Clock(1000)
    running.advance(60)
    assert 1060 <= running.time() < 1070
    running.freeze()
    assert running.time() == running.time()


def test_chats_can_be_described_for_hand_made_updates(sandbox: Sandbox, group: Group) -> None:
    assert sandbox.describe(group) == {"id": group.id, "type": "supergroup", "title": "Newsroom"}
    with pytest.raises(ValueError, match="needs somebody"):
        sandbox.group("Nobody", [])
    assert "Newsroom" in repr(group)
    assert "Newsroom" in repr(group.last)
    with pytest.raises(LookupError, match="is empty"):
        _ = sandbox.person("Maya").private_chat().last
