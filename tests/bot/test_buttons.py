"""Pressed buttons: each opens its screen in place of the message; stale and forged ones do no harm."""

import pytest

from bot.sandbox import Message
from tests.talking import Talk, in_bold, labels, links, one, turns

STALE = "That button is out of date. Ask again and you get fresh ones."
VEST = "Blinken came to Baghdad by night in a bulletproof vest"


@pytest.mark.parametrize(
    ("side", "shows"),
    [
        ("More", "What the document does not say"),
        ("People", "People, organisations and places in this brief:"),
        ("Timeline", "5 November 2023"),
        ("Related", "Related briefs:"),
        ("Sources", "Antony Blinken, the US Secretary of State, came to Baghdad by night"),
    ],
)
async def test_the_sides_of_a_brief_and_the_way_back(chat: Talk, side: str, shows: str) -> None:
    brief = await chat.say("/brief blinken vest")
    card, buttons = brief.text, labels(brief)
    await chat.press(brief, side)
    assert shows in brief.text
    assert in_bold(brief)[0] == VEST
    assert side not in labels(brief)
    await chat.press(brief, "Less" if side == "More" else "‹ Back")
    assert (brief.text, labels(brief)) == (card, buttons)


async def test_a_button_is_answered_before_the_screen_changes(chat: Talk) -> None:
    brief = await chat.say("/brief blinken vest")
    await chat.press(brief, "People")
    assert [call.method for call in chat.sandbox.calls][-2:] == ["answerCallbackQuery", "editMessageText"]


async def test_from_a_brief_to_a_person_and_to_their_briefs(chat: Talk) -> None:
    shown = await chat.say("/brief blinken vest")
    await chat.press(shown, "People")
    await chat.press(shown, "👤 Antony Blinken")
    assert in_bold(shown)[0] == "Antony Blinken"
    await chat.press(shown, "Briefs")
    await chat.press(shown, next(label for label in labels(shown) if label.startswith("📄 Blinken came")))
    assert in_bold(shown)[0] == VEST


async def test_from_paragraph_to_paragraph(chat: Talk) -> None:
    shown = await chat.say("iraq:1")
    assert labels(shown)[0] == "[2] ›"
    await chat.press(shown, "[2] ›")
    assert shown.text.startswith("Iraq · paragraph 2 of 86")
    assert labels(shown)[:2] == ["‹ [1]", "[3] ›"]


async def test_the_last_paragraph_has_none_after_it(chat: Talk) -> None:
    shown = await chat.say("iraq:86")
    assert labels(shown)[0] == "‹ [85]"
    assert not [label for label in labels(shown) if label.endswith("›")]


async def test_a_paragraph_that_cannot_be_right_carries_its_source_note(chat: Talk) -> None:
    shown = await chat.say("iraq:53")
    assert "⚠️ Source note" in shown.text
    assert "2023" in shown.text


async def test_a_quote_can_be_copied_and_seen_in_context(chat: Talk) -> None:
    shown = await chat.open("q_iraq-5-1")
    copied = next(button.copy_text for button in shown.buttons if button.text == "Copy") or ""
    assert copied.endswith("— Abdulaziz al-Mohammedawi (iraq:5)")
    await chat.press(shown, "In context")
    assert shown.text.startswith("Iraq · paragraph 5 of 86")


@pytest.mark.parametrize("question", ["/timeline iraq", "/quote", "/timeline", "/who", "/find Khazali"])
async def test_paging_on_and_back(chat: Talk, question: str) -> None:
    shown = await chat.say(question)
    pages = [shown.text]
    while "›" in labels(shown):
        await chat.press(shown, "›")
        pages.append(shown.text)
        assert len(pages) < 50
    assert len(set(pages)) == len(pages)
    assert len({page.splitlines()[0] for page in pages}) == 1
    while "‹" in labels(shown):
        await chat.press(shown, "‹")
    assert shown.text == pages[0]


async def test_pressing_the_page_number_changes_nothing(chat: Talk) -> None:
    chat.stage.expected_refusals.append("message is not modified")
    shown = await chat.say("/timeline")
    query = chat.person.press(shown, next(label for label in labels(shown) if " / " in label))
    assert await chat.stage.done(query.update_id) == []
    assert query.given is not None


