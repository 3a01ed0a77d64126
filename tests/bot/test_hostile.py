"""Input that nobody should send, and somebody will: a sensible answer or silence, and nothing in the log."""

from typing import Any

import pytest

from bot.commands import COMMANDS
from bot.desk import Desk
from bot.sandbox import parse_html
from tests.screens import assert_sendable
from tests.talking import Talk, one

ASKING = ("brief", "who", "quote", "timeline", "find")
STRANGE = {
    "spaces": "   ",
    "punctuation": "?!…",
    "a dot": ".",
    "emoji": "😀🏳️‍🌈👩‍👩‍👧",
    "a tag": "<b>",
    "a tag around a name": "<b>Khazali</b>",
    "an open link": '<a href="tg://user?id=1">',
    "an entity": "&lt;",
    "an entity of no character": "&#x110000;",
    "an ampersand": "AT&T & Co",
    "control characters": "a\x00b\x07c\x1bd",
    "a right-to-left mark": "\u200fقاسم\u200f",
    "a right-to-left override": "\u202eihtaz",
    "isolates": "\u2066khazali\u2069 \u2067",
    "a byte order mark": "\ufeffkhazali",
    "zero width": "kha\u200bza\u200dli",
    "many accents": "k" + "\u0301" * 50 + "hazali",
    "look-alike letters": "Кhаzаli",
    "full width": "ＫＨＡＺＡＬＩ",
    "mathematical letters": "𝕂𝕙𝕒𝕫𝕒𝕝𝕚",
    "a format string": "%s %d {0} {library}",
    "a template": "{{ 7 * 7 }} ${7*7}",
    "SQL": "'; DROP TABLE texts; --",
    "a query of the full-text search": 'khazali" OR NEAR(a b) * -x ^y col:z',
    "quotation marks": "“”«»\"'`",
    "brackets": "[[[((({{{",
    "a lone bracket": "[iraq:",
    "a citation of nothing": "iraq:999999",
    "citation of a strange document": "[constructor:1]",
    "Arabic digits": "iraq:٥٨",
    "a path": "../../etc/passwd",
    "a link": "https://example.org/?q=khazali",
    "a number": "123456789012345678901234567890",
    "one letter": "q",
    "line breaks": "khazali\n\n\nblinken",
    "a very long word": "a" * 4000,
    "4,096 letters of many words": ("khazali blinken " * 256)[:4096],
    "4,000 emoji units": "😀" * 2000,
    "Markdown": "*bold* _italic_ [x](http://x) `code` ||spoiler||",
    "a slash": "/",
    "two slashes": "//",
    "Chinese": "真主党在伊拉克做什么",
    "Persian": "سپاه قدس",
}


async def test_strange_words_are_answered(chat: Talk) -> None:
    for name, words in STRANGE.items():
        answers = await chat.delivered({"message": _message(chat, text=words)})
        assert len(answers) == 1, name
        assert answers[0].text, name


@pytest.mark.parametrize("words", STRANGE.values(), ids=STRANGE.keys())
def test_strange_words_after_each_command(desk: Desk, words: str) -> None:
    for screen in (
        desk.ask(words),
        desk.ask(words, short=True),
        desk.brief(words),
        desk.brief_on(words),
        desk.who(words),
        desk.quotes(words),
        desk.timeline(words),
        desk.find(words),
    ):
        assert_sendable(screen)


@pytest.mark.parametrize(
    "words", ["khazali " * 1250, "x" * 10_000, "😀" * 5000, "<b>" * 3333, "\u202e" * 10_000, "؟ " * 5000]
)
def test_ten_thousand_characters(desk: Desk, words: str) -> None:
    for screen in (
        desk.ask(words),
        desk.brief(words),
        desk.brief_on(words),
        desk.who(words),
        desk.quotes(words),
        desk.timeline(words),
        desk.find(words),
    ):
        assert_sendable(screen)


@pytest.mark.parametrize("command", ASKING)
async def test_the_longest_message_after_each_command(chat: Talk, command: str) -> None:
    for words in ("khazali ", "baghdad 😀 ", "drones<"):
        asked = f"/{command} {words * 1000}"[: 4000 - 300 * words.count("😀")]
        assert (await chat.say(asked)).text


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
async def test_an_empty_query_after_each_command(chat: Talk, command: str) -> None:
    for spaces in ("", " ", "  \n "):
        assert one(await chat.delivered({"message": _command(chat, f"/{command}", spaces)})).text


