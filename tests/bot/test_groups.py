"""The bot in a group: when it speaks, to whom, and how briefly."""

import pytest

from bot.sandbox import Message
from tests.talking import Talk, in_bold, labels, links, one

VEST = "Blinken came to Baghdad by night in a bulletproof vest"


async def test_a_command_is_answered_as_a_reply_to_the_message_that_asked(chat: Talk) -> None:
    group = chat.group("Omar")
    asked = group.writer.send(group.room, "/brief blinken vest")
    reply = one(await chat.stage.done(asked.update_id))
    assert reply.reply_to_message_id == asked.message_id
    assert reply.chat is group.room.chat
    assert in_bold(reply)[0] == VEST


async def test_a_command_with_the_bots_own_name_is_answered(chat: Talk) -> None:
    assert in_bold(await chat.group().say("/brief@Mujaz_Bot blinken vest"))[0] == VEST


async def test_a_command_with_another_bots_name_is_not(chat: Talk) -> None:
    assert await chat.group().is_ignored("/brief@other_bot blinken vest")


async def test_not_even_where_the_bot_sees_everything(chat: Talk) -> None:
    group = chat.group(bot_status="administrator")
    sent = group.writer.send(group.room, "/brief@other_bot blinken vest")
    assert sent.update_id is not None
    assert await chat.stage.done(sent.update_id) == []


async def test_privacy_mode_hides_what_is_not_for_the_bot(chat: Talk) -> None:
    group = chat.group("Omar")
    assert group.overhears("blinken vest").update_id is None


@pytest.mark.parametrize("words", ["blinken vest", "/nosuchcommand", "mujaz_bot is a bot", "write to @mujaz_bot_too"])
async def test_an_administrator_bot_sees_talk_and_stays_silent(chat: Talk, words: str) -> None:
    group = chat.group("Omar", bot_status="administrator")
    overheard = group.overhears(words)
    assert overheard.update_id is not None
    assert await chat.stage.done(overheard.update_id) == []


async def test_a_sticker_in_a_group_is_met_with_silence(chat: Talk) -> None:
    group = chat.group("Omar", bot_status="administrator")
    assert await chat.stage.done(group.writer.send_sticker(group.room).update_id) == []


async def test_coming_and_going_are_met_with_silence(chat: Talk) -> None:
    group = chat.group("Omar")
    group.room.add([chat.sandbox.person("Zeina")])
    joined = group.room.last
    assert joined.is_service
    assert await chat.stage.done(joined.update_id) == []


@pytest.mark.parametrize("words", ["@mujaz_bot blinken vest", "blinken vest, @Mujaz_Bot?", "@mujaz_bot: blinken vest"])
async def test_a_mention_is_a_question(chat: Talk, words: str) -> None:
    assert in_bold(await chat.group().say(words))[0] == VEST


async def test_a_mention_in_a_caption_is_a_question(chat: Talk) -> None:
    group = chat.group()
    sent = group.writer.send_photo(group.room, "@mujaz_bot blinken vest")
    assert in_bold(one(await chat.stage.done(sent.update_id)))[0] == VEST


async def test_a_mention_of_somebody_else_is_not_for_the_bot(chat: Talk) -> None:
    group = chat.group("Omar", bot_status="administrator")
    assert await group.is_ignored("@mujaz_botany blinken vest")


async def test_a_bare_mention_gets_help(chat: Talk) -> None:
    assert (await chat.group().say("@mujaz_bot")).text.startswith("Ask in your own words")


async def test_a_reply_to_the_bot_is_a_question(chat: Talk) -> None:
    group = chat.group()
    answer = await group.say("/who khazali")
    assert in_bold(await group.say("blinken vest", reply_to=answer))[0] == VEST


async def test_a_reply_to_somebody_else_is_not(chat: Talk) -> None:
    group = chat.group("Omar", bot_status="administrator")
    said = group.overhears("What did Blinken wear?")
    await chat.stage.done(said.update_id)
    assert await group.is_ignored("blinken vest", reply_to=said)


