"""From a screen's buttons to Telegram's keyboard, within its limits."""

import json

import pytest

from bot.keyboards import keyboard, written
from bot.render.html import text
from bot.render.screen import CLOSE, MAX_LABEL, Button, Screen, pager, rows
from bot.views import View

VIEW = View.of_topic("blinken-in-a-vest")
WORDS = text("words")


def test_a_screen_without_buttons_has_no_keyboard() -> None:
    assert keyboard(Screen(WORDS)) is None
    assert keyboard(Screen(WORDS, ((), ()))) is None


def test_a_button_opens_its_view_copies_or_shares() -> None:
    shown = keyboard(
        Screen(WORDS, ((Button("Open", VIEW), Button("Copy", copies="said")), (Button("Share", shares="x"),)))
    )
    assert shown is not None
    (first, second), (third,) = shown.inline_keyboard
    assert first.callback_data == "t_blinken-in-a-vest"
    assert second.copy_text is not None
    assert second.copy_text.text == "said"
    assert third.switch_inline_query_chosen_chat is not None
    assert third.switch_inline_query_chosen_chat.query == "x"


def test_a_screen_with_a_subject_can_be_shared_and_linked_to() -> None:
    shown = keyboard(Screen(WORDS, subject=VIEW, url="https://t.me/mujaz_bot?start=t_blinken-in-a-vest"))
    assert shown is not None
    ((share, address),) = shown.inline_keyboard
    assert share.switch_inline_query_chosen_chat is not None
    assert share.switch_inline_query_chosen_chat.query == VIEW.payload
    assert address.copy_text is not None
    assert address.copy_text.text == "https://t.me/mujaz_bot?start=t_blinken-in-a-vest"


def test_a_closable_one_can_be_closed() -> None:
    shown = keyboard(Screen(WORDS), closable=True)
    assert shown is not None
    assert [button.callback_data for row in shown.inline_keyboard for button in row] == [CLOSE]


def test_a_long_label_is_cut() -> None:
    shown = keyboard(Screen(WORDS, ((Button("word " * 40, VIEW),),)))
    assert shown is not None
    label = shown.inline_keyboard[0][0].text
    assert len(label) <= MAX_LABEL
    assert label.endswith("…")


@pytest.mark.parametrize("closable", [False, True])
@pytest.mark.parametrize(("count", "width"), [(100, 8), (150, 5), (99, 1), (300, 20)])
def test_no_more_than_100_buttons_and_8_a_row(count: int, width: int, *, closable: bool) -> None:
    screen = Screen(
        WORDS, rows((Button(f"{n}", VIEW) for n in range(count)), width), subject=VIEW, url="https://t.me/x"
    )
    shown = keyboard(screen, closable=closable)
    assert shown is not None
    assert sum(len(row) for row in shown.inline_keyboard) <= 100
    assert all(1 <= len(row) <= 8 for row in shown.inline_keyboard)
    assert [button.text for button in shown.inline_keyboard[-1]][:2] == ["↗ Share", "🔗 Link"], "the footer stays"


def test_a_button_that_does_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="'Nothing' does nothing"):
        keyboard(Screen(WORDS, ((Button("Nothing"),),)))


@pytest.mark.parametrize(
    ("page", "pages", "labels"),
    [(0, 1, []), (0, 2, ["1 / 2", "›"]), (1, 3, ["‹", "2 / 3", "›"]), (2, 3, ["‹", "3 / 3"])],
)
def test_the_row_that_leads_through_pages(page: int, pages: int, labels: list[str]) -> None:
    row = pager(VIEW.with_page(page), pages)
    assert [button.label for button in row] == labels
    for button in row:
        assert button.view is not None
        assert 0 <= button.view.page < pages


def test_rows_are_filled_in_order() -> None:
    buttons = [Button(f"{number}", VIEW) for number in range(5)]
    assert [[button.label for button in row] for row in rows(buttons, 2)] == [["0", "1"], ["2", "3"], ["4"]]


def test_it_is_written_as_telegram_takes_it() -> None:
    screen = Screen(WORDS, ((Button("Open", VIEW),),))
    shown, said = keyboard(screen, closable=True), written(screen, closable=True)
    assert shown is not None
    assert said is not None
    assert json.loads(said) == shown.to_dict()
    assert written(Screen(WORDS)) is None
