"""The tree of units of one stretch: parts above, articles below them, and what stands within articles."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.structure.articles import Found, articles, groups_in
from pipeline.structure.headings import Head, heads
from pipeline.structure.inner import grow
from pipeline.structure.marks import Group, Mark
from pipeline.structure.printed import Printed
from pipeline.structure.quoted import blocks_in, fill
from pipeline.structure.row import Row, one_line
from pipeline.structure.text import is_heading
from pipeline.structure.unit import GROUPS, Unit

_WORD_KINDS = {
    "article": "article",
    "clause": "clause",
    "regulation": "regulation",
    "rule": "rule",
    "order": "order",
    "bylaw": "bylaw",
    "paragraph": "paragraph",
}
_FIRST_WITHIN = 5
"""The first article of a quotation stands on one of its first rows, under its headings."""


def plant(sheet: Printed, found: Found, reach: tuple[int, int], kind: str, principal: str = "") -> list[Unit]:
    """The units of rows `reach`, the last left out. `kind` is that of an article without a word of its own."""
    rows, stop = sheet.rows, reach[1]
    heading_rows = {g.row: heading_below(g, rows, found, stop) for g in found.groups}
    taken = frozenset(r for g in found.groups for r in range(g.row, heading_rows[g.row][0]))
    begun = heads(found.marks, sheet, taken, reach)
    starts: list[tuple[int, Group | tuple[Mark, Head]]] = [(rows[g.row].start, g) for g in found.groups]
    starts += [(h.start, (m, h)) for m, h in zip(found.marks, begun, strict=True)]
    starts.sort(key=lambda s: s[0])
    ends = [start for start, _ in starts[1:]] + [sheet.offset(stop)]
    top: list[Unit] = []
    stack: list[Unit] = []
    for (start, what), end in zip(starts, ends, strict=True):
        if isinstance(what, Group):
            _nest(Unit(_group_kind(what), what.number, start, end, heading_rows[what.row][1]), stack, top)
        else:
            unit = _article(what[0], what[1], end, kind)
            (stack[-1].children if stack else top).append(unit)
            _complete(unit, sheet, principal)
    for unit in top:
        _stretch(unit)
    return top


def plant_quoted(sheet: Printed) -> list[Unit]:
    """The units of a quotation that holds whole articles; none when it holds less."""
    groups = groups_in(sheet)
    found = articles(sheet, groups, 0, len(sheet.rows), anywhere=True)
    if not found.marks or found.marks[0].row > _FIRST_WITHIN + 2 * len(found.groups):
        return []
    return plant(sheet, found, (0, len(sheet.rows)), "section")


def _complete(article: Unit, sheet: Printed, principal: str) -> None:
    """Give an article what stands within it, new text for other laws apart from its own units."""
    blocks = blocks_in(article, sheet)
    grow(article, sheet, [(b.start, b.end) for b in blocks])
    fill(article, blocks, sheet, principal)


def _article(mark: Mark, head: Head, end: int, kind: str) -> Unit:
    return Unit(
        _WORD_KINDS.get(mark.word, "section") if mark.word else kind, mark.number, head.start, end, head.heading, head.body, cited=True
    )


def _group_kind(group: Group) -> str:
    return group.kind if group.kind in GROUPS else "division" if group.kind == "section" else group.kind


def _nest(unit: Unit, stack: list[Unit], top: list[Unit]) -> None:
    """Below the units that are open, unless one of its own kind is: then beside that one."""
    kinds = [u.kind for u in stack]
    if unit.kind in kinds:
        del stack[kinds.index(unit.kind) :]
    (stack[-1].children if stack else top).append(unit)
    stack.append(unit)


def _stretch(unit: Unit) -> None:
    """A unit ends where its last child does."""
    order = list(unit.walk())
    for one in reversed(order):
        if one.children:
            one.end = max(one.end, one.children[-1].end)


def heading_below(group: Group, rows: Sequence[Row], found: Found, stop: int) -> tuple[int, str]:
    """The row after a part's heading, and the heading."""
    numbers = {m.row for m in found.marks} | {g.row for g in found.groups}
    pieces = [group.rest] if group.rest else []
    at = group.row + 1
    while at < min(group.row + 8, stop) and at not in numbers and not rows[at].marginal and _heads(rows[at]):
        if pieces and not _same_style(rows[at], rows[at - 1] if at - 1 > group.row or group.rest else None, pieces[-1]):
            break
        if at + 1 in numbers and pieces and not rows[at].text.isupper():
            break
        pieces.append(rows[at].text)
        at += 1
    return at, one_line(" ".join(pieces)).strip(" .:—–-")


def _heads(row: Row) -> bool:
    """Whether the row could be of a part's heading; in capitals it may break anywhere."""
    return is_heading(row, 160) or (row.capitals and len(row.text) < 160 and row.text[-1] not in ".;:")


def _same_style(row: Row, before: Row | None, piece: str) -> bool:
    """Whether a heading goes on in the next row."""
    if before is None:
        return True
    capitals = row.text.isupper()
    alike = row.line.bold == before.line.bold and row.line.italic == before.line.italic
    return alike and capitals == piece.isupper() and (capitals or row.line.centred == before.line.centred)
