"""Tables come row by row; tables that only lay the page out are read as text."""

from __future__ import annotations

import pytest

from pipeline.document import Role
from pipeline.reading import Table, Word
from pipeline.span import Box
from tests.typed_pages import FRENCH_CELL, LEFT, PROSE, laid, lines, page, shown, typed


def _table(rows: list[list[str]], y: float = 220.0, step: float = 160.0) -> tuple[Table, list[Word]]:
    cells = tuple(
        tuple(tuple(typed(text, x=LEFT + step * j, y=y + 16 * i)) if text else () for j, text in enumerate(row))
        for i, row in enumerate(rows)
    )
    box = Box(1, LEFT - 4, y - 4, LEFT + step * max(map(len, rows)), y + 16 * len(rows))
    return Table(box, cells), [word for row in cells for cell in row for word in cell]


def test_rows_and_cells_of_a_table_between_two_paragraphs() -> None:
    table, words = _table([["Roll", "Fee"], ["Of ships", "Ten marks"], ["", "None"]])
    document = laid(page(1, lines(*PROSE), words, lines(*PROSE, y=300), tables=(table,)))
    assert shown(document, Role.TABLE) == ["Roll | Fee", "Of ships | Ten marks", "None"]
    assert [line.role for line in document.lines][7:10] == [Role.TABLE] * 3
    at = document.text.index("Ten")
    assert document.boxes(type(document.lines[0].span)(at, at + 3))[0].x0 == pytest.approx(LEFT + 160)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["CONTENTS"]], "a heading in a box"),
        ([["12.", "Rolls are open to all."], ["13.", "Rolls are shut at noon."]], "numbers in a column of their own"),
        ([["the keeper of the roll shall enter it for all to read in the book", FRENCH_CELL]] * 2, "columns of two languages"),
        ([[PROSE[0] + " " + PROSE[1], PROSE[2] + " " + PROSE[3]]] * 2, "columns of prose"),
    ],
)
def test_tables_that_only_lay_the_page_out(rows: list[list[str]], reason: str) -> None:
    table, words = _table(rows, step=260.0 if len(rows[0]) > 1 and len(rows[0][0]) > 20 else 40.0)
    document = laid(page(1, words, tables=(table,)))
    assert not shown(document, Role.TABLE), reason
    assert sorted(" ".join(shown(document)).split()) == sorted(word.text for word in words), reason


def test_struck_words_of_a_cell_are_left_out() -> None:
    table, words = _table([["Roll", "Fee"], ["Of ships", "Ten marks"]])
    struck = [word._replace(struck=word.text == "Ten") for word in words]
    cells = iter(struck)
    rows = tuple(tuple(tuple(next(cells) for _ in cell) for cell in row) for row in table.rows)
    document = laid(page(1, lines(*PROSE), struck, tables=(Table(table.box, rows),)))
    assert shown(document, Role.TABLE) == ["Roll | Fee", "Of ships | marks"]
