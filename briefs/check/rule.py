"""What a rule is: a name, one line that explains it, and a search for what breaks it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefs.faults import Fault
from briefs.reading.folder import Content


@dataclass(frozen=True, slots=True)
class Rule:
    """`find` yields `(file, line, message)` for each place in the content that breaks the rule."""

    name: str
    explanation: str
    find: Callable[[Content], Iterator[tuple[str, int, str]]]

    def faults(self, content: Content) -> Iterator[Fault]:
        """The rule's faults in `content`."""
        return (Fault(file, line, self.name, message) for file, line, message in self.find(content))
