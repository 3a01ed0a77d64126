"""What a reader sees in a private chat."""

import pytest

from bot.commands import COMMANDS
from briefs.library import Library
from briefs.search.answer import Outcome
from tests.talking import Talk, in_bold, labels, links, turns

VEST = "Blinken came to Baghdad by night in a bulletproof vest"


async def test_a_brief_answers_with_title_bottom_line_and_date(chat: Talk) -> None:
    reply = await chat.say("/brief blinken vest")
    assert in_bold(reply)[0] == VEST
    assert "5 November 2023" in reply.text
    assert reply.text.endswith("As of 29 January 2024 · Asharq Al-Awsat (Iraq)")


async def test_a_brief_offers_its_sides(chat: Talk) -> None:
    reply = await chat.say("/brief blinken vest")
    assert turns(reply) == ["More", "People", "Timeline", "Related", "Sources"], "nobody is quoted in it"
    assert turns(await chat.say("/brief golden age"))[:2] == ["More", "Quotes"]


async def test_each_sentence_of_a_brief_links_to_its_paragraph(chat: Talk) -> None:
    reply = await chat.say("/brief blinken vest")
    assert links(reply)["58"] == "https://t.me/mujaz_bot?start=s_iraq-58"
    paragraph = await chat.open(links(reply)["58"])
    assert paragraph.text.startswith("Iraq · paragraph 58 of 86")


async def test_private_answers_are_no_replies_and_show_no_previews(chat: Talk) -> None:
    reply = await chat.say("/brief blinken vest")
    assert reply.reply_to_message_id is None
    assert reply.link_preview_options == {"is_disabled": True}


async def test_a_brief_is_found_by_a_question(chat: Talk) -> None:
    reply = await chat.say("what did blinken wear in baghdad")
    assert in_bold(reply)[0] == VEST


@pytest.mark.parametrize("name", ["Akeel Abbas", "Hadi al-Ameri", "Harir"])
async def test_a_name_finds_the_brief_or_the_briefs_on_it(chat: Talk, name: str) -> None:
    reply = await chat.say(f"/brief {name}")
    briefs = [button for button in reply.buttons if (button.callback_data or "").startswith("t_")]
    assert briefs
    await chat.press(reply, briefs[0].text)
    assert "As of" in reply.text or name.rsplit(maxsplit=1)[-1] in reply.text


async def test_brief_without_a_query_lists_the_briefs_as_buttons(chat: Talk) -> None:
    listed = await chat.say("/brief")
    assert listed.text.startswith("Briefs\n33 briefs on: ")
    assert len([button for button in listed.buttons if (button.callback_data or "").startswith("t_")]) == 8
    first = labels(listed)[0]
    await chat.press(listed, "›")
    assert first not in labels(listed)
    assert "2 / 5" in labels(listed)
    await chat.press(listed, labels(listed)[0])
    assert listed.text.count("As of") == 1


async def test_a_misspelled_name_finds_its_profile(chat: Talk) -> None:
    reply = await chat.say("/who qasim sulaymani")
    assert in_bold(reply)[0] == "Qassem Soleimani"
    assert "[31]" in reply.text


async def test_an_arabic_name_finds_the_same_profile(chat: Talk) -> None:
    assert in_bold(await chat.say("قاسم سليماني"))[0] == "Qassem Soleimani"


async def test_who_finds_organisations(chat: Talk) -> None:
    assert in_bold(await chat.say("/who PMF"))[0] == "Popular Mobilization Forces"


async def test_who_without_a_query_is_the_directory_by_affiliation(chat: Talk) -> None:
    directory = await chat.say("/who")
    assert directory.text.startswith("People in the documents")
    assert "Asaib Ahl al-Haq" in in_bold(directory)
    assert links(directory)["Qais Khazali"] == "https://t.me/mujaz_bot?start=p_qais-khazali"


async def test_the_directory_leaves_private_people_out(chat: Talk) -> None:
    assert "Carol Zeghayer" not in (await chat.say("/who")).text


async def test_a_shared_name_is_offered_as_choices(chat: Talk) -> None:
    offered = await chat.say("/who mousawi")
    assert offered.text.startswith("What do you mean by “mousawi”?")
    assert set(turns(offered)) == {"👤 Mohammad Mousawi", "👤 Suzan Mousawi"}
    await chat.press(offered, "👤 Suzan Mousawi")
    assert in_bold(offered)[0] == "Suzan Mousawi"


async def test_quotes_by_a_speaker_name_speaker_and_source(chat: Talk) -> None:
    reply = await chat.say("/quote Sindus Hamra")
    assert reply.text.startswith("Quotes on “Sindus Hamra”")
    assert "— Sindus Hamra" in reply.text
    assert links(reply)["Sindus Hamra"] == "https://t.me/mujaz_bot?start=p_sindus-hamra"
    assert links(reply)["4"] == "https://t.me/mujaz_bot?start=s_lebanon-4"


async def test_quotes_on_a_subject_may_come_from_someone_unnamed(chat: Talk) -> None:
    reply = await chat.say("/quote golden age")
    assert "it is your golden age.”" in reply.text
    assert "— an Iraqi officer of medium rank working for the PMF" in reply.text


