"""Reads topics, people, organisations and places: front matter, a first block, and sections with known headings."""

from collections.abc import Iterator, Sequence

from briefs.faults import Fault
from briefs.models import Model, Section
from briefs.models.items import ENTITY_HEADINGS, TOPIC_HEADINGS, Item, Topic
from briefs.reading.markdown import FORMAT, ContentFile, build, sections

RESERVED = {"id", "file", "opening", "sections", "lines"}
_REQUIRED_TOPIC_HEADINGS = ("Summary", "Key points")


def read_item(source: ContentFile, identifier: str, model: type[Item]) -> tuple[Item | None, list[Fault]]:
    """The item of kind `model` that `source` holds, and what is wrong in its form."""
    opening, headed = sections(source.body)
    faults = list(_heading_faults(source.file, headed, model))
    if not opening:
        faults.append(
            Fault(
                source.file,
                0,
                FORMAT,
                "expected a first paragraph below the front matter, before any heading",
            )
        )
        return None, faults
    if len(opening) > 1 and issubclass(model, Topic):
        faults.append(
            Fault(
                source.file,
                opening[1].line,
                FORMAT,
                "expected the bottom line alone before the first heading: join the two, or add a heading",
            )
        )
    fields = {"id": identifier, "file": source.file, "opening": opening, "sections": headed}
    item, form_faults = build(model, fields, source, RESERVED)
    return item, [*faults, *form_faults]


def _heading_faults(file: str, headed: Sequence[Section], model: type[Model]) -> Iterator[Fault]:
    allowed = TOPIC_HEADINGS if issubclass(model, Topic) else ENTITY_HEADINGS
    order = {heading: position for position, heading in enumerate(allowed)}
    last = -1
    for section in headed:
        position = order.get(section.heading)
        if position is None:
            yield Fault(
                file,
                section.line,
                FORMAT,
                f"unknown heading {section.heading!r}; expected one of {', '.join(allowed)}",
            )
        elif position <= last:
            yield Fault(
                file,
                section.line,
                FORMAT,
                f"the heading {section.heading!r} is out of order; expected {', '.join(allowed)}",
            )
        else:
            last = position
        if not section.blocks:
            yield Fault(
                file,
                section.line,
                FORMAT,
                f"the section {section.heading!r} is empty: fill it or leave it out",
            )
    if issubclass(model, Topic):
        present = {section.heading for section in headed}
        for heading in _REQUIRED_TOPIC_HEADINGS:
            if heading not in present:
                yield Fault(file, 0, FORMAT, f"the section '## {heading}' is missing")
