"""The memo's tables: the summary by article, what protects, and the norms under their short names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import Table, _Row

from pipeline.alert.briefing import Briefing
from pipeline.alert.clause import Clause
from pipeline.alert.memo_style import INKS, add_pieces, light_lines, set_widths, shade
from pipeline.alert.standards import briefly
from pipeline.alert.wording import shortened

SUMMARY: Final = (("No.", 1.3), ("Provision", 5.7), ("Page", 1.2), ("What restricts", 7.3), ("Severity", 1.9))
PROTECTING: Final = (("No.", 1.1), ("Provision and what it protects", 5.3), ("Page", 1.2), ("Words and norms", 9.8))
NORMS: Final = (("Cited as", 4.9), ("Instrument", 12.5))
"""Headings of the tables' columns and their widths in centimetres."""


def add_summary(document: Document, briefing: Briefing) -> None:
    """A row for each article with a restriction, the gravest first."""
    articles = briefing.by_article
    table = _table(document, SUMMARY, len(articles))
    for row, clauses in zip(table.rows[1:], articles, strict=True):
        gravest, numbers = clauses[0], [clause.number for clause in clauses]
        heading = shortened(gravest.heading, 90)
        _fill(
            row,
            (
                f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0]),
                f"{gravest.article}, {heading}" if heading else gravest.article,
                _pages(clauses),
                "; ".join(dict.fromkeys(name for clause in clauses for name in clause.names)),
                gravest.weight,
            ),
        )
        _colour(row, gravest.weight)
    _finish(table, SUMMARY)


def add_protecting(document: Document, clauses: Sequence[Clause], names: dict[str, str]) -> None:
    """A row for each provision that only protects: its words with the deciding ones marked, and norms with a verified pinpoint."""
    table = _table(document, PROTECTING, len(clauses))
    for row, clause in zip(table.rows[1:], clauses, strict=True):
        said = ", ".join(f"{entry.name} ({entry.confidence}\u00a0%)" for entry in clause.entries)
        amends = f"\nThis clause {clause.first.amends}." if clause.first.amends else ""
        _fill(row, (str(clause.number), clause.title, str(clause.page or "–"), ""))
        row.cells[1].paragraphs[0].runs[0].bold = True
        row.cells[1].paragraphs[0].add_run(f"\n{said}{amends}").font.size = Pt(8.5)
        words = row.cells[3].paragraphs[0]
        for run in add_pieces(words, clause.quotation):
            run.font.size = Pt(9)
        if norms := briefly((norm for norm in clause.norms if norm.checked), names):
            words.add_run(f"\n{norms}").font.size = Pt(8)
    _finish(table, PROTECTING)


def add_norms(document: Document, names: dict[str, str]) -> None:
    """What the short names stand for."""
    table = _table(document, NORMS, len(names))
    ordered = sorted(names.items(), key=lambda pair: pair[1].casefold())
    for row, (instrument, name) in zip(table.rows[1:], ordered, strict=True):
        _fill(row, (name, instrument), size=8, space=0.3)
    _finish(table, NORMS)


def _pages(clauses: Sequence[Clause]) -> str:
    pages = sorted({clause.page for clause in clauses if clause.page})
    if not pages:
        return "–"
    return str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"


def _table(document: Document, columns: Sequence[tuple[str, float]], rows: int) -> Table:
    table: Table = document.add_table(rows=rows + 1, cols=len(columns))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    row = table.rows[0]
    _fill(row, tuple(name for name, _ in columns))
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(repeat)
    for cell in row.cells:
        shade(cell, "E8ECEF")
        cell.paragraphs[0].runs[0].bold = True
    return table


def _finish(table: Table, columns: Sequence[tuple[str, float]]) -> None:
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    set_widths(table, tuple(width for _, width in columns))
    light_lines(table)


def _fill(row: _Row, texts: tuple[str, ...], size: float = 9, space: float = 1) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(space)
        paragraph.paragraph_format.space_before = Pt(space)
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.add_run(text).font.size = Pt(size)


def _colour(row: _Row, weight: str) -> None:
    run = row.cells[-1].paragraphs[0].runs[0]
    run.bold = True
    run.font.color.rgb = RGBColor.from_string(INKS[weight])
