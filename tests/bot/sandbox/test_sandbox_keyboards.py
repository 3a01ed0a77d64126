"""Inline keyboards: what is allowed on a button and in a keyboard."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox import ApiError, Button, PrivateChat, Sandbox


async def send(sandbox: Sandbox, chat: PrivateChat, *rows: list[dict[str, Any]]) -> dict[str, Any]:
    params = {"chat_id": chat.id, "text": "x", "reply_markup": {"inline_keyboard": list(rows)}}
    sent: dict[str, Any] = await sandbox.api.call("sendMessage", params)
    return sent


def button(**action: Any) -> dict[str, Any]:
    return {"text": "A", **action}


UNREADABLE = "can't parse inline keyboard button: "
REFUSED = [
    (button(), UNREADABLE + "Text buttons are unallowed in the inline keyboard"),
    (button(callback_data=""), UNREADABLE + "Text buttons are unallowed in the inline keyboard"),
    (button(callback_data="a" * 65), "BUTTON_DATA_INVALID"),
    (button(callback_data="ق" * 33), "BUTTON_DATA_INVALID"),
    (button(callback_data=7), UNREADABLE + 'Field "callback_data" must be of type String'),
    (
        button(callback_data="a", url="https://example.com"),
        UNREADABLE + "exactly one action is allowed, found url and callback_data",
    ),
    (button(data="a"), UNREADABLE + 'unknown field "data"'),
    ({"callback_data": "a"}, UNREADABLE + 'Can\'t find field "text"'),
    ({"text": " ", "callback_data": "a"}, "inline keyboard button text must be non-empty"),
    (button(url="nonsense"), "inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL"),
    (
        button(url="ftp://example.com"),
        "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
    ),
    (button(copy_text={"text": "a" * 257}), "BUTTON_COPY_TEXT_INVALID"),
    (button(copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID"),
    (button(switch_inline_query="a" * 257), "BUTTON_SWITCH_QUERY_INVALID"),
    (button(switch_inline_query_chosen_chat={"query": "a"}), "BUTTON_TYPE_INVALID"),
    (button(pay=True), UNREADABLE + 'the sandbox does not implement "pay"'),
    ("A", UNREADABLE + "InlineKeyboardButton must be an Object"),
]


@pytest.mark.parametrize(("wrong", "sentence"), REFUSED)
async def test_wrong_buttons(sandbox: Sandbox, chat: PrivateChat, wrong: Any, sentence: str) -> None:
    with pytest.raises(ApiError) as caught:
        await send(sandbox, chat, [wrong])
    assert caught.value.description == f"Bad Request: {sentence}"


@pytest.mark.parametrize(
    "right",
    [
        button(callback_data="ق" * 32),
        button(url="https://t.me/mujaz_bot?start=x"),
        button(url="tg://user?id=1001"),
        button(copy_text={"text": "a" * 256}),
        button(switch_inline_query=""),
        button(switch_inline_query_current_chat="vest"),
        button(switch_inline_query_chosen_chat={"query": "vest", "allow_group_chats": True}),
    ],
)
async def test_right_buttons(sandbox: Sandbox, chat: PrivateChat, right: dict[str, Any]) -> None:
    sent = await send(sandbox, chat, [right])
    assert sent["reply_markup"]["inline_keyboard"] == [[right]]


async def test_a_links_host_gets_a_path(sandbox: Sandbox, chat: PrivateChat) -> None:
    await send(sandbox, chat, [button(url="Example.com")])
    assert chat.last.buttons == [Button("A", url="http://example.com/")]


async def test_the_size_of_a_keyboard(sandbox: Sandbox, chat: PrivateChat) -> None:
    row = [button(callback_data="a")] * 8
    await send(sandbox, chat, *[row] * 12, row[:4])
    for rows in ([row + row[:1]], [row] * 13):
        with pytest.raises(ApiError, match="Bad Request: reply markup is too long"):
            await send(sandbox, chat, *rows)


async def test_what_is_no_keyboard(sandbox: Sandbox, chat: PrivateChat) -> None:
    message = {"chat_id": chat.id, "text": "x"}
    for markup, sentence in [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        ('{"inline_keyboard": [7]}', 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array'),
        ('{"buttons": []}', 'unknown reply markup field "buttons"'),
    ]:
        with pytest.raises(ApiError) as caught:
            await sandbox.api.call("sendMessage", {**message, "reply_markup": markup})
        assert caught.value.description.startswith(f"Bad Request: {sentence}")


async def test_custom_keyboards_belong_to_sending_alone(sandbox: Sandbox, chat: PrivateChat) -> None:
    markup = {"keyboard": [["yes", {"text": "no"}]]}
    sent = await sandbox.api.call("sendMessage", {"chat_id": chat.id, "text": "x", "reply_markup": markup})
    assert "reply_markup" not in sent
    edit = {"chat_id": chat.id, "message_id": sent["message_id"], "text": "y", "reply_markup": markup}
    with pytest.raises(ApiError, match="Bad Request: inline keyboard expected"):
        await sandbox.api.call("editMessageText", edit)
