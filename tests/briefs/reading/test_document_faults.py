"""What is wrong in a document: numbering, quotations, sourcing, notes."""

from pathlib import Path

import pytest

from briefs.faults import Fault
from briefs.models import ParagraphId, SourcingKind
from briefs.reading.folder import read_folder
from tests.libraries import HARBOUR, line_of, make_library, swapped

QUOTE = '> "We will build a better one" — ada-quill'
SOURCE = "Source: narrator"
FORM_OF_A_QUOTE = 'expected a quotation of the form: > "words" — speaker-id (context)'
FORM_OF_A_SOURCE = "expected Source: and one of named, public, anonymous, narrator"


@pytest.mark.parametrize(
    "bad",
    [
        '> "We will build a better one"',
        "> We will build a better one — ada-quill",
        '> "We will build a better one — ada-quill',
        '> "We will build a better one" - ada-quill',
        '> "We will build a better one" — Ada Quill',
        '> "We will build a better one" — ada-quill (of the crane',
        '> "" — ada-quill',
        '> "We will build a better one" — ',
        ">",
        f'> "We will build a better one" — {"a" * 49}',
    ],
)
def test_a_malformed_quotation(tmp_path: Path, bad: str) -> None:
    fault = _only_fault(tmp_path, text := swapped(HARBOUR, QUOTE, bad))
    assert fault.line == line_of(text, "by hand") + 1
    assert FORM_OF_A_QUOTE in fault.message or "48" in fault.message


@pytest.mark.parametrize(
    ("good", "speaker", "context"),
    [
        (QUOTE, "ada-quill", None),
        ("> “We will build a better one” — ada-quill", "ada-quill", None),
        ('>"We will build a better one" — ada-quill (to the council)', "ada-quill", "to the council"),
        ('> "We will build a better one"  —  dock-worker ', "dock-worker", None),
    ],
)
def test_a_good_quotation(tmp_path: Path, good: str, speaker: str, context: str | None) -> None:
    content, faults = read_folder(make_library(tmp_path, seeds={"harbour": swapped(HARBOUR, QUOTE, good)}))
    assert faults == []
    quote = content.documents["harbour"].paragraphs[1].quotes[1]
    assert (quote.id, quote.text, quote.speaker, quote.context) == (
        "harbour-2-2",
        "We will build a better one",
        speaker,
        context,
    )


@pytest.mark.parametrize(
    "bad",
    [
        "Source:",
        "Source: rumour",
        "Source: Narrator",
        "Source: named - ada-quill",
        "Source: named — Ada Quill",
        "Source: named — ada-quill;",
        "Source: named — ",
        f"Source: named — {'a' * 49}",
    ],
)
def test_malformed_sourcing(tmp_path: Path, bad: str) -> None:
    fault = _only_fault(tmp_path, text := swapped(HARBOUR, SOURCE, bad))
    assert fault.line == line_of(text, "[3]") + 1
    assert FORM_OF_A_SOURCE in fault.message or "48" in fault.message


@pytest.mark.parametrize(
    ("good", "kinds"),
    [
        ("Source: narrator", ["narrator"]),
        ("Source: named — ada-quill", ["named"]),
        ("Source: public", ["public"]),
        ("Source: named — ada-quill, dock-worker; narrator", ["named", "narrator"]),
    ],
)
def test_good_sourcing(tmp_path: Path, good: str, kinds: list[str]) -> None:
    content, faults = read_folder(make_library(tmp_path, seeds={"harbour": swapped(HARBOUR, SOURCE, good)}))
    assert faults == []
    sourcing = content.documents["harbour"].paragraphs[2].sourcing
    assert [one.kind for one in sourcing] == [SourcingKind(kind) for kind in kinds]


@pytest.mark.parametrize(
    ("old", "new", "expected", "found"),
    [("[1] On", "[0] On", 1, 0), ("[2] Nobody", "[1] Nobody", 2, 1), ("[2] Nobody", "[5] Nobody", 2, 5)],
)
def test_paragraphs_out_of_order(tmp_path: Path, old: str, new: str, expected: int, found: int) -> None:
    text = swapped(HARBOUR, old, new)
    _, faults = read_folder(make_library(tmp_path, seeds={"harbour": text}))
    assert faults[0].file == "seeds/harbour.md"
    assert faults[0].line == line_of(text, new)
    assert faults[0].message == f"expected paragraph [{expected}] here, found [{found}]"


