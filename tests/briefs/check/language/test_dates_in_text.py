from datetime import date as Date  # noqa: N812 (a date is also a word here)
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.check.language.dates import PartialDate, counted_days, dates

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On November 17, the group", [(None, 11, 17)]),
        ("on 17 November 2023", [(2023, 11, 17)]),
        ("Friday, Nov. 15, 2024", [(2024, 11, 15)]),
        ("the 5th of May 2020", [(2020, 5, 5)]),
        ("in January 2015 and March 2023", [(2015, 1, None), (2023, 3, None)]),
        ("since mid-2021, 2016-2019", [(2021, None, None), (2016, None, None), (2019, None, None)]),
        ("in June", [(None, 6, None)]),
        ("2023-11-05 and 2023-11", [(2023, 11, 5), (2023, 11, None)]),
        ("a budget of $2000, 2000%", []),
        ("2023-13-01", [(2023, None, None)]),
        ("they may march", []),
        ("May they come?", []),
        ("nothing", []),
    ],
)
def test_dates_of_a_text(text: str, expected: list[tuple[int | None, int | None, int | None]]) -> None:
    assert [(date.year, date.month, date.day) for date in dates(text)] == expected


@given(st.dates(min_value=Date(1800, 1, 1), max_value=Date(2199, 12, 31)))
def test_every_date_is_read_in_every_form(date: Date) -> None:
    month = _MONTHS[date.month - 1]
    for written in (
        f"{date.day} {month} {date.year}",
        f"{month} {date.day}, {date.year}",
        f"{month[:3]}. {date.day}, {date.year}" if len(month) > 4 else f"{month} {date.day}, {date.year}",
        date.isoformat(),
    ):
        (found,) = dates(f"It was on {written} that they came.")
        assert (found.year, found.month, found.day) == (date.year, date.month, date.day), written


def test_a_coarser_date_lies_within_a_finer_one() -> None:
    day = PartialDate(2023, 11, 5)
    assert PartialDate(2023, 11, None).within(day)
    assert PartialDate(2023, None, None).within(day)
    assert PartialDate(None, 11, 5).within(day)
    assert not day.within(PartialDate(2023, 11, None))
    assert not PartialDate(2023, 11, 6).within(day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on the 27th day of the war", [27]),
        ("day 30 of the war", [30]),
        ("the twenty-eighth day, the thirtieth day", [28, 30]),
        ("30 days, the day, a third day", [3]),
        ("every day", []),
    ],
)
def test_counted_days(text: str, expected: list[int]) -> None:
    assert [day.number for day in counted_days(text)] == expected


@given(st.dates(min_value=Date(1900, 1, 1), max_value=Date(2100, 1, 1)), st.integers(min_value=1, max_value=4000))
def test_the_first_day_is_day_one(day_one: Date, number: int) -> None:
    (day,) = counted_days(f"It was day {number} of the war.")
    assert day.date(day_one) == day_one + timedelta(days=number - 1)
