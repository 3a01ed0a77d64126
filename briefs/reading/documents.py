"""Reads a document: numbered paragraphs, each with its quotations, its sourcing and its source note."""

import re
from dataclasses import dataclass, field

from briefs.faults import Fault
from briefs.models import Document, Paragraph, ParagraphId, Quote, Sourcing, SourcingKind
from briefs.models.base import IDENTIFIER_PATTERN
from briefs.models.waivers import COMMENT_OPENS, WAIVER_FORM, Waiver, split_waivers
from briefs.reading.markdown import FORMAT, ContentFile, build

_HEADING = re.compile(r"^##\s+(?P<heading>.+?)\s*$")
_PARAGRAPH = re.compile(r"^\[(?P<number>\d{1,6})\]\s+(?P<text>\S.*)$")
_ID = rf"(?![a-z0-9-]{{49}}){IDENTIFIER_PATTERN}"
_QUOTE = re.compile(rf"^>\s*[\"“](?P<text>.+)[\"”]\s+—\s+(?P<speaker>{_ID})(?:\s+\((?P<context>.+)\))?\s*$")
_QUOTE_FORM = 'expected a quotation of the form: > "words" — speaker-id (context)'
_SOURCE = re.compile(rf"^(?P<kind>[a-z]+)(?:\s+—\s+(?P<ids>{_ID}(?:\s*,\s*{_ID})*))?$")
_SOURCE_FORM = f"expected Source: and one of {', '.join(SourcingKind)}, then ' — ' and ids, parts separated by ';'"
RESERVED = {"id", "file", "paragraphs", "lines"}
MAX_DOCUMENT_ID = 36
"""Shorter than other ids, so that `document-paragraph-number`, the id of a quotation, has at most 48 characters."""


@dataclass(slots=True)
class _Draft:
    """A paragraph while its lines are being read."""

    id: ParagraphId
    heading: str | None
    text: str
    line: int
    quotes: list[Quote] = field(default_factory=list)
    sourcing: list[Sourcing] = field(default_factory=list)
    note: str | None = None
    note_line: int = 0
    waivers: tuple[Waiver, ...] = ()
    note_waivers: tuple[Waiver, ...] = ()


class _Body:
    """Reads the body line by line; each line either starts a paragraph or belongs to the last one."""

    def __init__(self, source: ContentFile, document: str) -> None:
        self.file = source.file
        self.document = document
        self.heading: str | None = None
        self.drafts: list[_Draft] = []
        self.faults: list[Fault] = []
        for number, line in source.body:
            stripped, waivers = split_waivers(line.strip(), number)
            if COMMENT_OPENS in stripped:
                self._fault(number, f"a comment is not closed, or too long; expected the form {WAIVER_FORM}")
            elif stripped or waivers:
                self._read(number, stripped, waivers)

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.file, line, FORMAT, message))

    def _read(self, number: int, line: str, waivers: tuple[Waiver, ...]) -> None:
        if match := _HEADING.match(line):
            self.heading = match["heading"]
        elif match := _PARAGRAPH.match(line):
            self._start(int(match["number"]), match["text"], number, waivers)
        elif not self.drafts:
            self._fault(number, "expected a heading (## …) or a paragraph ([1] …) first")
        elif line.startswith(">"):
            self._quote(number, line, waivers)
        elif line.startswith("Source:"):
            self._sourcing(number, line.removeprefix("Source:").strip())
            self.drafts[-1].waivers += waivers
        elif line.startswith("Note:"):
            self._note(number, line.removeprefix("Note:").strip())
            self.drafts[-1].note_waivers += waivers
        else:
            last = self.drafts[-1]
            last.text = f"{last.text}\n{line}".rstrip()
            last.waivers += waivers

    def _start(self, paragraph: int, text: str, line: int, waivers: tuple[Waiver, ...]) -> None:
        expected = self.drafts[-1].id.number + 1 if self.drafts else 1
        if paragraph != expected:
            self._fault(line, f"expected paragraph [{expected}] here, found [{paragraph}]")
        self.drafts.append(_Draft(ParagraphId(self.document, paragraph), self.heading, text, line, waivers=waivers))

    def _quote(self, line: int, text: str, waivers: tuple[Waiver, ...]) -> None:
        match = _QUOTE.match(text)
        if match is None:
            self._fault(line, _QUOTE_FORM)
            return
        draft = self.drafts[-1]
        quote_id = f"{self.document}-{draft.id.number}-{len(draft.quotes) + 1}"
        draft.quotes.append(
            Quote(id=quote_id, paragraph=draft.id, line=line, waivers=waivers, **match.groupdict()),
        )

    def _sourcing(self, line: int, text: str) -> None:
        for part in text.split(";"):
            match = _SOURCE.match(part.strip())
            if match is None or match["kind"] not in set(SourcingKind):
                self._fault(line, _SOURCE_FORM)
                continue
            ids = tuple(name.strip() for name in (match["ids"] or "").split(",") if name.strip())
            self.drafts[-1].sourcing.append(Sourcing(kind=SourcingKind(match["kind"]), sources=ids))

    def _note(self, line: int, text: str) -> None:
        if self.drafts[-1].note is not None:
            self._fault(line, "a paragraph has one source note: join the two")
        self.drafts[-1].note = text
        self.drafts[-1].note_line = line

    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(
            Paragraph(
                id=draft.id,
                heading=draft.heading,
                text=draft.text,
                quotes=tuple(draft.quotes),
                sourcing=tuple(draft.sourcing),
                note=draft.note,
                line=draft.line,
                note_line=draft.note_line,
                waivers=draft.waivers,
                note_waivers=draft.note_waivers,
            )
            for draft in self.drafts
        )


def read_document(source: ContentFile, identifier: str) -> tuple[Document | None, list[Fault]]:
    """The document that `source` holds, and what is wrong in its form."""
    if len(identifier) > MAX_DOCUMENT_ID:
        message = f"a document's name is its id: expected at most {MAX_DOCUMENT_ID} characters"
        return None, [Fault(source.file, 0, FORMAT, message)]
    body = _Body(source, identifier)
    fields = {"id": identifier, "file": source.file, "paragraphs": body.paragraphs()}
    document, faults = build(Document, fields, source, RESERVED)
    return document, [*faults, *body.faults]
