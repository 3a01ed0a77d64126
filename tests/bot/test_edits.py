"""An edited question edits its answer; nothing else that Telegram reports as an edit does anything."""

from tests.talking import Talk, in_bold, one


async def test_an_edited_command_edits_the_answer(chat: Talk) -> None:
    asked = chat.person.send(chat.room, "/who kazali")
    answer = one(await chat.stage.done(asked.update_id))
    edited = chat.person.edit(asked, "/who McGurk")
    assert await chat.stage.done(edited.update_id) == [answer]
    assert in_bold(answer)[0] == "Brett McGurk"
    assert answer.is_edited


async def test_an_edited_question_in_a_group_edits_the_answer(chat: Talk) -> None:
    group = chat.group("Omar")
    asked = group.writer.send(group.room, "@mujaz_bot khazali")
    answer = one(await chat.stage.done(asked.update_id))
    edited = group.writer.edit(asked, "@mujaz_bot mcgurk")
    assert await chat.stage.done(edited.update_id) == [answer]
    assert in_bold(answer)[0] == "Brett McGurk"


async def test_a_misspelled_command_may_be_mended(chat: Talk) -> None:
    asked = chat.person.send(chat.room, "/breif blinken vest")
    answer = one(await chat.stage.done(asked.update_id))
    edited = chat.person.edit(asked, "/brief blinken vest")
    assert await chat.stage.done(edited.update_id) == [answer]
    assert "bulletproof" in answer.text


async def test_an_edit_of_metadata_alone_changes_nothing(chat: Talk) -> None:
    asked = chat.person.send(chat.room, "/who khazali")
    await chat.stage.done(asked.update_id)
    assert await chat.stage.done(chat.person.touch(asked).update_id) == []


async def test_an_edit_of_what_was_not_answered_is_met_with_silence(chat: Talk) -> None:
    group = chat.group("Omar", bot_status="administrator")
    said = group.overhears("khazali")
    await chat.stage.done(said.update_id)
    edited = group.people[-1].edit(said, "/who khazali")
    assert await chat.stage.done(edited.update_id) == []


async def test_the_answer_may_be_gone_by_then(chat: Talk) -> None:
    chat.stage.expected_refusals.append("message to edit not found")
    group = chat.group("Omar")
    asked = group.writer.send(group.room, "/who khazali")
    answer = one(await chat.stage.done(asked.update_id))
    await group.press_close(answer)
    assert await chat.stage.done(group.writer.edit(asked, "/who mcgurk").update_id) == []


async def test_a_deleted_question_leaves_no_error(chat: Talk) -> None:
    group = chat.group("Omar")
    asked = group.writer.send(group.room, "/who khazali")
    group.writer.delete(asked)
    answer = one(await chat.stage.done(asked.update_id))
    assert answer.reply_to_message_id is None
    assert in_bold(answer)[0] == "Qais Khazali"
