import shutil
import stat
from pathlib import Path

import pytest

from briefs.library import Library
from briefs.models import Kind
from briefs.search.answer import Outcome
from briefs.search.cache import MANIFEST, build, compiled_for, source_of
from briefs.search.compiled import TEXTS_FILE
from briefs.search.engine import SearchEngine
from briefs.search.names.files import FILE as NAMES_FILE
from briefs.snapshot import FOLDER
from tests.libraries import make_library


@pytest.fixture
def own(tmp_path: Path) -> Library:
    """A library in a folder that tests may write to."""
    return Library.open(make_library(tmp_path))


def compiled_folders(library: Library) -> list[Path]:
    return sorted(path.parent for path in (library.folder / FOLDER).glob(f"*/{MANIFEST}"))


def answers(library: Library) -> list[str]:
    engine = SearchEngine(compiled_for(library))
    found = (engine.search(query, frozenset(Kind)) for query in ("ada quill", "was anybody hurt when the crane fell"))
    return [answer.results[0].id for answer in found]


def test_the_first_search_compiles_and_the_next_one_opens(own: Library) -> None:
    expected = answers(own)
    (folder,) = compiled_folders(own)
    written = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert answers(own) == expected
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == written


@pytest.mark.parametrize("file", [MANIFEST, TEXTS_FILE, NAMES_FILE])
@pytest.mark.parametrize("damage", ["changed", "cut", "missing", "foreign"])
def test_a_damaged_file_is_built_anew(own: Library, file: str, damage: str) -> None:
    expected = answers(own)
    (folder,) = compiled_folders(own)
    sound = (folder / file).read_bytes()
    content = bytearray(sound)
    if damage == "changed":
        content[len(content) // 2] ^= 1
    damaged = {"cut": bytes(content[:50]), "foreign": b"foreign"}
    (folder / file).write_bytes(damaged.get(damage, bytes(content)))
    if damage == "missing":
        (folder / file).unlink()
    assert answers(own) == expected
    assert len((folder / file).read_bytes()) == len(sound)


def test_changed_content_is_compiled_to_another_folder(own: Library) -> None:
    answers(own)
    topic = own.folder / "briefs" / "topics" / "crane.md"
    before = source_of(own)
    text = topic.read_text(encoding="utf-8")
    topic.write_text(text.replace("aliases: [", "aliases: [the zeppelin affair, ", 1), encoding="utf-8")
    changed = Library.open(own.folder)
    assert source_of(changed) != before
    assert changed.search("the zeppelin affair").results[0].id == "crane"
    assert own.search("the zeppelin affair").outcome is Outcome.NOTHING


def test_old_contents_are_tidied_away(own: Library) -> None:
    folder = build(own)
    for number in range(4):
        shutil.copytree(folder, folder.parent / f"old-{number}")
    shutil.rmtree(folder)
    build(own)
    assert len(compiled_folders(own)) == 2
    assert folder in compiled_folders(own)


def test_where_nothing_can_be_written_search_works_all_the_same(own: Library) -> None:
    shutil.rmtree(own.folder / FOLDER, ignore_errors=True)
    (own.folder / FOLDER).parent.mkdir(exist_ok=True)
    # A file stands where the folder would be: even root cannot write below it.
    (own.folder / FOLDER).write_text("in the way", encoding="utf-8")
    assert own.search("ada quill").results[0].id == "ada-quill"
    assert (own.folder / FOLDER).read_text(encoding="utf-8") == "in the way"


def test_others_may_read_what_was_compiled(own: Library) -> None:
    folder = build(own)
    assert stat.S_IMODE(folder.stat().st_mode) & stat.S_IXGRP
    assert all(path.stat().st_mode & stat.S_IRGRP for path in folder.iterdir())
