"""Notices of a gazette that are no law: lost deeds, tenders, changes of name. They stand before, between and after the laws of an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.structure.bounds import front_of, is_title
from pipeline.structure.marks import Mark, article_mark, group_mark
from pipeline.structure.phrases import ENACTING, LONG_TITLE
from pipeline.structure.printed import Printed
from pipeline.structure.row import Row
from pipeline.structure.unit import SCHEDULES

_NUMBERED = re.compile(
    r"[\[(]?(?:[a-z]+\s+){0,3}notices?\s*,?\s*(?:n[o°º]s?\.?|number|nr\.?|№)?\s*(?:of\s+)?\d[^;]{0,80}$", re.VERBOSE | re.IGNORECASE
)
"""'GENERAL NOTICE No. 45', 'Government Notice 12 of 2020'; leaves 'notice of 14 days', which is no heading by its type."""
_NAMED = re.compile(r"(?:[A-Za-z’'&-]+\s+){0,5}notices?\s*[.:—–-]?$", re.IGNORECASE)
"""'TENDER NOTICE', 'PUBLIC NOTICE'; leaves 'Notice of appeal'."""
_GIVEN = re.compile(
    r"""(?:take\s+)?notice\s+is\s+(?:hereby\s+)?given\b
      |it\s+is\s+(?:hereby\s+)?notified\b
      |(?:sealed\s+|written\s+)?(?:applications|tenders|bids|quotations)\s+are\s+(?:hereby\s+)?invited\b
      |(?:members\s+of\s+)?the\s+(?:general\s+)?public\s+(?:is|are)\s+(?:hereby\s+)?(?:notified|informed)\b
      |[^.;:]{3,90}?\binvites\s+(?:sealed\s+|written\s+)?(?:applications|tenders|bids|quotations)\b
      |whereas\b[^.;]{3,160}?\b(?:proprietor|title\s+deed|certificate\s+of\s+title)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""How the words of a notice begin; leaves 'Notice of the meeting shall be given', a rule."""
_SELF = re.compile(
    r"\b(?:this|these|the\s+present)\s+(?:act|law|ordinance|regulations?|rules|order|decree|proclamation|by-?laws?|code|bill)\b",
    re.IGNORECASE,
)
"""A law's word for itself: a notice that has it brings a law in."""
_HEADING_ROWS = 6
_BEFORE = 12
"""Numbers before a notice that a law may go on from after it."""
_HINTS = ("otice", "OTICE", "otifi", "OTIFI", "nvite", "nform", "WHEREAS", "Whereas")


def notice_rows(sheet: Printed) -> list[range]:
    """The rows of each notice, its headings included, in order."""
    starts = list(_starts(sheet))
    out = []
    for lo, hi in pairwise([*starts, len(sheet.rows)]):
        stop = _stop(sheet.rows, lo, hi)
        if stop > lo + 1 and not _is_law(sheet.rows[lo:stop]) and not _within(sheet, lo, stop):
            out.append(range(lo, stop))
    return out


def _starts(sheet: Printed) -> Iterator[int]:
    rows, last = sheet.rows, -1
    for row in rows:
        if row.marginal or not any(hint in row.text for hint in _HINTS) or sheet.depths[row.at]:
            continue
        start = _start(rows, row)
        if start is not None and (last < 0 or any(r.ended for r in rows[last:start])):
            yield start
            last = row.at


def _start(rows: Sequence[Row], row: Row) -> int | None:
    """Where the notice begins that the row heads or whose words it begins."""
    if len(row.text) < 120 and _NUMBERED.match(row.text) and (_set_apart(row) or _alone(rows, row)):
        return row.at
    if len(row.text) < 60 and _NAMED.match(row.text) and _set_apart(row):
        return row.at
    if not _GIVEN.match(row.text):
        return None
    first = row.at
    while first and row.at - first < _HEADING_ROWS and _set_apart(rows[first - 1]) and not article_mark(rows[first - 1]):
        first -= 1
    return first if first < row.at else None


def _set_apart(row: Row) -> bool:
    return not row.marginal and len(row.text) < 160 and (row.capitals or row.line.bold or row.line.centred or row.line.level > 0)


def _alone(rows: Sequence[Row], row: Row) -> bool:
    """Whether a row in plain type is a heading by its place: a short paragraph of its own after the end of another."""
    return len(row.text) < 60 and row.opens and row.text[0].isupper() and (row.at == 0 or rows[row.at - 1].ended)


def _stop(rows: Sequence[Row], lo: int, hi: int) -> int:
    """The row after a notice: where the front of a law begins, or `hi`."""
    said = False
    for at in range(lo + 1, hi):
        row = rows[at]
        if LONG_TITLE.match(row.text) or ENACTING.match(row.text):
            return front_of(rows, at, lo)
        if said and _set_apart(row) and is_title(row.text):
            return front_of(rows, at, lo)
        group = group_mark(row, rows[at - 1])
        if not said and group and group.kind in SCHEDULES:
            return at
        said = said or row.ended
    return hi


def _is_law(rows: Sequence[Row]) -> bool:
    return any(_SELF.search(row.text) for row in rows)


def _within(sheet: Printed, lo: int, stop: int) -> bool:
    """Whether the rows stand within a law: its numbers go on in them, or they are a form in a schedule, which has no number."""
    after = next((m for row in sheet.rows[lo:stop] if (m := article_mark(row))), None)
    before: list[Mark] = []
    for row in reversed(sheet.rows[:lo]):
        mark = None if row.marginal or row.at in sheet.barred else article_mark(row)
        if mark:
            before.append(mark)
        group = group_mark(row, None) if not before else None
        if group and group.kind in SCHEDULES and not _NUMBERED.match(sheet.rows[lo].text):
            return True
        if len(before) == _BEFORE or LONG_TITLE.match(row.text) or ENACTING.match(row.text):
            break
    return after is not None and after.n > 1 and any(m.word == after.word and 0 < after.n - m.n <= 3 for m in before)
