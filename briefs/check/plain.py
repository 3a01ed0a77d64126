"""Rule: a brief is as long, and as plain, as the house style says."""

from collections.abc import Iterator

from briefs.check.evidence import Evidence
from briefs.check.language.reading_grade import reading_grade, words
from briefs.check.language.sentences import sentences
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import LABEL, granted
from briefs.models import Block, Topic
from briefs.models.items import SOURCE_NOTES

MAX_TITLE_CHARACTERS = 70
MAX_BOTTOM_LINE_WORDS = 30
SUMMARY_WORDS = (60, 120)
KEY_POINTS = (3, 7)
QUESTIONS = (3, 8)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for topic in evidence.content.topics.values():
        for line, message in [*_lengths(topic), *_grade(evidence, topic)]:
            beside = topic.lead.sentences[0].waivers if line == topic.lead.line else ()
            yield Finding(topic.file, line, message, (*granted(topic, line), *beside))


def _lengths(topic: Topic) -> Iterator[tuple[int, str]]:
    if len(topic.title) > MAX_TITLE_CHARACTERS:
        yield topic.line_of("title"), f"a title of {len(topic.title)} characters: {MAX_TITLE_CHARACTERS} at most"
    lead = topic.lead.text.removeprefix(LABEL)
    if len(sentences(lead.strip())) != 1:
        yield topic.lead.line, "the bottom line is one sentence: join or cut"
    yield from _outside(topic.lead.line, "bottom line", len(words(lead)), (1, MAX_BOTTOM_LINE_WORDS), "words")
    summary = sum(len(words(block.text)) for block in topic.section("Summary"))
    yield from _outside(_line(topic, "Summary"), "summary", summary, SUMMARY_WORDS, "words")
    points = len(topic.section("Key points"))
    yield from _outside(_line(topic, "Key points"), "list of key points", points, KEY_POINTS, "points")
    asked = len(topic.questions)
    yield from _outside(topic.line_of("questions"), "list of questions", asked, QUESTIONS, "questions")


def _outside(line: int, what: str, found: int, bounds: tuple[int, int], unit: str) -> Iterator[tuple[int, str]]:
    if not bounds[0] <= found <= bounds[1]:
        yield line, f"a {what} of {found} {unit}: {bounds[0]} to {bounds[1]} are asked for"


def _line(topic: Topic, heading: str) -> int:
    return next((section.line for section in topic.sections if section.heading == heading), topic.lead.line)


def _grade(evidence: Evidence, topic: Topic) -> Iterator[tuple[int, str]]:
    limits = [
        evidence.content.documents[identifier].reading_grade
        for identifier in topic.documents
        if identifier in evidence.content.documents
    ]
    grade = topic_grade(topic)
    if limits and grade > min(limits):
        yield 0, f"reading grade {grade:.1f}: {min(limits):g} at most; shorten sentences, choose plainer words"


def topic_grade(topic: Topic) -> float:
    """The Flesch-Kincaid grade of the body of `topic`."""
    return reading_grade([sentence for block in _prose(topic) for sentence in sentences(block.text)])


def _prose(topic: Topic) -> Iterator[Block]:
    yield from topic.opening
    for section in topic.sections:
        if section.heading != SOURCE_NOTES:
            yield from section.blocks


RULE = EditorialRule("plain", "Bottom line, summary, key points and reading grade keep to the house style.", _find)
