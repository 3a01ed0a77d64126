"""How much is gone through for one query: generously in short lists, where it costs little, tightly in longer ones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of one search in an index of names; they bound its time whatever is asked."""

    compared: int
    """Known parts that one part of the query is compared with."""
    alike: int
    """Known parts that one part of the query is believed to be a spelling of."""
    readings: int
    """Ways in which the query is parted into names."""
    parted: float
    """Likeness of what a part of the query is a spelling of, up to which it is tried joined or split as well."""
    read: int
    """Entries of the lists of names that hold a part."""
    paired: int
    """Consonant skeletons of one part of the query that are looked for in pairs."""
    rival: float
    """Share of what the best name holds that another must hold, where the best holds nearly all that is asked."""
    hopeful: float
    """The same, where it does not."""
    compared_whole: int
    """Names that are compared with the query as they stand."""
    aligned: int
    """Names that are aligned with the query part by part."""
    shortlist: int
    """Names whose evidence is weighed."""


GENEROUS = Budget(
    compared=300, alike=48, readings=4, parted=1.0, read=1500, paired=8, rival=0.0, hopeful=0.0,
    compared_whole=120, aligned=32, shortlist=14,
)  # fmt: skip
TIGHT = Budget(
    compared=50, alike=6, readings=2, parted=0.95, read=300, paired=3, rival=0.7, hopeful=0.4,
    compared_whole=36, aligned=9, shortlist=4,
)  # fmt: skip
WIDE = Budget(
    compared=120, alike=10, readings=4, parted=0.95, read=500, paired=4, rival=0.6, hopeful=0.3,
    compared_whole=60, aligned=16, shortlist=6,
)  # fmt: skip
SHORT, LONG = 30_000, 300_000
"""Lists of up to so many names are short, those of more are long: there, far more parts are alike."""


def budget_for(names: int) -> Budget:
    """The budget for an index of so many `names`."""
    if names <= SHORT:
        return GENEROUS
    return TIGHT if names <= LONG else WIDE
