"""What a search gives."""

from dataclasses import dataclass
from enum import StrEnum

from briefs.models import Kind, ParagraphId


class Outcome(StrEnum):
    """What the results of a search are."""

    ANSWER = "answer"
    """The first result is the answer."""
    CHOICES = "choices"
    """Several may be meant; best first."""
    NOTHING = "nothing"
    """The documents do not cover it; the results, if any, are the nearest topics."""


@dataclass(frozen=True, slots=True)
class Result:
    """One item that was found.

    `score` is 0 to 1; `cites` are its paragraphs, those that best answer the query first; `why` says how it was found.
    """

    kind: Kind
    id: str
    title: str
    score: float
    cites: tuple[ParagraphId, ...]
    why: str

    @property
    def named(self) -> bool:
        """Whether the query is a form of the item's name or title, rather than words that describe it."""
        return self.why.partition(",")[0] in {"name", "alias", "shared name", "part of a name", "title"}


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of one search, with results best first."""

    query: str
    outcome: Outcome
    results: tuple[Result, ...]
