"""Pouring printed lines into columns and pages: breaks, footnotes, marginal notes, line numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.law_printer_lines import FACES, Piece, PrintLine, Run, Shape, set_lines
from tests.law_printer_style import GAZETTE, Style


@dataclass
class Sheet:
    """A page being filled: pieces at absolute places (x, baseline from the top), lines that are numbered, rules drawn."""

    items: list[tuple[float, float, Piece]] = field(default_factory=list)
    counted: list[float] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    text_from: float = 0.0


class Press:
    """Fills sheets with lines, column by column."""

    def __init__(self, style: Style, *, columns: int, numbered: bool = True) -> None:
        self.style = style
        self.columns = columns
        self.numbered = numbered
        self.sheets: list[Sheet] = []
        self._column = columns
        self._y = self._top = 0.0
        self._note_end = 0.0
        self._notes: list[tuple[str, ...]] = []
        self._calls = 0

    def pour(self, lines: Iterable[PrintLine], *, head_room: float = 0.0) -> list[Sheet]:
        """All the lines; `head_room` is left free at the top of the first sheet."""
        self._new_sheet(head_room)
        queue = list(lines)
        for i, line in enumerate(queue):
            following = sum(step.leading + step.space for step in queue[i + 1 : i + 1 + line.keep])
            self._put(line, following)
        self._end_column()
        return self.sheets

    @property
    def _bottom(self) -> float:
        return self.style.page[1] - self.style.bottom - sum(self._note_height(n) for n in self._notes)

    def _note_height(self, note: tuple[str, ...]) -> float:
        return len(note) * self.style.size * 0.78 * 1.15 + 1.5

    def _new_sheet(self, head_room: float) -> None:
        self.sheets.append(Sheet(text_from=self.style.top + head_room))
        self._column, self._top = 0, self.style.top + head_room
        self._y = self._top
        self._note_end = 0.0

    def _next_column(self) -> None:
        self._end_column()
        if self._column + 1 < self.columns:
            self._column += 1
            self._y = self._top
        else:
            self._new_sheet(0.0)

    def _end_column(self) -> None:
        """Set the column's footnotes at its foot, under a short rule."""
        if not self._notes:
            return
        y = self._bottom + 3.0
        x = self._x0()
        self.sheets[-1].rules.append((x, y, x + 50, y))
        for note in self._notes:
            for text in note:
                y += self.style.size * 0.78 * 1.15
                self.sheets[-1].items.append((x, y, Piece(0.0, text, FACES[self.style.family][""], self.style.size * 0.78)))
            y += 1.5
        self._notes = []

    def _x0(self) -> float:
        return self.style.left + self._column * (self.style.column_width + self.style.gutter)

    def _put(self, line: PrintLine, following: float) -> None:
        at_top = self._y == self._top
        space = 0.0 if at_top else line.space
        if line.note and not at_top and self._y + space < self._note_end:
            space = self._down_to(self._note_end)
        notes = [self._footnote(text) for text in line.footnotes]
        needed = space + line.leading + following + sum(self._note_height(n) for n in notes)
        if line.note:
            needed = max(needed, space + len(self._margin_lines(line.note)) * self.style.note_size * 1.15 + 2)
        if self._y + needed > self._bottom + 0.5 and not at_top:
            self._next_column()
            space = 0.0
        self._calls += len(notes)
        self._notes += notes
        self._y += space + line.leading
        self._draw(line)

    def _down_to(self, y: float) -> float:
        """The space that brings the next line to `y` or below; whole lines where each line is numbered."""
        space, step = 0.0, self.style.leading if self.style.line_numbers == "each" else 2.0
        while self._y + space < y:
            space += step
        return space

    def _draw(self, line: PrintLine) -> None:
        sheet, baseline = self.sheets[-1], self._y - line.leading * 0.25
        for piece in line.pieces:
            text = piece.text.replace("{mark}", str(self._calls))
            sheet.items.append((self._x0() + piece.x, baseline, piece._replace(text=text)))
        if line.article is not None:
            sheet.articles.append(line.article)
        if line.counted and self.numbered:
            sheet.counted.append(baseline)
        if line.note:
            self._draw_note(line.note, baseline)

    def _footnote(self, text: str) -> tuple[str, ...]:
        shape = Shape(self.style.family, self.style.size * 0.78, 0.0, self.style.column_width)
        lines = set_lines([Run(f"{self._calls + 1}. {text}")], shape)
        return tuple(" ".join(p.text for p in pieces) for pieces in lines)

    def _margin_lines(self, note: str) -> list[list[Piece]]:
        width = min(self.style.left, self.style.right) - 34.0
        return set_lines([Run(note)], Shape(self.style.family, self.style.note_size, 0.0, width))

    def _draw_note(self, note: str, baseline: float) -> None:
        """Beside the first line of its section, in smaller type, in the margin that the style says."""
        page_number = len(self.sheets)
        side = self.style.note_side
        if side == "outer":
            side = "right" if page_number % 2 else "left"
        width = min(self.style.left, self.style.right) - 34.0
        x = self.style.page[0] - self.style.right + 10.0 if side == "right" else self.style.left - 10.0 - width
        y = baseline
        for pieces in self._margin_lines(note):
            for piece in pieces:
                self.sheets[-1].items.append((x + piece.x, y, piece))
            y += self.style.note_size * 1.15
        self._note_end = y + 1.0


def number_lines(sheet: Sheet, style: Style, page: int) -> None:
    """Put the line numbers of a page beside its lines: each line of the grid, or every fifth line of text."""
    if not style.line_numbers or not sheet.counted:
        return
    side = style.line_number_side
    if side == "inner":
        side = "left" if page % 2 else "right"
    x = style.left - 26.0 if side == "left" else style.page[0] - style.right + 14.0
    font = FACES[style.family][""]
    size = style.size * 0.85
    for number, y in _numbered(sheet, style):
        sheet.items.append((x, y, Piece(0.0, str(number), font, size)))


def _numbered(sheet: Sheet, style: Style) -> list[tuple[int, float]]:
    if style.line_numbers == "fifth":
        lines = sorted(set(sheet.counted))
        return [(i, y) for i, y in enumerate(lines, 1) if i % 5 == 0]
    first, last = min(sheet.counted), max(sheet.counted)
    count = round((last - first) / style.leading) + 1
    return [(i + 1, first + i * style.leading) for i in range(count)]


def rule_between(sheet: Sheet, style: Style) -> None:
    """The rule between two columns."""
    if style.layout == GAZETTE and style.column_rule:
        x = style.left + style.column_width + style.gutter / 2
        sheet.rules.append((x, sheet.text_from, x, style.page[1] - style.bottom))
