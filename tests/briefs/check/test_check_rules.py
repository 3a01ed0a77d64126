"""Each rule: a sound library passes it, and one change breaks it, in the place and for the reason that is told."""

from pathlib import Path

import pytest

from briefs.check.editorial import EDITORIAL_RULES, EXPLANATIONS
from briefs.check.rules import RULES
from briefs.check.run import explain, run_check
from tests.briefs.check.sound import FILES, write_library, write_original
from tests.libraries import line_of, swapped

Breach = tuple[str, str, str, str, str]
"""Rule, file, what is replaced, by what, and what the fault says."""
TOPIC = "briefs/topics/crane.md"
SEED = "seeds/harbour.md"
TIMELINE = "briefs/timeline.yaml"
TILDA = "briefs/people/tilda-moss.md"
ADA = "briefs/people/ada-quill.md"

BREACHES: list[Breach] = [
    ("references", TOPIC, "places: [ormsby", "places: [ormsbi", "did you mean 'ormsby'?"),
    ("citations", TOPIC, "nine streets.\n[harbour:1]", "nine streets.\n[harbour:9]", "paragraphs 1 to 4"),
    ("citations", TOPIC, "nine streets.\n[harbour:1]", "nine streets.\n[harbor:1]", "no document 'harbor'"),
    ("speakers", SEED, '" — ada-quill', '" — ada-quil', "did you mean 'ada-quill'?"),
    ("aliases", TOPIC, "aliases: [the fallen crane]", "aliases: [the mayor]", "also belongs to"),
    ("cited", TOPIC, "years. [harbour:2]", "years. It was red. [harbour:2]", "has no citation"),
    ("cited", TOPIC, " nine streets.\n[harbour:1]", " nine streets.", "has no citation"),
    ("cited", TOPIC, "- [harbour:3]", "- The year may be wrong.", "names its paragraph"),
    ("supported", TOPIC, "Mayor Ada Quill watched", "Mayor Ava Quill watched", "'Ava' does not stand in [harbour:1]"),
    ("supported", TOPIC, "in the bolts for 12", "in the bolts for 13", "'13' does not stand in [harbour:2]: drop it"),
    ("supported", TOPIC, "reached nine", "reached twelve", "'twelve' does not stand in [harbour:1]: cite [harbour:2]"),
    ("supported", TOPIC, "Bottom line: On 3 May 2021", "Bottom line: On 4 May 2020", "'4 May 2020' does not stand"),
    ("supported", TOPIC, "until June", "until July", "'July' does not stand in [harbour:3]"),
    ("supported", TIMELINE, "old crane of Ormsby fell", "ship sank", "nothing of this sentence stands in [harbour:1]"),
    ("supported", TOPIC, "title: Ormsby's old crane", "title: Calder's old crane", "'Calder' does not stand"),
    ("placed", TOPIC, "watched it fall. [harbour:1]", "watched it fall. [harbour:3]", "[harbour:1] holds more"),
    (
        "attributed",
        TOPIC,
        "A dock worker says that rust",
        "It is said that rust",
        "a dock worker who asked not to be named",
    ),
    ("attributed", TOPIC, "A dock worker says that rust", "Dock workers say that rust", "known only from"),
    ("attributed", TOPIC, "A dock worker says that rust", "A former dock worker says that rust", "known only from"),
    ("attributed", TOPIC, "watched it fall. [", "watched it fall, says somebody unnamed. [", "does not rest on"),
    ("spoken", SEED, 'by hand" — dock-worker', 'by hand" — ada-quill', "does not rest on 'ada-quill'"),
    ("spoken", SEED, "Source: anonymous — dock-worker\n", "", "does not say whom it rests on"),
    ("spoken", SEED, "Source: anonymous — dock-worker\n", "Source: anonymous\n", "does not say on whom"),
    ("spoken", SEED, "named, paragraphs: [2]", "named, paragraphs: [1]", "add 2 to the source"),
    ("hedged", TOPIC, "It is likely to stay shut until", "It will not reopen before", "(likely)"),
    ("flagged", TOPIC, "\n## Source notes\n\n- [harbour:3]\n", "", "[harbour:3] carries a source note"),
    ("flagged", TOPIC, "- [harbour:3]\n", "- [harbour:3]\n- [harbour:1]\n", "[harbour:1] has no source note"),
    ("flagged", TIMELINE, '  notes: ["harbour:3"]\n', "", 'add notes: ["harbour:3"]'),
    ("quoted", TOPIC, "pull them out by hand", "pull them all out by hand", "quote it letter by letter"),
    ("quoted", TOPIC, "my window", "my  window'", "quote it letter by letter"),
    ("quoted", TOPIC, 'the "iron corpse" a', 'the "iron corpse a', "lacks its partner"),
    ("quoted", TOPIC, "Whose crane it was", 'What "wooden corpse" means', "in any paragraph"),
    (
        "covered",
        SEED,
        "public — harbour-board\n",
        "public — harbour-board\n\n[5] Gulls came.\nSource: narrator\n",
        "no topic",
    ),
    ("covered", SEED, "Nine streets heard", "In Calder, nine streets heard", "'Calder' in [harbour:1] is in no person"),
    ("covered", TIMELINE, "  topics: [crane]\n  notes", "  notes", "leads to no topic"),
    ("answered", TOPIC, "shut the pier? [harbour:3]", "shut the pier?", "end in the paragraphs that answer it"),
    ("answered", TOPIC, "shut the pier? [harbour:3]", "shut it? [harbour:3] And why?", "and nothing after"),
    ("answered", TOPIC, "who watched from", "who saw Tilda from", "'Tilda' of 'who saw Tilda from a window' does not"),
    ("answered", ADA, "window [harbour:1]", "window [harbour:2]", "which the item does not cite"),
    ("answered", TOPIC, "who watched from a window", "did Americans watch it", "'Americans' of"),
    ("answered", ADA, "lady at the window", "who watched from a window", "asked of crane as well"),
    ("untold", TOPIC, "who built the crane", "who built the crane [harbour:1]", "move it to asked, or drop that"),
    ("untold", TOPIC, "who built the crane", "what did the crane weigh", "untold of crane as well: keep it once"),
    (
        "untold",
        TOPIC,
        "who built the crane",
        "will the crane fall",
        "'When did the crane fall?' of crane, which is told",
    ),
    (
        "days",
        TOPIC,
        "day 3 of the strike,",
        "day 4 of the strike,",
        "is 4 May 2021 (day 1 is 2021-05-01), not 3 May 2021",
    ),
    ("days", TIMELINE, "date: 2021-05-03", "date: 2021-05-02", "is 3 May 2021"),
    ("days", TIMELINE, "date: 1990", "date: 1991", "1991 stands in no paragraph that is cited"),
    ("days", TIMELINE, "date: 1990", "date: 1991", "'in 1990' does not say 1991"),
    ("days", TIMELINE, "date: 2021-05-03", "date: 2021-05-03\n  until: 2021-05-01", "before it begins"),
    ("days", TOPIC, "as_of: 2021-05-04", "as_of: 2021-05-05", "the documents know to 2021-05-04"),
    ("private", TILDA, "private: true", "private: false", "a child is a private person"),
    (
        "private",
        TILDA,
        "earlier. [harbour:4]",
        "earlier, and lives in Kiln Lane. [harbour:4]",
        "more exact than a district",
    ),
    (
        "private",
        TILDA,
        "earlier. [harbour:4]",
        "earlier. [harbour:4] Call +44 20 7946 0958. [harbour:4]",
        "can be reached",
    ),
    (
        "private",
        TILDA,
        "earlier. [harbour:4]",
        f"earlier{' and earlier' * 80}. [harbour:4]",
        "words on a private person",
    ),
    ("plain", TOPIC, "title: Ormsby's old crane", f"title: {'Ormsby ' * 9}old crane", "70 at most"),
    (
        "plain",
        TOPIC,
        "shut the pier. [harbour:1,3]",
        f"shut the {'pier ' * 20}. [harbour:1,3]",
        "1 to 30 are asked for",
    ),
    ("plain", TOPIC, "reached nine streets", f"reached nine streets{' and streets' * 40}", "60 to 120 are asked for"),
    ("plain", TOPIC, "  - Who shut the pier? [harbour:3]\n", "", "3 to 8 are asked for"),
    ("plain", SEED, "day_counts:", "reading_grade: 1\nday_counts:", "reading grade"),
]


