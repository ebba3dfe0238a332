"""Lines come in the order in which a person reads them."""

from __future__ import annotations

import pytest

from pipeline.document import Role
from pipeline.reading import ReadPage
from pipeline.span import Box
from tests.typed_pages import HEIGHT, LEFT, NARROW, PROSE, WIDTH, laid, lines, page, shown, typed


def test_words_of_a_line_that_the_file_holds_in_any_order() -> None:
    words = lines(*PROSE)
    jumbled = words[1::2] + words[::2]
    assert shown(laid(page(1, jumbled))) == list(PROSE)


def test_two_columns_are_read_one_after_the_other_around_a_heading_across_both() -> None:
    left, right = [f"left {text}" for text in NARROW], [f"right {text}" for text in NARROW]
    heading = "A HEADING THAT STANDS RIGHT ACROSS BOTH OF THE COLUMNS OF THE SHEET"
    sheet = page(
        1,
        lines(*left[:4], y=100),
        lines(*right[:4], x=320, y=100),
        typed(heading, x=90, y=170, bold=True),
        lines(*left[4:], y=200),
        lines(*right[4:], x=320, y=200),
    )
    assert shown(laid(sheet)) == [*left[:4], *right[:4], heading, *left[4:], *right[4:]]


def test_columns_whose_lines_the_file_holds_row_by_row() -> None:
    rows = [word for i, text in enumerate(NARROW) for word in typed(text, y=100 + 12 * i) + typed(f"b {text}", x=320, y=100 + 12 * i)]
    assert shown(laid(page(1, rows))) == [*NARROW, *(f"b {text}" for text in NARROW)]


def test_columns_whose_lines_do_not_stand_at_one_height() -> None:
    sheet = page(1, lines(*NARROW, y=100), lines(*(f"b {text}" for text in NARROW), x=320, y=105))
    assert shown(laid(sheet)) == [*NARROW, *(f"b {text}" for text in NARROW)]


@pytest.mark.parametrize(("step", "reason"), [(170.0, "wide gutters"), (122.0, "gutters of a size and a half")])
def test_three_columns(step: float, reason: str) -> None:
    columns = [[f"{name} {text[:22].strip()}" for text in NARROW] for name in "abc"]
    sheet = page(1, *(lines(*texts, x=50 + i * step, y=100 + 3 * i, size=9, lead=11) for i, texts in enumerate(columns)))
    assert shown(laid(sheet)) == [text for texts in columns for text in texts], reason


def test_a_short_second_column_is_one_where_other_pages_have_two() -> None:
    full = page(1, lines(*NARROW), lines(*NARROW, x=320))
    short = page(2, lines(*NARROW), lines("only this line.", x=320))
    assert shown(laid(full, short))[-1] == "only this line."


def test_a_gap_in_some_lines_of_the_left_column_is_no_gutter() -> None:
    left = [text[:29].strip() for text in NARROW]
    torn = [word for i, text in enumerate(left) for word in typed(text, y=100 + 12 * i) + typed("at all", x=228, y=100 + 12 * i)]
    sheet = page(2, torn, lines(*NARROW, y=196), lines(*NARROW, *NARROW, x=312, y=100))
    document = laid(page(1, lines(*NARROW, *NARROW), lines(*NARROW, *NARROW, x=312)), sheet)
    assert shown(document)[32:] == [*(f"{text} at all" for text in left), *NARROW, *NARROW, *NARROW]


def test_indented_lines_of_the_right_column_are_no_third() -> None:
    right = [*lines(*NARROW, x=312, y=100), *lines(*(text[:24].strip() for text in NARROW), x=372, y=196)]
    left = lines(*NARROW, *NARROW, y=100)
    assert shown(laid(page(1, left, right))) == [*NARROW, *NARROW, *NARROW, *(text[:24].strip() for text in NARROW)]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("(a)", "hanging paragraphs are no columns: their numbers are no lines of prose"),
        ("12.", "hanging section numbers neither"),
    ],
)
def test_hanging_numbers_stay_on_their_line(number: str, text: str) -> None:
    words = [word for i in range(8) for word in typed(number, x=72, y=100 + 12 * i) + typed(text, x=110, y=100 + 12 * i)]
    assert shown(laid(page(1, words))) == [f"{number} {text}"] * 8


