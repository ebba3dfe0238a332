"""Where a paragraph ends and the next begins."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.document import Role
from pipeline.layout.row import Row

MARKER = re.compile(
    r"""^[\["“”'‘«„*\s]*
        (?:\d{0,2}\[)?
        (?:
            \(\s?(?:\d{1,4}|[a-zA-Z]{1,5})\s?\)              # (1) (a) (iv)
          | \d{1,4}(?:\.\d{1,3})*\s?[A-Za-z]{0,2}\s?[.)](?!\d)      # 12. 12A. 3.1. 4)
          | \d{1,4}[A-Z]?[.]?\s*[—–-]\s*\(                   # 3.-(1)
          | [a-zA-Z][.)](?=\s|$)                             # a) A.
          | [ivxlcIVXLC]{1,7}[.)](?=\s|$)                    # iv) IV.
          | \d{1,2}°
          | §+\s?\d
          | [•●▪■◦–—-](?=\s)
          | (?:part|chapter|title|book|division|schedule|annex(?:ure)?|appendix|section|sec\.|article|art\.|clause|regulation|rule)
            \s+(?:\d|[ivxlc]+\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|first\b)
          | provided\b | explanation\b | illustration\b | note\b
        )""",
    re.VERBOSE | re.IGNORECASE,
)
"""What opens a numbered unit or a proviso. It leaves numbers in running text: they are followed by no stop or bracket."""

_LOWER_MARKER = re.compile(r"\(?(?:[a-z]{1,4}|\d{1,3})[.)]$")
"""The number of a paragraph or a subsection, such as no heading bears."""

_ENDS = re.compile(r"""[.;:!?—–-][\])}"”’'»]*$|(?:;|,)\s*(?:and|or)$""", re.VERBOSE)
"""A line's end at which a paragraph may end."""

_STOPS = re.compile(r"""[.:;!?][\])}"”’'»]*$""", re.VERBOSE)


def set_gaps(lines: list[Row], usual: float) -> None:
    """Fill in the white space above each line beyond the `usual`; 0 for the first line of a column."""
    before: Row | None = None
    for row in lines:
        if before and before.page == row.page and row.top > before.top and before.column == row.column:
            row.gap = max(0.0, row.top - before.bottom - usual)
        before = row


