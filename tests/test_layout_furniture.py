"""What belongs to the page and not to the text is dropped, and nothing else is."""

from __future__ import annotations

import pytest

from tests.typed_pages import LEFT, PROSE, laid, lines, page, shown, typed

FOOT = 800.0


NAMES = ("aldo", "berta", "carla", "dora", "emil", "frida", "gert")


def _body(number: int) -> list[str]:
    """Seven lines that differ from page to page, the first in mid-sentence."""
    return [f"{NAMES[number - 1]} {text}" for text in PROSE]


def _kept(*pages) -> list[str]:
    return shown(laid(*pages))


@pytest.mark.parametrize(
    ("feet", "reason"),
    [
        (["1", "2", "3"], "bare figures"),
        (["- 1 -", "- 2 -", "- 3 -"], "figures between dashes"),
        (["i", "ii", "iii"], "Roman figures"),
        (["Page 4 of 9", "Page 5 of 9", "Page 6 of 9"], "with a total"),
        (["C 1041", "C 1042", "C 1043"], "a gazette's letter before them"),
        (["[11]", "[12]", "[13]"], "in brackets"),
    ],
)
def test_page_numbers(feet: list[str], reason: str) -> None:
    pages = [page(i, lines(*_body(i)), typed(foot, x=290, y=FOOT)) for i, foot in enumerate(feet, 1)]
    assert _kept(*pages) == [text for i in (1, 2, 3) for text in _body(i)], reason


def test_running_heads_that_differ_on_odd_and_even_pages_and_carry_the_page_number() -> None:
    heads = ["Rolls Act | 3", "4 | Acts of the Assembly", "Rolls Act | 5", "6 | Acts of the Assembly", "Rolls Act | 7"]
    pages = [page(i, typed(head, y=40), lines(*_body(i), y=80)) for i, head in enumerate(heads, 1)]
    assert _kept(*pages) == [text for i in range(1, 6) for text in _body(i)]


def test_a_running_head_of_two_lines() -> None:
    pages = [page(i, typed(f"{i} Rolls and Registers", y=40), typed("(Amendment) Act", y=52), lines(*_body(i), y=90)) for i in range(2, 6)]
    assert _kept(*pages) == [text for i in range(2, 6) for text in _body(i)]


@pytest.mark.parametrize(
    ("firsts", "reason"),
    [
        (["SCHEDULE 1", "SCHEDULE 2", "SCHEDULE 3"], "schedules that each begin a page are headings though only their number differs"),
        (["12. Rolls open", "13. Rolls shut", "14. Rolls lost"], "sections that each begin a page"),
        (["(a) one list;", "(b) two lists;", "(c) three lists;"], "paragraphs"),
        (["of the keeper", "by the keeper", "to the keeper"], "the rest of a sentence"),
    ],
)
def test_first_lines_of_the_text_stay(firsts: list[str], reason: str) -> None:
    pages = [page(i, typed(first, y=60), lines(*_body(i), y=76)) for i, first in enumerate(firsts, 1)]
    assert _kept(*pages) == [text for i, first in enumerate(firsts, 1) for text in (first, *_body(i))], reason


def test_opening_words_that_an_amending_law_repeats_page_by_page_stay() -> None:
    opening = "The following section is hereby inserted"
    pages = [page(i, typed("Rolls Act", y=40), typed(f"{i}. {opening}", y=80), lines(*_body(i), y=92)) for i in (3, 4, 5)]
    assert _kept(*pages) == [text for i in (3, 4, 5) for text in (f"{i}. {opening}", *_body(i))]


def test_a_title_on_the_contents_page_and_again_on_the_first_page_stays() -> None:
    title = "THE ROLLS ACT, 1961"
    pages = [page(i, typed(title, x=200, y=60, size=12), lines(*_body(i), y=100)) for i in (1, 2)]
    assert _kept(*pages) == [text for i in (1, 2) for text in (title, *_body(i))]


def test_a_head_that_comes_once_in_the_middle_of_a_sentence() -> None:
    first = page(1, lines(*PROSE[:6], "and the keeper shall answer for"))
    second = page(2, typed("Acts of the Assembly", y=40), lines(*PROSE, y=80))
    assert "Acts of the Assembly" not in _kept(first, second)


def test_a_printers_imprint() -> None:
    sheet = page(1, lines(*PROSE), typed("2–PL 000070–5,650 (02/2005)", y=FOOT, size=7))
    assert _kept(sheet) == list(PROSE)


@pytest.mark.parametrize(
    ("x", "numbers", "reason"),
    [
        (50.0, range(1, 8), "every line, restarting on each page"),
        (50.0, range(31, 38), "running on"),
        (420.0, range(1, 8), "in the right margin"),
    ],
)
def test_line_numbers(x: float, numbers: range, reason: str) -> None:
    sheet = page(1, lines(*PROSE, lead=20), *(typed(str(n), x=x, y=101 + 20 * i, size=8) for i, n in enumerate(numbers)))
    assert _kept(sheet) == list(PROSE), reason