def _faults(folder: Path, rule: str) -> list[str]:
    return [f"{fault.file}:{fault.line}: {fault.message}" for fault in run_check(folder).faults if fault.rule == rule]


def test_a_sound_library_keeps_every_rule(tmp_path: Path) -> None:
    report = run_check(write_library(tmp_path), write_original(tmp_path))
    assert [*report.faults, *report.warnings, *report.waivers] == []


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: f"{breach[0]}: {breach[4]}")
def test_a_breach_is_told(tmp_path: Path, breach: Breach) -> None:
    rule, file, old, new, told = breach
    write_library(tmp_path, {file: swapped(FILES[file], old, new)})
    faults = _faults(tmp_path, rule)
    assert any(told in fault for fault in faults), faults
    assert all(not fault.startswith(":") for fault in faults)


def test_a_fault_names_the_line_of_its_sentence(tmp_path: Path) -> None:
    text = swapped(FILES[TOPIC], "in the bolts for 12", "in the bolts for 13")
    write_library(tmp_path, {TOPIC: text})
    assert _faults(tmp_path, "supported")[0].startswith(f"{TOPIC}:{line_of(text, 'A dock worker says')}:")


def test_the_kin_of_a_private_person_are_private(tmp_path: Path) -> None:
    relation = 'relations:\n  - {kind: mother of, to: tilda-moss, cite: "harbour:4"}\n---'
    ada = "briefs/people/ada-quill.md"
    role = "role: mayor who watched the noise and the crane [harbour:1]\n"
    write_library(tmp_path, {ada: swapped(FILES[ada], f"{role}---", f"{role}{relation}")})
    assert any("so is their family" in fault for fault in _faults(tmp_path, "private"))


def test_an_entity_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    place = FILES["briefs/places/kiln-lane.md"].replace("Kiln Lane", "Quarry").replace("[harbour:4]", "")
    write_library(tmp_path, {"briefs/places/quarry.md": place})
    assert any("cites nothing" in fault for fault in _faults(tmp_path, "covered"))


def test_each_rule_has_a_name_an_explanation_and_a_breach() -> None:
    names = [*(rule.name for rule in RULES), *(rule.name for rule in EDITORIAL_RULES)]
    assert len(set(names)) == len(names)
    broken = {rule for rule, *_ in BREACHES}
    assert broken == set(names) - {rule.name for rule in EDITORIAL_RULES if rule.against_original}
    for name, explanation in EXPLANATIONS.items():
        assert explain(name) == explanation
        assert explanation.endswith(".")
        assert "\n" not in explanation
        assert len(explanation) <= 120
    with pytest.raises(KeyError):
        explain("nonsense")
