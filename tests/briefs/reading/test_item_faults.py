"""What is wrong in a topic or profile: each fault names file, line and field and says what was expected."""

from pathlib import Path

import pytest

from briefs.faults import Fault
from briefs.reading.folder import read_folder
from tests.libraries import ADA, BOARD, CRANE, ORMSBY, line_of, make_library, swapped

# What is swapped for what in the topic; where the fault then stands; what it says.
TOPIC_FAULTS = [
    pytest.param("related:", "relatd:", "relatd", "relatd: no such field here", id="misspelled field"),
    pytest.param(
        "title: Ormsby's crane fell and nobody was hurt\n", "", "", "title: this field is required", id="missing field"
    ),
    pytest.param("title: Ormsby's", "title: 7 #", "title:", "title: expected a text (found 7)", id="number for a text"),
    pytest.param("title: Ormsby's crane fell and nobody was hurt", "title: ' '", "title:", "title: ", id="empty text"),
    pytest.param(
        "aliases: [the fallen crane]",
        "aliases: crane",
        "aliases",
        "aliases: expected a list (found 'crane')",
        id="text for a list",
    ),
    pytest.param(
        "aliases: [the fallen crane]",
        "aliases: [crane, 7]",
        "aliases",
        "aliases.1: expected a text",
        id="entry of a list",
    ),
    pytest.param(
        "people: [ada-quill]", "people: [Ada Quill]", "people", "people.0: expected the form", id="a name for an id"
    ),
    pytest.param("people: [ada-quill]", f"people: [{'a' * 49}]", "people", "people.0: ", id="too long an id"),
    pytest.param(
        "documents: [harbour]", "documents: []", "documents", "documents: expected at least 1 entry", id="empty list"
    ),
    pytest.param("as_of: 2021-05-03", "as_of: last spring", "as_of", "as_of: ", id="no date"),
    pytest.param("as_of: 2021-05-03", "as_of: 2021-02-30", "as_of", "as_of: ", id="no date of the calendar"),
    pytest.param(
        "related: [bees]",
        "related: [bees]\nid: crane",
        "id:",
        "id: this field comes from the file itself",
        id="id given",
    ),
    pytest.param(
        "related: [bees]",
        "related: [bees]\nlines: {}",
        "lines:",
        "lines: this field comes from the file itself",
        id="lines given",
    ),
    pytest.param(
        "related: [bees]",
        "related: [bees]\ntitle: Again",
        "title: Again",
        "the field 'title' stands twice",
        id="field twice",
    ),
    pytest.param("related: [bees]", "related: [bees", "", "not valid YAML", id="broken YAML"),
    pytest.param("related: [bees]", "related: [bees]\n\tx: 1", "\tx", "not valid YAML", id="tab in YAML"),
    pytest.param(
        "related: [bees]",
        "related: !!python/object/apply:os.getcwd []",
        "related",
        "not valid YAML",
        id="YAML that runs code",
    ),
    pytest.param(
        "related: [bees]", "? [a, b]\n: c", "", "expected a word as the name of a field", id="list as a field's name"
    ),
    pytest.param("related: [bees]", "related: &r [*r]", "", "", id="YAML that holds itself"),
    pytest.param("related: [bees]", "related: \x07", "", "not valid YAML", id="control character in YAML"),
    pytest.param(
        "## Source notes",
        "## Sources",
        "## Sources",
        "unknown heading 'Sources'; expected one of Summary, Key points",
        id="unknown heading",
    ),
    pytest.param(
        "## Key points\n\n- The pier was closed. [harbour:3]\n",
        "",
        "",
        "the section '## Key points' is missing",
        id="section missing",
    ),
    pytest.param(
        "- The pier was closed. [harbour:3]\n",
        "",
        "## Key points",
        "the section 'Key points' is empty",
        id="section empty",
    ),
    pytest.param(
        "## Source notes",
        "## Summary",
        "## Summary\n\n- [",
        "the heading 'Summary' is out of order",
        id="section twice",
    ),
    pytest.param(
        "## Summary",
        "Another line. [harbour:1]\n\n## Summary",
        "Another",
        "expected the bottom line alone before the first heading",
        id="two bottom lines",
    ),
    pytest.param(
        "The crane fell on 3 May 2021 and hurt nobody. [harbour:1,2]\n",
        "",
        "",
        "expected a first paragraph below the front matter",
        id="no bottom line",
    ),
]


@pytest.mark.parametrize(("old", "new", "at", "message"), TOPIC_FAULTS)
def test_a_fault_of_a_topic(tmp_path: Path, old: str, new: str, at: str, message: str) -> None:
    text = swapped(CRANE, old, new)
    fault = _only_fault(make_library(tmp_path, topics={"crane": text}))
    assert fault.file == "briefs/topics/crane.md"
    assert fault.rule == "format"
    assert message in fault.message
    if at:
        assert fault.line == line_of(text, at)


