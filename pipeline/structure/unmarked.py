"""New text that an amending law puts in without quotation marks: 'Sec. 3. Title 5, section 12 is amended to read:'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.structure.marks import Mark, article_mark
from pipeline.structure.row import Row

_TO_READ = re.compile(r"\bto\s+read(?:\s+as\s+follows)?\s*[:.—–-]{1,2}\s*$", re.IGNORECASE)
_LONG_CLAUSE = 6
"""Rows that such a clause itself fills, at most."""


def unmarked_rows(rows: Sequence[Row]) -> list[range]:
    """The rows between a clause that says so and the next clause numbered in the same way; only where the law writes Sec. or Article."""
    ends = [row.at for row in rows if row.text[-1] in ":—-." and _TO_READ.search(row.text[-40:])]
    if not ends:
        return []
    marks = [m for row in rows if (m := article_mark(row)) and m.word not in {"", "§"}]
    out: list[range] = []
    place = 0
    for end in ends:
        while place < len(marks) and marks[place].row <= end:
            place += 1
        if place and end - marks[place - 1].row <= _LONG_CLAUSE and (not out or out[-1].stop <= marks[place - 1].row):
            out.append(range(end + 1, _next(marks, place, len(rows))))
    return out


def _next(marks: Sequence[Mark], place: int, last: int) -> int:
    """The row of the clause after the one before `place`."""
    clause = marks[place - 1]
    for mark in marks[place : place + 400]:
        if mark.word == clause.word and 0 < mark.n - clause.n <= 2:
            return mark.row
    return last
