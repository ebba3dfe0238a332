"""One law of a document: its stretches of articles and schedules, its passages, title and kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.document import Document
from pipeline.provision import Law, Passage
from pipeline.span import Span
from pipeline.structure.amending import principal_law
from pipeline.structure.articles import Found, articles
from pipeline.structure.called import called
from pipeline.structure.flatten import flatten
from pipeline.structure.inner import grow
from pipeline.structure.marks import Group, Mark, article_mark
from pipeline.structure.matter import explains, front, tail, tail_at
from pipeline.structure.printed import Printed
from pipeline.structure.row import Row
from pipeline.structure.titles import kind_of, printed_title, title_of
from pipeline.structure.tree import heading_below, plant
from pipeline.structure.unit import SCHEDULES, Unit
from pipeline.structure.verdict import is_law


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows `lo` to `hi`: a law's body, or one schedule under its heading."""

    lo: int
    hi: int
    found: Found
    schedule: Group | None = None


@dataclass(slots=True)
class _Parts:
    """A law while it is put together."""

    top: list[Unit] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


def law_between(document: Document, sheet: Printed, groups: Sequence[Group], told: Sequence[Passage], lo: int, hi: int) -> Law | None:
    """The law that rows `lo` to `hi` hold; None when they hold none.

    `groups` and the passages `told` by layout are those of the whole document.
    """
    own = groups[bisect_left(groups, lo, key=_row) : bisect_left(groups, hi, key=_row)]
    stretches = _stretches(sheet, own, lo, hi)
    body = stretches[0]
    if not body.found.marks:
        return None
    begins = min([body.found.marks[0].row, *(g.row for g in body.found.groups)])
    title_rows = sheet.rows[lo:begins]
    parts = _Parts()
    principal = principal_law(sheet.text[sheet.offset(lo) : sheet.offset(hi)])
    start, end = _reach(document, sheet, lo, hi)
    unworded = called(
        printed_title(title_rows), document.text[start : sheet.offset(begins)], sheet.text[sheet.offset(begins) : sheet.offset(hi)]
    )
    for stretch in stretches:
        _add(parts, stretch, sheet, unworded, principal)
    cited = [u for top in parts.top for u in top.walk() if u.cited and not u.quoted]
    bodies = [u for u in cited if u.end <= sheet.offset(body.hi)] or cited
    if not is_law(title_rows, bodies, sheet.text[sheet.offset(lo) : sheet.offset(hi)], sheet.offset(lo)):
        return None
    title = title_of(document.title, title_rows, [sheet.text[u.start : u.end] for u in [*bodies[:3], *bodies[-3:]]])
    first = parts.top[0].start
    before = [r.at for r in sheet.rows[lo:begins] if r.start < first]
    passages = [*front(sheet.rows, lo, (before[-1] + 1) if before else lo), *parts.passages, *_between(told, start, end)]
    return Law(
        title, kind_of(title, title_rows), Span(start, end), flatten(parts.top, sheet.text), tuple(sorted(passages, key=lambda p: p.span))
    )


def _row(group: Group) -> int:
    return group.row


def _between(told: Sequence[Passage], start: int, end: int) -> Sequence[Passage]:
    return told[bisect_left(told, start, key=_start) : bisect_left(told, end, key=_start)]


def _start(passage: Passage) -> int:
    return passage.span.start


def _reach(document: Document, sheet: Printed, lo: int, hi: int) -> tuple[int, int]:
    """The law's print: from its first row to the next law's, contents and footnotes included."""
    return (0 if lo == 0 else sheet.offset(lo)), (len(document.text) if hi >= len(sheet.rows) else sheet.offset(hi))


def _stretches(sheet: Printed, groups: Sequence[Group], lo: int, hi: int) -> list[Stretch]:
    """The body and the schedules. A schedule's heading after which the articles simply go on was none."""
    schedules = [g for g in groups if g.kind in SCHEDULES]
    inside = [g for g in groups if g.kind not in SCHEDULES]
    cuts = [g.row for g in schedules] + [hi]
    body_end = cuts[0]
    found = articles(sheet, inside, lo, _explained(sheet, lo, body_end))
    out: list[Stretch] = []
    for at, schedule in enumerate(schedules):
        end = cuts[at + 1]
        held = articles(sheet, inside, schedule.row + 1, end)
        last = found.marks[-1].n if found.marks else 0
        goes_on = bool(held.marks) and 0 < held.marks[0].n - last <= 3 and held.marks[0].n > 1 and held.word == found.word
        if not out and (goes_on or not found.marks):
            body_end = end
            found = articles(sheet, inside, lo, _explained(sheet, lo, body_end))
        else:
            out.append(Stretch(schedule.row, end, held, schedule))
    return [Stretch(lo, body_end, found), *out]


def _explained(sheet: Printed, lo: int, hi: int) -> int:
    """The row at which, after some articles, a text begins that explains the law or reprints another; `hi` without one."""
    last: Mark | None = None
    for row in sheet.rows[lo:hi]:
        mark = None if row.at in sheet.barred else article_mark(row)
        last = mark or last
        if last and mark is None and explains(row) and not _heads(sheet.rows, row.at, last):
            return row.at
    return hi


def _heads(rows: Sequence[Row], at: int, last: Mark) -> bool:
    """Whether the row is only the heading of the next article."""
    mark = article_mark(rows[at + 1]) if at + 1 < len(rows) else None
    return mark is not None and mark.word == last.word and mark.n == last.n + 1


def _add(parts: _Parts, stretch: Stretch, sheet: Printed, kind: str, principal: str) -> None:
    """Plant a stretch and tell what follows its last article."""
    marks = stretch.found.marks
    after = (marks[-1].row if marks else stretch.lo) + 1
    stop = tail_at(sheet, after, stretch.hi)
    parts.passages += tail(sheet, stop, stretch.hi)
    found = replace(stretch.found, groups=tuple(g for g in stretch.found.groups if g.row < stop))
    if stretch.schedule is None:
        parts.top += plant(sheet, found, (stretch.lo, stop), kind, principal)
    else:
        parts.top.append(_schedule(stretch.schedule, found, sheet, stop, principal))


def _schedule(group: Group, found: Found, sheet: Printed, stop: int, principal: str) -> Unit:
    """A schedule with its paragraphs; one without numbers is cited as a whole."""
    begins, heading = heading_below(group, sheet.rows, found, stop)
    unit = Unit(group.kind, group.number, sheet.offset(group.row), sheet.offset(stop), heading, sheet.offset(min(begins, stop)))
    if found.marks:
        unit.children = plant(sheet, found, (begins, stop), "paragraph", principal)
    else:
        unit.cited = True
        grow(unit, sheet)
    return unit
