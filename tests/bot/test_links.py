"""Deep links: what they open, and what they are met with that lead to nothing."""

import pytest

from bot.views import View
from tests.talking import Talk, in_bold, links


@pytest.mark.parametrize(
    ("payload", "beginning"),
    [
        ("t_blinken-in-a-vest", "Blinken came to Baghdad"),
        ("t_blinken-in-a-vest_p", "Blinken came to Baghdad"),
        ("p_qais-khazali", "Qais Khazali"),
        ("o_popular-mobilization-forces", "Popular Mobilization Forces"),
        ("l_harir-base", "Harir base"),
        ("s_iraq-58", "Iraq · paragraph 58 of 86"),
        ("s_lebanon-1", "Lebanon · paragraph 1 of 37"),
        ("q_iraq-5-1", "Quote\n\n“The situation in the region is sensitive"),
        ("e_blinken-visits-baghdad", "5 November 2023"),
        ("a_topics", "Briefs"),
        ("a_directory", "People in the documents"),
        ("a_timeline", "Timeline"),
        ("a_sources", "Sources"),
    ],
)
async def test_a_link_opens_its_item(chat: Talk, payload: str, beginning: str) -> None:
    assert (await chat.open(f"https://t.me/mujaz_bot?start={payload}")).text.startswith(beginning)


NOWHERE = [
    "nothing",
    "t_no-such-brief",
    "p_baghdad",
    "o_qais-khazali",
    "s_iraq-0",
    "s_iraq-87",
    "s_iraq-999999",
    "s_iraq",
    "s_-58",
    "s_elsewhere-1",
    "q_iraq-58-9",
    "e_never",
    "d_iraq",
    "a_nothing",
    "x_quotes",
    "x_timeline_c_3",
    "z_blinken",
    "t_",
    "_",
    "-",
    "t_blinken-in-a-vest_z",
    "t_blinken-in-a-vest_c_1000",
    "T_BLINKEN-IN-A-VEST",
    "a" * 64,
    "t_" + "a" * 62,
]


async def test_a_link_to_nothing_says_so(chat: Talk) -> None:
    for payload in NOWHERE:
        assert (await chat.open(payload)).text.startswith("That link leads to nothing"), payload


@pytest.mark.parametrize("payload", ["t_blinken-in-a-vest_f_999", "s_iraq-58_c_999", "a_topics_c_999", "s_iraq-058"])
async def test_a_page_that_is_not_there_is_the_last_one(chat: Talk, payload: str) -> None:
    assert (await chat.open(payload)).entities


@pytest.mark.parametrize("words", ["/start t_blinken in a vest", "/start <b>", "/start s_iraq-58 s_iraq-59"])
async def test_a_payload_that_was_typed_wrong_says_so(chat: Talk, words: str) -> None:
    assert (await chat.say(words)).text.startswith("That link leads to nothing")


async def test_a_link_into_a_group_opens_there(chat: Talk) -> None:
    group = chat.group()
    opened = chat.person.open_link("https://t.me/mujaz_bot?startgroup=t_blinken-in-a-vest", group=group.room)
    (reply,) = await chat.stage.done(opened.update_id)
    assert reply.chat is group.room.chat
    assert reply.text.startswith("Blinken came to Baghdad")


@pytest.mark.parametrize("question", ["/brief blinken vest", "/who soleimani", "/timeline", "/quote", "/find drones"])
async def test_every_link_of_an_answer_leads_somewhere(chat: Talk, question: str) -> None:
    reply = await chat.say(question)
    assert links(reply)
    for address in links(reply).values():
        opened = await chat.open(address)
        assert not opened.text.startswith("That link leads to nothing")
        assert in_bold(opened)


async def test_links_are_as_views_write_them(chat: Talk) -> None:
    for address in links(await chat.say("/timeline")).values():
        payload = address.removeprefix("https://t.me/mujaz_bot?start=")
        view = View.parse(payload)
        assert view is not None
        assert view.payload == payload
