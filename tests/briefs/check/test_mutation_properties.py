"""Whatever a number, date, name or quoted letter is changed into: unless the cited paragraphs hold it, it is caught."""

import string
from collections.abc import Callable
from datetime import date as Date  # noqa: N812 (a date is also a word here)
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefs.check import quoted, supported
from briefs.check.evidence import figures
from briefs.check.language.dates import PartialDate, dates
from briefs.check.language.numbers import Sort
from briefs.check.language.quotations import quotations, stands_in
from briefs.check.statements import Part, Statement
from briefs.check.walk import entities
from tests.briefs.check.shipped import shipped

EXAMPLES = settings(max_examples=100, deadline=None)


def _statements(holds: Callable[[str], object]) -> st.SearchStrategy[Statement]:
    """Those that say something of the kind that `holds` finds; looked for when first drawn, not when collecting."""
    # A note may reckon with numbers and dates, within bounds of its own.
    return st.deferred(
        lambda: st.sampled_from(
            [
                one
                for one in shipped().statements
                if one.cites and one.text and one.part is not Part.NOTE and holds(one.text)
            ]
        )
    )


def _names(text: str) -> object:
    return shipped().names.names(text)


def _capitalised_names() -> st.SearchStrategy[tuple[str, str]]:
    """Each with the id of whose name it is."""
    return st.sampled_from(
        [(entity.id, name) for entity in entities(shipped().content) for name in entity.names if name[0].isupper()]
    )


def _changed(statement: Statement, start: int, end: int, new: str) -> Statement:
    text = f"{statement.text[:start]}{new}{statement.text[end:]}"
    return Statement(
        statement.file, statement.line, statement.item, statement.part, text, statement.cites, statement.waivers
    )


def _is_caught(statement: Statement) -> bool:
    narrowed = shipped().narrowed([statement])
    return any(supported.RULE.find(narrowed)) or any(quoted.RULE.find(narrowed))


@EXAMPLES
@given(_statements(figures), st.data(), st.integers(min_value=2, max_value=10**9))
def test_any_other_number(statement: Statement, data: st.DataObject, number: int) -> None:
    held = shipped().holdings(statement.cites)
    assume((Sort.COUNT, Fraction(number)) not in held.figures)
    assume(not 1500 <= number < 2200)  # a year is a date
    old = data.draw(st.sampled_from(figures(statement.text)))
    assert _is_caught(_changed(statement, old.start, old.end, f"{number}"))


@EXAMPLES
@given(_statements(dates), st.data(), st.dates(min_value=Date(1900, 1, 1), max_value=Date(2100, 1, 1)))
def test_any_other_date(statement: Statement, data: st.DataObject, date: Date) -> None:
    documents = [shipped().content.documents[cite.document] for cite in statement.cites]
    held = [*shipped().holdings(statement.cites).dates, *(PartialDate.of(document.as_of) for document in documents)]
    assume(not any(PartialDate.of(date).within(one) for one in held))
    old = data.draw(st.sampled_from(dates(statement.text)))
    assert _is_caught(_changed(statement, old.start, old.end, f"{date.day} {date:%B} {date.year}"))


@EXAMPLES
@given(_statements(_names), st.data(), st.deferred(_capitalised_names))
def test_any_name_of_somebody_else(statement: Statement, data: st.DataObject, other: tuple[str, str]) -> None:
    identifier, name = other
    held = shipped().holdings(statement.cites)
    assume(identifier not in held.entities and not shipped().names.entities(name) & held.entities)
    found = shipped().names.names(f"So {name}")
    assume(any(not held.words & {one.folded, f"{one.folded}s", one.folded.removesuffix("s")} for one in found))
    old = data.draw(st.sampled_from(shipped().names.names(statement.text)))
    changed = _changed(statement, old.start, old.start + len(old.written), name)
    # Beside other words, a name may turn into one that the paragraph does hold.
    assume(not shipped().names.entities(changed.text) - shipped().names.entities(statement.text) & held.entities)
    assert _is_caught(changed)


@EXAMPLES
@given(_statements(quotations), st.data(), st.sampled_from(string.ascii_letters))
def test_any_other_letter_in_a_quotation(statement: Statement, data: st.DataObject, letter: str) -> None:
    quotation = data.draw(st.sampled_from(quotations(statement.text)))
    letters = [at for at in range(quotation.start + 1, quotation.end - 1) if statement.text[at].isalpha()]
    at = data.draw(st.sampled_from(letters))
    changed = _changed(statement, at, at + 1, letter)
    shown = [shipped().shown(paragraph) for cite in statement.cites if (paragraph := shipped().paragraph(cite))]
    new = changed.text[quotation.start + 1 : quotation.end - 1]
    assume(not any(stands_in(new, text) for text in shown))
    assert _is_caught(changed)
