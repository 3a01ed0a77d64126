"""Guest mode: a mention in a chat where the bot is no member brings one card."""

from tests.talking import Talk, in_bold


async def test_a_mention_brings_one_card(chat: Talk) -> None:
    group = chat.sandbox.group("Elsewhere", [chat.person], bot_status="left")
    query = chat.person.mention_as_guest(group, "@mujaz_bot who is khazali")
    await chat.stage.done(query.update_id)
    card = await query.answer()
    assert in_bold(card)[0] == "Qais Khazali"


async def test_its_buttons_work(chat: Talk) -> None:
    group = chat.sandbox.group("Elsewhere", [chat.person], bot_status="left")
    query = chat.person.mention_as_guest(group, "@mujaz_bot blinken vest")
    await chat.stage.done(query.update_id)
    card = await query.answer()
    assert "Key points" in in_bold(await chat.press(card, "More"))


async def test_what_is_not_covered_is_said_there_too(chat: Talk) -> None:
    group = chat.sandbox.group("Elsewhere", [chat.person], bot_status="left")
    query = chat.person.mention_as_guest(group, "@mujaz_bot best pizza recipe")
    await chat.stage.done(query.update_id)
    assert "say nothing on" in (await query.answer()).text
