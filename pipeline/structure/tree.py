"""The tree of units of one stretch: parts above, articles below them, and what stands within articles."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.structure.articles import Found, articles, groups_in
from pipeline.structure.headings import Head, Style, heads, style, style_above
from pipeline.structure.inner import grow
from pipeline.structure.marks import Group, Mark
from pipeline.structure.printed import Printed
from pipeline.structure.quoted import blocks_in, fill
from pipeline.structure.row import Row
from pipeline.structure.run_in import clean
from pipeline.structure.text import ends_in_reference, has_modal, is_heading
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
_HEADING_ROWS = 8
_LONGEST = 110
_FIRST_WITHIN = 5
"""The first article of a quotation stands on one of its first rows, under its headings."""


def plant(sheet: Printed, found: Found, reach: tuple[int, int], kind: str, principal: str = "") -> list[Unit]:
    """The units of rows `reach`, the last left out. `kind` is that of an article without a word of its own."""
    rows, stop = sheet.rows, reach[1]
    above = style_above(found.marks, sheet, _below_groups(found), reach) if found.groups else None
    heading_rows = {g.row: heading_below(g, rows, found, stop, above) for g in found.groups}
    taken = frozenset(r for g in found.groups for r in range(g.row, heading_rows[g.row][0]))
    begun = heads(found.marks, sheet, taken, reach)
    starts: list[tuple[int, Group | tuple[Mark, Head]]] = [(rows[g.row].start, g) for g in found.groups]
    starts += [(h.start, (m, h)) for m, h in zip(found.marks, begun, strict=True)]
    starts.sort(key=lambda s: s[0])
    ends = [what[1].after if isinstance(what, tuple) else start for start, what in starts[1:]] + [sheet.offset(stop)]
    kind = _WORD_KINDS.get(found.word, kind)
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


def plant_quoted(sheet: Printed, kind: str) -> list[Unit]:
    """The units of a quotation that holds whole articles, called `kind` where they have only a number; none when it holds less."""
    groups = groups_in(sheet)
    found = articles(sheet, groups, 0, len(sheet.rows), anywhere=True)
    if not found.marks or found.marks[0].row > _FIRST_WITHIN + 2 * len(found.groups):
        return []
    return plant(sheet, found, (0, len(sheet.rows)), kind)


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


def _below_groups(found: Found) -> frozenset[int]:
    """The rows that may be of the headings of parts and chapters: down to the next number."""
    numbers = {m.row for m in found.marks} | {g.row for g in found.groups}
    out: set[int] = set()
    for group in found.groups:
        at = group.row
        while at == group.row or (at not in numbers and at - group.row < _HEADING_ROWS):
            out.add(at)
            at += 1
    return frozenset(out)


def heading_below(
    group: Group, rows: Sequence[Row], found: Found, stop: int, above: Style | None = (False, False, False)
) -> tuple[int, str]:
    """The row after a part's heading, and the heading. `above`: how the headings of articles are set, where they stand above numbers."""
    numbers = {m.row for m in found.marks} | {g.row for g in found.groups}
    pieces = [group.rest] if group.rest else []
    at = group.row + 1
    if above and at < stop and above == style(rows[at]) != style(rows[group.row]) and _next_is_number(at, rows, numbers):
        return at, clean(group.rest)
    while at < min(group.row + _HEADING_ROWS, stop) and at not in numbers and not rows[at].marginal:
        over = bool(pieces) and _runs_over(pieces[-1], rows[at])
        if not over and not (_heads(rows[at]) or (at + 1 < stop and _runs_over(rows[at].text, rows[at + 1]) and _heads_in_part(rows[at]))):
            break
        if pieces and not over and not _same_style(rows[at], rows[at - 1] if at - 1 > group.row or group.rest else None, pieces[-1]):
            break
        if above and at + 1 in numbers and pieces and not over and not rows[at].text.isupper():
            break
        pieces.append(rows[at].text)
        at += 1
    return at, clean(" ".join(pieces))


def _next_is_number(at: int, rows: Sequence[Row], numbers: set[int]) -> bool:
    """Whether a row and those that it runs over to are all that stands above an article's number."""
    while at + 1 < len(rows) and at + 1 not in numbers and _runs_over(rows[at].text, rows[at + 1]):
        at += 1
    return at + 1 in numbers


def _runs_over(words: str, below: Row) -> bool:
    """Whether a heading breaks between its words so far and the row below: within a phrase, or before a small letter."""
    if has_modal(words) or has_modal(below.text) or len(below.text) > _LONGEST or below.text[-1] in ";:," or words[-1] in ".;:":
        return False
    return below.text[0].islower() or (ends_in_reference(words) and below.text[0].isupper())


def _heads_in_part(row: Row) -> bool:
    """Whether a heading could begin on a row that ends within a phrase."""
    return row.text[0].isupper() and len(row.text) < _LONGEST and ends_in_reference(row.text)


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