async def test_pressing_twice_in_a_row_is_no_fault(chat: Talk) -> None:
    chat.stage.expected_refusals.append("message is not modified")
    shown = await chat.say("/brief blinken vest")
    first, second = chat.person.press(shown, "People"), chat.person.press(shown, "People")
    await chat.stage.done(first.update_id)
    await chat.stage.done(second.update_id)
    assert "in this brief:" in shown.text
    assert second.given is not None


async def test_search_results_page_from_the_words_in_the_message(chat: Talk) -> None:
    group = chat.group()
    shown = await group.say("/find Baghdad")
    assert "›" in labels(shown), "the example needs more than one page"
    await group.press(shown, "›")
    assert shown.text.startswith("Passages on “Baghdad”")


async def test_paging_survives_quotation_marks_and_markup_in_the_query(chat: Talk) -> None:
    shown = await chat.say("/quote “golden” <age>")
    assert "›" in labels(shown), "the example needs more than one page"
    await chat.press(shown, "›")
    assert shown.text.startswith("Quotes on ““golden” <age>”")


FORGED = [
    "",
    " ",
    "x",
    "t_",
    "t_no-such-brief",
    "p_baghdad",
    "s_iraq-87",
    "s_iraq-0",
    "q_iraq-58-99",
    "a_nowhere",
    "x_quotes_c_1",
    "x_passages",
    "t_blinken-in-a-vest_x",
    "t_blinken-in-a-vest_f_-1",
    "t_blinken-in-a-vest_f_99999",
    "T_blinken-in-a-vest",
    "t_../../etc/passwd",
    "t_blinken'; DROP TABLE texts; --",
    "<b>",
    "\x00",
    "\u202et_blinken",
    "💣" * 16,
    "a" * 64,
    "more:1",
    '{"view": "topic"}',
]


async def test_a_forged_button_says_that_it_is_out_of_date(chat: Talk) -> None:
    shown = await chat.say("/brief blinken vest")
    before = shown.text
    for data in FORGED:
        assert await chat.press_in_vain(shown, data) == STALE, data
    assert shown.text == before


@pytest.mark.parametrize("data", ["t_blinken-in-a-vest_f_999", "a_topics_c_999", "s_iraq-58_q_999"])
async def test_a_forged_page_is_the_last_one(chat: Talk, data: str) -> None:
    shown = await chat.say("/help")
    query = chat.person.press_data(shown, data)
    assert await chat.stage.done(query.update_id) == [shown]
    assert in_bold(shown)


async def test_a_button_of_last_month_under_a_message_that_is_gone(chat: Talk) -> None:
    shown = await chat.say("/brief blinken vest")
    chat.writer.delete(shown)
    assert await chat.press_in_vain(shown, "t_blinken-in-a-vest_f") == STALE


async def test_a_button_that_was_pressed_too_long_ago_still_works(chat: Talk) -> None:
    chat.stage.expected_refusals.append("query is too old")
    shown = await chat.say("/brief blinken vest")
    query = chat.person.press(shown, "People")
    query.asked -= 3600
    assert await chat.stage.done(query.update_id) == [shown]
    assert "in this brief:" in shown.text


async def test_a_message_that_vanishes_while_the_button_is_pressed(chat: Talk) -> None:
    chat.stage.expected_refusals.append("message to edit not found")
    shown = await chat.say("/brief blinken vest")
    query = chat.person.press(shown, "People")
    chat.writer.delete(shown)
    assert await chat.stage.done(query.update_id) == []
    assert query.given is not None


async def test_a_press_on_somebody_elses_message_does_nothing(chat: Talk) -> None:
    chat.stage.expected_refusals.append("message can't be edited")
    mine = chat.writer.send(chat.room, "/help")
    await chat.stage.done(mine.update_id)
    query = chat.person.press_data(mine, "t_blinken-in-a-vest")
    assert await chat.stage.done(query.update_id) == []


async def test_every_button_of_an_answer_leads_somewhere(chat: Talk) -> None:
    chat.stage.expected_refusals.append("message is not modified")
    for question in (
        "/start",
        "/brief",
        "/brief blinken vest",
        "/who soleimani",
        "/who mousawi",
        "iraq:58",
        "/timeline",
    ):
        for label in turns(one(await chat.answers(question))):
            fresh = await chat.say(question)
            query = chat.person.press(fresh, label)
            await chat.stage.done(query.update_id)
            assert (await query.answer()).text == ""
            assert _is_screen(fresh)


def _is_screen(message: Message) -> bool:
    return bool(in_bold(message) or links(message))
