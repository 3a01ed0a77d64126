import json
from pathlib import Path

from briefs.check.run import run_check
from tests.briefs.check.sound import CRANE, write_library, write_original
from tests.libraries import swapped

TOPIC = "briefs/topics/crane.md"


def test_the_lines_of_a_report(tmp_path: Path) -> None:
    text = swapped(CRANE, "reached nine", "reached ten")
    report = run_check(write_library(tmp_path, {TOPIC: text}), write_original(tmp_path))
    lines = list(report.lines())
    assert lines[0] == f"{TOPIC}:25: supported: 'ten' does not stand in [harbour:1]: drop it"
    assert lines[1] == (
        "harbour: 4 of 4 paragraphs cited by topics (100%), 2 quotes, 1 source note, compared with the original"
    )
    assert lines[-1] == "1 fault, 0 warnings, 0 waivers"
    assert lines[1:] == list(report.summary())
    assert not report.passed


def test_a_report_as_json(tmp_path: Path) -> None:
    report = run_check(write_library(tmp_path))
    written = json.loads(json.dumps(report.as_dict()))
    assert written["passed"] is True
    assert written["faults"] == written["warnings"] == written["waivers"] == []
    harbour = written["figures"]["documents"]["harbour"]
    assert harbour == {
        "paragraphs": 4,
        "cited": 4,
        "quotes": 2,
        "notes": 1,
        "sourcing": {"named": 1, "public": 1, "anonymous": 1, "narrator": 3},
        "compared": False,
    }
    assert written["figures"]["topics"] == 1


def test_faults_of_form_come_alone(tmp_path: Path) -> None:
    report = run_check(write_library(tmp_path, {TOPIC: swapped(CRANE, "title:", "titel:")}))
    assert {fault.rule for fault in report.faults} == {"format"}
    assert report.figures is None
    assert list(report.summary()) == [f"{len(report.faults)} faults, 0 warnings, 0 waivers"]


def test_an_empty_folder_is_a_fault_not_an_error(tmp_path: Path) -> None:
    assert not run_check(tmp_path).passed
