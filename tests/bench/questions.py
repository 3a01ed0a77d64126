"""The project's own questions: the fixed split into tuned-on and set-aside, and what a right answer is."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from briefs.search.answer import Answer, Outcome, Result

FILE = Path(__file__).parent.parent / "data" / "questions.jsonl"


@dataclass(frozen=True)
class Question:
    """One question and what is right for it.

    `title` is a pattern for a result's title, `cites` are paragraphs of which one has to be among a result's first
    three; `among` are ids that have to be offered as choices. Category `none` must come out as nothing.
    """

    query: str
    category: str
    title: str | None
    cites: tuple[str, ...]
    among: tuple[str, ...] = ()

    @property
    def tuned_on(self) -> bool:
        """Whether constants may be fitted on it; the other half is set aside."""
        return sha256(self.query.encode()).digest()[0] % 2 == 0

    def fits(self, result: Result) -> bool:
        """Whether `result` is right."""
        if self.title and re.search(self.title, result.title, re.IGNORECASE):
            return True
        return bool(set(self.cites) & {str(cite) for cite in result.cites[:3]})

    def right(self, answer: Answer, first: int = 1) -> bool:
        """Whether one of the `first` results of `answer` is right."""
        if self.category == "none":
            return answer.outcome is Outcome.NOTHING
        if self.among:
            offered = {result.id for result in answer.results}
            return answer.outcome is Outcome.CHOICES and set(self.among) <= offered
        return answer.outcome is not Outcome.NOTHING and any(map(self.fits, answer.results[:first]))

    def confidently_wrong(self, answer: Answer) -> bool:
        """Whether `answer` states something wrong as the answer."""
        if self.category == "none" or answer.outcome is not Outcome.ANSWER:
            return False
        if self.among:
            return answer.results[0].id not in self.among
        return not self.fits(answer.results[0])


def questions(path: Path = FILE) -> Iterator[Question]:
    """The questions of a file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                found = json.loads(line)
                cites, among = tuple(found["cites"]), tuple(found.get("among", ()))
                yield Question(found["query"], found["category"], found["title"], cites, among)
