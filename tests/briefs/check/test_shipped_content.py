"""The library that ships keeps every rule."""

from briefs.check.run import run_check
from briefs.library import SHIPPED
from tests.briefs.check.shipped import ORIGINALS, shipped


def test_the_shipped_library_keeps_every_rule_and_needs_no_waiver() -> None:
    report = run_check(SHIPPED, ORIGINALS)
    assert list(map(str, [*report.faults, *report.warnings, *report.waivers])) == []
    assert report.figures is not None
    for figures in report.figures.documents.values():
        assert figures.cited == figures.paragraphs


def test_there_are_source_notes_on_what_cannot_be_right() -> None:
    counts = {
        identifier: sum(paragraph.note is not None for paragraph in document.paragraphs)
        for identifier, document in shipped().content.documents.items()
    }
    assert counts["iraq"] > 10
    assert counts["lebanon"] > 4
