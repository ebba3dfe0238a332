"""From lines in reading order to the one text with its spans and boxes."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from pipeline.document import Line, Places
from pipeline.layout.row import Row
from pipeline.span import Span

_BAR = " | "


class Text:
    """The text in the making. Lines are added in the order in which they shall be read."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self.places = Places()
        self.lines: list[Line] = []

    def add(self, row: Row) -> None:
        """Add a line; a separator comes before it, a newline where a paragraph starts."""
        if not row.words:
            return
        if self._parts:
            self._parts.append("\n" if row.starts else " ")
            self._at += 1
        texts, x0s, tops, x1s, bottoms, *_ = zip(*row.words, strict=True)
        start = self._at
        if row.cells or row.glued:
            self._spaced(row, texts)
        else:
            starts = list(accumulate([len(each) + 1 for each in texts], initial=start))
            self.places.starts.extend(starts[:-1])
            self.places.ends.extend([end - 1 for end in starts[1:]])
            self._parts.append(" ".join(texts))
            self._at = starts[-1] - 1
        places = self.places
        places.pages.extend([row.page] * (len(texts) - row.tail) + [row.tail_page] * row.tail)
        places.x0s.extend(x0s)
        places.tops.extend(tops)
        places.x1s.extend(x1s)
        places.bottoms.extend(bottoms)
        self.lines.append(_line(row, Span(start, self._at)))

    def add_line(self, text: str, line: Line) -> None:
        """Add a paragraph that has no place; `line` with its span still to be filled in."""
        if self._parts:
            self._parts.append("\n")
            self._at += 1
        self._parts.append(text)
        self.lines.append(replace(line, span=Span(self._at, self._at + len(text))))
        self._at += len(text)

    def _spaced(self, row: Row, texts: tuple[str, ...]) -> None:
        """A line with more or less than one space between some words: table cells, and a broken word made whole."""
        cells = set(row.cells)
        glued = set(row.glued)
        for i, text in enumerate(texts):
            space = "" if i == 0 or i in glued else _BAR if i in cells else " "
            self._parts.append(space + text)
            self.places.starts.append(self._at + len(space))
            self._at += len(space) + len(text)
            self.places.ends.append(self._at)

    @property
    def text(self) -> str:
        """All of it so far."""
        return "".join(self._parts)


def _line(row: Row, span: Span) -> Line:
    return Line(
        span=span,
        page=row.page,
        x0=row.x0,
        top=row.top,
        x1=row.x1,
        bottom=row.bottom,
        indent=row.indent,
        gap=row.gap,
        size=row.size,
        bold=row.bold,
        italic=row.italic,
        centred=row.centred,
        underlined=row.underlined,
        role=row.role,
    )
