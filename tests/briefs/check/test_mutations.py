"""What if somebody had it wrong? Each quote, number, date, name and citation of the shipped library is changed in turn.

The counts are printed (`pytest -s`): every change has to be caught by some rule.
"""

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import replace

import pytest

from briefs.check import attributed, citations, cited, flagged, hedged, placed, quoted, supported
from briefs.check.evidence import figures
from briefs.check.language.dates import dates
from briefs.check.language.hedges import hedges, is_hedged
from briefs.check.language.quotations import quotations
from briefs.check.originals.complete import differences
from briefs.check.originals.verbatim import misquoted
from briefs.check.statements import Part, Statement
from briefs.models import Paragraph, ParagraphId, Section
from briefs.models.items import SOURCE_NOTES
from tests.briefs.check.shipped import ORIGINALS, shipped

RULES = (placed.RULE, supported.RULE, quoted.RULE, attributed.RULE)
NUMBER = "6173"
DATE = "13 April 1987"
NAME = "Zorvath"
WEIGHED = frozenset({Part.LEAD, Part.BODY, Part.ROLE, Part.EVENT})
"""Parts whose citations have to name the very paragraph; a title rests on its item, a note compares paragraphs."""

Spans = Callable[[str], Iterator[tuple[int, int]]]


def _statements() -> list[Statement]:
    return [statement for statement in shipped().statements if statement.cites and statement.text]


def _is_caught(statement: Statement) -> bool:
    narrowed = shipped().narrowed([statement])
    return any(finding.file == statement.file for rule in RULES for finding in rule.find(narrowed))


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    yield from ((number.start, number.end) for number in figures(text))


def _dates(text: str) -> Iterator[tuple[int, int]]:
    yield from ((date.start, date.end) for date in dates(text))


def _names(text: str) -> Iterator[tuple[int, int]]:
    yield from ((word.start, word.start + len(word.written)) for word in shipped().names.names(text))


def _letters_of_quotes(text: str) -> Iterator[tuple[int, int]]:
    """One letter of each quotation, not always the same."""
    for quotation in quotations(text):
        letters = [at for at in range(quotation.start, quotation.end) if text[at].isalpha()]
        at = letters[len(text) % len(letters)]
        yield at, at + 1


def _with(text: str, span: tuple[int, int], new: str) -> str:
    start, end = span
    return f"{text[:start]}{new if text[start:end] != new else new.swapcase()}{text[end:]}"


def _told(what: str, tried: int, missed: list[str]) -> None:
    print(f"{what}: {tried - len(missed)} of {tried} caught")  # noqa: T201 (the count is the point)
    assert missed == []
    assert tried > 0


@pytest.mark.parametrize(
    ("what", "spans", "new"),
    [
        ("numbers", _numbers, NUMBER),
        ("dates", _dates, DATE),
        ("names", _names, NAME),
        ("quotes", _letters_of_quotes, "ß"),
    ],
)
def test_a_changed_sentence_is_caught(what: str, spans: Spans, new: str) -> None:
    changed = [
        replace(statement, text=_with(statement.text, span, new))
        for statement in _statements()
        for span in spans(statement.text)
    ]
    _told(f"{what} of sentences", len(changed), [one.text for one in changed if not _is_caught(one)])


def _slips(number: int) -> set[int]:
    """What a slip makes of a number: one digit wrong, missing or swapped with the next, one more or one less."""
    digits = str(number)
    slipped = {str(number - 1), str(number + 1)}
    for at in range(len(digits)):
        slipped.add(digits[:at] + digits[at + 1 :])
        slipped.add(digits[:at] + digits[at + 1 : at + 2] + digits[at] + digits[at + 2 :])
        slipped |= {digits[:at] + other + digits[at + 1 :] for other in "0123456789"}
    return {int(one) for one in slipped if one} - {number}


def _by_a_slip(statement: Statement) -> Iterator[Statement]:
    """The statement with a citation that a slip made of its own, where there is such a paragraph."""
    (cite,) = statement.cites
    for number in sorted(_slips(cite.number)):
        if number in shipped().content.documents[cite.document].by_number:
            yield replace(statement, cites=(ParagraphId(cite.document, number),))


def test_a_slip_in_a_citation_is_caught() -> None:
    """All but a few: two paragraphs may bear out the same sentence."""
    alone = [one for one in _statements() if one.part in WEIGHED and len(one.cites) == 1]
    changed = [slipped for statement in alone for slipped in _by_a_slip(statement)]
    missed = [f"{one.cites} {one.text}" for one in changed if not _is_caught(one)]
    print(f"slips in citations: {len(changed) - len(missed)} of {len(changed)} caught")  # noqa: T201
    assert len(missed) <= len(changed) // 500, missed


def test_citations_of_several_paragraphs_that_are_all_wrong_are_caught() -> None:
    changed = []
    for statement in _statements():
        if statement.part in WEIGHED and len(statement.cites) > 1:
            documents = shipped().content.documents
            shifted = [(cite.document, cite.number + 40) for cite in statement.cites]
            turned = [ParagraphId(name, 1 + (number - 1) % len(documents[name].paragraphs)) for name, number in shifted]
            if not set(turned) & set(statement.cites):
                changed.append(replace(statement, cites=tuple(turned)))
    missed = [f"{one.cites} {one.text}" for one in changed if not _is_caught(one)]
    print(f"lists of citations: {len(changed) - len(missed)} of {len(changed)} caught")  # noqa: T201
    assert len(missed) <= len(changed) // 50, missed


