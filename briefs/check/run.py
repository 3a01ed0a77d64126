"""Checks a library: the entry point of `mujaz check`."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefs.check import waivers
from briefs.check.editorial import EDITORIAL_RULES, EXPLANATIONS
from briefs.check.evidence import Evidence
from briefs.check.figures import figures_of
from briefs.check.originals.original import Original, read_original
from briefs.check.report import Report
from briefs.check.rule import EditorialRule, Finding
from briefs.check.rules import check
from briefs.content import Content
from briefs.faults import Fault, FormError
from briefs.reading.folder import read_folder

ORIGINAL = "original"
_PART = 500
"""So many statements are weighed by all rules before the next: fewer than texts are remembered as read."""


def explain(rule: str) -> str:
    """What the rule of that name asks for, in one line.

    Raises:
        KeyError: there is no such rule.
    """
    return EXPLANATIONS[rule]


def run_check(folder: Path, originals: Mapping[str, Path] | None = None) -> Report:
    """Checks the library at `folder` by all rules; `originals` are files with the original text, by document id."""
    content, faults = read_folder(folder)
    # What could not be read would only show up again as dangling references.
    faults = faults or check(content)
    read, unread = _read(content, originals or {})
    if faults:
        return Report(tuple(sorted({*faults, *unread})))
    return _weighed(Evidence(content, read), unread)


def _read(content: Content, originals: Mapping[str, Path]) -> tuple[dict[str, Original], list[Fault]]:
    read = {}
    faults = []
    for identifier, path in originals.items():
        if identifier not in content.documents:
            known = ", ".join(content.documents)
            faults.append(
                Fault(str(path), 0, ORIGINAL, f"there is no document {identifier!r}: expected one of {known}")
            )
            continue
        try:
            read[identifier] = read_original(path)
        except FormError as error:
            faults.append(Fault(str(path), error.line, ORIGINAL, str(error)))
    return read, faults


def _weighed(evidence: Evidence, unread: list[Fault]) -> Report:
    """The report of the editorial rules."""
    faults = set(unread)
    warnings: set[Fault] = set()
    used: set[tuple[str, str, str]] = set()
    ran = [rule for rule in EDITORIAL_RULES if evidence.originals or not rule.against_original]
    for rule, finding in _findings(evidence, ran):
        waiver = next((waiver for waiver in finding.waivers if waiver.rule == rule.name), None)
        if waiver is not None:
            used.add((finding.file, rule.name, waiver.reason))
        else:
            fault = Fault(finding.file, finding.line, rule.name, finding.message)
            (warnings if finding.warning else faults).add(fault)
    granted = waivers.granted_in(evidence.content)
    names = [rule.name for rule in EDITORIAL_RULES]
    faults |= set(waivers.faults(granted, used, [rule.name for rule in ran], names))
    return Report(tuple(sorted(faults)), tuple(sorted(warnings)), tuple(granted), figures_of(evidence))


def _findings(evidence: Evidence, rules: Sequence[EditorialRule]) -> Iterator[tuple[EditorialRule, Finding]]:
    """What `rules` find; statements are weighed in parts, so that what one rule has read is at hand for the next."""
    for start in range(0, len(evidence.statements), _PART):
        part = evidence.narrowed(evidence.statements[start : start + _PART])
        for rule in rules:
            if rule.by_statement:
                yield from ((rule, finding) for finding in rule.find(part))
    for rule in rules:
        if not rule.by_statement:
            yield from ((rule, finding) for finding in rule.find(evidence))
