"""The rules that hold a digest against its original."""

from pathlib import Path

import pytest

from briefs.check.originals.original import read_original
from briefs.check.run import run_check
from briefs.faults import FormError
from tests.briefs.check.sound import FILES, ORIGINAL, write_library, write_original
from tests.libraries import swapped

SEED = "seeds/harbour.md"
TOPIC = "briefs/topics/crane.md"
BREACHES = [
    ("complete", SEED, "Nine streets heard", "Some streets heard", "drops the number 'nine'"),
    ("complete", SEED, "Nine streets heard", "All nine streets and 14 dogs heard", "adds the number '14'"),
    ("complete", SEED, "on 3 May 2021, when", "on 4 May 2021, when", "adds the date '4 May 2021'"),
    ("complete", SEED, "for 12 years", "for 13 years", "drops the number '12'"),
    ("complete", SEED, "when Ormsby lost", "when the town lost", "drops the name 'Ormsby'"),
    ("complete", SEED, "when Ormsby lost", "when Ormsby in Calder lost", "adds the name 'Calder'"),
    ("complete", SEED, "is not likely to reopen", "will not reopen", "drops the doubt in 'likely'"),
    ("complete", SEED, 'at the "iron corpse"', "at it", 'drops the quotation "iron corpse"'),
    ("complete", SEED, '> "I saw it from my window" — ada-quill (of the crane)\n', "", "drops the quotation"),
    ("complete", SEED, "title: The harbour of Ormsby", "title: The pier of Ormsby", "the title is"),
    ("complete", SEED, "date: 2021-05-04\n", "date: 2021-05-05\n", "the caption drops the date"),
    ("verbatim", SEED, "from my window", "through my window", "is not quoted so in [harbour:1]"),
    ("verbatim", SEED, '"iron corpse"', '"metal corpse"', "does not stand so in [harbour:4]"),
    ("verbatim", "briefs/timeline.yaml", '"in 1990"', '"in the year 1990"', "is not what the text says"),
    (
        "own-words",
        TOPIC,
        "watched it fall.",
        "saw the old crane came down with a noise that could be heard.",
        "words in a row are the original's",
    ),
]


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: f"{breach[0]}: {breach[4]}")
def test_a_breach_is_told(tmp_path: Path, breach: tuple[str, str, str, str, str]) -> None:
    rule, file, old, new, told = breach
    write_library(tmp_path, {file: swapped(FILES[file], old, new)})
    faults = [fault.message for fault in run_check(tmp_path, write_original(tmp_path)).faults if fault.rule == rule]
    assert any(told in fault for fault in faults), faults


def test_without_the_original_these_rules_are_silent(tmp_path: Path) -> None:
    write_library(tmp_path, {SEED: swapped(FILES[SEED], "for 12 years", "for 12 years and 4 months")})
    assert run_check(tmp_path).faults == ()


def test_seven_words_are_warned_of_and_eight_are_a_fault(tmp_path: Path) -> None:
    originals = write_original(tmp_path)
    for words, faults, warnings in (
        ("came down with a noise that could", 0, 1),
        ("came down with a noise that could be", 1, 0),
        ("came down with a noise", 0, 0),
    ):
        text = swapped(FILES[TOPIC], "watched it fall.", f"saw how it {words}.")
        report = run_check(write_library(tmp_path, {TOPIC: text}), originals)
        of_rule = [fault for fault in report.faults if fault.rule == "own-words"]
        assert (len(of_rule), len(report.warnings)) == (faults, warnings), words


def test_names_do_not_count_as_words_that_are_shared(tmp_path: Path) -> None:
    text = swapped(FILES[TOPIC], "watched it fall.", 'said so, "from my window": Mayor Ada Quill.')
    assert run_check(write_library(tmp_path, {TOPIC: text}), write_original(tmp_path)).warnings == ()


def test_a_full_text_may_share_all_its_words(tmp_path: Path) -> None:
    text = swapped(FILES[SEED], "short: Harbour", "short: Harbour\nkind: full")
    text = swapped(
        text, "Nine streets heard the noise.", "It came down with a noise that could be heard nine streets away."
    )
    report = run_check(write_library(tmp_path, {SEED: text}), write_original(tmp_path))
    assert [fault for fault in report.faults if fault.rule == "own-words"] == []


def test_paragraphs_that_are_missing_or_added(tmp_path: Path) -> None:
    more = write_original(tmp_path, f"{ORIGINAL}\n[5] Gulls came.\n")
    assert any("[5] is missing" in fault.message for fault in run_check(write_library(tmp_path), more).faults)
    less = write_original(tmp_path, ORIGINAL[: ORIGINAL.index("[4]")])
    assert any("no paragraph [4]" in fault.message for fault in run_check(write_library(tmp_path), less).faults)


def test_an_original_is_read_with_its_parts(tmp_path: Path) -> None:
    original = read_original(write_original(tmp_path)["harbour"])
    assert original.title == "The harbour of Ormsby"
    assert original.subtitle == "What fell, and why"
    assert len(original.captions) == 1
    assert list(original.paragraphs) == [1, 2, 3, 4]
    assert original.paragraphs[1].endswith("Mayor Ada Quill said.")


@pytest.mark.parametrize("text", ["", "# A title only\n"])
def test_an_original_without_paragraphs(tmp_path: Path, text: str) -> None:
    with pytest.raises(FormError, match="no paragraph found"):
        read_original(write_original(tmp_path, text)["harbour"])


def test_originals_that_cannot_be_read_are_faults(tmp_path: Path) -> None:
    write_library(tmp_path)
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\xff\xfe\x00")
    for originals, told in (
        ({"harbour": tmp_path / "missing.txt"}, "No such file"),
        ({"harbour": binary}, "not UTF-8"),
        ({"harbor": binary}, "there is no document 'harbor'"),
    ):
        (fault,) = run_check(tmp_path, originals).faults
        assert fault.rule == "original"
        assert told in fault.message
