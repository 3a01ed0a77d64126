"""Close removes an answer: for the one who asked and for admins alone."""

from tests.talking import Talk, labels, one


async def test_the_one_who_asked_may_close(chat: Talk) -> None:
    omar = chat.group("Omar").other("Omar")
    assert await omar.press_close(await omar.say("/who khazali"))


async def test_another_member_may_not_and_is_told_why(chat: Talk) -> None:
    group = chat.group("Omar", "Zeina")
    answer = await group.other("Omar").say("/who khazali")
    zeina = group.other("Zeina")
    assert not await zeina.press_close(answer)
    assert zeina.toast == "Only the one who asked, or an admin, can close this."


async def test_an_admin_may_close_any_answer(chat: Talk) -> None:
    group = chat.group("Omar")  # its first member is its creator
    assert await group.press_close(await group.other("Omar").say("/who khazali"))


async def test_nobody_passes_for_an_anonymous_admin(chat: Talk) -> None:
    group = chat.group("Omar", supergroup=True)
    answer = await group.anonymous_admin().say("/who khazali")
    assert not await group.other("Omar").press_close(answer)
    assert await group.press_close(answer)


async def test_once_the_question_is_deleted_only_admins_close(chat: Talk) -> None:
    group = chat.group("Omar")
    omar = group.other("Omar")
    asked = omar.writer.send(omar.room, "/who khazali")
    answer = one(await chat.stage.done(asked.update_id))
    omar.writer.delete(asked)
    assert not await omar.press_close(answer)
    assert await group.press_close(answer)


async def test_closing_twice_is_harmless(chat: Talk) -> None:
    chat.stage.expected_refusals.append("message to delete not found")
    group = chat.group()
    answer = await group.say("/who khazali")
    first = group.person.press(answer, "✕ Close")
    second = group.person.press(answer, "✕ Close")
    await chat.stage.done(first.update_id)
    await chat.stage.done(second.update_id)
    assert answer.is_deleted


async def test_a_private_chat_has_nothing_to_close(chat: Talk) -> None:
    assert "✕ Close" not in labels(await chat.say("/who khazali"))
