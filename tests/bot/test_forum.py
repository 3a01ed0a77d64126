"""The bot in a forum: each answer in the topic of its question."""

from tests.talking import Talk, one


async def test_an_answer_goes_to_the_topic_that_asked(chat: Talk) -> None:
    forum = chat.group("Omar", forum=True)
    topic = forum.topic("Iraq")
    reply = await forum.say("/brief blinken vest", thread=topic)
    assert reply.thread_id == topic.thread_id
    assert reply.reply_to_message_id is not None


async def test_the_general_topic_is_answered_without_a_topic_id(chat: Talk) -> None:
    forum = chat.group(forum=True)
    assert (await forum.say("/brief blinken vest")).thread_id is None
    sent = [call.params for call in chat.sandbox.calls if call.method == "sendMessage"]
    assert "message_thread_id" not in sent[-1]


async def test_a_mention_in_a_topic_is_answered_there(chat: Talk) -> None:
    forum = chat.group(forum=True)
    topic = forum.topic("Iraq")
    assert (await forum.say("@mujaz_bot blinken vest", thread=topic)).thread_id == topic.thread_id


async def test_talk_in_a_topic_is_met_with_silence(chat: Talk) -> None:
    forum = chat.group(forum=True, bot_status="administrator")
    sent = forum.writer.send(forum.room, "blinken vest", thread=forum.topic("Iraq"))
    assert sent.update_id is not None
    assert await chat.stage.done(sent.update_id) == []


async def test_brief_in_a_topic_is_no_reply_to_the_topics_first_message(chat: Talk) -> None:
    # Telegram sends a message that replies to nobody as a reply to the message that opened the topic.
    forum = chat.group(forum=True)
    reply = await forum.say("/brief", thread=forum.topic("Khazali"))
    assert reply.text.startswith("Briefs\n")


async def test_brief_as_a_reply_works_in_a_topic(chat: Talk) -> None:
    forum = chat.group("Omar", forum=True)
    topic = forum.topic("Iraq")
    said = forum.other("Omar").writer.send(forum.room, "Ask Dolly Noun", thread=topic)
    reply = await forum.say("/brief", reply_to=said)
    assert "Dolly Noun" in reply.text
    assert reply.thread_id == topic.thread_id


async def test_a_reply_thread_in_a_plain_supergroup_is_no_topic(chat: Talk) -> None:
    group = chat.group("Omar", supergroup=True)
    said = group.overhears("Ask Dolly Noun")
    reply = await group.say("/brief", reply_to=said)
    assert "Dolly Noun" in reply.text
    assert not reply.is_topic_message


async def test_buttons_work_in_a_topic(chat: Talk) -> None:
    forum = chat.group(forum=True)
    reply = await forum.say("/brief blinken vest", thread=forum.topic("Iraq"))
    await forum.press(reply, "People")
    assert "in this brief:" in reply.text


async def test_a_topic_that_is_gone_does_not_swallow_the_answer(chat: Talk) -> None:
    chat.stage.expected_refusals.append("message thread not found")
    forum = chat.group(forum=True)
    asked = forum.writer.send(forum.room, "/brief blinken vest", thread=forum.topic("Iraq"))
    forum.room.turn_topics_off()
    assert not one(await chat.stage.done(asked.update_id)).is_topic_message


async def test_a_closed_topic_is_no_fault(chat: Talk) -> None:
    chat.stage.expected_refusals.append("TOPIC_CLOSED")
    forum = chat.group(forum=True)
    topic = forum.topic("Iraq")
    asked = forum.writer.send(forum.room, "/brief blinken vest", thread=topic)
    topic.close()
    assert await chat.stage.done(asked.update_id) == []