async def test_brief_as_a_reply_briefs_on_what_the_message_speaks_of(chat: Talk) -> None:
    group = chat.group("Omar")
    said = group.overhears("Khazali is a politician now, they say")
    reply = await group.say("/brief", reply_to=said)
    assert "Khazali" in reply.text
    assert reply.reply_to_message_id not in {None, said.message_id}


async def test_brief_as_a_reply_offers_what_else_the_message_names(chat: Talk) -> None:
    group = chat.group("Omar")
    said = group.overhears("Zeina El Chami met Antony Blinken, or was it Lloyd Austin?")
    reply = await group.say("/brief", reply_to=said)
    also = [label for label in labels(reply) if label.startswith("Also: ")]
    assert also
    await group.press(reply, also[0])
    assert "As of" in reply.text


async def test_brief_as_a_reply_to_a_picture_reads_its_caption(chat: Talk) -> None:
    group = chat.group("Omar")
    picture = group.other("Omar").writer.send_photo(group.room, "Selin Uysal, this morning")
    assert "Uysal" in (await group.say("/brief", reply_to=picture)).text


async def test_brief_as_a_reply_to_a_part_reads_that_part_alone(chat: Talk) -> None:
    group = chat.group("Omar")
    said = group.overhears("Blinken came in a bulletproof vest. Dolly Noun.")
    reply = await group.say("/brief", reply_to=said, quote="Dolly Noun")
    assert "Dolly Noun" in reply.text
    assert "Blinken" not in reply.text


async def test_brief_as_a_reply_to_a_sticker_lists_the_briefs(chat: Talk) -> None:
    group = chat.group("Omar")
    sticker = group.other("Omar").writer.send_sticker(group.room)
    assert (await group.say("/brief", reply_to=sticker)).text.startswith("Briefs\n")


async def test_brief_as_a_reply_to_a_message_of_nothing_says_so(chat: Talk) -> None:
    group = chat.group("Omar")
    reply = await group.say("/brief", reply_to=group.overhears("see you at eight"))
    assert reply.text.startswith("That message speaks of nothing that the documents cover.")


async def test_a_bare_mention_in_reply_briefs_on_the_message(chat: Talk) -> None:
    group = chat.group("Omar")
    assert "Dolly Noun" in (await group.say("@mujaz_bot", reply_to=group.overhears("Ask Dolly Noun"))).text


async def test_a_bare_mention_in_reply_to_a_part_reads_that_part_alone(chat: Talk) -> None:
    group = chat.group("Omar")
    said = group.overhears("Blinken came in a bulletproof vest. Dolly Noun.")
    reply = await group.say("@mujaz_bot", reply_to=said, quote="Dolly Noun")
    assert "Dolly Noun" in reply.text
    assert "Blinken" not in reply.text


async def test_a_bare_mention_in_reply_to_a_picture_briefs_on_its_caption(chat: Talk) -> None:
    group = chat.group("Omar")
    picture = group.other("Omar").writer.send_photo(group.room, "Dolly Noun")
    assert "Dolly Noun" in (await group.say("@mujaz_bot", reply_to=picture)).text


async def test_a_brief_is_shorter_in_a_group(chat: Talk) -> None:
    private, group = await chat.say("/brief blinken vest"), await chat.group().say("/brief blinken vest")
    assert _shown(group) < _shown(private)
    assert any(entity.type == "expandable_blockquote" for entity in group.entities)


@pytest.mark.parametrize("command", ["/quote", "/timeline", "/find Baghdad", "/who", "/brief"])
async def test_lists_are_shorter_in_a_group(chat: Talk, command: str) -> None:
    reply = await chat.group().say(command)
    assert _shown(reply) <= 1500


async def test_a_profile_is_shorter_in_a_group(chat: Talk) -> None:
    assert _shown(await chat.group().say("/who soleimani")) < _shown(await chat.say("/who soleimani"))


