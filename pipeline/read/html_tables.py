"""Which tables of a web page hold rows of cells, and which only lay the page out."""

from __future__ import annotations

from lxml.etree import _Element as Element

from pipeline.read.charset import one_line

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


def _lays_out(table: Element) -> bool:
    """Whether a table frames running text: it holds another table, or a cell of several paragraphs, or is one column."""
    if any(True for inner in table.iter("table") if inner is not table):
        return True
    cells = [cell for row in table.iter("tr") for cell in row if cell.tag in {"td", "th"}]
    widest = max((sum(1 for cell in row if cell.tag in {"td", "th"}) for row in table.iter("tr")), default=0)
    return widest < 2 or any(_is_running_text(cell) for cell in cells)


def _is_running_text(cell: Element) -> bool:
    blocks = sum(1 for child in cell.iter("p", "div", "h1", "h2", "h3", "h4", "li"))
    return blocks > _BLOCKS_IN_A_CELL or sum(len(piece) for piece in cell.itertext()) > _LETTERS_IN_A_CELL


def cell_texts(row: Element, skipped: frozenset[str]) -> list[str]:
    """The text of each cell of a row."""
    return [one_line("".join(_texts(cell, skipped))) for cell in row if cell.tag in {"td", "th"}]


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
