"""What `make score` prints: sections of rows, both ways of judging side by side; the same as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

WAYS = ("fast", "full")
"""Without and with the encoder."""
PER_HUNDRED = "per 100"


@dataclass(frozen=True, slots=True)
class Cell:
    """Numbers by name; `interval` is the 95 % interval of the last of them."""

    numbers: tuple[tuple[str, float], ...]
    interval: tuple[float, float] | None = None

    def text(self) -> str:
        """As printed."""
        said = "  ".join(f"{name} {_number(name, value)}".strip() for name, value in self.numbers)
        last = self.numbers[-1][0]
        return f"{said} [{_number(last, self.interval[0])}-{_number(last, self.interval[1])}]" if self.interval else said

    def kept(self) -> dict[str, Any]:
        """As JSON keeps it."""
        numbers: dict[str, Any] = {name or "value": round(value, 4) for name, value in self.numbers}
        return {**numbers, "interval": [round(edge, 4) for edge in self.interval]} if self.interval else numbers


def _number(name: str, value: float) -> str:
    return f"{value:.1f}" if name == PER_HUNDRED else f"{value:.3f}"


@dataclass(frozen=True, slots=True)
class Row:
    """A cell for each way, or one where the way makes no difference. `least` or `most` is what the last number should reach."""

    name: str
    cells: tuple[Cell, ...]
    counts: str = ""
    least: float | None = None
    most: float | None = None

    def wanted(self) -> str:
        """What is wanted, and whether the last cell (the full way) has it."""
        value = self.cells[-1].numbers[-1][1]
        if self.least is not None:
            return f"wanted >= {self.least:g}: {'yes' if value >= self.least else 'NO'}"
        if self.most is not None:
            return f"wanted <= {self.most:g}: {'yes' if value <= self.most else 'NO'}"
        return ""

    def kept(self) -> dict[str, Any]:
        """As JSON keeps it."""
        ways = zip(WAYS, self.cells, strict=True) if len(self.cells) == len(WAYS) else [("both", self.cells[0])]
        wanted = {key: edge for key, edge in (("least", self.least), ("most", self.most)) if edge is not None}
        return {"name": self.name, **{way: cell.kept() for way, cell in ways}, "counts": self.counts, **wanted}


@dataclass(frozen=True, slots=True)
class Section:
    """A title, what to know before reading, and rows."""

    title: str
    notes: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    def lines(self) -> Iterator[str]:
        """As printed."""
        yield ""
        yield self.title
        yield from (f"  {note}" for note in self.notes)
        width = max((len(row.name) for row in self.rows), default=0)
        spans = [max((len(row.cells[i].text()) for row in self.rows if i < len(row.cells)), default=0) for i in range(len(WAYS))]
        for row in self.rows:
            yield _line(row, width, spans)

    def kept(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return {"title": self.title, "notes": list(self.notes), "rows": [row.kept() for row in self.rows]}


def _line(row: Row, width: int, spans: Sequence[int]) -> str:
    if len(row.cells) == len(WAYS):
        said = [f"{way}: {cell.text():{span}}" for way, cell, span in zip(WAYS, row.cells, spans, strict=True)]
    else:
        said = [f"{row.cells[0].text():{spans[0]}}"] if row.cells else []
    return "  " + " | ".join([f"{row.name:{width}}", *said, *filter(None, (row.counts, row.wanted() if row.cells else ""))])
