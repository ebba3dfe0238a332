"""Marginal notes come before their section, footnotes after all text, and their marks do not stick to the words."""

from __future__ import annotations

import pytest

from pipeline.document import Role
from pipeline.reading import Word
from tests.typed_pages import LEFT, PROSE, laid, lines, page, shown, typed

RIGHT = 412.0


def _section(number: str, y: float) -> list[Word]:
    return [
        *typed(f"{number}. A person who keeps a roll shall open it to all and shall not", x=LEFT + 12, y=y),
        *lines(*PROSE[:5], y=y + 12),
    ]


@pytest.mark.parametrize("x", [RIGHT, 10.0])
def test_a_note_of_several_lines_is_joined_and_stands_before_its_section(x: float) -> None:
    note = lines("Rolls to be", "open to", "all.", x=x, y=101, size=7, lead=8)
    document = laid(page(1, _section("1", 100), _section("2", 190), note))
    assert shown(document, Role.MARGINAL) == ["Rolls to be open to all."]
    assert [line.role for line in document.lines[:2]] == [Role.MARGINAL, Role.BODY]


def test_notes_of_two_sections_close_together_are_two() -> None:
    note = lines("Opening", "of rolls.", "Closing of", "rolls.", x=RIGHT, y=101, size=7, lead=8)
    second = typed("2. The keeper shall shut it at sunset and shall bar the door of it", x=LEFT + 12, y=115)
    document = laid(
        page(
            1, typed("1. The keeper of the roll shall open it each day at sunrise to all.", x=LEFT + 12), second, lines(*PROSE, y=127), note
        )
    )
    assert shown(document, Role.MARGINAL) == ["Opening of rolls.", "Closing of rolls."]
    assert [line.role.value[:4] for line in document.lines[:4]] == ["marg", "body", "marg", "body"]


def test_a_note_beside_the_middle_of_a_paragraph_does_not_cut_its_sentence() -> None:
    note = typed("[4 of 1985]", x=RIGHT, y=136, size=7)
    document = laid(page(1, _section("1", 100), note))
    assert document.lines[0].role is Role.MARGINAL
    assert shown(document, Role.BODY)[1] == PROSE[0]


def test_a_note_inside_the_column_beside_a_quoted_section() -> None:
    quoted = lines(*(text[:40] for text in PROSE), x=LEFT + 120, y=200)
    note = lines("“Keeping", "of lists", "of ships.", x=LEFT, y=201, size=7, lead=8)
    document = laid(page(1, _section("1", 100), quoted, note))
    assert shown(document, Role.MARGINAL) == ["“Keeping of lists of ships."]


def test_an_indented_line_of_small_type_under_the_text_is_no_note() -> None:
    document = laid(page(1, lines(*PROSE), typed("[Rolls of ships]", x=300, y=200, size=8)))
    assert not shown(document, Role.MARGINAL)


@pytest.mark.parametrize(
    ("mark", "foot", "reason"),
    [
        ("1", "1. Substituted by Act 4.", "a raised figure"),
        ("*", "* Substituted by Act 4.", "a star"),
        ("[1]", "[1] Substituted by Act 4.", "a figure in brackets"),
    ],
)
def test_footnotes_come_after_all_text_and_their_marks_are_dropped(mark: str, foot: str, reason: str) -> None:
    body = [
        *typed("The", x=LEFT, y=100),
        *typed(mark, x=LEFT + 16, y=98.5, size=6),
        *typed("[keeper] of the roll shall enter each name.", x=LEFT + 25, y=100),
    ]
    first = page(1, body, lines(*PROSE, y=112), typed(foot, y=260, size=8))
    document = laid(first, page(2, lines(*PROSE)))
    assert shown(document, Role.BODY) == ["The [keeper] of the roll shall enter each name.", *PROSE, *PROSE], reason
    assert shown(document, Role.FOOTNOTE) == [foot]
    assert document.text.endswith(foot)


def test_a_section_inserted_with_a_mark_begins_with_its_number() -> None:
    words = [*typed("1", x=LEFT, y=98.5, size=6), *typed("[12A. Ban.—If any person prints", x=LEFT + 4, y=100)]
    document = laid(page(1, lines(*PROSE, y=60, lead=5), words, lines(*PROSE, y=112)))
    assert any(text.startswith("[12A.") for text in shown(document))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Explanation. In this section a list of ships is a roll.", "small type without a mark"),
        ("(a) a list of ships is a roll;", "a paragraph that no mark points to"),
    ],
)
def test_small_type_at_the_foot_that_nothing_points_to_stays_in_the_text(text: str, reason: str) -> None:
    document = laid(page(1, lines(*PROSE), typed(text, y=200, size=8)))
    assert shown(document, Role.BODY)[-1] == text, reason


def test_a_raised_figure_after_a_unit_of_measure_stays() -> None:
    words = [*typed("a hall of 80 m", y=100), *typed("2", x=142, y=98.5, size=6), *lines(*PROSE, y=112)]
    assert shown(laid(page(1, words)))[0] == "a hall of 80 m 2"


def test_footnotes_that_count_on_from_page_to_page_need_no_mark_in_the_text() -> None:
    notes = ["1. Put in by Act 4.", "2. Was once section 9.", "3. The first roll had ten names."]
    pages = [page(i, lines(*PROSE), typed(note, y=260, size=7.5)) for i, note in enumerate(notes, 1)]
    assert shown(laid(*pages), Role.FOOTNOTE) == notes


def test_a_word_of_a_note_that_is_too_long_for_its_margin() -> None:
    note = lines("Opening", "of all", "commencements", "there.", x=32.0, y=101, size=7, lead=8)
    document = laid(page(1, _section("1", 100), note))
    assert shown(document, Role.MARGINAL) == ["Opening of all commencements there."]
