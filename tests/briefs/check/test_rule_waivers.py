"""Waivers stand beside what they let pass, with a reason; they are printed, and never shown."""

from pathlib import Path

import pytest

from briefs.check.run import run_check
from briefs.library import Library
from briefs.models.citations import parse_block
from tests.briefs.check.sound import CRANE, FILES, HARBOUR, TIMELINE, write_library, write_original
from tests.libraries import line_of, swapped

TOPIC = "briefs/topics/crane.md"
WAIVER = "<!-- waive supported: the town counts them so -->"
THIRTEEN = swapped(CRANE, "in the bolts for 12\nyears. [harbour:2]", "in the bolts for 13\nyears. [harbour:2]")


def test_a_waiver_beside_the_sentence_lets_it_pass_and_is_printed(tmp_path: Path) -> None:
    text = swapped(THIRTEEN, "years. [harbour:2]", f"years. [harbour:2] {WAIVER}")
    report = run_check(write_library(tmp_path, {TOPIC: text}))
    assert report.faults == ()
    expected = f"{TOPIC}:{line_of(text, 'A dock worker says')}: supported is waived: the town counts them so"
    assert list(map(str, report.waivers)) == [expected]
    assert expected in list(report.lines())


def test_a_waiver_beside_another_sentence_does_not_help(tmp_path: Path) -> None:
    text = swapped(THIRTEEN, "watched it fall. [harbour:1]", f"watched it fall. [harbour:1] {WAIVER}")
    rules = {fault.rule for fault in run_check(write_library(tmp_path, {TOPIC: text})).faults}
    assert rules == {"waivers", "supported"}


def test_a_waiver_of_another_rule_does_not_help(tmp_path: Path) -> None:
    text = swapped(THIRTEEN, "years. [harbour:2]", "years. [harbour:2] <!-- waive hedged: why not -->")
    rules = {fault.rule for fault in run_check(write_library(tmp_path, {TOPIC: text})).faults}
    assert rules == {"waivers", "supported"}


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("<!-- to do -->", "is no waiver"),
        ("<!-- waive supported -->", "is no waiver"),
        ("<!-- waive supported: -->", "is no waiver"),
        ("<!-- waive citations: it is so -->", "cannot be waived"),
        ("<!-- waive nonsense: it is so -->", "cannot be waived"),
        ("<!-- waive plain: it is so -->", "drop the waiver"),
    ],
)
def test_what_is_wrong_with_a_waiver(tmp_path: Path, comment: str, told: str) -> None:
    text = swapped(CRANE, "years. [harbour:2]", f"years. [harbour:2] {comment}")
    (fault,) = run_check(write_library(tmp_path, {TOPIC: text})).faults
    assert fault.rule == "waivers"
    assert told in fault.message


def test_a_comment_that_is_not_closed_is_a_fault_of_its_own(tmp_path: Path) -> None:
    for file, old in ((TOPIC, "years. [harbour:2]"), ("seeds/harbour.md", "Nine streets")):
        write_library(tmp_path, {**FILES, file: swapped(FILES[file], old, f"{old} <!-- waive supported: so")})
        assert any("a comment is not closed" in fault.message for fault in run_check(tmp_path).faults)


def test_waivers_in_documents_stand_beside_paragraphs_quotations_and_notes(tmp_path: Path) -> None:
    text = swapped(
        HARBOUR, "Mayor Ada Quill watched.", "Mayor Ada Quill watched. <!-- waive complete: nine is right -->"
    )
    text = swapped(text, "Nine streets heard", "Ten streets heard")
    text = swapped(text, "(of the bolts)", "(of the bolts) <!-- waive verbatim: she said so -->")
    text = swapped(text, "pull them out by", "pull 'em out by")
    crane = swapped(CRANE, "pull them out by", "pull 'em out by")
    crane = swapped(crane, "reached nine streets", "reached ten streets")
    changed = {"seeds/harbour.md": text, TOPIC: crane}
    report = run_check(write_library(tmp_path, changed), write_original(tmp_path))
    assert [f"{fault.rule}: {fault.message}" for fault in report.faults if fault.file != "seeds/harbour.md"] == []
    assert {waiver.rule for waiver in report.waivers} == {"complete", "verbatim"}


def test_waivers_in_yaml(tmp_path: Path) -> None:
    timeline = swapped(TIMELINE, "date: 1990", "date: 1991\n  waive: {days: the plate says so}")
    text = f"text: 'The old crane of Ormsby fell twelve times. [harbour:1] {WAIVER}'"
    timeline = swapped(timeline, "text: The old crane of Ormsby fell. [harbour:1]", text)
    report = run_check(write_library(tmp_path, {"briefs/timeline.yaml": timeline}))
    assert report.faults == ()
    assert {(waiver.rule, waiver.reason) for waiver in report.waivers} == {
        ("days", "the plate says so"),
        ("supported", "the town counts them so"),
    }


def test_an_item_as_a_whole_can_be_waived_in_its_front_matter(tmp_path: Path) -> None:
    text = swapped(CRANE, "related: []", "related: []\nwaive: {plain: two questions are all there is}")
    text = swapped(text, "  - Who shut the pier? [harbour:3]\n", "")
    assert run_check(write_library(tmp_path, {TOPIC: text})).faults == ()


def test_no_text_that_is_served_holds_a_waiver(tmp_path: Path) -> None:
    text = swapped(CRANE, "years. [harbour:2]", f"years. [harbour:2] {WAIVER}")
    seed = swapped(HARBOUR, "Nine streets heard the noise.", f"Nine streets heard the noise. {WAIVER}")
    seed = swapped(seed, "(of the bolts)", f"(of the bolts) {WAIVER}")
    library = Library.open(write_library(tmp_path, {TOPIC: text, "seeds/harbour.md": seed}))
    served = [block.text for topic in library.topics.values() for block in topic.blocks()]
    served += [paragraph.text for paragraph in library.paragraphs()]
    served += [f"{quote.text} {quote.context}" for quote in library.quotes.values()]
    assert not [one for one in served if "waive" in one or "<!--" in one]
    assert any("12 years" in one for one in served)


def test_a_waiver_splits_no_sentence_from_its_citation() -> None:
    (one, other) = parse_block(f"One. [a:1] {WAIVER} Two. [a:2]").sentences
    assert (one.text, one.cites, len(one.waivers)) == ("One.", ((("a", 1)),), 1)
    assert (other.text, other.cites, other.waivers) == ("Two.", ((("a", 2)),), ())
