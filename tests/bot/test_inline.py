"""Inline mode: the bot in any chat, as one types."""

from typing import Any

import pytest

from bot.handlers.inline import A_PAGE
from bot.sandbox import InlineAnswer
from tests.talking import Talk, in_bold


async def asked(chat: Talk, words: str, offset: str = "") -> InlineAnswer:
    query = chat.person.inline(words, offset)
    await chat.stage.done(query.update_id)
    return await query.answer()


def titles(answer: InlineAnswer) -> list[str]:
    return [str(result["title"]) for result in answer.results]


async def test_a_name_offers_the_person_first_with_a_line_of_description(chat: Talk) -> None:
    answer = await asked(chat, "khazali")
    first: dict[str, Any] = answer.results[0]
    assert first["title"] == "Qais Khazali"
    assert first["description"] == "leader of Asaib Ahl al-Haq"
    assert len(answer.results) > 1


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("blinke", "Antony Blinken"),
        ("Qais Kh", "Qais Khazali"),
        ("bad", "Badr organization"),
        ("السود", "Mohammed Shia al-Sudani"),
    ],
)
async def test_an_unfinished_word_offers_something_already(chat: Talk, typed: str, title: str) -> None:
    assert title in titles(await asked(chat, typed))


async def test_an_empty_query_offers_the_briefs_in_pages(chat: Talk) -> None:
    first = await asked(chat, "")
    assert len(first.results) == A_PAGE
    second = await asked(chat, "", first.next_offset)
    everything = titles(first) + titles(second)
    assert len(everything) == len(set(everything)) == 33
    assert second.next_offset == ""


async def test_nothing_found_leads_into_the_private_chat(chat: Talk) -> None:
    answer = await asked(chat, "best pizza recipe")
    assert answer.results == []
    assert answer.button is not None
    assert answer.button["start_parameter"] == "inline"


async def test_a_chosen_result_is_a_whole_card_with_working_buttons(chat: Talk) -> None:
    answer = await asked(chat, "blinken vest")
    group = chat.sandbox.group("Friends", [chat.person], bot_status="left")
    posted = chat.person.choose(answer, 0, into=group)
    assert "bulletproof" in posted.text
    assert in_bold(await chat.press(posted, "More"))[1] == "Summary"
    await chat.press(posted, "Less")
    assert "✕ Close" not in [button.text for button in posted.buttons]


async def test_share_finds_the_card_again(chat: Talk) -> None:
    card = await chat.say("blinken vest")
    share = next(button for button in card.buttons if button.text == "↗ Share")
    query = share.raw["switch_inline_query_chosen_chat"]["query"]
    answer = await asked(chat, query)
    assert titles(answer) == ["Blinken came to Baghdad by night in a bulletproof vest"]


async def test_hostile_queries_and_offsets_are_answered(chat: Talk) -> None:
    for words, offset in (("<b>&lt;", ""), ("khazali", "-1"), ("khazali", "٣"), ("x" * 256, ""), ("khazali", "9999")):
        assert (await asked(chat, words, offset)).next_offset == ""
