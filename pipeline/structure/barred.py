"""Rows that cannot hold articles whatever their numbers: lists of contents and texts that explain the law."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.structure.marks import Mark, article_mark
from pipeline.structure.phrases import CONTENTS, ENACTING, LEADERS, LONG_TITLE, MEMORANDUM, OBJECTS
from pipeline.structure.row import Row

_BETWEEN = 4
_FRONT = 40
"""Rows of a bill's title above its long title, at most."""
_FEWEST = 5
"""A run of numbered rows shorter than this is no list of contents."""


def led_rows(rows: Sequence[Row]) -> list[range]:
    """Runs of rows with leader dots, and the rows between them that go on in the next."""
    led = [row.at for row in rows if row.text[-1] in ".…·0123456789ivxlc_" and LEADERS.search(row.text[-40:])]
    out: list[range] = []
    for at in led:
        if out and at - out[-1].stop <= _BETWEEN:
            out[-1] = range(out[-1].start, at + 1)
        else:
            out.append(range(at, at + 1))
    return [run for run in out if len(run) >= _FEWEST]


def contents_rows(rows: Sequence[Row]) -> range:
    """The list of contents that layout did not tell from the text; empty when there is none."""
    marks = [m for row in rows[:6000] if not row.marginal and (m := article_mark(row))]
    fronts = next((row.at for row in rows if ENACTING.match(row.text)), len(rows))
    heading = next((row.at for row in rows[:1500] if len(row.text) < 60 and CONTENTS.match(row.text)), None)
    if heading is not None:
        marks = [m for m in marks if m.row > heading]
    elif marks and (
        marks[0].row > fronts or any(m.word != marks[0].word or (m.punct == ")") != (marks[0].punct == ")") for m in marks[:_FEWEST])
    ):
        return range(0)
    again = _begins_again(marks, heading is not None)
    if again is None:
        return range(0)
    first = heading if heading is not None else marks[0].row
    return range(first, _front_of(rows, first + 1, again))


def _begins_again(marks: Sequence[Mark], told: bool) -> int | None:
    """The row where the numbers of a dense list begin anew."""
    if len(marks) < 2:
        return None
    first = marks[0]
    for at in range(1, len(marks)):
        mark = marks[at]
        if mark.n == first.n and mark.suffix == first.suffix and marks[at - 1].n >= mark.n and at >= (1 if told else _FEWEST):
            dense = (mark.row - first.row) <= 2.6 * at + 12
            later = [m for m in marks[at:] if m.n <= marks[at - 1].n + 1]
            loose = len(later) > 1 and (later[-1].row - mark.row) > 1.2 * (later[-1].n - mark.n + 1)
            return mark.row if dense and loose else None
    return None


def _front_of(rows: Sequence[Row], lo: int, hi: int) -> int:
    """Where, before the first article, the law's own front begins: its long title, enacting words or title."""
    for at in range(lo, hi):
        text = rows[at].text
        if ENACTING.match(text) or LONG_TITLE.match(text):
            return _titled(rows, lo, at)
    at = hi
    while at - 1 > lo and hi - at < 6 and not article_mark(rows[at - 1]) and not rows[at - 1].ended:
        at -= 1
    return at


def _titled(rows: Sequence[Row], lo: int, at: int) -> int:
    """The first row of the title above a long title: capitals and centred rows."""
    while at - 1 > lo and (rows[at - 1].capitals or rows[at - 1].line.centred) and not article_mark(rows[at - 1]):
        at -= 1
    return at


def explained_rows(rows: Sequence[Row]) -> list[range]:
    """Explanatory memoranda, objects and reasons before a bill: from their heading to the bill's own front."""
    out: list[range] = []
    heading: int | None = None
    for row in rows:
        text = row.text
        if heading is None:
            if len(text) < 90 and (row.capitals or row.line.bold or row.line.centred) and (MEMORANDUM.match(text) or OBJECTS.match(text)):
                heading = row.at
        elif LONG_TITLE.match(text) or ENACTING.match(text):
            out.append(range(heading, _front_of(rows, max(heading + 1, row.at - _FRONT), row.at + 1)))
            heading = None
    return out
