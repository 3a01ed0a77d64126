"""Guest mode: a mention where the bot is no member, its one answer, and what is refused."""

from __future__ import annotations

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)
from telegram.error import BadRequest, Forbidden

from bot.sandbox import Group, Person, Sandbox

TOO_OLD = "query is too old and response timeout expired or query id is invalid"


@pytest.fixture
def elsewhere(sandbox: Sandbox, lina: Person, omar: Person) -> Group:
    """A supergroup that the bot was never in."""
    return sandbox.group("Elsewhere", [lina, omar], supergroup=True, bot_status="left")


def article(text: str = "<b>x</b>", markup: InlineKeyboardMarkup | None = None) -> InlineQueryResultArticle:
    return InlineQueryResultArticle("a", "Title", InputTextMessageContent(text, parse_mode="HTML"), reply_markup=markup)


async def guest_message(bot: Bot) -> Message:
    (update,) = await bot.get_updates(offset=-1)
    assert update.guest_message is not None
    assert update.message is None
    return update.guest_message


async def test_a_mention_and_its_answer(bot: Bot, lina: Person, omar: Person, elsewhere: Group) -> None:
    said = omar.send(elsewhere, "the vest")
    query = lina.mention_as_guest(elsewhere, "what is this? @mujaz_bot", reply_to=said)
    received = await guest_message(bot)
    assert (received.guest_query_id, received.text) == (query.id, "what is this? @mujaz_bot")
    assert received.reply_to_message is not None
    assert received.reply_to_message.text == "the vest"
    assert received.guest_query_id is not None
    sent = await bot.answer_guest_query(received.guest_query_id, article())
    posted = await query.answer()
    assert elsewhere.last is posted
    assert (posted.text, posted.sender, posted.reply_to_message_id) == (
        "x",
        elsewhere.sandbox.bot,
        query.message.message_id,
    )
    assert posted.inline_message_id == sent.inline_message_id
    assert await bot.edit_message_text("y", inline_message_id=sent.inline_message_id)
    assert posted.text == "y"
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(elsewhere.id, "x")


async def test_buttons_of_a_guest_answer_come_as_inline_messages(bot: Bot, lina: Person, elsewhere: Group) -> None:
    query = lina.mention_as_guest(elsewhere, "@mujaz_bot")
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])
    await bot.answer_guest_query(query.id, article(markup=markup))
    lina.press(await query.answer(), "More")
    (update,) = await bot.get_updates(offset=-1)
    assert update.callback_query is not None
    assert update.callback_query.message is None
    assert update.callback_query.inline_message_id == (await query.answer()).inline_message_id


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (article(""), "message text is empty"),
        (article("<x>"), 'can\'t parse entities: unsupported start tag "x" at byte offset 0'),
        (article("a" * 4097), "message is too long"),
    ],
)
async def test_wrong_answers(
    bot: Bot, lina: Person, elsewhere: Group, result: InlineQueryResultArticle, sentence: str
) -> None:
    query = lina.mention_as_guest(elsewhere, "@mujaz_bot")
    with pytest.raises(BadRequest) as caught:
        await bot.answer_guest_query(query.id, result)
    assert str(caught.value).lower() == sentence
    assert query.given is None


async def test_unknown_second_and_late_answers(sandbox: Sandbox, bot: Bot, lina: Person, elsewhere: Group) -> None:
    first, second = (lina.mention_as_guest(elsewhere, "@mujaz_bot") for _ in range(2))
    await bot.answer_guest_query(first.id, article())
    sandbox.clock.advance(31)
    for identifier in ("1", first.id, second.id):
        with pytest.raises(BadRequest) as caught:
            await bot.answer_guest_query(identifier, article())
        assert str(caught.value).lower() == TOO_OLD
    assert len([message for message in elsewhere.messages if message.sender is sandbox.bot]) == 1


async def test_who_is_no_guest(sandbox: Sandbox, bot: Bot, lina: Person, omar: Person, elsewhere: Group) -> None:
    assert lina.send(elsewhere, "/brief vest").update_id is None
    assert lina.send(elsewhere, "@other_bot").update_id is None
    with pytest.raises(ValueError, match="no guest"):
        lina.mention_as_guest(elsewhere, "mujaz_bot")
    summons = lina.send(elsewhere, "@Mujaz_Bot vest")
    assert (await guest_message(bot)).text == "@Mujaz_Bot vest"
    lina.edit(summons, "@mujaz_bot vests")
    assert (await guest_message(bot)).text == "@Mujaz_Bot vest"
    member = sandbox.group("Newsroom", [omar])
    with pytest.raises(ValueError, match="no guest"):
        omar.mention_as_guest(member, "@mujaz_bot")
    member.kick_bot()
    assert omar.send(member, "@mujaz_bot").update_id is None


async def test_a_bot_that_did_not_ask_for_guests(sandbox: Sandbox, bot: Bot, lina: Person, elsewhere: Group) -> None:
    assert (await bot.get_me()).supports_guest_queries
    await bot.get_updates(allowed_updates=["message"])
    assert lina.mention_as_guest(elsewhere, "@mujaz_bot").update_id is None
    assert len(sandbox.world.updates) == 0


async def test_a_restricted_bot(sandbox: Sandbox, bot: Bot, lina: Person, omar: Person, group: Group) -> None:
    before = await bot.send_message(group.id, "x")
    group.restrict_bot()
    (update,) = await bot.get_updates(offset=-1)
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "restricted"
    assert lina.send(group, "/brief").update_id is not None
    for call, what in (
        (bot.send_message(group.id, "x"), "text messages"),
        (bot.send_photo(group.id, b"a picture"), "photos"),
    ):
        with pytest.raises(BadRequest) as caught:
            await call
        assert str(caught.value).lower() == f"not enough rights to send {what} to the chat"
    assert await bot.edit_message_text("y", group.id, before.message_id)
    group.add_bot()
    assert await bot.send_message(group.id, "x")
    group.mute()
    with pytest.raises(BadRequest, match="ot enough rights to send text messages"):
        await bot.send_message(group.id, "x")
    with pytest.raises(ValueError, match="may not write"):
        omar.send(group, "x")
    lina.send(group, "the creator may")
    group.add_bot(status="administrator")
    assert await bot.send_message(group.id, "x")
    with pytest.raises(ValueError, match="only a supergroup"):
        sandbox.group("Basic", [lina]).restrict_bot()
