"""What a check found: faults, warnings, waivers, and how well the documents are covered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefs.check.waivers import Granted
from briefs.faults import Fault


@dataclass(frozen=True, slots=True)
class DocumentFigures:
    """How a document fares: how many of its paragraphs topics cite, and how many rest on which kind of source."""

    paragraphs: int
    cited: int
    quotes: int
    notes: int
    sourcing: Mapping[str, int]
    compared: bool
    """Whether the original was at hand."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How much was checked."""

    documents: Mapping[str, DocumentFigures]
    topics: int
    entities: int
    events: int
    statements: int
    names: int
    numbers: int
    quotations: int


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check; `figures` is None where the library could not be read far enough."""

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()
    waivers: tuple[Granted, ...] = ()
    figures: Figures | None = None

    @property
    def passed(self) -> bool:
        """Whether there is no fault."""
        return not self.faults

    def lines(self) -> Iterator[str]:
        """One line a fault, then a warning, then a waiver, and the summary."""
        yield from map(str, self.faults)
        for warning in self.warnings:
            yield f"{warning.file}:{warning.line}: warning: {warning.rule}: {warning.message}"
        yield from map(str, self.waivers)
        yield from self.summary()

    def summary(self) -> Iterator[str]:
        """The figures, and how many faults, warnings and waivers there are."""
        if self.figures is not None:
            yield from _summary(self.figures)
        counts = (("fault", self.faults), ("warning", self.warnings), ("waiver", self.waivers))
        yield ", ".join(_counted(len(found), what) for what, found in counts)

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON values."""
        return {
            "passed": self.passed,
            "faults": [_fault(fault) for fault in self.faults],
            "warnings": [_fault(warning) for warning in self.warnings],
            "waivers": [waiver._asdict() for waiver in self.waivers],
            "figures": None if self.figures is None else _figures(self.figures),
        }


def _summary(figures: Figures) -> Iterator[str]:
    for identifier, document in figures.documents.items():
        yield (
            f"{identifier}: {document.cited} of {document.paragraphs} paragraphs cited by topics "
            f"({_percent(document.cited, document.paragraphs)}), {_counted(document.quotes, 'quote')}, "
            f"{_counted(document.notes, 'source note')}, "
            + ("compared with the original" if document.compared else "not compared with the original")
        )
        rests = ", ".join(f"{kind} {_percent(count, document.paragraphs)}" for kind, count in document.sourcing.items())
        yield f"{identifier}: paragraphs resting on {rests}"
    yield (
        f"{_counted(figures.statements, 'cited sentence')} in {_counted(figures.topics, 'topic')}, "
        f"{_counted(figures.entities, 'profile')} and {_counted(figures.events, 'event')}: "
        f"{_counted(figures.names, 'name')}, {_counted(figures.numbers, 'number')} and "
        f"{_counted(figures.quotations, 'quotation')} held to their paragraphs"
    )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "0%"


def _fault(fault: Fault) -> dict[str, Any]:
    return {"file": fault.file, "line": fault.line, "rule": fault.rule, "message": fault.message}


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "documents": {
            identifier: {
                "paragraphs": document.paragraphs,
                "cited": document.cited,
                "quotes": document.quotes,
                "notes": document.notes,
                "sourcing": dict(document.sourcing),
                "compared": document.compared,
            }
            for identifier, document in figures.documents.items()
        },
        "topics": figures.topics,
        "entities": figures.entities,
        "events": figures.events,
        "statements": figures.statements,
        "names": figures.names,
        "numbers": figures.numbers,
        "quotations": figures.quotations,
    }
