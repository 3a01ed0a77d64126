"""Which questions are asked twice."""

from briefs.models import Block
from briefs.search.folding import fold


class Repeats:
    """The questions met so far, each with where it stood first."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[str, int]] = {}

    def first(self, question: Block, identifier: str, line: int) -> str | None:
        """The id of the item that asked `question` before the one at `line` of `identifier`; None where none did."""
        other, at = self._first.setdefault(fold(question.text), (identifier, line))
        return other if (other, at) != (identifier, line) else None