def usual_gap(lines: list[Row]) -> float:
    """The white space that mostly stands between two lines of one column; it is below 0 where boxes overlap."""
    gaps = [
        after.top - before.bottom
        for before, after in pairwise(lines)
        if before.page == after.page and after.top > before.top and before.column == after.column
    ]
    return median(sorted(gaps)[: max(1, len(gaps) * 4 // 5)]) if gaps else 0.0


def mark_centred(lines: list[Row]) -> None:
    """Say which lines stand in the middle of their column with white space on both sides.

    Left edges that lines of several lengths share on one page are indents, whatever the white space to the right.
    """
    ends: defaultdict[tuple[int, int, int], set[int]] = defaultdict(set)
    for row in lines:
        ends[row.page, row.column, round(row.x0)].add(round(row.x1 / 2))
    for row in lines:
        before, after = row.x0 - row.left, row.right - row.x1
        em = row.size
        if before > 1.2 * em and after > 1.2 * em and abs(before - after) < 1.2 * em + 0.03 * (row.right - row.left):
            row.centred = len(ends[row.page, row.column, round(row.x0)]) < 3 and not _LOWER_MARKER.match(row.words[0].text)


def mark_starts(lines: list[Row]) -> None:
    """Fill in `starts`: the first line of each paragraph, numbered unit and heading."""
    before: Row | None = None
    first: Row | None = None
    for row in lines:
        if before is None or first is None or _breaks(before, row, first):
            row.starts = True
            first = row
        before = row


_HOLDS = frozenset(
    "the of and or to in a an by for with from under on at as any such that which section sections subsection paragraph article".split()  # noqa: SIM905
)
"""Words after which no paragraph ends."""


class _Meeting(NamedTuple):
    """A line and the one before it; `first` began the paragraph so far.

    `goes_on`: the words say that the sentence runs on; `marker`: the line opens with a number; `fits`: its first word would
    have stood on the line before; `ends`: a paragraph may end there.
    """

    before: Row
    row: Row
    first: Row
    goes_on: bool
    marker: bool
    fits: bool
    ends: bool


def _meeting(before: Row, row: Row, first: Row) -> _Meeting:
    here, there = before.words[-1].text, row.words[0].text
    marker = MARKER.match(row.text[:40]) is not None
    goes_on = (not marker and there[:1].islower()) or here[-1] in ",(" or here in _HOLDS
    fits = before.slack > row.words[0].x1 - row.words[0].x0 + 1.2 * row.size
    return _Meeting(before, row, first, goes_on, marker, fits, _ENDS.search(here) is not None)


def _breaks(before: Row, row: Row, first: Row) -> bool:
    """Whether a paragraph begins at `row`: the first rule that has an opinion decides."""
    meeting = _meeting(before, row, first)
    for rule in (_by_role, _by_centre, _by_size, _by_number, _by_place):
        verdict = rule(meeting)
        if verdict is not None:
            return verdict
    return _by_indent(meeting)


def _by_role(meeting: _Meeting) -> bool | None:
    before, row = meeting.before, meeting.row
    if before.role is not row.role or row.role is Role.TABLE:
        return True
    return False if before.words[-1].hyphen else None


def _by_centre(meeting: _Meeting) -> bool | None:
    before, row = meeting.before, meeting.row
    if not (row.centred or before.centred):
        return None
    wrapped = row.centred and before.centred and _wraps(before, row, goes_on=meeting.goes_on)
    return not wrapped and not _false_centre(before, row, goes_on=meeting.goes_on)


def _by_size(meeting: _Meeting) -> bool | None:
    return True if abs(meeting.row.size - meeting.before.size) > 0.08 * meeting.row.size and not meeting.goes_on else None


def _by_number(meeting: _Meeting) -> bool | None:
    """A number opens a unit unless it is a reference that happens to stand first on its line."""
    before, row = meeting.before, meeting.row
    apart = row.gap > 0.25 * row.size
    if meeting.marker and (meeting.fits or meeting.ends or apart or row.indent > before.indent + 0.5 * row.size):
        return True
    return True if row.bold != before.bold and (meeting.fits or apart) and not meeting.goes_on else None


def _by_place(meeting: _Meeting) -> bool | None:
    before, row = meeting.before, meeting.row
    if _moved(before, row):
        here = before.words[-1].text
        return not meeting.goes_on and (meeting.fits or _STOPS.search(here) is not None or here[-1] in "—–-")
    return not meeting.goes_on or meeting.ends if row.gap > 0.35 * row.size else None


def _by_indent(meeting: _Meeting) -> bool:
    """What the left edges of the lines say where nothing else does."""
    before, row = meeting.before, meeting.row
    step = row.indent - before.indent
    if step > 0.8 * row.size:
        return not meeting.goes_on and (before is not meeting.first or meeting.fits)
    if step < -0.8 * row.size and before is not meeting.first:
        return meeting.fits or (meeting.ends and not meeting.goes_on) or step < -3 * row.size
    return meeting.fits and not meeting.goes_on


def _moved(before: Row, row: Row) -> bool:
    """Whether the print jumps between the two: to another page or column."""
    return row.page != before.page or row.column != before.column or row.top < before.top


def _wraps(before: Row, row: Row, *, goes_on: bool) -> bool:
    """Whether a centred line is the second line of one heading."""
    if abs(row.size - before.size) > 0.05 * row.size or row.bold != before.bold or row.italic != before.italic:
        return False
    if row.gap > 0.5 * row.size or _moved(before, row):
        return False
    return goes_on or before.x1 - before.x0 > 0.7 * (before.right - before.left)


def _false_centre(before: Row, row: Row, *, goes_on: bool) -> bool:
    """Whether a line in mid-sentence only happens to stand in the middle."""
    return goes_on and not before.bold and row.gap < 0.5 * row.size and abs(row.size - before.size) < 0.05 * row.size
