"""Rule: what states something says where it stands."""

from collections.abc import Iterator

from briefs.check.evidence import Evidence
from briefs.check.language.sentences import sentences
from briefs.check.rule import EditorialRule, Finding
from briefs.check.statements import Part, Statement
from briefs.check.walk import items
from briefs.models.items import SOURCE_NOTES


def _find(evidence: Evidence) -> Iterator[Finding]:
    for statement in evidence.statements:
        if statement.part is not Part.UNKNOWN:
            yield from _uncited(statement)
    for item in items(evidence.content):
        for block in item.section(SOURCE_NOTES):
            for sentence in block.sentences:
                if not sentence.cites:
                    message = "a source note names its paragraph: expected a bullet such as '- [iraq:53]'"
                    yield Finding(item.file, sentence.line, message, sentence.waivers)


def _uncited(statement: Statement) -> Iterator[Finding]:
    parts = sentences(statement.text)
    uncited = parts[:-1] if statement.cites else parts
    for sentence in uncited:
        message = f"{_shortened(sentence)!r} has no citation: let the sentence end in one, such as [iraq:58]"
        yield Finding(statement.file, statement.line, message, statement.waivers)


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= 70 else f"{sentence[:69]}…"


RULE = EditorialRule("cited", "Each sentence that states something ends in a citation.", _find)
