"""Headings that are of no article: those between two articles, and those that are printed a second time."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.document import Role
from pipeline.structure.marks import article_mark
from pipeline.structure.printed import Printed
from pipeline.structure.row import Row
from pipeline.structure.text import has_modal, is_heading

_ROWS = 3
_LETTERS = re.compile(r"[^\W\d_]{4,}")


def crossed(start: int, sheet: Printed, taken: frozenset[int], floor: int) -> int:
    """Where what stands before an article ends: at the article's `start`, or above a heading in the middle or in capitals
    that stands over it and those that follow. `taken` are rows of other headings, `floor` the row of the number before.
    """
    rows = sheet.rows
    own = bisect_left(sheet.starts, start)
    at = own
    while at - 1 > floor and own - at < _ROWS and at - 1 not in taken and _stands_apart(sheet, rows[at - 1], rows[own]):
        at -= 1
    before = rows[at - 1] if at > 0 else None
    over = before is None or at - 1 in taken or (before.ended and before.text[-1] not in ":,—–-")
    return rows[at].start if over and at < own else start


def _stands_apart(sheet: Printed, row: Row, own: Row) -> bool:
    """Whether a row is set as the heading of several articles is, and otherwise than the article's own first row."""
    if row.marginal or row.line.role is Role.TABLE or sheet.depths[row.at] or article_mark(row) or row.text[-1] in '.;:”"’)],':
        return False
    if not _LETTERS.search(row.text) or any(c.isdigit() for c in row.text):
        return False
    capitals = row.capitals and not own.capitals
    middle = row.line.centred and not own.line.centred and is_heading(row) and not has_modal(row.text)
    return (capitals or middle) and len(row.text) < 110


def past_repeat(heading: str, text: str, body: int, end: int) -> int:
    """Where an article's words begin once its heading is not read twice: '(Duty)' or 'Duty.—' after the heading Duty."""
    words = heading.rstrip(". ").split()
    first = text[body : body + 60].lstrip("([ ").lower()
    if not words or len(words) > 30 or not first.startswith(words[0][:60].lower()):
        return body  # told without a pattern of its own for each of thousands of articles
    again = re.compile(
        r"(?P<open>[(\[]?)\s?" + r"\s+".join(map(re.escape, words)) + r"\s?[.:]?\s?[)\]]?(?P<stop>\s?[.:]?\s?[—–-]{0,2})[ \n]*",
        re.IGNORECASE,
    )
    found = again.match(text, body, min(body + 400, end))
    if (
        not found
        or not text[found.end() : end].strip()
        or not (found.group("open") or found.group("stop").strip() or "\n" in found.group())
    ):
        return body
    return found.end()
