"""Text whose sentences say what they rest on: `Blinken came by night. [iraq:58]`."""

import re
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BeforeValidator

from briefs.models.base import IDENTIFIER_PATTERN, Line, Model
from briefs.models.waivers import COMMENT, Waiver, read_waivers

_NUMBERS = r"\d{1,6}(?:\s*,\s*\d{1,6})*"
CITATION = re.compile(rf"\[(?P<document>{IDENTIFIER_PATTERN}):(?P<numbers>{_NUMBERS})\]")
_ONE = rf"\[{IDENTIFIER_PATTERN}:{_NUMBERS}\]"
# What ends a sentence: its citations, then the comments beside it; or comments alone.
_TAIL = re.compile(rf"{_ONE}(?:\s*{_ONE})*(?:\s*{COMMENT})*|{COMMENT}(?:\s*{COMMENT})*")
_WRITTEN_ID = re.compile(rf"^({IDENTIFIER_PATTERN}):(\d{{1,6}})$")


class ParagraphId(NamedTuple):
    """A paragraph's place: the document's id and the paragraph's number, counted from 1; written `iraq:58`."""

    document: str
    number: int

    def __str__(self) -> str:
        return f"{self.document}:{self.number}"

    @classmethod
    def parse(cls, written: str) -> Self:
        """The paragraph that `written` names, e.g. `iraq:58`.

        Raises:
            ValueError: `written` is not of that form.
        """
        match = _WRITTEN_ID.match(written.strip().strip("[]"))
        if match is None:
            raise ValueError(f"{written!r} is not a citation such as iraq:58")
        return cls(match[1], int(match[2]))


def _written_paragraph_id(value: Any) -> Any:
    return ParagraphId.parse(value) if isinstance(value, str) else value


WrittenParagraphId = Annotated[ParagraphId, BeforeValidator(_written_paragraph_id)]
"""A paragraph id that stands in front matter as text, `iraq:58`."""


def _written_citation(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    match = CITATION.fullmatch(f"[{value.strip().strip('[]')}]")
    if match is None:
        raise ValueError("expected a citation such as iraq:58 or iraq:58,61")
    return cited_paragraphs(match)


WrittenCitation = Annotated[tuple[ParagraphId, ...], BeforeValidator(_written_citation)]
"""A citation that stands in front matter as text, `iraq:58,61`."""


class Sentence(Model):
    """A stretch of text up to its citation, without the brackets.

    `text` may hold several grammatical sentences when the editor cited only the last one. `cites` is empty
    where no citation follows. `line` counts from 1 within the file. `waivers` stand right after the citation.
    """

    text: str
    cites: tuple[ParagraphId, ...] = ()
    line: int = 0
    waivers: tuple[Waiver, ...] = ()


class Block(Model):
    """One paragraph or one bullet of an item's body."""

    sentences: tuple[Sentence, ...]
    line: int = 0

    @property
    def text(self) -> str:
        """The block without its citations."""
        return " ".join(sentence.text for sentence in self.sentences if sentence.text)

    @property
    def cites(self) -> tuple[ParagraphId, ...]:
        """Every paragraph that the block cites, in the order of their first mention."""
        return tuple(dict.fromkeys(cite for sentence in self.sentences for cite in sentence.cites))


class Section(Model):
    """A heading and the blocks below it."""

    heading: str
    blocks: tuple[Block, ...]
    line: int = 0


def cited_paragraphs(match: re.Match[str]) -> tuple[ParagraphId, ...]:
    """The paragraphs that one citation (a match of `CITATION`) names."""
    return tuple(ParagraphId(match["document"], int(number)) for number in match["numbers"].split(","))


def parse_block(text: str, line: int = 0) -> Block:
    """Splits `text` at its citations; `line` is where it begins in its file, and each line break is one line more."""
    sentences = []
    end, at = 0, line
    for match in _TAIL.finditer(text):
        before = text[end : match.start()]
        start = at + _leading_breaks(before)
        cites = (cite for one in CITATION.finditer(match[0]) for cite in cited_paragraphs(one))
        sentences.append(
            Sentence(
                text=" ".join(before.split()),
                cites=tuple(dict.fromkeys(cites)),
                line=start,
                waivers=read_waivers(match[0], start),
            )
        )
        at += text.count("\n", end, match.end())
        end = match.end()
    if rest := " ".join(text[end:].split()):
        sentences.append(Sentence(text=rest, line=at + _leading_breaks(text[end:])))
    return Block(sentences=tuple(sentences), line=line)


def _leading_breaks(written: str) -> int:
    """The line breaks before the first word of `written`."""
    return written[: len(written) - len(written.lstrip())].count("\n")


def _parse_cited_text(value: Any) -> Any:
    return parse_block(value) if isinstance(value, str) else value


CitedText = Annotated[Block, BeforeValidator(_parse_cited_text)]
"""A short text in front matter that carries its citation: `leader of Asaib Ahl al-Haq [iraq:68]`."""


WrittenQuestion = Line
"""A question and where it is answered, as an editor wrote it: `Who leads it? [iraq:68]`; `parse_block` reads it.

There are many, and only compiling an index and checking a library need them read.
"""
