"""The blocks of a Word text: paragraphs, tables, text boxes, content controls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from pipeline.read.charset import one_line
from pipeline.read.docx_numbering import Numbering
from pipeline.read.docx_runs import RunReader, Runs, preferred
from pipeline.read.docx_styles import Style, Styles, indent_of, numbering_of
from pipeline.read.docx_xml import W, child_value, local, value, whole
from pipeline.read.rows import row, speaks_several
from pipeline.reading import Paragraph

_TRANSPARENT = frozenset(["sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"])
_CONTENTS_STYLE = re.compile(r"toc \s* \d | table \s of \s (?:figures|authorities)", re.VERBOSE)
_PAGE_NUMBER = re.compile(r"\s*\t\s*(\d{1,4}|[ivxlc]{1,6})\s*$")
_TWIPS = 20.0


class Body:
    """Reads the blocks of one file in order; the lists count on from block to block."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._runs = RunReader(styles)
        self._referred: list[tuple[str, str]] = []
        self._carried: list[str] = []
        """The text of paragraphs whose end was deleted under tracked changes: the next paragraph goes on with it."""

    def paragraphs(self, parent: Iterable[Element]) -> Iterator[Paragraph]:
        """The paragraphs of a body, a table cell, a text box or a note."""
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name in _TRANSPARENT:
                yield from self.paragraphs(element)
            elif name == "AlternateContent":
                yield from self.paragraphs(preferred(element))

    def note(self, element: Element) -> Iterator[Paragraph]:
        """The paragraphs of a footnote or an endnote."""
        for paragraph in self.paragraphs(element):
            yield replace(paragraph, note=True)

    def referred(self, kind: str) -> Iterator[str]:
        """The ids of the notes of a kind that the text read so far refers to, in its order."""
        return (identity for found, identity in self._referred if found == kind)

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        properties = element.find(W + "pPr")
        style = self._styles.of(child_value(properties, "pStyle"))
        runs = self._runs.read(element, bool(style.bold), bool(style.italic))
        self._referred += runs.notes
        text = "".join(self._carried) + runs.text
        self._carried = []
        if _end_deleted(properties):
            self._carried = [text]
        elif text.strip():
            yield from self._lines(text, runs, properties, style)
        for box in runs.boxes:
            yield from self.paragraphs(box)

    def _lines(self, text: str, runs: Runs, properties: Element | None, style: Style) -> Iterator[Paragraph]:
        """One paragraph for each line that a line break inside the Word paragraph makes; the number stands before the first."""
        number, indent = self._number(properties, style)
        if _CONTENTS_STYLE.match(style.name):
            text = _PAGE_NUMBER.sub(r" ........ \1", text)
        lines = [line for line in map(one_line, text.split("\n")) if line]
        for i, line in enumerate(lines):
            yield Paragraph(
                number + line if i == 0 else line,
                level=_level(properties, style),
                indent=indent / _TWIPS,
                bold=runs.bold >= 0.8 * max(runs.letters, 1),
                italic=runs.italic >= 0.8 * max(runs.letters, 1),
                centred=_centred(properties, style),
            )

    def _number(self, properties: Element | None, style: Style) -> tuple[str, int]:
        """The automatic number with its blank, and the indent of the first line in twips."""
        list_id, depth = numbering_of(properties)
        if not list_id:
            list_id, depth = style.numbering
            tied = self._numbering.level_of_style(list_id, style.chain)
            depth = depth if tied is None else tied
        own = indent_of(properties)
        if not list_id or list_id == "0":
            return "", own if own is not None else style.indent or 0
        level = self._numbering.level(list_id, depth)
        listed = level.indent if level else None
        indents = (own, listed, style.indent, 0) if numbering_of(properties)[0] else (own, style.indent, listed, 0)
        return self._numbering.next(list_id, depth), next(i for i in indents if i is not None)

    def _table(self, table: Element) -> Iterator[Paragraph]:
        """Row by row. A table of one column only frames its text, and is read as if it were not there."""
        rows = [[list(self.paragraphs(cell)) for cell in _cells(element) if not _is_merged_above(cell)] for element in _rows(table)]
        several = speaks_several(rows)
        for cells in rows:
            if len(cells) == 1:
                yield from cells[0]
            elif several:
                yield from (replace(p, column=at) for at, cell in enumerate(cells, 1) for p in cell)
            elif paragraph := row([" ".join(p.text for p in cell) for cell in cells]):
                yield paragraph


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        name = local(element)
        if name == "tr" and element.find(f"{W}trPr/{W}del") is None:
            yield element
        elif name in _TRANSPARENT:
            yield from _rows(element)


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        name = local(element)
        if name == "tc":
            yield element
        elif name in _TRANSPARENT:
            yield from _cells(element)


def _is_merged_above(cell: Element) -> bool:
    """Whether a cell goes on with the one above it; Word writes `continue` or nothing at all."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and value(merge) != "restart"


def _end_deleted(properties: Element | None) -> bool:
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None


def _level(properties: Element | None, style: Style) -> int:
    outline = child_value(properties, "outlineLvl")
    if outline:
        return whole(outline, 9) + 1 if whole(outline, 9) < 9 else 0
    return style.level


def _centred(properties: Element | None, style: Style) -> bool:
    placed = child_value(properties, "jc")
    return placed == "center" if placed else bool(style.centred)
