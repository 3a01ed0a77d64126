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
    aligned: int
    """Names that are aligned with the query."""
    shortlist: int
    """Names whose evidence is weighed."""


GENEROUS = Budget(compared=300, alike=48, read=1500, paired=8, aligned=48, shortlist=14)
TIGHT = Budget(compared=160, alike=20, read=800, paired=5, aligned=28, shortlist=8)
SHORT = 30_000
"""Lists of up to so many names are short."""


def budget_for(names: int) -> Budget:
    """The budget for an index of so many `names`."""
    return GENEROUS if names <= SHORT else TIGHT