def test_words_before_the_first_paragraph(tmp_path: Path) -> None:
    fault = _only_fault(tmp_path, text := swapped(HARBOUR, "## The crane", "Once upon a time"))
    assert fault.line == line_of(text, "Once upon")
    assert "expected a heading (## …) or a paragraph ([1] …) first" in fault.message


def test_two_source_notes(tmp_path: Path) -> None:
    fault = _only_fault(tmp_path, text := HARBOUR + "Note: Another.\n")
    assert fault.line == line_of(text, "Note: Another")
    assert "one source note" in fault.message


FRONT_MATTER_FAULTS = [
    pytest.param("publisher: The Ormsby Post\n", "", "", "publisher: this field is required", id="no publisher"),
    pytest.param("as_of: 2021-05-03\n", "", "", "as_of: this field is required", id="no date"),
    pytest.param("publisher:", "publishr:", "publishr", "publishr: no such field", id="misspelled"),
    pytest.param("published: 2021-05-04", "published: in May", "published", "published: ", id="no date at all"),
    pytest.param("language: en", "language: English", "language", "language: expected the form", id="language"),
    pytest.param("kind: full", "kind: excerpt", "kind", "kind: expected one of 'digest' or 'full'", id="kind"),
    pytest.param(
        "kind: full", "kind: full\nparagraphs: []", "paragraphs: []", "comes from the file itself", id="reserved"
    ),
    pytest.param(
        "paragraphs: [2]}", "paragraphs: []}", "{id", "sources.0.paragraphs: expected at least 1", id="nowhere"
    ),
    pytest.param("paragraphs: [2]}", "paragraphs: two}", "{id", "sources.0.paragraphs: expected a list", id="word"),
    pytest.param("{id: dock-worker", "{id: Dock worker", "{id", "sources.0.id: expected the form", id="source's id"),
    pytest.param("kind: full", "kind: full\nreading_grade: -1", "reading_grade", "reading_grade: ", id="grade"),
]


@pytest.mark.parametrize(("old", "new", "at", "message"), FRONT_MATTER_FAULTS)
def test_front_matter_of_a_document(tmp_path: Path, old: str, new: str, at: str, message: str) -> None:
    text = swapped(HARBOUR, old, new)
    _, faults = read_folder(make_library(tmp_path, seeds={"harbour": text}))
    assert all(fault.file == "seeds/harbour.md" for fault in faults)
    assert any(message in fault.message for fault in faults), faults
    if "publishr" in new:
        faults = [fault for fault in faults if "publishr" in fault.message]
    assert len(faults) == 1
    if at:
        assert faults[0].line == line_of(text, at)


def test_a_document_without_paragraphs(tmp_path: Path) -> None:
    text = HARBOUR[: HARBOUR.index("## The crane")]
    fault = _only_fault(tmp_path, text)
    assert "paragraphs: expected at least 1 entry" in fault.message


def test_what_a_good_document_holds(tmp_path: Path) -> None:
    content, faults = read_folder(make_library(tmp_path))
    assert faults == []
    document = content.documents["harbour"]
    first, second, third = document.paragraphs
    assert (first.id, first.heading, third.heading) == (ParagraphId("harbour", 1), "The crane", "Afterwards")
    assert first.text.startswith("On 3 May 2021 the old crane")
    assert [quote.speaker for quote in second.quotes] == ["dock-worker", "ada-quill"]
    assert second.sourcing[0].sources == ("dock-worker",)
    assert third.note is not None
    assert third.note.cites == (ParagraphId("harbour", 3),)
    assert document.line_of("sources", 0) == line_of(HARBOUR, "{id")


def test_a_paragraph_may_run_over_several_lines(tmp_path: Path) -> None:
    text = swapped(HARBOUR, "Nobody was hurt. ", "Nobody was hurt.\n")
    content, faults = read_folder(make_library(tmp_path, seeds={"harbour": text}))
    assert faults == []
    assert content.documents["harbour"].paragraphs[1].text.split("\n")[0] == "Nobody was hurt."


def _only_fault(folder: Path, text: str) -> Fault:
    _, faults = read_folder(make_library(folder, seeds={"harbour": text}))
    assert len(faults) == 1, [str(fault) for fault in faults]
    assert faults[0].file == "seeds/harbour.md"
    assert faults[0].rule == "format"
    return faults[0]
