"""Replying to an answer keeps its subject."""

import pytest

from bot.follow_ups import FollowUp, parse_follow_up
from bot.sandbox import Message
from bot.views import Tab
from tests.talking import Talk, in_bold

NUJABA = "A US missile strike hit the al-Nujaba headquarters in Baghdad"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("quotes", FollowUp(tab=Tab.QUOTES)),
        ("Show me the quotes", FollowUp(tab=Tab.QUOTES)),
        ("what does he say?", FollowUp(tab=Tab.QUOTES)),
        ("Timeline!", FollowUp(tab=Tab.TIMELINE)),
        ("more", FollowUp(tab=Tab.FULL)),
        ("sources", FollowUp(tab=Tab.SOURCES)),
        ("source 2", FollowUp(source=2)),
        ("[58]", FollowUp(source=58)),
        ("paragraph 58", FollowUp(source=58)),
        ("who is he", FollowUp(who=True)),
        ("and who are they?", FollowUp(who=True)),
        ("when was it", FollowUp(refers_back=True)),
        ("how many died", FollowUp(refers_back=True)),
        ("how many patients does the cancer centre treat", FollowUp(refers_back=False)),
        ("", FollowUp(refers_back=True)),
    ],
)
def test_what_a_reply_asks_for(words: str, asked: FollowUp) -> None:
    assert parse_follow_up(words) == asked


@pytest.fixture
async def strike(chat: Talk) -> Message:
    return await chat.say("/brief nujaba strike")


async def test_a_side_of_the_same_brief(chat: Talk, strike: Message) -> None:
    answer = await chat.say("timeline", reply_to=strike)
    assert in_bold(answer)[0] == NUJABA
    assert "14 November 2023" in answer.text


async def test_a_source_by_its_number_in_the_answer(chat: Talk, strike: Message) -> None:
    assert "paragraph 75 of 86" in (await chat.say("source 75", reply_to=strike)).text


async def test_a_source_by_its_place_in_the_answer(chat: Talk, strike: Message) -> None:
    first = await chat.say("source 1", reply_to=strike)
    assert "paragraph 74 of 86" in first.text


async def test_who_is_he_about_a_quote_is_its_speaker(chat: Talk) -> None:
    quote = await chat.say("/quote cancer waits for no one")
    assert in_bold(await chat.say("who is she?", reply_to=quote))[0] == "Zeina El Chami"


async def test_who_about_a_brief_offers_those_it_speaks_of(chat: Talk, strike: Message) -> None:
    answer = await chat.say("who is he", reply_to=strike)
    assert "👤 Mohammed Shia al-Sudani" in [button.text for button in answer.buttons]


async def test_an_elliptic_question_is_about_the_subject(chat: Talk, strike: Message) -> None:
    answer = await chat.say("when was it", reply_to=strike)
    assert in_bold(answer)[0] == NUJABA
    assert "39th day" in answer.text


@pytest.mark.parametrize(
    ("card", "words", "shown"),
    [
        ("/who moqtada al-sadr", "when did he quit?", "June 2022"),
        ("/who mohammad mousawi", "what illness does he have", "leukaemia"),
        ("/who carol", "who is her mother", "Sindus Hamra"),
    ],
)
async def test_a_pronoun_means_whom_the_answer_is_about(chat: Talk, card: str, words: str, shown: str) -> None:
    answer = await chat.say(words, reply_to=await chat.say(card))
    assert shown in answer.text


async def test_a_question_that_stands_alone_is_answered_as_such(chat: Talk, strike: Message) -> None:
    answer = await chat.say("how many patients does the cancer centre treat", reply_to=strike)
    assert "400" in answer.text


async def test_a_reply_in_a_group_needs_no_mention(chat: Talk) -> None:
    group = chat.group("Omar")
    strike = await group.say("/brief nujaba strike")
    answer = await group.other("Omar").say("timeline", reply_to=strike)
    assert in_bold(answer)[0] == NUJABA


async def test_a_reply_to_an_answer_without_a_subject_is_a_question(chat: Talk) -> None:
    greeting = await chat.say("/help")
    assert in_bold(await chat.say("who is khazali", reply_to=greeting))[0] == "Qais Khazali"


async def test_a_side_that_is_empty_is_said_to_be(chat: Talk) -> None:
    card = await chat.say("who is khazali")
    assert "no quotation on “Qais Khazali”" in (await chat.say("quotes", reply_to=card)).text


async def test_on_and_back_from_a_paragraph(chat: Talk) -> None:
    shown = await chat.say("iraq:58")
    after = await chat.say("next", reply_to=shown)
    assert "paragraph 59 of 86" in after.text
    assert "paragraph 58 of 86" in (await chat.say("back", reply_to=after)).text


async def test_a_list_has_no_subject(chat: Talk) -> None:
    listed = await chat.say("/timeline mcgurk")
    assert in_bold(await chat.say("khazali", reply_to=listed))[0] == "Qais Khazali"


async def test_a_group_needs_no_answer_to_thanks(chat: Talk) -> None:
    group = chat.group("Omar")
    strike = await group.say("/brief nujaba strike")
    assert await group.is_ignored("thanks!", reply_to=strike)
