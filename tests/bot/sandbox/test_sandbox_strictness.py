"""The refusals of telegram.md, one test a rule: Telegram's words, and what PTB raises for them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageEntity, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, EndPointNotFound, Forbidden, InvalidToken, RetryAfter
from telegram.request import HTTPXRequest

from bot.sandbox import Clock, Group, Person, PrivateChat, Sandbox

if TYPE_CHECKING:
    from collections.abc import Awaitable


async def refused(sandbox: Sandbox, call: Awaitable[Any], error: type[Exception], description: str) -> Exception:
    """Await a call that must raise `error`, and check what the API said."""
    with pytest.raises(error) as caught:
        await call
    assert sandbox.calls[-1].error == description
    return caught.value


async def bad(sandbox: Sandbox, call: Awaitable[Any], sentence: str) -> None:
    await refused(sandbox, call, BadRequest, f"400 Bad Request: {sentence}")


async def test_an_empty_text(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    await bad(sandbox, bot.send_message(chat.id, ""), "message text is empty")


@pytest.mark.parametrize(("text", "mode"), [("   \n", None), ("<b> </b>", "HTML"), ("<b></b>", "HTML")])
async def test_a_text_of_nothing(sandbox: Sandbox, bot: Bot, chat: PrivateChat, text: str, mode: str | None) -> None:
    await bad(sandbox, bot.send_message(chat.id, text, parse_mode=mode), "text must be non-empty")


async def test_a_long_message(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    assert (await bot.send_message(chat.id, "a" * 4096)).text == "a" * 4096
    await bad(sandbox, bot.send_message(chat.id, "a" * 4097), "message is too long")
    await bad(sandbox, bot.send_message(chat.id, "😀" * 2049), "message is too long")


async def test_length_counts_after_parsing(bot: Bot, chat: PrivateChat) -> None:
    raw = '<a href="https://example.com/">' + "&lt;" * 4096 + "</a>"
    assert len((await bot.send_message(chat.id, raw, parse_mode="HTML")).text or "") == 4096


async def test_a_long_raw_text(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    raw = "<b></b>" * 5000 + "x"
    await bad(sandbox, bot.send_message(chat.id, raw, parse_mode="HTML"), "text is too long")


async def test_captions(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    sent = await bot.send_photo(chat.id, b"a picture", caption="<b>x</b>", parse_mode="HTML", has_spoiler=True)
    assert (sent.caption, sent.caption_entities[0].type, sent.has_media_spoiler) == ("x", "bold", True)
    edited = await bot.edit_message_caption(chat.id, sent.message_id, caption="y")
    assert isinstance(edited, Message)
    assert edited.caption == "y"
    long = "message caption is too long"
    await bad(sandbox, bot.send_photo(chat.id, "https://example.com/a.jpg", caption="a" * 1025), long)
    await bad(sandbox, bot.edit_message_caption(chat.id, sent.message_id, caption="a" * 1025), long)
    no_text = "there is no text in the message to edit"
    await bad(sandbox, bot.edit_message_text("x", chat.id, sent.message_id), no_text)
    plain = await bot.send_message(chat.id, "x")
    no_caption = "there is no caption in the message to edit"
    await bad(sandbox, bot.edit_message_caption(chat.id, plain.message_id, caption="y"), no_caption)


@pytest.mark.parametrize(
    ("photo", "sentence"),
    [
        ("", "there is no photo in the request"),
        (b"", "file must be non-empty"),
        ("nonsense", "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_wrong_pictures(sandbox: Sandbox, bot: Bot, chat: PrivateChat, photo: str | bytes, sentence: str) -> None:
    await bad(sandbox, bot.send_photo(chat.id, photo), sentence)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("a <x>", 'Unsupported start tag "x" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ],
)
async def test_wrong_markup(sandbox: Sandbox, bot: Bot, chat: PrivateChat, raw: str, sentence: str) -> None:
    call = bot.send_message(chat.id, raw, parse_mode="HTML")
    await bad(sandbox, call, f"can't parse entities: {sentence}")


async def test_other_parse_modes(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    await bad(sandbox, bot.send_message(chat.id, "x", parse_mode="BBCode"), "unsupported parse_mode")
    call = bot.send_message(chat.id, "x", parse_mode="MarkdownV2")
    await bad(sandbox, call, 'parse_mode "MarkdownV2" is not implemented by the sandbox, use HTML')


async def test_over_100_entities_are_cut(bot: Bot, chat: PrivateChat) -> None:
    message = await bot.send_message(chat.id, "<b>a</b> " * 130, parse_mode="HTML")
    assert len(message.entities) == 100


async def test_given_entities(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    message = await bot.send_message(chat.id, "😀ab", entities=[MessageEntity("bold", 2, 1)])
    assert message.entities == (MessageEntity("bold", 2, 1),)
    sentence = "entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 12"
    await bad(sandbox, bot.send_message(chat.id, "😀ab", entities=[MessageEntity("bold", 2, 10)]), sentence)


async def test_editing_what_is_not_there(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    await bad(sandbox, bot.edit_message_text("x", chat.id, 999), "message to edit not found")


async def test_editing_somebody_elses_message(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    await bad(sandbox, bot.edit_message_text("x", chat.id, chat.last.message_id), "message can't be edited")


async def test_editing_without_a_change(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data="a")]])
    sent = await bot.send_message(chat.id, "<b>x</b>", parse_mode="HTML", reply_markup=keyboard)
    sentence = (
        "message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )
    same = bot.edit_message_text("<b>x</b>", chat.id, sent.message_id, parse_mode="HTML", reply_markup=keyboard)
    await bad(sandbox, same, sentence)
    await bad(sandbox, bot.edit_message_reply_markup(chat.id, sent.message_id, reply_markup=keyboard), sentence)
    plain = await bot.edit_message_text("x", chat.id, sent.message_id, reply_markup=keyboard)
    assert not isinstance(plain, bool)
    assert not plain.entities
    without = await bot.edit_message_text("x", chat.id, sent.message_id)
    assert not isinstance(without, bool)
    assert without.reply_markup is None


async def test_replying_to_what_is_not_there(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    gone = ReplyParameters(999)
    await bad(sandbox, bot.send_message(chat.id, "x", reply_parameters=gone), "message to be replied not found")
    lenient = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(chat.id, "x", reply_parameters=lenient)).reply_to_message is None


async def test_quoting_what_was_not_said(sandbox: Sandbox, bot: Bot, lina: Person, chat: PrivateChat) -> None:
    asked = lina.send(chat, "what did Qasim do?")
    good = await bot.send_message(chat.id, "x", reply_parameters=ReplyParameters(asked.message_id, quote="Qasim"))
    assert good.quote is not None
    assert (good.quote.text, good.quote.position) == ("Qasim", 9)
    wrong = ReplyParameters(asked.message_id, quote="qasim")
    await bad(sandbox, bot.send_message(chat.id, "x", reply_parameters=wrong), "QUOTE_TEXT_INVALID")


async def test_threads(sandbox: Sandbox, bot: Bot, lina: Person, group: Group) -> None:
    forum = sandbox.group("Desk", [lina], forum=True)
    topic = forum.create_topic("Iraq")
    sent = await bot.send_message(forum.id, "x", message_thread_id=topic.thread_id)
    assert sent.is_topic_message
    assert sent.message_thread_id == topic.thread_id
    general = await bot.send_message(forum.id, "x")
    assert general.message_thread_id is None
    missing = "message thread not found"
    await bad(sandbox, bot.send_message(forum.id, "x", message_thread_id=1), missing)
    await bad(sandbox, bot.send_message(group.id, "x", message_thread_id=5), missing)
    topic.close()
    await bad(sandbox, bot.send_message(forum.id, "x", message_thread_id=topic.thread_id), "TOPIC_CLOSED")
    reply = ReplyParameters(sent.message_id)
    await bad(sandbox, bot.send_message(forum.id, "x", reply_parameters=reply), "TOPIC_CLOSED")
    forum.add_bot(status="administrator")
    assert (await bot.send_message(forum.id, "x", reply_parameters=reply)).is_topic_message
    forum.turn_topics_off()
    await bad(sandbox, bot.send_message(forum.id, "x", message_thread_id=topic.thread_id), missing)


async def test_a_reply_chain_is_no_topic(sandbox: Sandbox, bot: Bot, lina: Person, group: Group) -> None:
    first = lina.send(group, "/one")
    second = lina.send(group, "/two", reply_to=first)
    assert (second.thread_id, second.is_topic_message) == (first.message_id, False)
    await bad(
        sandbox,
        bot.send_message(group.id, "x", message_thread_id=second.thread_id),
        "message thread not found",
    )


async def test_deleting(sandbox: Sandbox, bot: Bot, lina: Person, group: Group) -> None:
    own = await bot.send_message(group.id, "x")
    assert await bot.delete_message(group.id, own.message_id)
    await bad(sandbox, bot.delete_message(group.id, own.message_id), "message to delete not found")
    theirs = lina.send(group, "/x")
    await bad(sandbox, bot.delete_message(group.id, theirs.message_id), "message can't be deleted")
    group.add_bot(status="administrator")
    assert await bot.delete_message(group.id, theirs.message_id)


async def test_deleting_what_is_old(sandbox: Sandbox, bot: Bot, group: Group) -> None:
    own = await bot.send_message(group.id, "x")
    sandbox.clock.advance(48 * 3600 + 1)
    call = bot.delete_message(group.id, own.message_id)
    await bad(sandbox, call, "message can't be deleted for everyone")


TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def test_answering_a_button_twice_or_late(sandbox: Sandbox, bot: Bot, lina: Person, chat: PrivateChat) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data="a")]])
    await bot.send_message(chat.id, "x", reply_markup=keyboard)
    message = await chat.next_message()
    query = lina.press(message, "A")
    await bot.answer_callback_query(query.id, "hello", show_alert=True)
    answer = await query.answer()
    assert (answer.text, answer.show_alert) == ("hello", True)
    await bad(sandbox, bot.answer_callback_query(query.id), TOO_OLD)
    late = lina.press(message, 0)
    sandbox.clock.advance(151)
    await bad(sandbox, bot.answer_callback_query(late.id), TOO_OLD)
    await bad(sandbox, bot.answer_callback_query("77"), TOO_OLD)
    fresh = lina.press(message, 0)
    await bad(sandbox, bot.answer_callback_query(fresh.id, "a" * 201), "MESSAGE_TOO_LONG")


async def test_chats_that_are_not_there(sandbox: Sandbox, bot: Bot) -> None:
    await bad(sandbox, bot.send_message("", "x"), "chat_id is empty")
    for chat_id in (42, -42, "@nobody", "nonsense"):
        await bad(sandbox, bot.send_message(chat_id, "x"), "chat not found")


async def test_a_person_who_blocked_the_bot(sandbox: Sandbox, bot: Bot, lina: Person, chat: PrivateChat) -> None:
    lina.block_bot()
    sentence = "403 Forbidden: bot was blocked by the user"
    await refused(sandbox, bot.send_message(chat.id, "x"), Forbidden, sentence)
    lina.send(chat, "/start")
    assert await bot.send_message(chat.id, "x")


async def test_a_person_who_never_wrote(sandbox: Sandbox, bot: Bot, omar: Person) -> None:
    call = bot.send_message(omar.private_chat().id, "x")
    await refused(sandbox, call, Forbidden, "403 Forbidden: bot can't initiate conversation with a user")


async def test_a_group_that_threw_the_bot_out(sandbox: Sandbox, bot: Bot, lina: Person, group: Group) -> None:
    group.kick_bot()
    sentence = "403 Forbidden: bot was kicked from the supergroup chat"
    await refused(sandbox, bot.send_message(group.id, "x"), Forbidden, sentence)
    basic = sandbox.group("Basic", [lina])
    basic.kick_bot()
    sentence = "403 Forbidden: bot was kicked from the group chat"
    await refused(sandbox, bot.get_chat(basic.id), Forbidden, sentence)
    other = sandbox.group("Other", [lina], supergroup=True)
    await bot.leave_chat(other.id)
    sentence = "403 Forbidden: bot is not a member of the supergroup chat"
    await refused(sandbox, bot.send_message(other.id, "x"), Forbidden, sentence)


async def test_a_group_that_migrated(sandbox: Sandbox, bot: Bot, lina: Person) -> None:
    basic = sandbox.group("Basic", [lina])
    upgraded = basic.migrate()
    sentence = "400 Bad Request: group chat was upgraded to a supergroup chat"
    error = await refused(sandbox, bot.send_message(basic.id, "x"), ChatMigrated, sentence)
    assert isinstance(error, ChatMigrated)
    assert error.new_chat_id == upgraded.id
    assert (await bot.send_message(upgraded.id, "x")).chat.type == "supergroup"


async def test_an_unknown_method(sandbox: Sandbox, bot: Bot) -> None:
    call = bot.do_api_request("sendHologram")
    await refused(sandbox, call, EndPointNotFound, "404 Not Found: method not found")


async def test_an_unknown_argument(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    call = bot.send_message(chat.id, "x", api_kwargs={"shout": True})
    await bad(sandbox, call, 'unknown argument "shout" of method sendMessage')
    call = bot.send_message(chat.id, "x", message_effect_id="5")
    await bad(sandbox, call, 'the sandbox does not implement the argument "message_effect_id" of sendMessage')


async def test_another_bots_token(sandbox: Sandbox) -> None:
    request = HTTPXRequest(httpx_kwargs={"transport": sandbox.transport()})
    stranger = Bot("100200300:another-secret", request=request)
    with pytest.raises(InvalidToken, match="rejected by the server"):
        await stranger.initialize()


class TestLimits:
    """Speed limits, held when asked for."""

    @pytest.fixture(autouse=True)
    def _seconds_as_timedelta(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PTB_TIMEDELTA", "1")  # PTB warns of a coming change otherwise

    @pytest.fixture
    def sandbox(self) -> Sandbox:
        return Sandbox(clock=Clock(1_700_000_000, frozen=True), hold_limits=True)

    async def test_one_a_second_in_a_chat(self, sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
        await bot.send_message(chat.id, "1")
        call = bot.send_message(chat.id, "2")
        error = await refused(sandbox, call, RetryAfter, "429 Too Many Requests: retry after 1")
        assert isinstance(error, RetryAfter)
        assert error.retry_after == timedelta(seconds=1)
        sandbox.clock.advance(1)
        await bot.send_message(chat.id, "2")

    async def test_twenty_a_minute_in_a_group(self, sandbox: Sandbox, bot: Bot, group: Group) -> None:
        sent = await bot.send_message(group.id, "0")
        for number in range(1, 20):
            sandbox.clock.advance(2)
            await bot.edit_message_text(f"{number}", group.id, sent.message_id)
        sandbox.clock.advance(2)
        call = bot.send_message(group.id, "20")
        await refused(sandbox, call, RetryAfter, "429 Too Many Requests: retry after 20")

    async def test_thirty_a_second_in_all(self, sandbox: Sandbox, bot: Bot) -> None:
        people = [sandbox.person(f"P{number}") for number in range(31)]
        chats = [person.private_chat() for person in people]
        for person in people:
            person.open_link("")
        for room in chats[:30]:
            await bot.send_message(room.id, "x")
        call = bot.send_message(chats[30].id, "x")
        await refused(sandbox, call, RetryAfter, "429 Too Many Requests: retry after 1")
