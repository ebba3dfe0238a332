"""Page numbers of all kinds: bare, between dashes, Roman, with a total, with a gazette's letter before them."""

from __future__ import annotations

import re
from collections import defaultdict

from pipeline.layout.fragment import Fragment
from pipeline.layout.sheet import Sheet

_DIGITS = re.compile(r"\d+")

_PAGE_NUMBER = re.compile(
    r"""^[\s\-–—\[(|.*_]*
        (?:(?:page|pg|p)\.?\s*)?
        (?:[A-Z]{1,4}[\s.\-–—]{0,2}(?=\d))?       # the letter before a gazette's page number
        (?P<value>\d{1,5}|(?=[ivxlc])c{0,3}(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3}))
        (?:\s*(?:of|/|sur|de)\s*(?P<total>\d{1,5}))?
        [\s\-–—\])|*_]*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""A page number with its usual ornaments. It leaves numbers with a full stop after them: those are sections."""

_BARE = re.compile(r"[\s\-–—\[(|]*(?:page\s*)?[\divxlc]+(?:\s*(?:of|/)\s*\d+)?[\s\-–—\])|]*", re.IGNORECASE)
"""A page number without a letter before it: enough by itself where it stands alone."""

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def rising_numbers(sheets: list[Sheet], lines: list[list[list[Fragment]]]) -> set[int]:
    """The ids of the fragments, among the outer lines of each page, whose number goes up with the page."""
    by_step: defaultdict[tuple[str, int], list[tuple[int, Fragment]]] = defaultdict(list)
    for sheet, outer in zip(sheets, lines, strict=True):
        for piece in (piece for line in outer for piece in line):
            value = number_on_page(piece.text)
            if value is not None:
                form = _DIGITS.sub("", piece.text) if _DIGITS.search(piece.text) else "Roman"
                by_step[form, value - sheet.number].append((sheet.number, piece))
    rising = [group for group in by_step.values() if len({page for page, _ in group}) > 1]
    return {id(piece) for group in rising for _, piece in group}


def lone_numbers(sheets: list[Sheet], lines: list[list[list[Fragment]]]) -> set[int]:
    """The ids of bare numbers that stand alone on the outermost line of a page, apart from all the rest."""
    alone = [(sheet, outer[0][0]) for sheet, outer in zip(sheets, lines, strict=True) if outer and len(outer[0]) == 1]
    return {
        id(piece)
        for sheet, piece in alone
        if _BARE.fullmatch(piece.text) and number_on_page(piece.text) is not None and _apart(sheet, piece)
    }


def number_on_page(text: str) -> int | None:
    """The number that a page number says, None where the text is none."""
    if len(text) > 24:
        return None
    match = _PAGE_NUMBER.match(text)
    if not match:
        return None
    digits = match["value"].lower()
    if match["total"] and not (digits.isdecimal() and int(digits) <= int(match["total"])):
        return None
    if digits.isdecimal():
        return int(digits)
    values = [_ROMAN[letter] for letter in digits]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _apart(sheet: Sheet, piece: Fragment) -> bool:
    """Whether white space of more than a line parts the piece from all the rest."""
    height = piece.bottom - piece.top
    return all(other is piece or other.top > piece.bottom + height or other.bottom < piece.top - height for other in sheet.pieces)
