"""Dates in English text, as far as they go: "5 November 2023", "November 17", "October 2023", "2019", "mid-2021"."""

import re
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 (a date is also a field)
from datetime import timedelta
from functools import lru_cache

from briefs.check.language.numbers import numbers

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
_SHORT = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"]
_NUMBER_OF = {month[:3].lower(): at for at, month in enumerate(_MONTHS, start=1)}
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})\b|(?:{'|'.join(_SHORT)})\b\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d{2})"
_FORMS = (
    re.compile(rf"(?<![\w-]){_YEAR}-(?P<month>\d{{2}})(?:-(?P<day>\d{{2}}))?(?![\w-])"),
    re.compile(rf"(?<!\w){_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?(?!\w)"),
    re.compile(rf"(?<!\w){_MONTH}\s+{_DAY}(?!\d)(?:,?\s+{_YEAR})?(?!\w)"),
    re.compile(rf"(?<!\w){_MONTH}(?:\s+of|,)?\s+{_YEAR}(?!\w)"),
    re.compile(rf"(?<!\w){_MONTH}(?!\w)"),
    re.compile(rf"(?<![\w$€£.,]){_YEAR}(?![\w%])"),
    re.compile(rf"(?<=\bmid-){_YEAR}(?!\w)"),
    re.compile(rf"(?<=\d{{4}}[-–]){_YEAR}(?!\w)"),
)
_MAY_HOLD = re.compile(rf"\d{{4}}|\b(?:{'|'.join(dict.fromkeys(month[:3] for month in _MONTHS))})")
_DAY_COUNT = re.compile(r"\bday\s+(?P<after>\d{1,4})\b|(?P<before>\d{1,4})(?:st|nd|rd|th)\s+day\b", re.IGNORECASE)
_WORDED_DAY_COUNT = re.compile(r"\s+day\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which parts may be unknown, `written` so between `start` and `end`."""

    year: int | None
    month: int | None
    day: int | None
    written: str = ""
    start: int = 0
    end: int = 0

    @classmethod
    def of(cls, day: Date, written: str = "") -> "PartialDate":
        """A date that is known to the day."""
        return cls(day.year, day.month, day.day, written)

    def within(self, other: "PartialDate") -> bool:
        """Whether all that this date says is said by `other`, too."""
        return all(
            mine is None or mine == theirs
            for mine, theirs in (
                (self.year, other.year),
                (self.month, other.month),
                (self.day, other.day),
            )
        )

    def agrees(self, other: "PartialDate") -> bool:
        """Whether both name a day of a month, and nothing that both say differs."""
        return all(
            mine is None or theirs is None or mine == theirs
            for mine, theirs in (
                (self.year, other.year),
                (self.month, other.month),
                (self.day, other.day),
            )
        )


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day that the text counts from an event: "the 30th day"."""

    number: int
    written: str
    start: int
    end: int

    def date(self, day_one: Date) -> Date:
        """The calendar's date, where `day_one` is day 1."""
        return day_one + timedelta(days=self.number - 1)


@lru_cache(maxsize=4_096)
def dates(text: str) -> tuple[PartialDate, ...]:
    """The dates of `text`, from left to right."""
    if not _MAY_HOLD.search(text):
        return ()
    found: list[PartialDate] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if not any(date.start < match.end() and match.start() < date.end for date in found):
                found += _read(match)
    return tuple(sorted(found, key=lambda date: date.start))


def _read(match: re.Match[str]) -> list[PartialDate]:
    parts = match.groupdict()
    month = parts.get("month")
    number = None if month is None else int(month) if month.isdigit() else _NUMBER_OF[month[:3].lower()]
    day, year = parts.get("day"), parts.get("year")
    if (number is not None and not 1 <= number <= 12) or (day and not 1 <= int(day) <= 31):
        return []
    if month == "May" and not day and not year and match.start() == 0:
        return []  # the verb that opens a question
    return [
        PartialDate(
            int(year) if year else None, number, int(day) if day else None, match[0], match.start(), match.end()
        )
    ]


def counted_days(text: str) -> list[DayOf]:
    """The days that `text` counts, "day 27" or "the 27th day" or "the thirtieth day", from left to right."""
    if "day" not in text.lower():
        return []
    found = [
        DayOf(int(match["after"] or match["before"]), match[0], match.start(), match.end())
        for match in _DAY_COUNT.finditer(text)
    ]
    for number in numbers(text):
        if number.written.isalpha() or "-" in number.written:
            following = _WORDED_DAY_COUNT.match(text, number.end)
            is_ordinal = number.written.lower().endswith(("st", "nd", "rd", "th"))
            if following and is_ordinal and number.value.denominator == 1:
                found.append(
                    DayOf(int(number.value), text[number.start : following.end()], number.start, following.end())
                )
    return sorted(found, key=lambda day: day.start)
