"""Rule: outside quotation marks the words are our own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefs.check.evidence import Evidence
from briefs.check.language.names import Word, words
from briefs.check.language.quotations import outside_quotations
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import granted
from briefs.check.walk import questions
from briefs.models import Waiver

FAULT_FROM = 8
"""So many words in a row, names aside, are the original's and not ours."""
WARNING_FROM = 6

_Text = tuple[str, int, str, tuple[Waiver, ...]]


class _Runs:
    """All runs of words of the originals, by their first `WARNING_FROM` words."""

    def __init__(self, evidence: Evidence) -> None:
        self._texts: list[list[str]] = []
        self._starts: Mapping[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        self._names = {
            word.folded
            for original in evidence.originals.values()
            for text in original.paragraphs.values()
            for word in evidence.names.names(text)
        }
        for identifier, original in evidence.originals.items():
            if evidence.content.documents[identifier].kind == "digest":
                for text in (*original.captions, *original.paragraphs.values()):
                    self._add([word.folded for word in words(text)])

    def _add(self, text: list[str]) -> None:
        for at in range(len(text) - WARNING_FROM + 1):
            self._starts[tuple(text[at : at + WARNING_FROM])].append((len(self._texts), at))
        self._texts.append(text)

    def longest(self, text: Sequence[Word]) -> tuple[int, str]:
        """The longest run of `text` that an original has, too: its length without names, and its words."""
        folded = [word.folded for word in text]
        best = (0, "")
        for at in range(len(folded) - WARNING_FROM + 1):
            for which, start in self._starts.get(tuple(folded[at : at + WARNING_FROM]), ()):
                length = self._shared(folded, at, self._texts[which], start)
                run = text[at : at + length]
                counted = sum(word.folded not in self._names for word in run)
                best = max(best, (counted, " ".join(word.written for word in run)))
        return best

    @staticmethod
    def _shared(ours: list[str], at: int, theirs: list[str], start: int) -> int:
        length = 0
        while at + length < len(ours) and start + length < len(theirs) and ours[at + length] == theirs[start + length]:
            length += 1
        return length


def _find(evidence: Evidence) -> Iterator[Finding]:
    runs = _Runs(evidence)
    for file, line, text, waivers in _texts(evidence):
        counted, run = max((runs.longest(words(part)) for part in outside_quotations(text)), default=(0, ""))
        if counted >= WARNING_FROM:
            message = f"{counted} words in a row are the original's: {run!r}; say it in your own, or quote it"
            yield Finding(file, line, message, waivers, warning=counted < FAULT_FROM)


def _texts(evidence: Evidence) -> Iterator[_Text]:
    for statement in evidence.statements:
        yield statement.file, statement.line, statement.text, statement.waivers
    for file, line, item, question in questions(evidence.content):
        yield file, line, question.text, granted(item, line)
    for document in evidence.content.documents.values():
        if document.kind == "digest":
            for index, caption in enumerate(document.captions):
                yield document.file, document.line_of("captions", index), caption.text, ()
            for paragraph in document.paragraphs:
                yield document.file, paragraph.line, paragraph.text, paragraph.waivers


RULE = EditorialRule(
    "own-words",
    f"Outside quotation marks no {FAULT_FROM} words in a row are the original's, names aside; {WARNING_FROM} warn.",
    _find,
    against_original=True,
)
