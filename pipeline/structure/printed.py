"""A document's print: its text, rows, quotations and typesetting habits, as every step of the segmenter needs them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.structure.habits import Habits, habits_of
from pipeline.structure.quotes import Quotations, quotations
from pipeline.structure.row import Row
from pipeline.structure.unmarked import unmarked_rows


@dataclass(frozen=True, slots=True)
class Printed:
    """`rows` are numbered from 0 by their `at`; `starts` are their offsets; `barred` rows hold no articles;
    `depths` is above 0 for rows within text that goes into another law; `notices` are rows of notices that are no law.
    """

    text: str
    rows: Sequence[Row]
    quoted: Quotations
    habits: Habits
    starts: tuple[int, ...]
    depths: Sequence[int]
    barred: frozenset[int] = frozenset()
    notices: frozenset[int] = frozenset()

    def between(self, start: int, end: int) -> Sequence[Row]:
        """The rows that begin between two offsets."""
        return self.rows[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def without(self, barred: frozenset[int], notices: frozenset[int] = frozenset()) -> Printed:
        """The same print, with rows in which no article can begin, and those among them that are of no law."""
        return replace(self, barred=barred | notices, notices=notices)

    def offset(self, row: int) -> int:
        """Where a row begins; beyond the last, where the last one ends."""
        return self.rows[row].start if row < len(self.rows) else self.rows[-1].end if self.rows else 0


def printed(text: str, rows: Sequence[Row], habits: Habits | None = None, *, quoted: bool = True) -> Printed:
    """Look a print over once. `quoted` False: it is itself a quotation, and marks within it mean nothing."""
    found = quotations(rows) if quoted else Quotations((), len(rows))
    depths = list(found.depths)
    for stretch in unmarked_rows(rows) if quoted else ():
        depths[stretch.start : stretch.stop] = [1] * len(stretch)
    return Printed(text, rows, found, habits or habits_of(rows), tuple(r.start for r in rows), depths)