def test_line_numbers_set_close_to_the_text_at_every_fifth_line() -> None:
    texts = [text[: 66 - i].strip() for i, text in enumerate(PROSE * 4)]
    words = []
    for i, text in enumerate(texts, 1):
        words += typed(f"{i} {text}", x=LEFT - 12.5, y=50 + 14 * i) if i in (5, 10, 15, 20, 25) and i < 10 else typed(text, y=50 + 14 * i)
        words += typed(str(i), x=LEFT - 15, y=50 + 14 * i) if i in (10, 15, 20, 25) else []
    assert _kept(page(1, words)) == texts


def test_the_last_page_of_a_bill_has_few_lines_and_few_numbers() -> None:
    full = page(1, lines(*PROSE, lead=20), *(typed(str(i + 1), x=50, y=100 + 20 * i) for i in range(7)))
    short = page(2, lines("the end of it.", "SIGNED", lead=20), typed("1", x=50, y=100), typed("2", x=50, y=120))
    assert _kept(full, short) == [*PROSE, "the end of it.", "SIGNED"]


def test_numbers_of_sections_without_a_stop_are_no_line_numbers() -> None:
    texts = [f"{i} Heading of section {i}" for i in range(1, 9)]
    words = [word for i, text in enumerate(texts) for word in typed(text.replace(" ", " | ", 1), y=100 + 14 * i)]
    assert _kept(page(1, words)) == texts


def test_serial_numbers_in_a_list_are_no_line_numbers() -> None:
    texts = [f"{i} Ward {i} of the town" for i in range(1, 9)]
    words = [word for i, text in enumerate(texts) for word in typed(text.replace(" ", " | ", 1), x=120, y=260 + 14 * i)]
    assert _kept(page(1, lines(*PROSE), words)) == [*PROSE, *texts]


def test_a_watermark_behind_the_text() -> None:
    pages = [page(i, typed("DRAFT", x=150, y=125, size=60), lines(*_body(i))) for i in (1, 2, 3)]
    assert _kept(*pages) == [text for i in (1, 2, 3) for text in _body(i)]


def test_a_large_title_is_no_watermark() -> None:
    sheet = page(1, typed("A BILL", x=200, y=60, size=30), lines(*PROSE, y=120))
    assert _kept(sheet) == ["A BILL", *PROSE]


def test_a_head_that_comes_once_and_repeats_the_title() -> None:
    first = page(1, typed("ROLLS ACT, 1961", x=200, y=60, size=14), lines(*PROSE, y=100))
    second = page(2, typed("Rolls Act, 1961 [No. 4", y=40), typed("(2) The keeper shall open each roll.", y=80), lines(*PROSE, y=92))
    assert _kept(first, second) == ["ROLLS ACT, 1961", *PROSE, "(2) The keeper shall open each roll.", *PROSE]


def test_a_word_of_a_wide_set_first_line_that_recurs_stays() -> None:
    rests = ["keeper of the hall", "wardens of the town", "clerks of the ward"]
    firsts = [typed("the", y=60) + typed(rest, x=LEFT + 30, y=60) for rest in rests]
    pages = [page(i, first, lines(*_body(i), y=72)) for i, first in enumerate(firsts, 1)]
    assert _kept(*pages) == [text for i, rest in enumerate(rests, 1) for text in (f"the {rest}", *_body(i))]


def test_the_end_of_a_sentence_that_closes_two_pages_stays() -> None:
    last = "or to a fine of ten marks or to both."
    pages = [page(i, typed("Rolls Act, 1961", y=40), lines(*_body(i), y=80), typed(last, y=164)) for i in (3, 4, 5, 6)]
    pages[0] = page(3, typed("Rolls Act, 1961", y=40), lines(*_body(3), "and there is one more.", y=80))
    pages[3] = page(6, typed("Rolls Act, 1961", y=40), lines(*_body(6), "and there is no more.", y=80))
    texts = {3: "and there is one more.", 4: last, 5: last, 6: "and there is no more."}
    assert _kept(*pages) == [text for i in (3, 4, 5, 6) for text in (*_body(i), texts[i])]


def test_the_last_lines_of_full_pages_stay_though_two_of_them_are_alike() -> None:
    lasts = ["for a term of one year", "for a term of one year", "by the keeper of it", "of the ward at sunset", "in the book of ships"]
    pages = [page(i, lines(*_body(i), last, y=80)) for i, last in enumerate(lasts, 1)]
    assert set(lasts[2:]) <= set(_kept(*pages))


def test_a_year_as_running_head() -> None:
    pages = [page(i, typed("1961", x=290, y=40), lines(*_body(i), y=80)) for i in (1, 2, 3, 4)]
    assert _kept(*pages) == [text for i in (1, 2, 3, 4) for text in _body(i)]
