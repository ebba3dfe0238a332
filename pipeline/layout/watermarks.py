"""Watermarks: large words behind the text, in one place on page after page."""

from __future__ import annotations

from collections import defaultdict

from pipeline.layout.fragment import Fragment
from pipeline.layout.sheet import Sheet

_STAMPS = frozenset(["draft", "copy", "confidential", "specimen", "unofficial", "sample", "void", "final", "proof", "embargoed"])


def drop_watermarks(sheets: list[Sheet], size: float) -> None:
    """Take watermarks out of the sheets: over twice as large as the body type, and recurring, or a stamp across other text."""
    large = [(sheet, piece) for sheet in sheets for piece in sheet.pieces if piece.size > 2.2 * size]
    places: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for sheet, piece in large:
        places[piece.text, round(piece.middle / 30)].add(sheet.number)
    gone = {
        id(piece)
        for sheet, piece in large
        if len(places[piece.text, round(piece.middle / 30)]) > 2 or (_is_stamp(piece) and _lies_across(piece, sheet))
    }
    for sheet in {sheet.number: sheet for sheet, piece in large if id(piece) in gone}.values():
        sheet.pieces = [piece for piece in sheet.pieces if id(piece) not in gone]


def _is_stamp(piece: Fragment) -> bool:
    return all(word.text.strip(".-* ").lower() in _STAMPS for word in piece.words)


def _lies_across(piece: Fragment, sheet: Sheet) -> bool:
    return any(
        other is not piece and other.top < piece.bottom and other.bottom > piece.top and other.x0 < piece.x1 and other.x1 > piece.x0
        for other in sheet.pieces
    )
