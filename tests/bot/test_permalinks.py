"""Everything has a permalink, choices keep the question, quotes turn one by one."""

import pytest

from tests.talking import Talk, in_bold, labels


def permalink(buttons: list[object]) -> str:
    return next(str(getattr(button, "copy_text", "")) for button in buttons if getattr(button, "text", "") == "🔗 Link")


@pytest.mark.parametrize("question", ["blinken vest", "khazali", "/quote cancer waits", "iraq:58", "ain al asad"])
async def test_a_link_opens_what_it_was_taken_from(chat: Talk, question: str) -> None:
    card = await chat.say(question)
    opened = await chat.open(permalink(list(card.buttons)))
    assert max(card.text.split("\n"), key=len) in opened.text
    assert permalink(list(opened.buttons)) == permalink(list(card.buttons))


async def test_a_stale_link_offers_the_nearest(chat: Talk) -> None:
    answer = await chat.open("t_blinken-in-the-vest")
    assert "leads to nothing" in answer.text
    await chat.press(answer, "Blinken came to Baghdad by night in a bulletproof vest")
    assert "bulletproof" in answer.text


async def test_choosing_among_several_answers_what_was_asked(chat: Talk) -> None:
    answer = await chat.say("what did Mousawi say about the house")
    if "What do you mean" in answer.text:
        await chat.press(answer, next(label for label in labels(answer) if "Mousawi" in label))
    assert "house" in answer.text


async def test_two_of_a_name_are_told_apart(chat: Talk) -> None:
    answer = await chat.say("/who Hezbollah")
    assert "Kataib Hezbollah · " in answer.text
    assert "Lebanese Hezbollah · " in answer.text


async def test_quotes_turn_one_by_one_and_copy_with_their_attribution(chat: Talk) -> None:
    page = await chat.say("/quote Sindus Hamra")
    assert "1 / " in labels(page)[0]
    first = page.text
    await chat.press(page, "›")
    assert page.text != first
    copied = next(button.copy_text for button in page.buttons if button.text == "Copy")
    assert copied is not None
    assert "— Sindus Hamra (lebanon:" in copied


async def test_all_quotes_narrow_to_one_speaker(chat: Talk) -> None:
    page = await chat.say("/quote")
    while not (only := [label for label in labels(page) if label.startswith("Only ")]):
        await chat.press(page, "›")
    await chat.press(page, only[0])
    assert in_bold(page)[0].startswith(f"Quotes of {only[0].removeprefix('Only ').rstrip('…')}")
    assert not [label for label in labels(page) if label.startswith("Only ")]


async def test_the_timeline_is_grouped_by_month_and_flags_doubtful_dates(chat: Talk) -> None:
    answer = await chat.say("/timeline nujaba")
    assert "November 2023" in answer.text.split("\n")
    assert "⚠️" in answer.text


@pytest.mark.parametrize("subject", ["khazali", "coordination framework", "baghdad airport", "blinken vest", "lebanon"])
async def test_the_timeline_of_anything(chat: Talk, subject: str) -> None:
    answer = await chat.say(f"/timeline {subject}")
    assert answer.text.startswith(f"Timeline of “{subject}”")


async def test_a_doubtful_date_says_why(chat: Talk) -> None:
    answer = await chat.say("/timeline mcgurk")
    assert "⚠️" in answer.text
    assert "2022" in answer.text, "the note tells when the prime minister took office"