async def test_somebody_without_quotes_is_not_unknown(chat: Talk) -> None:
    reply = await chat.say("/quote Selin Uysal")
    assert "say nothing" not in reply.text
    assert "Uysal" in reply.text
    await chat.press(reply, next(label for label in labels(reply) if "Uysal" in label))
    assert in_bold(reply)[0] == "Selin Uysal"


async def test_quotes_come_one_a_page_and_by_speaker(chat: Talk) -> None:
    reply = await chat.say("/quote golden age")
    said = reply.text.count("”\n— ")
    assert said == 1
    await chat.press(reply, "›")
    assert reply.text.startswith("Quotes on “golden age”")
    while not any(label.startswith("Only ") for label in labels(reply)):
        await chat.press(reply, "›")
    only = next(label for label in labels(reply) if label.startswith("Only "))
    await chat.press(reply, only)
    assert reply.text.startswith(f"Quotes of {only.removeprefix('Only ')[:20]}")


async def test_quote_without_a_query_pages_through_all(chat: Talk) -> None:
    listed = await chat.say("/quote")
    first = listed.text
    await chat.press(listed, "›")
    assert listed.text != first
    await chat.press(listed, "‹")
    assert listed.text == first


@pytest.mark.parametrize(
    ("query", "first_event"),
    [
        ("", "Governments after 2003 set a pattern"),
        ("iraq", "Governments after 2003 set a pattern"),
        ("Blinken", "Blinken"),
        ("Coordination Framework", "The Framework is formed"),
        ("blinken vest", "Austin"),
    ],
)
async def test_a_timeline_of_all_a_document_a_person_an_organisation_a_brief(
    chat: Talk, query: str, first_event: str
) -> None:
    reply = await chat.say(f"/timeline {query}")
    assert reply.text.startswith("Timeline")
    assert first_event in reply.text


async def test_a_timeline_is_in_order_and_flags_doubtful_dates(chat: Talk) -> None:
    reply = await chat.say("/timeline coordination framework")
    lines = reply.text.splitlines()
    dated = [number for number, line in enumerate(lines) if line.startswith(("11 October 2021", "November 2022"))]
    assert len(dated) >= 2
    assert lines[dated[0]].startswith("11 October 2021")
    assert "⚠️" in reply.text


async def test_find_lists_passages_with_citations(chat: Talk) -> None:
    reply = await chat.say("/find drones")
    assert reply.text.startswith("Passages on “drones”")
    assert any(address.startswith("https://t.me/mujaz_bot?start=s_iraq-") for address in links(reply).values())
    assert "drone" in reply.text


async def test_find_without_a_query_says_how_it_is_used(chat: Talk) -> None:
    assert "/find drones" in (await chat.say("/find")).text


async def test_sources_say_what_the_documents_are(chat: Talk) -> None:
    reply = await chat.say("/sources")
    for word in ("Asharq Al-Awsat · 86 paragraphs", "Associated Press · 37 paragraphs", "Known up to 29 January 2024"):
        assert word in reply.text


async def test_start_greets_and_leads_on(chat: Talk) -> None:
    hello = await chat.say("/start")
    assert hello.text.startswith("Mujaz briefs you on documents.")
    await chat.press(hello, "📚 Sources")
    assert hello.text.startswith("Sources")


async def test_help_names_every_command_with_examples(chat: Talk) -> None:
    reply = await chat.say("/help")
    for command in COMMANDS:
        if command.name != "start":
            assert f"/{command.name}" in reply.text
        assert command.example in reply.text


@pytest.mark.parametrize("example", [command.example for command in COMMANDS if command.example])
async def test_each_example_of_the_help_works(chat: Talk, example: str) -> None:
    reply = await chat.say(example)
    assert "say nothing" not in reply.text
    assert links(reply)


async def test_privacy_says_that_nothing_is_kept(chat: Talk) -> None:
    assert (await chat.say("/privacy")).text.startswith("I keep nothing")


async def test_what_the_documents_do_not_cover_is_said_in_one_line(chat: Talk) -> None:
    reply = await chat.say("/brief recipe for lentil soup")
    assert reply.text.startswith("The documents say nothing on “recipe for lentil soup”.")
    assert "\n" not in reply.text
    assert all((button.callback_data or "").startswith("t_") for button in reply.buttons)


async def test_a_lone_guess_is_offered_not_stated(chat: Talk, library: Library) -> None:
    questions = ("the helicopter", "where was the vest worn", "what are the rules", "is there a road", "the winner")
    found = {question: library.search(question) for question in questions}
    guessed = [question for question, answer in found.items() if answer.outcome is Outcome.CHOICES]
    assert any(len(found[question].results) == 1 for question in guessed)
    for question in guessed:
        reply = await chat.say(question)
        assert "As of" not in reply.text, question
        assert turns(reply), question
        assert reply.text.startswith("I am not sure") is (len(found[question].results) == 1), question


