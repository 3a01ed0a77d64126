import json
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.search import storage
from briefs.search.storage import UnusableFileError, read_tables, write_tables

TABLES = {"numbers": array("I", range(1000)), "text": b"abc" * 100, "empty": array("I")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_tables(tmp_path / "some.tables", "test", "source", TABLES)
    return tmp_path / "some.tables"


def test_tables_come_back_as_they_were_written(path: Path) -> None:
    found = read_tables(path, "test", "source")
    assert list(found["numbers"]) == list(range(1000))
    assert bytes(found["text"]) == b"abc" * 100
    assert len(found["empty"]) == 0


@pytest.mark.parametrize(("kind", "source"), [("other", "source"), ("test", "other")])
def test_a_file_of_something_else_is_not_used(path: Path, kind: str, source: str) -> None:
    with pytest.raises(UnusableFileError):
        read_tables(path, kind, source)


def test_a_file_of_another_version_is_not_used(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "VERSION", storage.VERSION + 1)
    with pytest.raises(UnusableFileError, match="version"):
        read_tables(path, "test")


@given(st.data())
def test_one_changed_byte_is_noticed_wherever_it_counts(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("tables") / "some.tables"
    write_tables(path, "test", "source", TABLES)
    written = bytearray(path.read_bytes())
    header = 16 + int(written[:8], 16)
    entry = json.loads(bytes(written[16:header]))["tables"][0]
    start = -(-header // storage.ALIGNMENT) * storage.ALIGNMENT
    place = data.draw(st.one_of(st.integers(0, header - 1), st.integers(start, start + entry["bytes"] - 1)))
    written[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(written))
    with pytest.raises(UnusableFileError):
        read_tables(path, "test", "source")


@given(st.floats(0, 0.99))
def test_a_file_cut_short_is_noticed(tmp_path_factory: pytest.TempPathFactory, share: float) -> None:
    path = tmp_path_factory.mktemp("tables") / "some.tables"
    write_tables(path, "test", "source", TABLES)
    written = path.read_bytes()
    path.write_bytes(written[: int(len(written) * share)])
    with pytest.raises(UnusableFileError):
        read_tables(path, "test", "source")


@given(st.binary(max_size=400))
def test_a_foreign_file_is_noticed(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("tables") / "some.tables"
    path.write_bytes(content)
    with pytest.raises(UnusableFileError):
        read_tables(path, "test")


def test_no_file_is_unusable_too(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError):
        read_tables(tmp_path / "none", "test")


def test_writing_leaves_no_scratch_behind(path: Path) -> None:
    assert list(path.parent.iterdir()) == [path]