def test_a_dropped_citation_is_caught() -> None:
    changed = [replace(one, cites=()) for one in _statements() if one.part is not Part.UNKNOWN]
    missed = [one.text for one in changed if not any(cited.RULE.find(shipped().narrowed([one])))]
    _told("dropped citations", len(changed), missed)


def test_each_source_note_that_an_item_drops_is_caught() -> None:
    narrowed = shipped().narrowed(shipped().statements)
    narrowed.content = copy(narrowed.content)
    listed = 0
    narrowed.content.topics = dict(narrowed.content.topics)
    for topic in shipped().content.topics.values():
        listed += len({cite for block in topic.section(SOURCE_NOTES) for cite in block.cites})
        kept = tuple(section for section in topic.sections if section.heading != SOURCE_NOTES)
        narrowed.content.topics[topic.id] = topic.model_copy(update={"sections": kept})
    found = [one for one in flagged.RULE.find(narrowed) if "/topics/" in one.file]
    _told("dropped source notes", listed, ["missed"] * (listed - len(found)))


def test_most_dropped_hedges_are_caught() -> None:
    """Where a sentence shares no word with the supposition, only an editor can tell that it is one."""
    tried = caught = 0
    for statement in _statements():
        paragraph = shipped().paragraph(statement.cites[0])
        if statement.part in WEIGHED and len(statement.cites) == 1 and paragraph and hedges(paragraph.text):
            told = hedges(statement.text)
            bare = statement.text
            for hedge in told:
                bare = bare.replace(hedge, "")
            if told and not is_hedged(bare):
                tried += 1
                caught += any(hedged.RULE.find(shipped().narrowed([replace(statement, text=bare)])))
    print(f"hedges: {caught} of {tried} caught")  # noqa: T201 (the count is the point)
    assert caught > 0.6 * tried


def test_citations_of_no_paragraph_are_all_caught() -> None:
    content = copy(shipped().content)
    beyond = {name: len(document.paragraphs) + 1 for name, document in content.documents.items()}
    tried = 0
    content.topics = dict(content.topics)
    for topic in content.topics.values():
        sections = tuple(_beyond(section, beyond) for section in topic.sections)
        tried += sum(len(block.cites) for section in sections for block in section.blocks)
        content.topics[topic.id] = topic.model_copy(update={"sections": sections})
    faults = list(citations.RULE.find(content))
    _told("citations of no paragraph", tried, ["missed"] * (tried - len(faults)))


def _beyond(section: Section, beyond: Mapping[str, int]) -> Section:
    """The section with its citations beyond the end of their documents, each of them another."""
    blocks = []
    for block in section.blocks:
        sentences = tuple(
            sentence.model_copy(
                update={
                    "cites": tuple(
                        ParagraphId(one.document, beyond[one.document] + one.number) for one in sentence.cites
                    )
                }
            )
            for sentence in block.sentences
        )
        blocks.append(block.model_copy(update={"sentences": sentences}))
    return section.model_copy(update={"blocks": tuple(blocks)})


def _paragraphs() -> Iterator[tuple[Paragraph, str, str]]:
    """Each paragraph of a digest whose original is at hand, with the original and what comes before it."""
    for identifier, original in shipped().originals.items():
        for paragraph in shipped().content.documents[identifier].paragraphs:
            number = paragraph.id.number
            before = "\n".join(original.paragraphs.get(number - distance, "") for distance in range(1, 4))
            yield paragraph, original.paragraphs[number], before


def _is_caught_by_the_original(paragraph: Paragraph, original: str, before: str) -> bool:
    document = shipped().content.documents[paragraph.id.document]
    return any(differences(shipped(), document, original, before, paragraph)) or any(misquoted(paragraph, original))


@pytest.mark.skipif(not ORIGINALS, reason="the originals are not at hand")
@pytest.mark.parametrize(
    ("what", "spans", "new"),
    [
        ("numbers", _numbers, NUMBER),
        ("dates", _dates, DATE),
        ("names", _names, NAME),
        ("quotes", _letters_of_quotes, "ß"),
    ],
)
def test_a_changed_digest_is_caught(what: str, spans: Spans, new: str) -> None:
    changed = [
        (paragraph.model_copy(update={"text": _with(paragraph.text, span, new)}), original, before)
        for paragraph, original, before in _paragraphs()
        for span in spans(paragraph.text)
    ]
    missed = [one.text for one, original, before in changed if not _is_caught_by_the_original(one, original, before)]
    _told(f"{what} of digests", len(changed), missed)


@pytest.mark.skipif(not ORIGINALS, reason="the originals are not at hand")
def test_a_changed_quotation_is_caught_at_every_letter() -> None:
    changed = [
        (paragraph.model_copy(update={"quotes": (quote.model_copy(update={"text": text}),)}), original, text)
        for paragraph, original, _ in _paragraphs()
        for quote in paragraph.quotes
        for text in _spoilt(quote.text)
    ]
    missed = [text for paragraph, original, text in changed if not any(misquoted(paragraph, original))]
    _told("letters of quotations", len(changed), missed)


def _spoilt(text: str) -> Iterator[str]:
    for at, character in enumerate(text):
        if character.isalnum():
            yield _with(text, (at, at + 1), "ß")
