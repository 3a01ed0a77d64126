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


def paginate(blocks: Iterable[Html], by: Html = GAP, limit: int = MAX_LENGTH) -> list[Html]:
    """Pages of as many `blocks` as fit `limit` characters, at least one page; a longer block has a page to itself."""
    pages: list[list[Html]] = [[]]
    size = tags = weight = 0
    for block in blocks:
        if not block:
            continue
        block_size, block_tags, block_weight = length(block) + len(by), entities(block), len(block.encode())
        full = size + block_size > limit or tags + block_tags > MAX_ENTITIES or weight + block_weight > MAX_BYTES
        if pages[-1] and full:
            pages.append([])
            size = tags = weight = 0
        pages[-1].append(block)
        size, tags, weight = size + block_size, tags + block_tags, weight + block_weight
    return [join(page, by) for page in pages]
