"""The articles and the headings above them in a stretch of rows: which there are, what each is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.structure.evidence import Evidence
from pipeline.structure.marks import Group, Mark, article_mark, group_mark
from pipeline.structure.printed import Printed
from pipeline.structure.row import Row
from pipeline.structure.sequence import Candidate, chain
from pipeline.structure.unit import SCHEDULES

_OPENERS = "“\"‘'«„"
_PLAIN = 3.0
_BESIDE_WORDS = 3.0
_NEAR = 8
"""A chapter's heading stands at most this many rows above its first article."""


@dataclass(frozen=True, slots=True)
class Found:
    """The articles' marks in order, the headings above them, and the word that articles are called by ('' for a bare number)."""

    marks: tuple[Mark, ...]
    groups: tuple[Group, ...]
    word: str


def groups_in(sheet: Printed) -> list[Group]:
    """Headings of parts, chapters and schedules outside quotations."""
    found = []
    before: Row | None = None
    for row, depth in zip(sheet.rows, sheet.depths, strict=True):
        if (
            not row.marginal
            and not depth
            and row.at not in sheet.barred
            and not (row.at in sheet.quoted.opened and row.text[0] in _OPENERS)
        ):
            group = group_mark(row, before)
            if group:
                found.append(group)
        before = row
    return found


def articles(sheet: Printed, groups: Sequence[Group], lo: int, hi: int, *, anywhere: bool = False) -> Found:
    """The articles of rows `lo` to `hi`, and the groups there that are no articles themselves.

    `anywhere`: they may begin with any number, and where the first has a word before it, so have all.
    """
    possible = _candidates(sheet, groups, lo, hi)
    if anywhere and possible and possible[0].mark.word:
        possible = [c for c in possible if c.mark.word == possible[0].mark.word]
    marks = [possible[at].mark for at in chain(possible, anywhere=anywhere)]
    words = Counter(m.word for m in marks)
    word = words.most_common(1)[0][0] if words else ""
    taken = {m.row for m in marks}
    kept = [g for g in groups if lo <= g.row < hi and g.row not in taken and not (g.kind == "section" and word in {"section", ""})]
    return Found(tuple(marks), tuple(kept), word)


def _candidates(sheet: Printed, groups: Sequence[Group], lo: int, hi: int) -> list[Candidate]:
    """The marks of rows `lo` to `hi` that something speaks for."""
    near = {g.row + n for g in groups for n in range(_NEAR) if g.kind not in SCHEDULES}
    evidence = Evidence(sheet)
    out = []
    for row in sheet.rows[lo:hi]:
        mark = None if row.marginal or row.at in sheet.barred else article_mark(row)
        if mark:
            score = evidence.of(mark)
            if score > -5.0:
                out.append(Candidate(mark, score, row.at in near))
    return _weighed(out)


def _weighed(found: list[Candidate]) -> list[Candidate]:
    """Bare numbers count for less where articles are plainly called by a word: there they are paragraphs."""
    worded = {(c.mark.word, c.mark.n) for c in found if c.mark.word and c.score >= _PLAIN}
    if not any((word, n + 1) in worded for word, n in worded):
        return found
    return [c if c.mark.word else replace(c, score=c.score - _BESIDE_WORDS) for c in found]
