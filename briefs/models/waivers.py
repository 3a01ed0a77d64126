"""Exceptions from a rule that an editor grants beside the sentence: `<!-- waive supported: the reason -->`."""

import re

from briefs.models.base import Model

COMMENT = r"<!--[\s\S]{0,500}?-->"
"""A comment; bounded, so that one left open does not make reading slow."""
_COMMENT = re.compile(COMMENT)
_WAIVER = re.compile(r"waive\s+(?P<rule>[a-z][a-z-]*)\s*:\s*(?P<reason>\S.*)", re.DOTALL)
COMMENT_OPENS = "<!--"
WAIVER_FORM = "<!-- waive rule: the reason -->"


class Waiver(Model):
    """Lets what it stands beside break `rule`; `rule` is empty where the comment is not of the form `WAIVER_FORM`."""

    rule: str
    reason: str
    line: int = 0


def read_waivers(comments: str, line: int = 0) -> tuple[Waiver, ...]:
    """The waivers in `comments`, each with the line of what it stands beside."""
    return tuple(_waiver(match[0][4:-3].strip(), line) for match in _COMMENT.finditer(comments))


def split_waivers(text: str, line: int = 0) -> tuple[str, tuple[Waiver, ...]]:
    """`text` without comments, and the waivers that stood in them."""
    if COMMENT_OPENS not in text:
        return text, ()
    return _COMMENT.sub("", text).strip(), read_waivers(text, line)


def _waiver(content: str, line: int) -> Waiver:
    match = _WAIVER.fullmatch(content)
    if match is None:
        return Waiver(rule="", reason=content, line=line)
    return Waiver(rule=match["rule"], reason=" ".join(match["reason"].split()), line=line)
