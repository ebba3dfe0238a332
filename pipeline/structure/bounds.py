"""Where, in an issue of a gazette, one law ends and the next begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.structure.evidence import Evidence
from pipeline.structure.marks import Group, article_mark
from pipeline.structure.phrases import ENACTING, LONG_TITLE, NOTICE
from pipeline.structure.printed import Printed
from pipeline.structure.row import Row
from pipeline.structure.unit import SCHEDULES

_REACH = 120
"""Rows from a law's enacting words within which its first article must stand."""
_FRONT = 30
"""Rows of title, number and date above a law's long title, at most."""
_TITLED = re.compile(
    r"""(?:the\s+)?(?:(?:federal|organic|royal|presidential|ministerial|decree|imperial)[\s-]+)*(?:act|law|bill|ordinance|decree|order|regulations?|proclamation|statutory\s+instruments?|legal\s+notice|government\s+notice|resolution|decree-law)
      \s*,?\s*(?:(?:n[°ºo]s?\.?|number|nr\.?|№)\s*[\w/(-]*\d|\d)
      |.{3,160}\b(?:act|law|bill|ordinance|regulations|rules|order|decree|proclamation|by-?laws)\s*[,(]?\s*(?:no\.?\s*\d+\s+of\s+)?(?:\d{4}|\(amendment\))\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""A title: 'LAW No. 12 OF 2020', 'THE SOCIETIES BILL, 2024'."""


def is_title(text: str) -> bool:
    """Whether a row reads as a law's title."""
    return len(text) < 260 and _TITLED.match(text) is not None


def laws_in(sheet: Printed, barred: frozenset[int], groups: Sequence[Group] = ()) -> list[int]:
    """The row at which each law of the document begins; the first begins with the document. `groups` are its headings."""
    starts = [0]
    openings = _openings(sheet, barred)
    firsts = _firsts(sheet, barred)
    schedules = [g.row for g in groups if g.kind in SCHEDULES]
    place = 0
    before = -1
    for opening in openings:
        while place < len(firsts) and firsts[place] < opening:
            place += 1
        if place == len(firsts):
            break
        first = firsts[place]
        if first - opening <= _REACH and first != before and not _scheduled(schedules, opening, first, sheet.rows):
            if before >= 0:
                starts.append(front_of(sheet.rows, opening, before))
            before = first
    return starts


def _scheduled(schedules: Sequence[int], opening: int, first: int, rows: Sequence[Row]) -> bool:
    """Whether a number 1 stands in a schedule below the opening, which then was a title within the law before."""
    at = bisect_left(schedules, opening)
    within = at < len(schedules) and schedules[at] < first
    return within and not any(ENACTING.match(r.text) or LONG_TITLE.match(r.text) for r in rows[opening:first])


def _openings(sheet: Printed, barred: frozenset[int]) -> list[int]:
    """Rows with a long title, enacting words, or a numbered title in capitals or large type."""
    out = []
    for row, depth in zip(sheet.rows, sheet.depths, strict=True):
        if depth or row.at in barred or row.marginal:
            continue
        text = row.text
        titled = is_title(text) and (text.isupper() or row.line.bold or row.line.centred) and not article_mark(row)
        if titled or LONG_TITLE.match(text) or ENACTING.match(text):
            out.append(row.at)
    return out


def _firsts(sheet: Printed, barred: frozenset[int]) -> list[int]:
    """Rows that may begin a first article."""
    evidence = Evidence(sheet)
    out = []
    for row in sheet.rows:
        if row.at in barred or row.marginal:
            continue
        mark = article_mark(row)
        if mark and mark.n == 1 and not mark.suffix and evidence.of(mark) > 0.9:
            out.append(row.at)
    return out


def front_of(rows: Sequence[Row], opening: int, floor: int) -> int:
    """The first row of a law's title block, going up from its long title."""
    at = opening
    while at - 1 > floor and opening - at < _FRONT and _isfront_of(rows[at - 1]):
        at -= 1
    return at


def _isfront_of(row: Row) -> bool:
    text = row.text
    if NOTICE.match(text) or article_mark(row):
        return False
    if text.isupper() or row.line.centred or is_title(text) or (text[0] == "[" and text[-1] in "]."):
        return True
    return len(text) < 70 and not row.ended and (row.line.bold or text[0].isupper())
