"""How much is gone through for one query: generously in short lists, where it costs little, tightly in long ones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of one search in an index of names; they bound its time whatever is asked."""

    compared: int
    """Known parts that one part of the query is compared with."""
    alike: int
    """Known parts that one part of the query is believed to be a spelling of."""
    read: int
    """Entries of the lists of names that hold a part."""
    paired: int
    """Consonant skeletons of one part of the query that are looked for in pairs."""
    compared_whole: int
    """Names that are compared with the query as they stand."""
    aligned: int
    """Names that are aligned with the query part by part."""
    shortlist: int
    """Names whose evidence is weighed."""


GENEROUS = Budget(compared=300, alike=48, read=1500, paired=8, compared_whole=120, aligned=32, shortlist=14)
TIGHT = Budget(compared=110, alike=14, read=800, paired=5, compared_whole=90, aligned=24, shortlist=8)
SHORT = 30_000
"""Lists of up to so many names are short."""


def budget_for(names: int) -> Budget:
    """The budget for an index of so many `names`."""
    return GENEROUS if names <= SHORT else TIGHT
