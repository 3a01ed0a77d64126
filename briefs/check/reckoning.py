"""What a source note may work out from the paragraphs that it weighs against one another, without quoting it."""

from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date as Date  # noqa: N812 (a date is also a field)
from fractions import Fraction
from itertools import combinations

from briefs.check.evidence import Figure, Holding
from briefs.check.language.dates import PartialDate
from briefs.check.language.numbers import Sort

_YEAR = 366
_UNITS = (1, 7)
"""Days in a day and in a week."""


def is_reckoned_date(date: PartialDate, held: Holding, years: Collection[int]) -> bool:
    """Whether `date` lies within a year of a date that is held: a guess at what was meant, or a day counted from it.

    A held date without a year lies in one of `years`.
    """
    return any(
        _distance(date, replace(other, year=year)) <= _YEAR for other in held.dates for year in _of(other, years)
    )


def _of(date: PartialDate, years: Collection[int]) -> Collection[int]:
    return years if date.year is None else (date.year,)


def is_reckoned_figure(figure: Figure, held: Holding, cited: int) -> bool:
    """Whether `figure` counts `cited` paragraphs or fewer, or the days, weeks, months or years between held dates."""
    sort, value = figure
    return sort is Sort.COUNT and (value <= cited or value in _spans(held))


def _spans(held: Holding) -> Iterator[Fraction]:
    for one, other in combinations(held.dates, 2):
        days = _distance(one, other)
        if one.day is not None and other.day is not None:
            yield from (Fraction(days, unit) for unit in _UNITS if days % unit == 0)
        if one.month is not None and other.month is not None and one.year is not None and other.year is not None:
            yield Fraction(abs(12 * (one.year - other.year) + one.month - other.month))
        if one.year is not None and other.year is not None:
            yield Fraction(abs(one.year - other.year))


def _distance(one: PartialDate, other: PartialDate) -> int:
    """The least number of days between two dates; of an unknown part, the best is assumed."""
    years = [date.year for date in (one, other) if date.year is not None]
    if not years:
        return min(_days(one, other, 2000, 2000), _days(one, other, 2000, 2001), _days(one, other, 2001, 2000))
    return min(_days(one, other, one.year or years[0] + shift, other.year or years[0] + shift) for shift in (-1, 0, 1))


def _days(one: PartialDate, other: PartialDate, year: int, other_year: int) -> int:
    first, last = _bounds(one, year)
    other_first, other_last = _bounds(other, other_year)
    return max(0, (first - other_last).days, (other_first - last).days)


def _bounds(date: PartialDate, year: int) -> tuple[Date, Date]:
    """The first and the last day that `date` may be."""
    first, last = date.month or 1, date.month or 12
    return Date(year, first, min(date.day or 1, monthrange(year, first)[1])), Date(
        year, last, min(date.day or 31, monthrange(year, last)[1])
    )
