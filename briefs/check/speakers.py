"""Rule: whoever a quotation or a paragraph rests on is a person, an organisation or a source of the document."""

from collections.abc import Iterator

from briefs.check.references import suggestion
from briefs.check.rule import Rule
from briefs.content import Content
from briefs.models import Document, Paragraph


def _find(content: Content) -> Iterator[tuple[str, int, str]]:
    people = dict.fromkeys([*content.people, *content.organisations])
    for document in content.documents.values():
        known = people | dict.fromkeys(source.id for source in document.sources)
        for paragraph in document.paragraphs:
            yield from _of_paragraph(document.file, paragraph, known)
        yield from _of_sources(document)


def _of_paragraph(file: str, paragraph: Paragraph, known: dict[str, None]) -> Iterator[tuple[str, int, str]]:
    for quote in paragraph.quotes:
        if quote.speaker not in known:
            yield file, quote.line, _unknown("speaker", quote.speaker, known)
    for sourcing in paragraph.sourcing:
        for source in sourcing.sources:
            if source not in known:
                yield file, paragraph.line, _unknown("source", source, known)


def _of_sources(document: Document) -> Iterator[tuple[str, int, str]]:
    for index, source in enumerate(document.sources):
        for number in source.paragraphs:
            if number not in document.by_number:
                line = document.line_of("sources", index)
                yield document.file, line, f"{source.id} names paragraph {number}, which does not exist"


def _unknown(what: str, identifier: str, known: dict[str, None]) -> str:
    return (
        f"the {what} {identifier!r} is no person, no organisation and no source of this document"
        f"{suggestion(identifier, known)}"
    )


RULE = Rule("speakers", "Each speaker is a person, an organisation or an unnamed source listed in the document.", _find)