def test_a_number_that_hangs_out_of_the_right_column_belongs_to_it() -> None:
    right = [*lines(*NARROW[:4], x=330, y=100), *typed("4", x=312, y=100), *typed("5", x=312, y=148), *lines(*NARROW[4:], x=330, y=148)]
    assert shown(laid(page(1, lines(*NARROW), right)))[8:] == [
        f"4 {NARROW[0]}",
        *NARROW[1:4],
        f"5 {NARROW[4]}",
        *NARROW[5:],
    ]


def test_raised_and_small_type_stays_on_its_line() -> None:
    words = [*typed("On the 16", y=100), *typed("th", x=119, y=98, size=6), *typed("of May it began,", x=130, y=100), *lines(*PROSE, y=112)]
    assert shown(laid(page(1, words)))[0] == "On the 16 th of May it began,"


def test_a_slightly_turned_scan_keeps_its_lines() -> None:
    words = [word._replace(top=word.top + 0.012 * word.x0, bottom=word.bottom + 0.012 * word.x0) for word in lines(*PROSE, lead=14)]
    assert shown(laid(page(1, words))) == list(PROSE)


@pytest.mark.parametrize("up", [True, False])
def test_a_page_printed_sideways_is_turned_and_its_boxes_are_those_of_the_page(up: bool) -> None:
    turned = [
        word._replace(x0=word.top, x1=word.bottom, top=HEIGHT - word.x1, bottom=HEIGHT - word.x0, upright=False)
        if up
        else word._replace(x0=WIDTH - word.bottom, x1=WIDTH - word.top, top=word.x0, bottom=word.x1, upright=False)
        for word in lines(*PROSE)
    ]
    document = laid(page(1, turned))
    assert shown(document) == list(PROSE)
    first = document.boxes(document.lines[0].span)[0]
    here = turned[: len(PROSE[0].split())]
    assert first.x0 == pytest.approx(here[0].x0, abs=0.01)
    assert document.lines[0].indent == pytest.approx(0)


def test_words_that_run_up_the_edge_of_an_upright_page_are_left_out() -> None:
    stamp = [word._replace(upright=False) for word in typed("Printed by authority", x=20, y=300)]
    assert shown(laid(page(1, lines(*PROSE), stamp))) == list(PROSE)


def test_struck_words_are_left_out_and_underlined_ones_counted() -> None:
    words = [*typed("a fee of", y=100), *typed("ten", x=117, y=100, struck=True), *typed("twelve marks", x=137, y=100, underlined=True)]
    document = laid(page(1, words))
    assert document.text == "a fee of twelve marks"
    assert document.lines[0].underlined == pytest.approx(0.4)


def test_right_to_left_text_is_in_the_order_of_reading() -> None:
    logical = ["المادة", "الأولى", "من", "القانون"]
    x, words = 400.0, []
    for text in logical:
        words += typed(text, x=x - 40, y=100)
        x -= 50
    assert laid(page(1, words[::-1])).text == " ".join(logical)


def test_no_words_at_all_are_still_a_document() -> None:
    empty = ReadPage(1, WIDTH, HEIGHT, Box(1, 0, 0, WIDTH, HEIGHT))
    document = laid(empty)
    assert (document.text, document.lines, len(document.pages)) == ("", (), 1)


def test_what_a_line_says_of_its_type() -> None:
    heading = typed("KEEPING OF THE ROLL", x=173, y=100, size=14, bold=True)
    document = laid(page(1, heading, lines(*PROSE, y=140), typed("(a) a list,", x=LEFT + 24, y=224, italic=True)))
    first, body, item = document.lines[0], document.lines[1], document.lines[-1]
    assert (first.bold, first.size, first.centred) == (True, 14.0, True)
    assert body.gap == pytest.approx(24.0)
    assert (item.indent, item.italic, item.role) == (pytest.approx(24.0), True, Role.BODY)
