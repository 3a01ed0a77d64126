"""What is wrong in the timeline, event by event."""

from pathlib import Path

import pytest

from briefs.reading.folder import read_folder
from tests.libraries import TIMELINE, line_of, make_library, swapped

FILE = "briefs/timeline.yaml"
GOOD_DATES = ["2021-05-03", "'2021-05-03'", "2021-05", "2021", "'2021'", "2020-02-29", "1989-12"]
BAD_DATES = {
    "3 May 2021": "expected an ISO date",
    "2021-5-3": "expected an ISO date",
    "05-2021": "expected an ISO date",
    "2021/05/03": "expected an ISO date",
    "2021-05-03T10:00": "expected an ISO date",
    "2021-05-03 10:00:00": "expected an ISO date",
    "20210503": "expected an ISO date",
    "21": "expected an ISO date",
    "-2021": "expected an ISO date",
    "'2021-02-30'": "is no date of the calendar",
    "'2021-13'": "is no date of the calendar",
    "'2021-00-10'": "is no date of the calendar",
    "'2023-02-29'": "is no date of the calendar",
    "'0000'": "is no date of the calendar",
    "[2021]": "expected an ISO date",
    "true": "expected an ISO date",
    "' '": "expected an ISO date",
}


@pytest.mark.parametrize("date", GOOD_DATES)
@pytest.mark.parametrize("field", ["date", "until"])
def test_a_good_date(tmp_path: Path, field: str, date: str) -> None:
    new = f"date: {date}" if field == "date" else f"date: 1900\n  until: {date}"
    content, faults = read_folder(make_library(tmp_path, timeline=swapped(TIMELINE, "date: 2021-05-03", new)))
    assert faults == []
    assert getattr(content.events[0], field) == date.strip("'")


@pytest.mark.parametrize(("date", "message"), BAD_DATES.items())
@pytest.mark.parametrize("field", ["date", "until"])
def test_a_bad_date(tmp_path: Path, field: str, date: str, message: str) -> None:
    new = f"date: {date}" if field == "date" else f"date: 1900\n  until: {date}"
    text = swapped(TIMELINE, "date: 2021-05-03", new)
    content, (fault,) = read_folder(make_library(tmp_path, timeline=text))
    assert (fault.file, fault.line) == (FILE, line_of(text, f"{field}: {date}"))
    assert fault.message.startswith(f"{field}: ")
    assert message in fault.message
    assert [event.id for event in content.events] == ["pier-opens"], "the sound event is read all the same"


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("precision: day", "precision: hour", "precision", "precision: expected one of 'day', 'about'"),
        ("  precision: day\n", "", "- id: crane", "precision: this field is required"),
        ("  title: The crane falls\n", "", "- id: crane", "title: this field is required"),
        ("id: crane-falls", "id: Crane falls", "- id: Crane", "id: expected the form"),
        ("says:", "say:", "say:", "say: no such field here"),
        ("people: [ada-quill]", "people: ada-quill", "people", "people: expected a list"),
        ("people: [ada-quill]", "line: 3", "line: 3", "line: no such field here"),
        ("people: [ada-quill]", "lines: {}", "lines: {}", "lines: "),
        ('notes: ["harbour:3"]', "notes: [three]", "notes", "notes.0: 'three' is not a citation such as iraq:58"),
        ("precision: day", "precision: day\n  date: 2022", "date: 2022", "the field 'date' stands twice"),
        ("topics: [crane]", "topics: [crane", "", "not valid YAML"),
    ],
)
def test_a_fault_of_an_event(tmp_path: Path, old: str, new: str, at: str, message: str) -> None:
    text = swapped(TIMELINE, old, new)
    _, faults = read_folder(make_library(tmp_path, timeline=text))
    faults = [fault for fault in faults if message in fault.message]
    assert len(faults) == 1
    assert faults[0].file == FILE
    if at:
        assert faults[0].line == line_of(text, at)


@pytest.mark.parametrize("text", ["id: crane-falls\n", "just words\n", "2021\n"])
def test_a_timeline_that_is_no_list(tmp_path: Path, text: str) -> None:
    _, (fault,) = read_folder(make_library(tmp_path, timeline=text))
    assert str(fault) == f"{FILE}:1: format: expected a list of events, each beginning with '- id: …'"


def test_an_entry_that_is_no_event(tmp_path: Path) -> None:
    text = TIMELINE + "- the crane falls\n"
    _, (fault,) = read_folder(make_library(tmp_path, timeline=text))
    assert fault.line == line_of(text, "- the crane falls")
    assert "expected an event with fields" in fault.message


@pytest.mark.parametrize("text", ["", "# nothing yet\n", None])
def test_no_events_are_no_fault(tmp_path: Path, text: str | None) -> None:
    content, faults = read_folder(make_library(tmp_path, timeline=text))
    assert (content.events, faults) == ([], [])


def test_the_faults_of_all_events_are_listed_at_once(tmp_path: Path) -> None:
    text = swapped(swapped(TIMELINE, "precision: day", "precision: d"), "precision: year", "precision: y")
    _, faults = read_folder(make_library(tmp_path, timeline=text))
    assert [fault.line for fault in faults] == [line_of(text, "precision: d"), line_of(text, "precision: y")]
