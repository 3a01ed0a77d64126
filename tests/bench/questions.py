"""The project's own questions: those to tune on, those set aside, and what a right answer is."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefs.search.answer import Answer, Outcome, Result

_DATA = Path(__file__).parent.parent / "data"
TUNED_ON = _DATA / "questions-tuned-on.jsonl"
"""Constants may be fitted on these."""
SET_ASIDE = _DATA / "questions-set-aside.jsonl"
"""Only totals of these are looked at, to see what a change does to questions that nothing was fitted on."""
BLIND = _DATA / "questions-blind.jsonl"
"""Only totals of these are looked at, and only to report them: nothing is decided by them."""
OUTSIDE = frozenset({"none", "untold"})
"""Categories that must come out as nothing: of other things, or of what the documents speak of but do not tell."""


@dataclass(frozen=True)
class Question:
    """One question and what is right for it.

    `title` is a pattern for a result's title, `cites` are paragraphs of which one has to be among a result's first
    three; `among` are ids that have to be offered as choices.
    """

    query: str
    category: str
    title: str | None
    cites: tuple[str, ...]
    among: tuple[str, ...] = ()

    @property
    def outside(self) -> bool:
        """Whether it must come out as nothing."""
        return self.category in OUTSIDE

    def fits(self, result: Result) -> bool:
        """Whether `result` is right."""
        if self.title and re.search(self.title, result.title, re.IGNORECASE):
            return True
        return bool(set(self.cites) & {str(cite) for cite in result.cites[:3]})

    def right(self, answer: Answer, first: int = 1) -> bool:
        """Whether one of the `first` results of `answer` is right."""
        if self.outside:
            return answer.outcome is Outcome.NOTHING
        if self.among:
            offered = {result.id for result in answer.results}
            return answer.outcome is Outcome.CHOICES and set(self.among) <= offered
        return answer.outcome is not Outcome.NOTHING and any(map(self.fits, answer.results[:first]))

    def shown(self, answer: Answer, first: int) -> bool:
        """Whether one of the `first` results is right, be they stated, offered, or near to what nothing answers."""
        return self.right(answer, first) if self.outside or self.among else any(map(self.fits, answer.results[:first]))

    def confidently_wrong(self, answer: Answer) -> bool:
        """Whether `answer` states something wrong as the answer."""
        if self.outside or answer.outcome is not Outcome.ANSWER:
            return False
        if self.among:
            return answer.results[0].id not in self.among
        return not self.fits(answer.results[0])


def questions(path: Path) -> Iterator[Question]:
    """The questions of a file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                found = json.loads(line)
                cites, among = tuple(found["cites"]), tuple(found.get("among", ()))
                yield Question(found["query"], found["category"], found["title"], cites, among)
