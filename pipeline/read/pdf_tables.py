"""Ruled tables: pdfplumber's cells from the rules that PDFium saw, filled with the words that lie in them."""

from __future__ import annotations

from typing import Any

from pipeline.read.pdf_drawn import Drawn, Rule
from pipeline.reading import Table, Word
from pipeline.span import Box

_Corners = tuple[float, float, float, float]
_SNAP = 3.0
_MOST_RULES = 1_500
_SHORTEST = 4.0


def has_grid(drawn: Drawn) -> bool:
    """Whether a page has rules enough for a table of two columns and two rows: a frame or a rule below a heading is none."""
    return _distinct(drawn.upright) >= 3 and _distinct(drawn.level) >= 3 and len(drawn.upright) + len(drawn.level) <= _MOST_RULES


def find_tables(page: int, words: list[Word], drawn: Drawn) -> tuple[Table, ...]:
    """The tables of a page, from the top, of at least two rows and two columns that hold words."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges  # noqa: PLC0415 - few pages have a grid

    edges = [_level_edge(rule) for rule in drawn.level if rule.end - rule.start > _SHORTEST]
    edges += [_upright_edge(rule) for rule in drawn.upright if rule.end - rule.start > _SHORTEST]
    merged = merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    cells = intersections_to_cells(edges_to_intersections(merged, _SNAP, _SNAP))
    found = [table for group in cells_to_tables(cells) if (table := _table(page, group, words))]
    return tuple(sorted(found, key=lambda table: (table.box.top, table.box.x0)))


def _distinct(rules: list[Rule]) -> int:
    """How many different places the rules stand at."""
    return len({round(rule.at / _SNAP) for rule in rules if rule.end - rule.start > _SHORTEST})


def _level_edge(rule: Rule) -> dict[str, Any]:
    return {
        "x0": rule.start,
        "x1": rule.end,
        "top": rule.at,
        "bottom": rule.at,
        "width": rule.end - rule.start,
        "height": 0.0,
        "orientation": "h",
    }


def _upright_edge(rule: Rule) -> dict[str, Any]:
    return {
        "x0": rule.at,
        "x1": rule.at,
        "top": rule.start,
        "bottom": rule.end,
        "width": 0.0,
        "height": rule.end - rule.start,
        "orientation": "v",
    }


def _table(page: int, cells: list[_Corners], words: list[Word]) -> Table | None:
    box = Box(page, min(c[0] for c in cells), min(c[1] for c in cells), max(c[2] for c in cells), max(c[3] for c in cells))
    inside = [w for w in words if box.x0 <= (w.x0 + w.x1) / 2 <= box.x1 and box.top <= (w.top + w.bottom) / 2 <= box.bottom]
    rows: dict[float, list[_Corners]] = {}
    for cell in sorted(cells, key=lambda c: (c[1], c[0])):
        rows.setdefault(cell[1], []).append(cell)
    filled = tuple(tuple(_words_in(cell, inside) for cell in row) for row in rows.values())
    with_words = [row for row in filled if sum(1 for cell in row if cell) >= 2]
    return Table(box, filled) if len(filled) >= 2 and with_words else None


def _words_in(cell: _Corners, words: list[Word]) -> tuple[Word, ...]:
    """The words whose middle lies in a cell, in lines from the top, each from the left."""
    x0, top, x1, bottom = cell
    found = [w for w in words if x0 <= (w.x0 + w.x1) / 2 < x1 and top <= (w.top + w.bottom) / 2 < bottom]
    found.sort(key=lambda w: w.bottom)
    lines: list[list[Word]] = []
    for word in found:
        if lines and word.bottom - lines[-1][0].bottom < 0.5 * max(word.size, 4.0):
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(word for line in lines for word in sorted(line, key=lambda w: w.x0))
