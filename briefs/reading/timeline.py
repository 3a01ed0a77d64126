"""Reads the timeline: a YAML list of dated events."""

from typing import Any

from pydantic import ValidationError

from briefs.faults import Fault
from briefs.models import Event
from briefs.reading.markdown import FORMAT, validation_faults
from briefs.reading.yaml_source import YamlSource, read_yaml


def read_timeline(file: str, text: str) -> tuple[list[Event], list[Fault]]:
    """The events of `text`, and what is wrong in their form; a faulty event is left out.

    Raises:
        FormError: the file is not YAML.
    """
    source = read_yaml(text)
    if source.data is None:
        return [], []
    if not isinstance(source.data, list):
        return [], [Fault(file, 1, FORMAT, "expected a list of events, each beginning with '- id: …'")]
    events: list[Event] = []
    faults: list[Fault] = []
    for index, entry in enumerate(source.data):
        event, entry_faults = _read_event(file, source, index, entry)
        faults += entry_faults
        if event is not None:
            events.append(event)
    return events, faults


def _read_event(file: str, source: YamlSource, index: int, entry: Any) -> tuple[Event | None, list[Fault]]:
    line = source.line_of((index,))
    if not isinstance(entry, dict):
        return None, [Fault(file, line, FORMAT, "expected an event with fields such as 'id: …'")]
    if "lines" in entry:
        return None, [
            Fault(file, source.line_of((index, "lines")), FORMAT, "lines: no such field here; check its spelling")
        ]
    try:
        return Event.model_validate(entry | {"lines": source.lines_below((index,))}), []
    except ValidationError as error:
        return None, list(validation_faults(error, file, source, (index,)))
