"""What is wrong in a library as a whole, and files that cannot be read."""

import os
from pathlib import Path

import pytest

from briefs.faults import LibraryFaultsError
from briefs.library import Library
from briefs.reading.folder import MAX_FILE_BYTES, read_folder
from tests.libraries import ADA, BEES, CRANE, HARBOUR, TIMELINE, line_of, make_library, swapped


def test_a_sound_library_has_no_faults(tmp_path: Path) -> None:
    content, faults = read_folder(make_library(tmp_path))
    assert faults == []
    assert list(content.documents) == ["harbour", "orchard"]
    assert list(content.topics) == ["bees", "crane"]
    assert list(content.people) == ["ada-quill", "bruno-vale"]
    assert list(content.organisations) == ["harbour-board"]
    assert list(content.places) == ["ormsby"]
    assert [event.id for event in content.events] == ["crane-falls", "pier-opens"]


def test_all_faults_of_a_library_are_listed_at_once(tmp_path: Path) -> None:
    make_library(
        tmp_path,
        seeds={"harbour": swapped(HARBOUR, "[3] The", "[4] The")},
        topics={"crane": swapped(CRANE, "title:", "titel:"), "bees": swapped(BEES, "as_of: 2022", "as_of: x2022")},
        people={"ada-quill": "no front matter"},
        timeline=swapped(TIMELINE, "precision: day", "precision: hour"),
    )
    with pytest.raises(LibraryFaultsError) as caught:
        Library.open(tmp_path)
    files = [fault.file for fault in caught.value.faults]
    assert set(files) == {
        "seeds/harbour.md",
        "briefs/topics/crane.md",
        "briefs/topics/bees.md",
        "briefs/people/ada-quill.md",
        "briefs/timeline.yaml",
    }
    assert files == sorted(files)
    assert str(caught.value) == f"the library has {len(files)} faults"


def test_a_fault_reads_as_file_line_rule_and_message(tmp_path: Path) -> None:
    text = swapped(ADA, "role:", "rol:")
    _, faults = read_folder(make_library(tmp_path, people={"ada-quill": text}))
    assert (
        f"briefs/people/ada-quill.md:{line_of(text, 'rol:')}: format: rol: no such field here; check its spelling"
        in [str(fault) for fault in faults]
    )


@pytest.mark.parametrize("stem", ["Crane", "the crane", "crane_1", "-crane", "crane-", "a--b", "кран", "crane.old"])
def test_a_bad_file_name(tmp_path: Path, stem: str) -> None:
    _, (fault,) = read_folder(make_library(tmp_path, topics={stem: CRANE}))
    assert (fault.file, fault.line) == (f"briefs/topics/{stem}.md", 0)
    assert "expected small letters, digits and single hyphens" in fault.message


@pytest.mark.parametrize("stem", ["crane-2", "a", "2023", "a" * 48])
def test_a_good_file_name(tmp_path: Path, stem: str) -> None:
    content, faults = read_folder(make_library(tmp_path, topics={stem: CRANE}))
    assert faults == []
    assert stem in content.topics


@pytest.mark.parametrize(("folder", "text"), [("seeds", HARBOUR), ("briefs/topics", CRANE), ("briefs/people", ADA)])
def test_a_file_name_that_is_too_long_for_a_button(tmp_path: Path, folder: str, text: str) -> None:
    make_library(tmp_path)
    (tmp_path / folder / f"{'a' * 49}.md").write_text(text, encoding="utf-8")
    _, faults = read_folder(tmp_path)
    assert {fault.file for fault in faults} == {f"{folder}/{'a' * 49}.md"}
    assert "at most 48 characters" in faults[0].message


@pytest.mark.parametrize(("length", "sound"), [(36, True), (37, False)])
def test_a_documents_name_leaves_room_for_its_quotations(tmp_path: Path, length: int, *, sound: bool) -> None:
    text = HARBOUR.replace("harbour:", f"{'a' * length}:").replace("dock-worker", "another-worker")
    _, faults = read_folder(make_library(tmp_path, seeds={"a" * length: text}))
    assert (faults == []) is sound
    assert sound or "expected at most 36 characters" in faults[0].message


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    make_library(tmp_path)
    (tmp_path / "briefs/people/ada-quill.md").write_bytes(ADA.encode() + b"\n- caf\xe9\n")
    _, (fault,) = read_folder(tmp_path)
    assert (fault.file, fault.message) == ("briefs/people/ada-quill.md", "not UTF-8 text")
    assert fault.line == ADA.count("\n") + 2


def test_a_timeline_that_is_not_utf_8(tmp_path: Path) -> None:
    make_library(tmp_path)
    (tmp_path / "briefs/timeline.yaml").write_bytes(TIMELINE.encode("utf-16"))
    _, (fault,) = read_folder(tmp_path)
    assert (fault.file, fault.line, fault.message) == ("briefs/timeline.yaml", 1, "not UTF-8 text")


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    make_library(tmp_path)
    path = tmp_path / "briefs/people/ada-quill.md"
    path.write_text(ADA, encoding="utf-8")
    os.truncate(path, MAX_FILE_BYTES)
    assert all("larger" not in fault.message for fault in read_folder(tmp_path)[1])
    os.truncate(path, MAX_FILE_BYTES + 1)
    _, (fault,) = read_folder(tmp_path)
    assert (fault.file, fault.message) == ("briefs/people/ada-quill.md", "larger than 4 MiB")


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    make_library(tmp_path)
    (tmp_path / "briefs/people/somebody.md").mkdir()
    _, (fault,) = read_folder(tmp_path)
    assert fault.file == "briefs/people/somebody.md"
    assert "cannot be read" in fault.message


def test_a_link_to_a_file_that_is_gone(tmp_path: Path) -> None:
    make_library(tmp_path)
    (tmp_path / "briefs/people/somebody.md").symlink_to(tmp_path / "nowhere.md")
    _, (fault,) = read_folder(tmp_path)
    assert fault.file == "briefs/people/somebody.md"
    assert "cannot be read" in fault.message
    with pytest.raises(LibraryFaultsError) as refusal:
        Library.open(tmp_path)
    assert refusal.value.faults == (fault,)


@pytest.mark.parametrize("below", ["", "nowhere", "empty"])
def test_a_folder_that_is_no_library(tmp_path: Path, below: str) -> None:
    (tmp_path / "empty" / "seeds").mkdir(parents=True)
    _, (fault,) = read_folder(tmp_path / below)
    assert (fault.file, fault.line) == ("seeds", 0)
    assert "no document found: expected Markdown files in" in fault.message


def test_a_library_may_be_documents_alone(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/harbour.md").write_text(HARBOUR.replace("ada-quill", "dock-worker"), encoding="utf-8")
    library = Library.open(tmp_path)
    assert len(list(library.paragraphs())) == 3
    assert library.topics == {}


def test_other_files_in_a_library_are_left_alone(tmp_path: Path) -> None:
    make_library(tmp_path)
    for name in ("seeds/notes.txt", "briefs/README.md", "briefs/topics/.crane.md.swp", "briefs/__init__.py"):
        (tmp_path / name).write_text("not content", encoding="utf-8")
    assert read_folder(tmp_path)[1] == []