async def test_the_nearest_briefs_are_offered_where_nothing_fits(chat: Talk) -> None:
    questions = (
        "Blinken's breakfast in Paris",
        "What does a helicopter cost?",
        "football in Beirut",
        "the rockets of Hamas",
    )
    replies = [await chat.say(question) for question in questions]
    near = [reply for reply in replies if reply.text.endswith("The nearest briefs:")]
    assert near
    for reply in near:
        assert reply.text.startswith("The documents say nothing on “")
        assert 1 <= len(turns(reply)) <= 3
    await chat.press(near[0], turns(near[0])[0])
    assert "As of" in near[0].text


async def test_a_pasted_line_finds_its_quote_or_paragraph(chat: Talk) -> None:
    reply = await chat.say("we no longer know what to do, the region is sensitive and what will take place")
    assert links(reply)


async def test_a_citation_opens_its_paragraph(chat: Talk) -> None:
    for written in ("iraq:58", "[iraq:58]", "IRAQ:58"):
        assert (await chat.say(written)).text.startswith("Iraq · paragraph 58 of 86")


async def test_a_caption_is_read_as_a_question(chat: Talk) -> None:
    sent = chat.writer.send_photo(chat.room, "blinken vest")
    (reply,) = await chat.stage.done(sent.update_id)
    assert in_bold(reply)[0] == VEST


async def test_brief_as_a_reply_speaks_of_the_message(chat: Talk) -> None:
    said = chat.writer.send(chat.room, "A friend says that Khazali sheds the militia label")
    await chat.stage.done(said.update_id)
    reply = await chat.say("/brief", reply_to=said)
    assert "Khazali" in reply.text
    assert "As of" in reply.text


async def test_brief_as_a_reply_with_a_query_answers_the_query(chat: Talk) -> None:
    said = chat.writer.send(chat.room, "Nasrallah praised the factions")
    await chat.stage.done(said.update_id)
    assert in_bold(await chat.say("/brief blinken vest", reply_to=said))[0] == VEST


async def test_brief_on_a_message_of_nothing_says_so(chat: Talk) -> None:
    said = chat.writer.send(chat.room, "see you at eight")
    await chat.stage.done(said.update_id)
    reply = await chat.say("/brief", reply_to=said)
    assert reply.text.startswith("That message speaks of nothing that the documents cover.")


@pytest.mark.parametrize(
    "words", ["hello", "Hi!", "thanks", "ok, thank you", "Good morning", "السلام عليكم", "كيف حالك؟"]
)
async def test_a_courtesy_is_returned(chat: Talk, words: str) -> None:
    assert (await chat.say(words)).text.startswith("At your service.")


@pytest.mark.parametrize(
    "words", ["help", "?", "menu", "How does this work?", "What is Mujaz?", "who are you", "ما اسمك؟"]
)
async def test_who_asks_for_help_gets_help(chat: Talk, words: str) -> None:
    assert "/timeline QUERY" in (await chat.say(words)).text


@pytest.mark.parametrize(
    "words",
    [
        "who wrote these articles?",
        "what are the documents about",
        "summary of the Lebanon story",
        "tldr",
        "ملخص التقرير",
    ],
)
async def test_who_asks_about_the_documents_as_such_is_shown_what_they_are(chat: Talk, words: str) -> None:
    reply = await chat.say(words)
    assert in_bold(reply)[0] == (await chat.say("/sources")).text.splitlines()[0]
    assert "Asharq Al-Awsat" in reply.text


async def test_who_finds_a_place_that_is_named_too(chat: Talk) -> None:
    assert in_bold(await chat.say("/who russia"))[0] == "Russia"
    assert in_bold(await chat.say("/who khazali"))[0] == "Qais Khazali"


@pytest.mark.parametrize(
    "words", ["news agency that quoted Carol's mother", "sources close to the Coordination Framework"]
)
async def test_who_asks_what_the_documents_tell_is_not(chat: Talk, words: str) -> None:
    assert (await chat.say(words)).text != (await chat.say("/sources")).text


@pytest.mark.parametrize(
    ("words", "shown"), [("59", "paragraph 59 of 86"), ("[58]", "paragraph 58 of 86"), ("iraq:999", "1 to 86")]
)
async def test_a_paragraph_by_its_number(chat: Talk, words: str, shown: str) -> None:
    assert shown in (await chat.say(words)).text


async def test_a_number_that_two_documents_have_is_a_choice(chat: Talk) -> None:
    answer = await chat.say("source 12")
    await chat.press(answer, labels(answer)[1])
    assert "paragraph 12 of 37" in answer.text


async def test_the_timeline_of_a_month_and_of_a_year(chat: Talk) -> None:
    november = await chat.say("/timeline November 2023")
    assert all(day in november.text for day in ("2 November", "3 November", "5 November", "14 November", "17 November"))
    assert "Harir" in (await chat.say("/timeline 2015")).text


async def test_find_lists_the_paragraphs_that_hold_the_word(chat: Talk) -> None:
    answer = await chat.say("/find drones")
    assert set(links(answer)) >= {"10", "37"}
    assert answer.text.count("drone") >= 2
    assert "38" not in links(answer), "that one speaks of rockets alone"
