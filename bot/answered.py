"""Remembers for a while which answer belongs to which question, so that an edited question edits its answer."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Self

MAX_REMEMBERED = 5_000


@dataclass(frozen=True, slots=True)
class Answered:
    """A question, as no more than a fingerprint of its words, and the id of the message that answers it."""

    fingerprint: int
    answer: int

    @classmethod
    def of(cls, words: str, answer: int) -> Self:
        """What to remember of a question in these words."""
        return cls(hash(words), answer)

    def asked(self, words: str) -> bool:
        """Whether the question was in these words."""
        return self.fingerprint == hash(words)


class AnswerLog:
    """Answers by chat and message id of their question, the latest `MAX_REMEMBERED`; kept in memory only."""

    def __init__(self) -> None:
        self._log: OrderedDict[tuple[int, int], Answered] = OrderedDict()

    def remember(self, chat: int, message: int, answered: Answered) -> None:
        """Notes what the message `message` of `chat` was answered with."""
        self._log[chat, message] = answered
        self._log.move_to_end((chat, message))
        if len(self._log) > MAX_REMEMBERED:
            self._log.popitem(last=False)

    def recall(self, chat: int, message: int) -> Answered | None:
        """What is known of the message, None where nothing is."""
        return self._log.get((chat, message))

    def migrate(self, old_chat: int, new_chat: int) -> None:
        """A group became a supergroup: its messages keep no id there, so what is known of them is dropped."""
        for chat, message in [key for key in self._log if key[0] in {old_chat, new_chat}]:
            del self._log[chat, message]