async def test_markup_in_a_query_is_shown_as_it_was_typed(chat: Talk) -> None:
    reply = await chat.say("/brief <i>lentil</i> &lt; soup")
    assert "“<i>lentil</i> &lt; soup”" in reply.text


async def test_a_query_cannot_turn_the_text_around_it(chat: Talk) -> None:
    reply = one(await chat.delivered({"message": _message(chat, text="lentil \u202epuos\u2066 recipe")}))
    assert "\u202e" not in reply.text
    assert "\u2066" not in reply.text


async def test_an_unknown_command_in_private_points_to_help(chat: Talk) -> None:
    assert "/help" in (await chat.say("/nosuchcommand at all")).text


async def test_a_command_with_another_bots_name_in_private(chat: Talk) -> None:
    reply = await chat.say("/brief@other_bot blinken vest")
    assert "do not know that command" in reply.text


async def test_an_edit_that_leads_to_the_same_answer_is_no_fault(chat: Talk) -> None:
    chat.stage.expected_refusals.append("message is not modified")
    asked = chat.writer.send(chat.room, "/brief blinken vest")
    one(await chat.stage.done(asked.update_id))
    chat.writer.edit(asked, "/brief Blinken VEST")
    assert await chat.stage.done(asked.update_id) == []


async def test_commands_in_capitals_are_commands(chat: Talk) -> None:
    assert (await chat.say("/BRIEF blinken vest")).text.startswith("Blinken came to Baghdad")


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post", "guest_message"])
async def test_messages_of_other_kinds_are_not_answered_even_where_they_arrive(chat: Talk, kind: str) -> None:
    for words in ("/brief blinken vest", "blinken vest", "@mujaz_bot blinken vest"):
        # None of them names the guest query that it would be answered by.
        message = _command(chat, *words.split(maxsplit=1)) if words.startswith("/") else _message(chat, text=words)
        assert await chat.delivered({kind: message | {"edit_date": 1_700_000_001}}) == []


async def test_a_channel_where_the_bot_is_administrator(chat: Talk) -> None:
    channel = chat.sandbox.channel("Desk news")
    post = channel.post("/brief blinken vest")
    assert await chat.stage.done(post.update_id) == []
    channel.edit(post, "@mujaz_bot blinken vest")
    assert [message.text for message in channel.messages] == ["@mujaz_bot blinken vest"]


async def test_a_sticker_is_told_that_words_are_needed(chat: Talk) -> None:
    sticker = chat.writer.send_sticker(chat.room)
    assert one(await chat.stage.done(sticker.update_id)).text.startswith("I read words only.")


async def test_a_picture_without_words_likewise(chat: Talk) -> None:
    picture = chat.writer.send_photo(chat.room)
    assert one(await chat.stage.done(picture.update_id)).text.startswith("I read words only.")