async def test_what_the_documents_do_not_cover_is_one_line_in_a_group_too(chat: Talk) -> None:
    assert "\n" not in (await chat.group().say("@mujaz_bot recipe for lentil soup")).text


async def test_other_members_can_press_the_buttons(chat: Talk) -> None:
    group = chat.group("Omar")
    reply = await group.say("/brief blinken vest")
    omar = group.other("Omar")
    await omar.press(reply, "People")
    assert "People, organisations and places in this brief:" in reply.text
    await group.press(reply, "‹ Back")
    assert in_bold(reply)[0] == VEST


async def test_a_brief_pressed_in_a_group_stays_short(chat: Talk) -> None:
    group = chat.group()
    reply = await group.say("/brief blinken vest")
    before = reply.text
    await group.press(reply, "People")
    await group.press(reply, "‹ Back")
    assert reply.text == before


async def test_links_in_a_group_lead_to_the_private_chat(chat: Talk) -> None:
    reply = await chat.group().say("/brief blinken vest")
    assert (await chat.open(links(reply)["58"])).chat is chat.room.chat


async def test_an_anonymous_administrator_is_answered(chat: Talk) -> None:
    admin = chat.group(supergroup=True).anonymous_admin()
    reply = await admin.say("/brief blinken vest")
    assert in_bold(reply)[0] == VEST
    assert reply.reply_to_message_id is not None


async def test_a_channel_that_writes_in_the_group_is_answered(chat: Talk) -> None:
    group = chat.group(supergroup=True)
    channel = chat.sandbox.channel("Desk news")
    asked = channel.send_into(group.room, "/brief blinken vest")
    assert in_bold(one(await chat.stage.done(asked.update_id)))[0] == VEST


async def test_a_group_that_became_a_supergroup_is_answered_there(chat: Talk) -> None:
    chat.stage.expected_refusals.append("group chat was upgraded to a supergroup chat")
    group = chat.group()
    asked = group.writer.send(group.room, "/brief blinken vest")
    upgraded = group.room.migrate()
    reply = one(await chat.stage.done(asked.update_id))
    assert reply.chat is upgraded.chat
    assert in_bold(reply)[0] == VEST


async def test_a_group_that_removed_the_bot_is_no_fault(chat: Talk) -> None:
    chat.stage.expected_refusals.append("403 Forbidden")
    group = chat.group()
    asked = group.writer.send(group.room, "/brief blinken vest")
    group.room.kick_bot()
    assert await chat.stage.done(asked.update_id) == []


async def test_a_question_that_was_deleted_is_answered_all_the_same(chat: Talk) -> None:
    group = chat.group()
    asked = group.writer.send(group.room, "/brief blinken vest")
    group.writer.delete(asked)
    reply = one(await chat.stage.done(asked.update_id))
    assert reply.reply_to_message_id is None


def _shown(message: Message) -> int:
    """How many characters a reader sees before they unfold anything."""
    folded = sum(entity.length for entity in message.entities if entity.type == "expandable_blockquote")
    return len(message.text) - folded


async def test_a_channel_that_posts_in_the_group_is_answered(chat: Talk) -> None:
    group = chat.group("Omar", supergroup=True)
    channel = chat.sandbox.channel("The Wire", bot_status="left")
    posted = channel.send_into(group.room, "/who khazali")
    reply = one(await chat.stage.done(posted.update_id))
    assert in_bold(reply)[0] == "Qais Khazali"


async def test_a_forwarded_message_can_be_briefed_on(chat: Talk) -> None:
    group = chat.group("Omar")
    said = chat.person.send(chat.room, "Kassim Sulaimani is gone")
    await chat.stage.done(said.update_id)
    forwarded = chat.person.forward(said, group.room)
    assert in_bold(await group.say("/brief", reply_to=forwarded))[0] == "Qassem Soleimani"
