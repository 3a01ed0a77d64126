"""Reads the timeline: a YAML list of dated events."""

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
    for entry in source.parts():
        event, entry_faults = _read_event(file, entry)
        faults += entry_faults
        if event is not None:
            events.append(event)
    return events, faults


def _read_event(file: str, source: YamlSource) -> tuple[Event | None, list[Fault]]:
    if not isinstance(source.data, dict):
        return None, [Fault(file, source.line_of(()), FORMAT, "expected an event with fields such as 'id: …'")]
    if "lines" in source.data:
        line = source.line_of(("lines",))
        return None, [Fault(file, line, FORMAT, "lines: no such field here; check its spelling")]
    try:
        return Event.model_validate(source.data | {"lines": source.lines}), []
    except ValidationError as error:
        return None, list(validation_faults(error, file, source))
