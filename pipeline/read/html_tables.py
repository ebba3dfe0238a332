"""Which tables of a web page hold rows of cells, and which only lay the page out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.etree import _Element as Element

from pipeline.language import language_of
from pipeline.read.charset import one_line
from pipeline.read.rows import MOST_COLUMNS, SAMPLE

_BLOCKS_IN_A_CELL = 3
_LETTERS_IN_A_CELL = 1500
_DEEPEST = 60


def data_tables(root: Element) -> frozenset[Element]:
    """The rows that are to be read as rows."""
    rows: list[Element] = []
    for table in root.iter("table"):
        if not _lays_out(table):
            rows.extend(table.iter("tr"))
    return frozenset(rows)


def columns(root: Element) -> dict[Element, int]:
    """The cells that set running text side by side, and the column of each from 1; a row of one cell stands in none."""
    found: dict[Element, int] = {}
    for table in root.iter("table"):
        if _is_innermost(table) and _lays_out(table):
            for row in table.iter("tr"):
                cells = _cells(row)
                if 1 < len(cells) <= MOST_COLUMNS:
                    found.update({cell: at for at, cell in enumerate(cells, 1)})
    return found


def _is_innermost(table: Element) -> bool:
    return not any(True for inner in table.iter("table") if inner is not table)


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in {"td", "th"}]


def _lays_out(table: Element) -> bool:
    """Whether a table frames running text: it holds another table, a cell of several paragraphs or several languages, or is one column."""
    if not _is_innermost(table):
        return True
    rows = [_cells(row) for row in table.iter("tr")]
    widest = max(map(len, rows), default=0)
    return widest < 2 or any(_is_running_text(cell) for row in rows for cell in row) or _speaks_several(rows, widest)


def _speaks_several(rows: Sequence[Sequence[Element]], width: int) -> bool:
    """Whether the columns are in several languages, side by side."""
    if width > MOST_COLUMNS:
        return False
    spoken = {language_of(islice(_words(row[at] for row in rows if len(row) == width), SAMPLE)) for at in range(width)}
    return len(spoken - {""}) > 1


def _words(cells: Iterator[Element]) -> Iterator[str]:
    for cell in cells:
        for piece in cell.itertext():
            yield from str(piece).split()


def _is_running_text(cell: Element) -> bool:
    blocks = sum(1 for child in cell.iter("p", "div", "h1", "h2", "h3", "h4", "li"))
    return blocks > _BLOCKS_IN_A_CELL or sum(len(piece) for piece in cell.itertext()) > _LETTERS_IN_A_CELL


def cell_texts(row: Element, skipped: frozenset[str]) -> list[str]:
    """The text of each cell of a row."""
    return [one_line("".join(_texts(cell, skipped))) for cell in _cells(row)]


def _texts(element: Element, skipped: frozenset[str], depth: int = 0) -> list[str]:
    """The text of a cell, a blank at each block's end so that lines do not run together; nonsense nesting is read flat."""
    if depth > _DEEPEST:
        return [str(piece) for piece in element.itertext()]
    found = [element.text or ""]
    for child in element:
        if child.tag not in skipped:
            found += _texts(child, skipped, depth + 1)
        if child.tag in {"p", "div", "br", "li"}:
            found.append(" ")
        found.append(child.tail or "")
    return found
