"""Everything that a library's folder holds, as it was read."""

from pathlib import Path

from pydantic import BaseModel

from briefs.models import Document, Event, Organisation, Person, Place, Topic

TIMELINE = "briefs/timeline.yaml"


class Content(BaseModel):
    """The items by id within their kind, in the order of their files; `events` in the timeline's order."""

    folder: Path
    key: str = ""
    """A hash of the files that it was read from and of the code that read them."""
    documents: dict[str, Document] = {}
    topics: dict[str, Topic] = {}
    people: dict[str, Person] = {}
    organisations: dict[str, Organisation] = {}
    places: dict[str, Place] = {}
    events: list[Event] = []
