"""Ruled tables as lines of text, row by row; tables that only lay the page out are left to be read as text."""

from __future__ import annotations

import re
from itertools import islice
from statistics import mean

from pipeline.language import language_of
from pipeline.layout.fragment import Fragment
from pipeline.layout.sheet import Sheet
from pipeline.reading import Table, Word

_MARKER = re.compile(r"[\[“\"(]{0,2}(?:\d{1,4}[A-Za-z]{0,2}|[a-z]{1,5}|[IVX]{1,5})[.)\]]{0,2}")
"""The number of a section or a paragraph, alone in its cell."""


def set_tables(sheet: Sheet) -> None:
    """Put one fragment for each row of a table in the place of the words in it."""
    for table in sheet.tables:
        rows = [_fragment(cells) for row in table.rows if (cells := [kept for cell in row if (kept := _upright(cell))])]
        if rows and _holds_rows(table):
            sheet.pieces = _without(sheet.pieces, table) + rows


def _upright(cell: tuple[Word, ...]) -> list[Word]:
    return [word for word in cell if word.upright and not word.struck]


def _fragment(cells: list[list[Word]]) -> Fragment:
    made = Fragment([word for cell in cells for word in cell])
    begins: list[int] = []
    at = 0
    for cell in cells[:-1]:
        at += len(cell)
        begins.append(at)
    made.cells = tuple(begins)
    return made


def _holds_rows(table: Table) -> bool:
    """Whether the table is one: rows of short cells, not a heading in a box, columns of prose or of languages, or a list."""
    filled = [[cell for cell in row if cell] for row in table.rows]
    counts = [len(cell) for row in filled for cell in row]
    if len(table.rows) < 2 or max(len(row) for row in filled) < 2:
        return False
    if mean(counts) > 22 or max(counts) > 120:
        return False
    firsts = [row[0] for row in filled if len(row) > 1]
    if all(len(row) <= 2 for row in filled) and all(len(cell) == 1 and _MARKER.fullmatch(cell[0].text) for cell in firsts):
        return False
    return not _speaks_several(table)


def _speaks_several(table: Table) -> bool:
    width = max(len(row) for row in table.rows)
    return width < 4 and len({_language(table, i) for i in range(width)} - {""}) > 1


def _language(table: Table, column: int) -> str:
    words = (word.text for row in table.rows if len(row) > column for word in row[column])
    return language_of(islice(words, 150))


def _without(pieces: list[Fragment], table: Table) -> list[Fragment]:
    """The pieces without the words that stand in the table's cells."""
    inside = {word[:5] for row in table.rows for cell in row for word in cell}
    kept: list[Fragment] = []
    for piece in pieces:
        if piece.bottom < table.box.top or piece.top > table.box.bottom:
            kept.append(piece)
            continue
        rest = [word for word in piece.words if word[:5] not in inside]
        if len(rest) == len(piece.words):
            kept.append(piece)
        elif rest:
            kept.append(Fragment(rest))
    return kept
