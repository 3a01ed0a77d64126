"""What a reply to an answer asks for: a side of the same subject, one of its sources, or something about it."""

import re
from dataclasses import dataclass

from bot.views import Tab
from briefs.search.folding import fold

_TABS = {
    Tab.FULL: "more|full|details|tell me more|go on|everything",
    Tab.QUOTES: "quotes?|quotations?|what (?:do|does|did) (?:he|she|it|they) say|who said what",
    Tab.PEOPLE: "people|persons|names|who is involved|who else|connections",
    Tab.TIMELINE: "timeline|dates|events|chronology",
    Tab.RELATED: "related|briefs?|more briefs|what else",
    Tab.SOURCES: "sources?|citations?|paragraphs|passages|where does (?:this|that|it) come from",
    Tab.CARD: "summary|less|again",
}
_SAYS = {
    tab: re.compile(rf"(?:(?:show|give|list)(?: me| us)?(?: the| all| his| her| their)? )?(?:{words})")
    for tab, words in _TABS.items()
}
_SOURCE = re.compile(
    r"(?:(?:show|open)(?: me)? )?(?:source|citation|note|paragraph|passage|number|no)? ?(?P<number>\d{1,6})"
)
_WHO = re.compile(r"(?:and )?who (?:is|are|was|were) (?:he|she|they|this|that|it)(?: exactly| again)?|who")
_REFERS_BACK = re.compile(
    r"\b(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|this|that|these|those|there|then|so|such)\b"
)
_STEPS = {
    1: re.compile(r"next(?: one| page| paragraph)?|on|continue"),
    -1: re.compile(r"previous(?: one)?|back|before"),
}
_FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One of: a `tab` of the subject, the `source` of that number, `who` it is, a `step` on or back, else a question.

    `refers_back` tells of a question whether it can only be understood together with the subject.
    """

    tab: Tab | None = None
    source: int | None = None
    who: bool = False
    step: int | None = None
    refers_back: bool = False


def parse_follow_up(words: str) -> FollowUp:
    """What the reply `words` asks for."""
    folded = fold(words)
    if match := _SOURCE.fullmatch(folded):
        return FollowUp(source=int(match["number"]))
    if _WHO.fullmatch(folded):
        return FollowUp(who=True)
    for step, pattern in _STEPS.items():
        if pattern.fullmatch(folded):
            return FollowUp(step=step)
    for tab, pattern in _SAYS.items():
        if pattern.fullmatch(folded):
            return FollowUp(tab=tab)
    return FollowUp(refers_back=bool(_REFERS_BACK.search(folded)) or len(folded.split()) <= _FEW_WORDS)
