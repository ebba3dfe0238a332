"""Quotations that run over rows: what an amending law puts into another law stands in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.structure.row import Row

_MARKS = re.compile(r"[“”„«»\"]|^[‘']|(?<=[:—–-]\s)[‘']|[’'](?=[.;,]*\s*(?:and|or)?\s*$)")
"""Quotation marks; single ones only where they cannot be apostrophes: at the start and at the end of a row."""
_CLOSER = {"“": "”", "„": "”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_LONGEST = 400
_LONGEST_PHRASE = 8
"""Rows: a quotation that is not closed by then was never one. One that begins within a sentence is a phrase, and short."""
_MOST_FAILURES = 25
_SHORTEST = 40
"""Characters of a provision without a number, at least."""
_NUMBERS = frozenset("(§0123456789")
_BLOCK_START = re.compile(r"(?:^|[:—–-]|\bto read)\s*$")
_AT_END = re.compile(r"[.;,:)\]]*\s*(?:and|or)?\s*[.;,]*\s*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Offsets of the opening mark, of the words, and of the closing mark; the rows it begins and ends on.

    `block` says that it stands on its own, as text to be put in does, and is not a phrase in a sentence.
    """

    start: int
    inner: int
    close: int
    first: int
    last: int
    block: bool


class Quotations:
    """All quotations that run over rows or fill one, in order."""

    def __init__(self, all_: Sequence[Quotation], rows: int) -> None:
        self.all = tuple(all_)
        self._starts = [q.start for q in self.all]
        self.depths = [0] * rows
        self.opened = {q.first for q in self.all if q.block and q.last > q.first}
        for quotation in self.all:
            for at in range(quotation.first + 1, quotation.last + 1):
                self.depths[at] = 1

    def within(self, start: int, end: int) -> tuple[Quotation, ...]:
        """Those that begin between two offsets."""
        return self.all[bisect_left(self._starts, start) : bisect_right(self._starts, end - 1)]


def quotations(rows: Sequence[Row]) -> Quotations:
    """Find them in one pass; an opening mark that is never closed is taken for a misprint."""
    marks = [[(m.start(), m.group()) for m in _MARKS.finditer(r.text)] if _has_mark(r.text) else [] for r in rows]
    found: list[Quotation] = []
    at = column = failures = 0
    while at < len(rows):
        opening = _opening(rows[at].text, marks[at], column)
        if opening is None or failures > _MOST_FAILURES:
            at, column = at + 1, 0
            continue
        apart = _BLOCK_START.search(rows[at].text[: opening[0]]) is not None
        closed = _closing(rows, marks, at, opening, _LONGEST if apart else _LONGEST_PHRASE)
        if closed is None:
            failures += apart
            at, column = at + 1, 0
            continue
        last, where = closed
        start = rows[at].start + opening[0]
        block = apart and _AT_END.match(rows[last].text, where + 1) is not None
        found.append(Quotation(start, start + 1, rows[last].start + where, at, last, block))
        at, column = last, where + 1
    return Quotations(found, len(rows))


def _has_mark(text: str) -> bool:
    return "“" in text or '"' in text or "”" in text or "‘" in text or "«" in text or "’" in text or "„" in text or "'" in text


def _opening(text: str, marks: Sequence[tuple[int, str]], column: int) -> tuple[int, str] | None:
    """The first quotation in a row that the row does not close, or that fills it."""
    open_: list[tuple[int, str]] = []
    whole: tuple[int, str] | None = None
    for at, mark in marks:
        if at < column:
            continue
        if open_ and mark == _CLOSER[open_[-1][1]]:
            last = open_.pop()
            if not open_ and _AT_END.match(text, at + 1) and (not text[: last[0]].strip() or _brought_in(text, last[0], at)):
                whole = last
        elif mark in _CLOSER and not (mark == '"' and not _opens_here(text, at)):
            open_.append((at, mark))
    return open_[0] if open_ else whole


def _brought_in(text: str, start: int, close: int) -> bool:
    """Whether a quotation at the end of its row is text to be put in: 'the following: “(2) ...”'; leaves 'substitute— “dusk”'."""
    long_ = close - start > _SHORTEST or text[start + 1 : start + 2] in _NUMBERS
    return long_ and _BLOCK_START.search(text[:start]) is not None


def _opens_here(text: str, at: int) -> bool:
    """Whether a straight mark opens: words follow it and no word stands before it."""
    return (at + 1 < len(text) and not text[at + 1].isspace() and (at == 0 or not text[at - 1].isalnum())) or at == 0


def _closing(
    rows: Sequence[Row], marks: Sequence[Sequence[tuple[int, str]]], first: int, opening: tuple[int, str], reach: int
) -> tuple[int, int] | None:
    """Row and column of the mark that closes; a mark at the start of a row opens the same quotation anew."""
    open_mark, close_mark = opening[1], _CLOSER[opening[1]]
    depth = 0
    for at in range(first, min(first + reach, len(rows))):
        here = marks[at]
        for column, mark in here:
            if at == first and column < opening[0]:
                continue
            if mark == close_mark and (open_mark != close_mark or (depth and _AT_END.match(rows[at].text, column + 1))):
                depth -= 1
                if depth <= 0:
                    return at, column
            elif mark == open_mark and not (at > first and column == 0 and _anew(rows[at].text, here, close_mark)):
                depth = min(depth + 1, 2) if open_mark != close_mark else 1
    return None


def _anew(text: str, here: Sequence[tuple[int, str]], close_mark: str) -> bool:
    """Whether the mark at the start of the row opens the quotation anew, and is not a short inner one ('“term” means')."""
    if len(here) < 2 or here[1][1] != close_mark:
        return True
    return _AT_END.match(text, here[1][0] + 1) is not None