PROFILES = {"people/ada-quill": ADA, "organisations/harbour-board": BOARD, "places/ormsby": ORMSBY}
ENTITY_FAULTS = [
    pytest.param(
        "people/ada-quill",
        ("role: mayor of Ormsby [harbour:1]\n", ""),
        "",
        "role: this field is required",
        id="person without role",
    ),
    pytest.param(
        "people/ada-quill",
        ("kind: neighbour of, ", ""),
        "{to",
        "relations.0.kind: this field is required",
        id="relation without kind",
    ),
    pytest.param(
        "people/ada-quill",
        ('"harbour:1"', "paragraph one"),
        "{kind",
        "relations.0.cite: expected a citation such as iraq:58",
        id="relation without citation",
    ),
    pytest.param(
        "people/ada-quill", ("role:", "private: perhaps\nrole:"), "private", "private: ", id="neither true nor false"
    ),
    pytest.param(
        "people/ada-quill",
        ("role:", "within: [ormsby]\nrole:"),
        "within",
        "within: no such field here",
        id="field of another kind",
    ),
    pytest.param(
        "people/ada-quill",
        ("Ada Quill saw", "## What they do\n\nAda Quill saw"),
        "",
        "expected a first paragraph",
        id="heading first",
    ),
    pytest.param(
        "organisations/harbour-board",
        ("kind: agency", "kind: club"),
        "kind",
        "kind: expected one of 'armed faction'",
        id="kind of organisation",
    ),
    pytest.param(
        "organisations/harbour-board",
        ("kind: agency\n", ""),
        "",
        "kind: this field is required",
        id="organisation without kind",
    ),
    pytest.param(
        "places/ormsby", ("kind: town", "kind: hamlet"), "kind", "kind: expected one of 'country'", id="kind of place"
    ),
    pytest.param(
        "places/ormsby",
        ("kind: town", "kind: town\nrole: x [harbour:1]"),
        "role",
        "role: no such field here",
        id="place with a role",
    ),
]


@pytest.mark.parametrize(("profile", "swap", "at", "message"), ENTITY_FAULTS)
def test_a_fault_of_a_profile(tmp_path: Path, profile: str, swap: tuple[str, str], at: str, message: str) -> None:
    text = swapped(PROFILES[profile], *swap)
    make_library(tmp_path)
    (tmp_path / "briefs" / f"{profile}.md").write_text(text, encoding="utf-8")
    fault = _only_fault(tmp_path)
    assert fault.file == f"briefs/{profile}.md"
    assert message in fault.message
    if at:
        assert fault.line == line_of(text, at)


def test_an_unknown_heading_of_a_profile_names_those_there_are(tmp_path: Path) -> None:
    text = ADA + "\n## Summary\n\n- Ada Quill saw it. [harbour:1]\n"
    fault = _only_fault(make_library(tmp_path, people={"ada-quill": text}))
    assert fault.line == line_of(text, "## Summary")
    assert "expected one of What they do, What they say, What others say, Source notes" in fault.message


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "expected front matter"),
        ("Ada Quill saw it.\n", 1, "expected front matter"),
        ("\n---\nname: x\n---\n", 1, "expected front matter"),
        ("---\nname: Ada Quill\n", 1, "the front matter is not closed"),
        ("---\n---\nAda\n", 2, "expected fields such as"),
        ("---\n- a\n- b\n---\nAda\n", 2, "expected fields such as"),
        ("---\njust words\n---\nAda\n", 2, "expected fields such as"),
    ],
)
def test_front_matter_that_is_none(tmp_path: Path, text: str, line: int, message: str) -> None:
    fault = _only_fault(make_library(tmp_path, people={"ada-quill": text}))
    assert (fault.file, fault.line) == ("briefs/people/ada-quill.md", line)
    assert message in fault.message


def test_several_faults_of_one_file_are_all_listed(tmp_path: Path) -> None:
    text = swapped(swapped(CRANE, "as_of: 2021-05-03", "as_of: then"), "related:", "relatd:")
    text = swapped(text, "## Key points", "## Points")
    _, faults = read_folder(make_library(tmp_path, topics={"crane": text}))
    assert {fault.line for fault in faults} == {
        0,
        line_of(text, "as_of"),
        line_of(text, "relatd"),
        line_of(text, "## Points"),
    }


@pytest.mark.parametrize("text", [ADA, "\ufeff" + ADA, ADA.replace("\n", "\r\n"), ADA.rstrip("\n")])
def test_good_files_of_any_editor(tmp_path: Path, text: str) -> None:
    make_library(tmp_path)
    (tmp_path / "briefs/people/ada-quill.md").write_bytes(text.encode())
    content, faults = read_folder(tmp_path)
    assert faults == []
    assert content.people["ada-quill"].lead.text == "Ada Quill saw the crane fall."


def _only_fault(folder: Path) -> Fault:
    _, faults = read_folder(folder)
    assert len(faults) == 1, [str(fault) for fault in faults]
    return faults[0]
