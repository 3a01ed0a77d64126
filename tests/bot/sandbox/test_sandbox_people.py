"""What people do, and the updates that PTB reads from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram import Message as PtbMessage

from bot.sandbox import Entity, Group, Person, PrivateChat, Sandbox

if TYPE_CHECKING:
    from bot.sandbox import Message


async def newest(bot: Bot) -> Update:
    updates = await bot.get_updates(offset=-1)
    return updates[-1]


async def newest_message(bot: Bot) -> PtbMessage:
    message = (await newest(bot)).effective_message
    assert message is not None
    return message


async def test_a_private_message(bot: Bot, lina: Person, chat: PrivateChat) -> None:
    lina.send(chat, "/brief 😀 see t.me/x")
    message = await newest_message(bot)
    assert message.text == "/brief 😀 see t.me/x"
    assert message.parse_entities() == dict(zip(message.entities, ["/brief", "t.me/x"], strict=True))
    assert message.from_user is not None
    assert (message.from_user.language_code, message.from_user.full_name) == ("en", "Lina Haddad")
    assert (message.chat.type, message.chat.id, message.chat.username) == ("private", lina.user.id, "lina_h")


async def test_formatting_that_a_person_chose(bot: Bot, lina: Person, chat: PrivateChat) -> None:
    lina.send(chat, "bold /x", entities=[Entity("bold", 0, 4)])
    assert [entity.type for entity in (await newest_message(bot)).entities] == ["bold", "bot_command"]


async def test_replies_carry_what_they_reply_to(bot: Bot, lina: Person, chat: PrivateChat) -> None:
    first = lina.send(chat, "one two three")
    second = lina.send(chat, "really?", reply_to=first, quote="two")
    message = await newest_message(bot)
    assert message.reply_to_message is not None
    assert message.quote is not None
    assert (message.reply_to_message.text, message.quote.text, message.quote.position) == (
        "one two three",
        "two",
        4,
    )
    lina.send(chat, "yes", reply_to=second)
    reply = (await newest_message(bot)).reply_to_message
    assert reply is not None
    assert reply.reply_to_message is None
    with pytest.raises(ValueError, match="no part of the message"):
        lina.send(chat, "x", reply_to=first, quote="four")


async def test_replies_across_chats(bot: Bot, lina: Person, chat: PrivateChat, group: Group) -> None:
    said = lina.send(group, "something in the group")
    lina.send(chat, "/brief", reply_to=said, quote="something")
    message = await newest_message(bot)
    assert message.reply_to_message is None
    assert message.external_reply is not None
    assert message.external_reply.chat is not None
    assert message.external_reply.chat.id == group.id
    assert message.quote is not None


async def test_edits_are_updates_of_their_own(bot: Bot, lina: Person, omar: Person, chat: PrivateChat) -> None:
    message = lina.send(chat, "/brief vets")
    lina.edit(message, "/brief vest")
    update = await newest(bot)
    assert update.message is None
    assert update.edited_message is not None
    assert update.edited_message.text == "/brief vest"
    assert update.edited_message.edit_date is not None
    lina.touch(message)
    assert (await newest(bot)).edited_message is not None
    with pytest.raises(ValueError, match="did not write"):
        omar.edit(message, "x")


async def test_pictures_stickers_and_forwards(bot: Bot, lina: Person, omar: Person, chat: PrivateChat) -> None:
    photo = lina.send_photo(chat, "who is @lina_h?")
    message = await newest_message(bot)
    assert message.text is None
    assert message.caption == "who is @lina_h?"
    assert message.caption_entities[0].type == "mention"
    assert message.photo
    lina.send_sticker(chat, "🤔")
    sticker = (await newest_message(bot)).sticker
    assert sticker is not None
    assert sticker.emoji == "🤔"
    omar.forward(photo, omar.private_chat())
    forwarded = await newest_message(bot)
    assert forwarded.forward_origin is not None
    assert (forwarded.forward_origin.type, forwarded.caption) == ("user", "who is @lina_h?")


async def test_deleting_makes_messages_disappear(lina: Person, omar: Person, group: Group) -> None:
    message = omar.send(group, "hello")
    omar.delete(message)
    assert message.is_deleted
    assert message not in group.messages
    with pytest.raises(ValueError, match="did not write"):
        omar.delete(lina.send(group, "hello"))
    lina.delete(omar.send(group, "the creator may"))


async def test_an_anonymous_administrator(bot: Bot, lina: Person, omar: Person, group: Group) -> None:
    lina.as_anonymous_admin(group).send(group, "/brief vest")
    message = await newest_message(bot)
    assert message.from_user is not None
    assert message.sender_chat is not None
    assert (message.from_user.id, message.from_user.is_bot) == (1087968824, True)
    assert message.sender_chat.id == group.id
    with pytest.raises(ValueError, match="only administrators"):
        omar.as_anonymous_admin(group)


async def test_channels_speak(sandbox: Sandbox, bot: Bot, group: Group) -> None:
    channel = sandbox.channel("Wire", username="wire")
    post = channel.post("hello", signature="Desk")
    update = await newest(bot)
    assert update.message is None
    assert update.channel_post is not None
    assert update.effective_user is None
    assert update.channel_post.author_signature == "Desk"
    channel.edit(post, "hello again")
    assert (await newest(bot)).edited_channel_post is not None
    channel.send_into(group, "/brief vest")
    message = await newest_message(bot)
    assert message.from_user is not None
    assert message.sender_chat is not None
    assert (message.from_user.id, message.sender_chat.title) == (136817688, "Wire")
    channel.forward_into(group, "/brief vest")
    message = await newest_message(bot)
    assert message.is_automatic_forward
    assert message.forward_origin is not None
    assert message.forward_origin.type == "channel"


async def test_the_bot_in_a_channel(sandbox: Sandbox, bot: Bot) -> None:
    channel = sandbox.channel("Wire", username="wire")
    sent = await bot.send_message("@wire", "hello")
    assert sent.from_user is None
    assert (await bot.edit_message_text("hello again", channel.id, sent.message_id)) is not True


async def test_topics(sandbox: Sandbox, bot: Bot, lina: Person, omar: Person) -> None:
    forum = sandbox.group("Desk", [lina], forum=True)
    topic = forum.create_topic("Iraq")
    created = await newest_message(bot)
    assert created.forum_topic_created is not None
    assert created.forum_topic_created.name == "Iraq"
    lina.send(forum, "/brief", thread=topic)
    message = await newest_message(bot)
    assert (message.is_topic_message, message.message_thread_id) == (True, topic.thread_id)
    assert message.chat.is_forum
    # A message in a topic that replies to nothing still comes as a reply, to the topic's opening.
    assert message.reply_to_message is not None
    assert message.reply_to_message.forum_topic_created is not None
    lina.send(forum, "/brief")
    assert (await newest_message(bot)).message_thread_id is None
    answer = await bot.send_message(forum.id, "x", reply_to_message_id=message.message_id)
    assert answer.message_thread_id == topic.thread_id
    assert await bot.send_chat_action(forum.id, "typing", message_thread_id=1)
    with pytest.raises(ValueError, match="no topic 99"):
        lina.send(forum, "x", thread=99)
    topic.close()
    forum.add([omar])
    assert lina.send(forum, "the creator may", thread=topic).thread_id == topic.thread_id
    with pytest.raises(ValueError, match="the topic Iraq is closed"):
        omar.send(forum, "x", thread=topic)


async def test_coming_and_going(sandbox: Sandbox, bot: Bot, lina: Person, chat: PrivateChat) -> None:
    group = sandbox.group("Newsroom", [lina])
    update = (await bot.get_updates(offset=-2))[0]
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "member"
    group.kick_bot()
    update = await newest(bot)
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"
    lina.block_bot()
    update = await newest(bot)
    assert update.my_chat_member is not None
    assert update.my_chat_member.chat.id == chat.id
    assert update.my_chat_member.new_chat_member.status == "kicked"


async def test_migration_is_told_on_both_sides(sandbox: Sandbox, bot: Bot, lina: Person) -> None:
    group = sandbox.group("Newsroom", [lina])
    upgraded = group.migrate()
    old, new = [update.message for update in await bot.get_updates(offset=-2)]
    assert old is not None
    assert new is not None
    assert (old.chat.id, old.migrate_to_chat_id) == (group.id, upgraded.id)
    assert (new.chat.id, new.migrate_from_chat_id) == (upgraded.id, group.id)
    assert sandbox.room(upgraded.id) is upgraded
    lina.send(upgraded, "/brief")
    with pytest.raises(ValueError, match="became a supergroup"):
        lina.send(group, "/brief")


async def test_pressing_a_button(sandbox: Sandbox, bot: Bot, lina: Person, omar: Person, chat: PrivateChat) -> None:
    rows = [[InlineKeyboardButton("A", callback_data="a"), InlineKeyboardButton("B", url="https://t.me/x")]]
    await bot.send_message(chat.id, "x", reply_markup=InlineKeyboardMarkup(rows))
    message = await chat.next_message()
    pressed = lina.press(message, "A")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert (query.data, query.from_user.id, query.id) == ("a", lina.user.id, pressed.id)
    assert isinstance(query.message, PtbMessage)
    await query.answer("done")
    assert (await pressed.answer()).text == "done"
    assert lina.press(message, message.buttons[0]).data == "a"
    assert lina.press(message, 0).data == "a"
    with pytest.raises(ValueError, match="asks nothing of the bot"):
        lina.press(message, "B")
    with pytest.raises(LookupError, match="no button 'C'"):
        lina.press(message, "C")
    with pytest.raises(ValueError, match="somebody else's chat"):
        omar.press(message, "A")
    await query.edit_message_text("y")
    assert (await chat.next_edit()) is message
    assert message.text == "y"
    assert not message.buttons
    lina.press_data(message, "forged")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.data == "forged"
    await bot.delete_message(chat.id, message.message_id)
    lina.press_data(message, "a")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.message is not None
    assert not query.message.is_accessible
    with pytest.raises(TimeoutError):
        await lina.press_data(message, "a").answer(timeout=0.01)
    assert sandbox.calls


async def test_deep_links(lina: Person, group: Group) -> None:
    assert lina.open_link("iraq_58").text == "/start iraq_58"
    assert lina.open_link("https://t.me/mujaz_bot?start=iraq_58").text == "/start iraq_58"
    assert lina.open_link("https://t.me/mujaz_bot").text == "/start"
    assert lina.open_link("iraq", group=group).text == "/start@mujaz_bot iraq"
    for wrong in ("a b", "a" * 65, "https://t.me/other_bot?start=x", "https://t.me/mujaz_bot?start=a%20b"):
        with pytest.raises(ValueError, match=r"payload|does not lead"):
            lina.open_link(wrong)


def test_apps_do_not_send_everything(
    sandbox: Sandbox, lina: Person, omar: Person, chat: PrivateChat, group: Group
) -> None:
    maya = sandbox.person("Maya")
    for text in ("", " \n ", "a" * 4097):
        with pytest.raises(ValueError, match=r"empty|4096"):
            lina.send(chat, text)
    with pytest.raises(ValueError, match="not a member"):
        maya.send(group, "hello")
    with pytest.raises(ValueError, match="somebody else's chat"):
        omar.send(chat, "hello")
    with pytest.raises(ValueError, match="a quote needs a message"):
        lina.send(chat, "hello", quote="x")


async def test_waiting_for_messages(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    await bot.send_message(chat.id, "one")
    await bot.send_message(chat.id, "two")
    seen: list[Message] = [await chat.next_message(), await sandbox.next_message(chat)]
    assert [message.text for message in seen] == ["one", "two"]
    with pytest.raises(TimeoutError, match=r"no message in .* last calls: .*sendMessage: ok"):
        await chat.next_message(timeout=0.01)


async def test_watching_everything(sandbox: Sandbox, bot: Bot, lina: Person, chat: PrivateChat) -> None:
    with sandbox.watch() as feed:
        lina.send(chat, "hello")
        await bot.send_chat_action(chat.id, "typing")
        sent = await bot.send_message(chat.id, "x")
        await bot.set_message_reaction(chat.id, chat.messages[0].message_id, "👍")
        await bot.edit_message_text("y", chat.id, sent.message_id)
        await bot.delete_message(chat.id, sent.message_id)
        events = [await feed.get() for _ in range(6)]
    assert [event.kind for event in events] == ["received", "action", "sent", "reaction", "edited", "deleted"]
    assert (events[1].detail, events[3].detail) == ("typing", "👍")
    lina.send(chat, "unwatched")
    assert len(feed) == 0


async def test_memory_is_bounded() -> None:
    sandbox = Sandbox(messages_kept=5, calls_kept=3)
    lina = sandbox.person("Lina")
    chat = lina.private_chat()
    for number in range(10):
        lina.send(chat, f"{number}")
        await sandbox.api.call("sendMessage", {"chat_id": chat.id, "text": f"{number}"})
    assert [message.text for message in chat.messages] == ["7", "8", "8", "9", "9"]
    assert len(sandbox.calls) == 3
