"""Rule: each citation is well formed and names a paragraph that exists."""

import re
from collections.abc import Iterator

from briefs.check.references import suggestion
from briefs.check.rule import Rule
from briefs.check.walk import cited_blocks, cited_paragraphs
from briefs.content import Content
from briefs.models.waivers import COMMENT_OPENS, WAIVER_FORM

_BROKEN = re.compile(r"\[[a-z0-9-]+\s*:[^\]]{0,40}\]?")


def _find(content: Content) -> Iterator[tuple[str, int, str]]:
    for file, line, cite in cited_paragraphs(content):
        document = content.documents.get(cite.document)
        if document is None:
            yield (
                file,
                line,
                f"[{cite}]: there is no document {cite.document!r}{suggestion(cite.document, content.documents)}",
            )
        elif cite.number not in document.by_number:
            yield file, line, f"[{cite}]: {cite.document} has paragraphs 1 to {len(document.paragraphs)}"
    for file, block in cited_blocks(content):
        for broken in _BROKEN.findall(block.text):
            yield file, block.line, f"{broken!r} is not a citation; expected the form [iraq:58] or [iraq:58,61]"
        if COMMENT_OPENS in block.text:
            yield file, block.line, f"a comment is not closed, or too long; expected the form {WAIVER_FORM}"


RULE = Rule("citations", "Each citation has the form [document:number] and names a paragraph that exists.", _find)