@pytest.mark.parametrize(
    "content",
    [
        {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}},
        {"location": {"latitude": 33.9, "longitude": 35.5}},
        {"contact": {"phone_number": "1", "first_name": "Omar"}},
        {"document": {"file_id": "f", "file_unique_id": "u"}},
        {"video_note": {"file_id": "f", "file_unique_id": "u", "length": 1, "duration": 1}},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_anything_else_without_words_likewise(chat: Talk, content: dict[str, Any]) -> None:
    reply = one(await chat.delivered({"message": _message(chat, **content)}))
    assert reply.text.startswith("I read words only.")


@pytest.mark.parametrize(
    "content",
    [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
        {"dice": {"emoji": "🎲", "value": 3}},
        {"story": {"chat": {"id": 5, "type": "private"}, "id": 1}},
        {"new_chat_title": "Newsroom"},
        {"write_access_allowed": {}},
        {"migrate_to_chat_id": -1001234567890},
        {},
    ],
    ids=lambda content: next(iter(content), "nothing"),
)
async def test_service_messages_and_games_are_met_with_silence(chat: Talk, content: dict[str, Any]) -> None:
    assert await chat.delivered({"message": _message(chat, **content)}) == []


@pytest.mark.parametrize("words", ["/brief blinken vest", "blinken vest", "/start s_iraq-58"])
async def test_an_update_without_a_user(chat: Talk, words: str) -> None:
    message = _command(chat, *words.split(maxsplit=1)) if words.startswith("/") else _message(chat, text=words)
    del message["from"]
    assert one(await chat.delivered({"message": message})).entities


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"something_new": {"id": 1}},
        {
            "poll": {
                "id": "1",
                "question": "?",
                "options": [],
                "total_voter_count": 0,
                "is_closed": False,
                "is_anonymous": True,
                "type": "regular",
                "allows_multiple_answers": False,
                "allows_revoting": False,
                "members_only": False,
            }
        },
        {
            "chosen_inline_result": {
                "result_id": "1",
                "from": {"id": 1, "is_bot": False, "first_name": "x"},
                "query": "",
            }
        },
        {"inline_query": {"id": "1", "from": {"id": 1, "is_bot": False, "first_name": "x"}, "query": "", "offset": ""}},
        {
            "callback_query": {
                "id": "1",
                "from": {"id": 1, "is_bot": False, "first_name": "x"},
                "chat_instance": "1",
                "game_short_name": "chess",
            }
        },
    ],
    ids=["empty", "of a kind to come", "poll", "chosen result", "inline query", "game"],
)
async def test_updates_of_other_kinds_are_met_with_silence(chat: Talk, update: dict[str, Any]) -> None:
    chat.stage.expected_refusals.append("query is too old")
    assert await chat.delivered(update) == []


async def test_a_callback_without_a_message_is_told_that_it_is_out_of_date(chat: Talk) -> None:
    shown = await chat.say("/help")
    query = chat.person.press_data(shown, "t_blinken-in-a-vest")
    forged = {
        "id": query.id,
        "from": {"id": chat.person.user.id, "is_bot": False, "first_name": "Lina"},
        "chat_instance": "1",
        "data": "t_blinken-in-a-vest",
    }
    await chat.stage.done(query.update_id)
    chat.stage.expected_refusals.append("query is too old")
    assert await chat.delivered({"callback_query": forged}) == []


async def test_somebody_who_blocks_the_bot_right_away(chat: Talk) -> None:
    chat.stage.expected_refusals.append("403 Forbidden: bot was blocked by the user")
    asked = chat.writer.send(chat.room, "/brief blinken vest")
    chat.person.block_bot()
    assert await chat.stage.done(asked.update_id) == []


async def test_a_message_to_a_chat_that_is_unknown(chat: Talk) -> None:
    chat.stage.expected_refusals.append("chat not found")
    chat.stage.expected_in_log.append("an update could not be answered")
    chat.stage.expected_in_log.append("the reader could not be told")
    message = _message(chat, text="khazali") | {"chat": {"id": 424242, "type": "private", "first_name": "x"}}
    assert await chat.delivered({"message": message}) == []


async def test_what_one_reader_sends_stays_out_of_the_log(chat: Talk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    await chat.say("/brief a very personal question")
    assert "personal" not in caplog.text


def test_the_tables_words_are_no_valid_markup() -> None:
    # Otherwise the table would not show that queries are escaped.
    with pytest.raises(Exception, match="end tag"):
        parse_html(STRANGE["a tag"])


def _message(chat: Talk, **content: Any) -> dict[str, Any]:
    """A message by hand, as Telegram would write it, whatever the content."""
    chat.room.chat.is_started = True
    chat.room.chat.last_message_id += 1
    return {
        "message_id": chat.room.chat.last_message_id,
        "from": {"id": chat.person.user.id, "is_bot": False, "first_name": "Lina"},
        "chat": chat.sandbox.describe(chat.room),
        "date": chat.sandbox.clock.now(),
        **content,
    }


def _command(chat: Talk, command: str, rest: str = "") -> dict[str, Any]:
    entity = {"type": "bot_command", "offset": 0, "length": len(command)}
    return _message(chat, text=f"{command} {rest}" if rest else command, entities=[entity])
