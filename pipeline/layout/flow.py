"""From the sheets of a document to its lines in reading order."""

from __future__ import annotations

from collections import defaultdict

from pipeline.document import Role
from pipeline.layout.breaks import MARKER, mark_centred, mark_starts, set_gaps, usual_gap
from pipeline.layout.columns import Block, blocks, frame, gutters, usual_gutters
from pipeline.layout.contents import contents_ranges
from pipeline.layout.edges import set_edges
from pipeline.layout.footnotes import drop_marks, mark_footnotes
from pipeline.layout.fragment import Fragment, rows
from pipeline.layout.hyphens import join_broken_words
from pipeline.layout.languages import mark_languages
from pipeline.layout.margins import take_notes
from pipeline.layout.row import Row, row_of
from pipeline.layout.sheet import Sheet


def lines_of(sheets: list[Sheet], size: float) -> tuple[list[Row], str]:
    """The lines of all pages in reading order, and the language of the text.

    Marginal notes stand before the line they stood beside; footnotes after all else, then what is in other languages.
    """
    notes = []
    for sheet in sheets:
        sheet.left, sheet.right = frame(sheet, size)
        notes.append(take_notes(sheet, size))
    found = _column_rows(sheets, size)
    set_edges(found)
    mark_centred(found)
    set_gaps(found, usual_gap(found))
    language = mark_languages(found)
    mark_footnotes(found, size)
    text, feet, others = ([row for row in found if row.role in roles] for roles in _ORDER)
    for part in (text, feet, others):
        mark_starts(part)
    for row in text:
        drop_marks(row)
    lines = _with_notes(text, sheets, notes) + feet + others
    _mark_contents(lines)
    join_broken_words(lines)
    return lines, language


_ORDER = ((Role.BODY, Role.TABLE), (Role.FOOTNOTE,), (Role.OTHER_LANGUAGE,))


def _column_rows(sheets: list[Sheet], size: float) -> list[Row]:
    gaps = [gutters(sheet.pieces, size, sheet.left, sheet.right) for sheet in sheets]
    known = usual_gutters(gaps, sheets, size)
    if known:
        gaps = [gutters(sheet.pieces, size, sheet.left, sheet.right, known) for sheet in sheets]
    return [
        row
        for sheet, gap in zip(sheets, gaps, strict=True)
        for block in blocks(sheet.pieces, gap, size)
        for row in _block_rows(block, sheet)
    ]


def _mark_contents(lines: list[Row]) -> None:
    """Give the lines of contents lists their role; a list starts a paragraph, and so does what follows it."""
    body = [row for row in lines if row.role in (Role.BODY, Role.TABLE)]
    noted = [row.text for row in lines if row.role is Role.MARGINAL]
    for start, end in contents_ranges([row.text for row in body], noted):
        body[start].starts = True
        for row in body[start:end]:
            row.role = Role.CONTENTS
        if end < len(body):
            body[end].starts = True


def _block_rows(block: Block, sheet: Sheet) -> list[Row]:
    made = [row_of(pieces, sheet.number) for pieces in rows(block.pieces)]
    for row in made:
        row.column, row.columns = block.column, block.columns
    return made


def _with_notes(lines: list[Row], sheets: list[Sheet], notes: list[list[list[Fragment]]]) -> list[Row]:
    """The lines with each marginal note before the line, or else the paragraph, that it stands beside."""
    starts: defaultdict[int, list[int]] = defaultdict(list)
    for i, row in enumerate(lines):
        starts[row.page].append(i)
    before: defaultdict[int, list[Row]] = defaultdict(list)
    for sheet, mine in zip(sheets, notes, strict=True):
        for note in mine:
            words = [word for line in rows(note) for piece in line for word in piece.words]
            made = Row(words, sheet.number, Role.MARGINAL)
            made.starts = True
            before[_beside(lines, starts[sheet.number], note[0])].append(made)
    found: list[Row] = []
    for i, row in enumerate(lines):
        found += before[i]
        found.append(row)
    return found + before[len(lines)]


def _beside(lines: list[Row], here: list[int], head: Fragment) -> int:
    """The index of the line that a note, whose first line is `head`, stands beside."""
    if not here:
        return len(lines)
    height = head.bottom - head.top
    distance = {i: abs(lines[i].top + lines[i].bottom - head.top - head.bottom) / 2 for i in here}
    numbered = [i for i in here if distance[i] < 1.6 * height and lines[i].starts and MARKER.match(lines[i].text[:40])]
    if numbered:
        return min(numbered, key=lambda i: distance[i])
    at = min(here, key=lambda i: distance[i])
    while at > here[0] and not lines[at].starts:
        at -= 1
    return at
