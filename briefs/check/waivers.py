"""Which waivers a library grants, and rule: each is well formed, can be granted, and is needed."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from briefs.check.walk import items
from briefs.content import TIMELINE, Content
from briefs.faults import Fault
from briefs.models import Block, Waiver
from briefs.models.base import Located
from briefs.models.waivers import WAIVER_FORM

NAME = "waivers"
EXPLANATION = f"A waiver has the form {WAIVER_FORM}, names an editorial rule, and is needed where it stands."


class Granted(NamedTuple):
    """A waiver and where it stands."""

    file: str
    line: int
    rule: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule} is waived: {self.reason}"


def granted_in(content: Content) -> list[Granted]:
    """Every waiver of the library."""
    return sorted(set(_all(content)))


def _all(content: Content) -> Iterator[Granted]:
    for item in items(content):
        yield from _of_fields(item.file, item)
        role: Block | None = getattr(item, "role", None)
        blocks = [*item.blocks(), *([role] if role is not None else [])]
        for block in blocks:
            yield from _of_block(item.file, block, item.line_of("role"))
    for event in content.events:
        yield from _of_fields(TIMELINE, event)
        yield from _of_block(TIMELINE, event.text, event.line_of("text"))
        if event.note is not None:
            yield from _of_block(TIMELINE, event.note, event.line_of("note"))
    for document in content.documents.values():
        yield from _of_fields(document.file, document)
        for paragraph in document.paragraphs:
            of_quotes = (waiver for quote in paragraph.quotes for waiver in quote.waivers)
            beside = [*paragraph.waivers, *of_quotes, *paragraph.note_waivers]
            yield from (_granted(document.file, waiver, paragraph.line) for waiver in beside)
            if paragraph.note is not None:
                yield from _of_block(document.file, paragraph.note, paragraph.line)


def _of_fields(file: str, item: Located) -> Iterator[Granted]:
    for rule, reason in item.waive.items():
        yield Granted(file, item.line_of("waive", rule), rule, reason)


def _of_block(file: str, block: Block, line: int) -> Iterator[Granted]:
    for sentence in block.sentences:
        yield from (_granted(file, waiver, line) for waiver in sentence.waivers)


def _granted(file: str, waiver: Waiver, line: int) -> Granted:
    return Granted(file, waiver.line or line, waiver.rule, waiver.reason)


def faults(
    all_granted: Collection[Granted],
    used: Collection[tuple[str, str, str]],
    ran: Collection[str],
    known: Collection[str],
) -> Iterator[Fault]:
    """What is wrong with the waivers; `used` are file, rule and reason of those that let something pass.

    Whether a waiver is needed is known only for the rules that `ran`; `known` are all that can be waived.
    """
    for file, line, rule, reason in all_granted:
        if not rule:
            yield Fault(file, line, NAME, f"{reason!r} is no waiver: expected {WAIVER_FORM}")
        elif rule not in known:
            yield Fault(file, line, NAME, f"{rule!r} cannot be waived: expected one of {', '.join(known)}")
        elif rule in ran and (file, rule, reason) not in used:
            yield Fault(file, line, NAME, f"nothing here breaks {rule!r}: drop the waiver")
