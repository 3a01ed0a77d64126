"""All rules; a new rule is a module of its own and a line here."""

from collections.abc import Sequence

from briefs.check import aliases, citations, references, speakers
from briefs.check.rule import Rule
from briefs.content import Content
from briefs.faults import Fault

RULES: Sequence[Rule] = (references.RULE, citations.RULE, speakers.RULE, aliases.RULE)


def check(content: Content) -> list[Fault]:
    """Every fault that the rules find in `content`, by file and line."""
    return sorted({fault for rule in RULES for fault in rule.faults(content)})
