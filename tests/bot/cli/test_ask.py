"""`mujaz ask`: text for people, JSON for programs, and no Telegram in the process."""

import gc
import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli.ask import answer_questions, as_dict, as_text
from briefs.library import Library
from briefs.models import Kind, ParagraphId
from tests.bot.cli.processes import ended, start

QUESTIONS = (
    "qasim sulaymani\n\n   \nblinken vest\nrecipe for lentil soup\n<b>&lt;\u202e😀\n" + "x" * 10_000 + "\nمقتدى الصدر"
)
WITHOUT_TELEGRAM = """
import sys
from bot.cli.main import app
try:
    app(["ask", *sys.argv[1:]])
finally:
    print(sorted(name for name in sys.modules if name.partition(".")[0] in {"telegram", "httpx"}), file=sys.stderr)
"""


def test_one_question_is_answered_without_telegram(tmp_path: Path) -> None:
    done = ended(start("blinken", "vest", script=WITHOUT_TELEGRAM, folder=tmp_path))
    assert done.status == 0
    assert done.out.startswith("Blinken came to Baghdad by night in a bulletproof vest (topic)\n")
    assert done.err == "[]\n", "modules of Telegram were imported"


def test_each_line_of_input_is_one_line_of_json(tmp_path: Path) -> None:
    done = ended(start("ask", "--json", "-", folder=tmp_path), QUESTIONS)
    assert (done.status, done.err) == (0, "")
    answers = [json.loads(line) for line in done.out.splitlines()]
    asked = [line.strip() for line in QUESTIONS.splitlines() if line.strip()]
    assert [answer["query"] for answer in answers] == asked
    for answer in answers:
        assert_contract(answer)
    outcomes = [answer["outcome"] for answer in answers]
    assert outcomes[:2] == ["answer", "answer"]
    assert outcomes[2] == "nothing"
    assert answers[0]["results"][0]["id"] == "qassem-soleimani"
    assert answers[1]["results"][0]["id"] == "blinken-in-a-vest"


def assert_contract(answer: dict[str, Any]) -> None:
    """Holds one line of JSON to design.md."""
    assert list(answer) == ["query", "outcome", "results"]
    assert answer["outcome"] in {"answer", "choices", "nothing"}
    assert answer["outcome"] != "answer" or answer["results"]
    for result in answer["results"]:
        assert list(result) == ["kind", "id", "title", "score", "cites", "why"]
        assert result["kind"] in set(Kind)
        assert 0 <= result["score"] <= 1
        assert result["title"]
        assert result["why"]
        for cite in result["cites"]:
            assert str(ParagraphId.parse(cite)) == cite
    if answer["outcome"] == "nothing":
        assert {result["kind"] for result in answer["results"]} <= {"topic"}


@pytest.mark.parametrize("question", ["qasim sulaymani", "hezbollah", "lentil soup", "", "😀", "golden age", "iraq:58"])
def test_the_contract_of_json(library: Library, question: str) -> None:
    answer = as_dict(question, library.search(question))
    assert answer["query"] == question
    assert_contract(json.loads(json.dumps(answer)))


def test_an_answer_in_text_gives_the_bottom_line_and_a_paragraph(library: Library) -> None:
    shown = "\n".join(as_text(library, library.search("blinken vest")))
    assert shown.startswith("Blinken came to Baghdad by night in a bulletproof vest (topic)\n")
    assert "[iraq:58, iraq:59]" in shown


def test_an_answer_to_a_question_in_other_words_names_what_else_there_is(library: Library) -> None:
    shown = "\n".join(as_text(library, library.search("what did sudani tell blinken about pressure")))
    assert "See also: " in shown


def test_choices_in_text_are_a_list(library: Library) -> None:
    first, *others = as_text(library, library.search("mousawi", {Kind.PERSON}))
    assert first == "“mousawi” may mean:"
    assert {line.strip() for line in others} == {"person: Mohammad Mousawi", "person: Suzan Mousawi"}


def test_nothing_in_text_is_said_plainly(library: Library) -> None:
    first, *_ = as_text(library, library.search("recipe for lentil soup"))
    assert first == "The documents say nothing on “recipe for lentil soup”."


def test_garbage_is_collected_while_questions_are_answered() -> None:
    gc.disable()  # as when the command starts
    try:
        answer_questions(["blinken"], as_json=True)
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.enable()


@pytest.mark.parametrize("query", [[""], [" "], ["😀"], ["\u202e", "<b>"]])
def test_odd_questions_are_answered_too(capsys: pytest.CaptureFixture[str], query: list[str]) -> None:
    assert answer_questions(query, as_json=False) == 0
    assert capsys.readouterr().out.strip()
