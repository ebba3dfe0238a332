"""The small chart of families and severities, drawn as rectangles of an inline SVG."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.alert.briefing import Briefing

LABEL, BARS, ROW = 205.0, 255.0, 26.0
"""Widths of the two columns and height of a row, in the units of the drawing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a row: one severity of one family."""

    severity: str
    x: float
    width: float
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    """A family: its name, where its row begins, its bars gravest first, its total."""

    name: str
    y: float
    bars: tuple[Bar, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of stacked bars; names end where the bars begin, at `label`. `spoken` says the same in words."""

    label: float
    width: float
    height: float
    rows: tuple[Row, ...]
    spoken: str


def chart(briefing: Briefing) -> Chart | None:
    """The chart of the restrictive findings, None without one."""
    if not briefing.counts:
        return None
    most = max(count.total for count in briefing.counts)
    rows: list[Row] = []
    for i, count in enumerate(briefing.counts):
        x, bars = LABEL, []
        for severity, number in count.by_severity:
            width = round(BARS * number / most, 2)
            if number:
                bars.append(Bar(severity.value, round(x, 2), max(width - 1.5, 1.0), number))
            x += width
        rows.append(Row(count.name, i * ROW, tuple(bars), count.total))
    said = "; ".join(f"{row.name}: {', '.join(f'{bar.number} {bar.severity}' for bar in row.bars)}" for row in rows)
    return Chart(LABEL, LABEL + BARS, ROW * len(rows), tuple(rows), said)
