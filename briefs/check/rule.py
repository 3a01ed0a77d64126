"""What a rule is: a name, one line that explains it, and a search for what breaks it.

There are two sorts. A `Rule` reads the content alone and costs little: a library that breaks one is not opened. An
`EditorialRule` weighs the text itself, against the paragraphs that it cites or against the original; only `mujaz check`
asks for that.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from briefs.content import Content
from briefs.faults import Fault
from briefs.models import Waiver

if TYPE_CHECKING:
    from briefs.check.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Rule:
    """`find` yields `(file, line, message)` for each place in the content that breaks the rule."""

    name: str
    explanation: str
    find: Callable[[Content], Iterator[tuple[str, int, str]]]

    def faults(self, content: Content) -> Iterator[Fault]:
        """The rule's faults in `content`."""
        return (Fault(file, line, self.name, message) for file, line, message in self.find(content))


class Finding(NamedTuple):
    """Something that breaks an editorial rule; `waivers` are those that stand beside it, whatever they waive."""

    file: str
    line: int
    message: str
    waivers: tuple[Waiver, ...] = ()
    warning: bool = False


@dataclass(frozen=True, slots=True)
class EditorialRule:
    """`find` yields what breaks the rule.

    `by_statement`: it weighs each statement alone, so that a library can be weighed part by part.
    `against_original`: it finds something only in documents whose original is given.
    """

    name: str
    explanation: str
    find: "Callable[[Evidence], Iterator[Finding]]"
    by_statement: bool = False
    against_original: bool = False
