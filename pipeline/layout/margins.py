"""Marginal notes: small print beside the text, joined line by line and set before the line it stands beside."""

from __future__ import annotations

from collections import Counter

from pipeline.layout.fragment import Fragment, rows
from pipeline.layout.sheet import Sheet


def take_notes(sheet: Sheet, size: float) -> list[list[Fragment]]:
    """Take the marginal notes out of the sheet: each the fragments of one note from its top, in the order of the page.

    `size` is that of the body type; `sheet.left` and `sheet.right` are the edges of the text.
    """
    sides: tuple[list[Fragment], list[Fragment]] = ([], [])
    for piece in sheet.pieces:
        if piece.x1 <= sheet.left + 1.0:
            sides[0].append(piece)
        elif piece.x0 >= sheet.right - 1.0:
            sides[1].append(piece)
    _add_overhanging(sides[0], sheet, size)
    notes = [note for side in sides for note in _notes(_note_like(side, sheet, size), sheet.pieces)]
    taken = {id(piece) for note in notes for piece in note}
    inside = [piece for piece in sheet.pieces if id(piece) not in taken]
    inner = _inner_notes(inside, size, sheet.right - sheet.left)
    taken = {id(piece) for note in inner for piece in note}
    sheet.pieces = [piece for piece in inside if id(piece) not in taken]
    return sorted(notes + inner, key=lambda note: note[0].top)


def _add_overhanging(side: list[Fragment], sheet: Sheet, size: float) -> None:
    """Add to the left margin the small print that begins at the edge of its notes but is too long for the margin."""
    edges = Counter(round(piece.x0) for piece in side if piece.size <= 0.92 * size)
    for piece in sheet.pieces:
        small = piece.size <= 0.92 * size and piece.x0 < sheet.left - size and piece.x1 > sheet.left + 1.0
        if small and sum(edges[round(piece.x0) + off] for off in (-1, 0, 1)) > 1:
            side.append(piece)


def _note_like(side: list[Fragment], sheet: Sheet, size: float) -> list[Fragment]:
    """Those pieces outside of the text that are narrow, beside body type, and either small or several in one column."""
    width = sheet.right - sheet.left
    if sum(piece.x1 - piece.x0 > 0.4 * width for piece in side) > 2:
        return []  # a column of text
    narrow = [piece for piece in side if piece.x1 - piece.x0 < 0.4 * width and piece.size < 1.1 * size]
    body = [piece for piece in sheet.pieces if piece.size > 0.92 * size]
    edges = Counter(round(piece.x0 / 2) for piece in narrow)
    found: list[Fragment] = []
    for piece in narrow:
        small = piece.size <= 0.92 * size
        shared = sum(edges[round(piece.x0 / 2) + off] for off in (-1, 0, 1))
        if sum(letter.isalpha() for letter in piece.text) < (2 if shared > 1 or len(piece.words) > 1 else 3):
            continue
        if (small or (shared >= 3 and shared > 0.6 * len(narrow))) and _has_beside(piece, body):
            found.append(piece)
    return found


def _has_beside(piece: Fragment, body: list[Fragment]) -> bool:
    reach = piece.bottom - piece.top
    return any(other.top < piece.bottom + reach and other.bottom > piece.top - reach and other is not piece for other in body)


def _notes(side: list[Fragment], pieces: list[Fragment]) -> list[list[Fragment]]:
    """The pieces of one margin as notes.

    A new one begins after white space of most of a line, and, after a full stop or with a quotation mark, where a numbered
    line of the text stands at the same height.
    """
    found: list[list[Fragment]] = []
    bottom = 0.0
    for row in rows(side):
        height = row[0].bottom - row[0].top
        ended = bool(found) and (found[-1][-1].text.endswith(".") or row[0].text[0] in "“‘\"'")
        if not found or row[0].top - bottom > 0.7 * height or (ended and _beside_number(row[0], pieces)):
            found.append([])
        found[-1] += row
        bottom = max(piece.bottom for piece in row)
    return found


def _beside_number(piece: Fragment, pieces: list[Fragment]) -> bool:
    reach = 0.6 * (piece.bottom - piece.top)
    return any(abs(other.middle - piece.middle) < reach and other.words[0].text.lstrip('“"[(')[:1].isdecimal() for other in pieces)


def _inner_notes(inside: list[Fragment], size: float, width: float) -> list[list[Fragment]]:
    """Notes beside indented text, as where a section quoted by an amending law has its own marginal note.

    Two narrow lines at least that share their left edge, body type beside them all the way on one side and nothing on the
    other.
    """
    small = [piece for piece in inside if piece.size <= 0.88 * size]
    found: list[list[Fragment]] = []
    for note in _stacks(small) if len(small) > 1 else ():
        x0, x1 = min(piece.x0 for piece in note), max(piece.x1 for piece in note)
        if x1 - x0 > 0.26 * width:
            continue
        top, bottom = note[0].top, note[-1].bottom
        mine = {id(piece) for piece in note}
        beside = [piece for piece in inside if id(piece) not in mine and piece.bottom > top + 1 and piece.top < bottom - 1]
        alone = all(piece.x0 >= x1 + 0.3 * size for piece in beside) or all(piece.x1 <= x0 - 0.3 * size for piece in beside)
        if alone and len(beside) >= 2 and any(piece.size > 0.88 * size for piece in beside):
            found.append(note)
    return found


def _stacks(small: list[Fragment]) -> list[list[Fragment]]:
    """Small pieces under one another with one left edge, two at least."""
    found: list[list[Fragment]] = []
    for piece in sorted(small, key=lambda each: each.top):
        height = piece.bottom - piece.top
        for stack in found[-8:]:
            last = stack[-1]
            if abs(last.x0 - piece.x0) < 0.6 * height and 0 < piece.top - last.top < 2 * height:
                stack.append(piece)
                break
        else:
            found.append([piece])
    return [stack for stack in found if len(stack) > 1]
