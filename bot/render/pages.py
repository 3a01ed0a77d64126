"""Parts blocks of HTML into pages that Telegram accepts; a block is never cut, so neither is a tag."""

from collections.abc import Iterable

from bot.render.html import GAP, Html, entities, join, length

MAX_LENGTH = 3500
"""Telegram's limit is 4,096 after parsing; the rest is left for a heading and a page number."""
SHORT_LENGTH = 1200
"""What a group reads without scrolling away from what was said before."""
MAX_ENTITIES = 90
"""Telegram keeps 100 entities a message and drops the others, links among them."""
MAX_BYTES = 28 * 1024
"""Telegram refuses more than 32 KiB before parsing."""


_CUT = Html("…")


class _Page:
    """Blocks that go on one page, and how much of Telegram's limits they take."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.blocks: list[Html] = []
        self.length = self.entities = self.bytes = 0

    def takes(self, block: Html, by: Html) -> bool:
        """Adds `block` where it fits, or is the first; whether it was added."""
        size, tags, weight = length(block) + len(by), entities(block), len(block.encode())
        full = self.length + size > self.limit or self.entities + tags > MAX_ENTITIES or self.bytes + weight > MAX_BYTES
        if self.blocks and full:
            return False
        self.blocks.append(block)
        self.length, self.entities, self.bytes = self.length + size, self.entities + tags, self.bytes + weight
        return True


def paginate(blocks: Iterable[Html], by: Html = GAP, limit: int = MAX_LENGTH) -> list[Html]:
    """Pages of as many `blocks` as fit `limit` characters, at least one page; a longer block has a page to itself."""
    pages = [_Page(limit)]
    for block in blocks:
        if block and not pages[-1].takes(block, by):
            pages.append(_Page(limit))
            pages[-1].takes(block, by)
    return [join(page.blocks, by) for page in pages]


def fitted(parts: Iterable[Html], by: Html = GAP, limit: int = MAX_LENGTH) -> Html:
    """As many of `parts` as fit `limit` characters, with an ellipsis where the rest is left out."""
    page = _Page(limit)
    for part in parts:
        if part and not page.takes(part, by):
            return join((*page.blocks, _CUT), by)
    return join(page.blocks, by)
