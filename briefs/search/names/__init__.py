"""Finding names that are spelled anyhow: `NameIndex` serves any list of names."""

from briefs.search.names.index import NameHit, NameIndex

__all__ = ["NameHit", "NameIndex"]
