"""The rules that only `mujaz check` enforces; a new rule is a module of its own and a line here."""

from collections.abc import Mapping, Sequence

from briefs.check import (
    answered,
    attributed,
    cited,
    covered,
    days,
    flagged,
    hedged,
    placed,
    plain,
    private,
    quoted,
    spoken,
    supported,
    untold,
    waivers,
)
from briefs.check.originals import complete, own_words, verbatim
from briefs.check.rule import EditorialRule
from briefs.check.rules import RULES
from briefs.reading.markdown import FORMAT

EDITORIAL_RULES: Sequence[EditorialRule] = (
    cited.RULE,
    supported.RULE,
    placed.RULE,
    attributed.RULE,
    hedged.RULE,
    flagged.RULE,
    quoted.RULE,
    spoken.RULE,
    covered.RULE,
    answered.RULE,
    untold.RULE,
    days.RULE,
    private.RULE,
    plain.RULE,
    complete.RULE,
    verbatim.RULE,
    own_words.RULE,
)

EXPLANATIONS: Mapping[str, str] = (
    {
        FORMAT: "Each file has the form, the fields and the headings of its kind.",
        "original": "Each original can be read.",
    }
    | {rule.name: rule.explanation for rule in RULES}
    | {rule.name: rule.explanation for rule in EDITORIAL_RULES}
    | {waivers.NAME: waivers.EXPLANATION}
)
"""What each rule asks for, in one line, by its name."""
