"""Pages built by hand for tests of layout: words of even width, so that every position can be reckoned in the head.

A character is half its type size wide, and a word stands half a size from the next. `typed` sets a line, `page` gathers
lines, `laid` lays pages out and `shown` gives the text line by line with the roles.
"""

from __future__ import annotations

from pipeline.document import Document, Role
from pipeline.layout import lay_out
from pipeline.reading import Reading, ReadPage, Table, Word
from pipeline.span import Box

WIDTH, HEIGHT = 595.0, 842.0
LEFT = 72.0


def typed(text: str, x: float = LEFT, y: float = 100.0, size: float = 10.0, **style: bool) -> list[Word]:
    """The words of one line; `y` is the top of its boxes, `|` between words a gap of two type sizes."""
    words: list[Word] = []
    for piece in text.split(" "):
        if piece == "|":
            x += 2 * size
            continue
        width = 0.5 * size * len(piece)
        words.append(Word(piece, x, y, x + width, y + size, size, **style))
        x += width + 0.5 * size
    return words


def lines(*texts: str, x: float = LEFT, y: float = 100.0, size: float = 10.0, lead: float = 12.0, **style: bool) -> list[Word]:
    """Lines under one another."""
    return [word for i, text in enumerate(texts) for word in typed(text, x, y + i * lead, size, **style)]


def page(number: int, *parts: list[Word], width: float = WIDTH, height: float = HEIGHT, tables: tuple[Table, ...] = ()) -> ReadPage:
    words = tuple(word for part in parts for word in part)
    return ReadPage(number, width, height, Box(number, 0, 0, width, height), words, tables)


def laid(*pages: ReadPage) -> Document:
    return lay_out(Reading("pdf", pages=pages), sha256="0" * 64, name="typed.pdf")


def shown(document: Document, *roles: Role) -> list[str]:
    """The printed lines of the text, all of them or those of some roles."""
    return [line.span.of(document.text) for line in document.lines if not roles or line.role in roles]


def paragraphs(document: Document) -> list[str]:
    return document.text.split("\n")


PROSE = (
    "the keeper of the roll shall enter each name in the book within a",
    "week of its receipt and shall send a copy of the entry to the clerk",
    "of the district who shall hang it at the door of the court for all",
    "to read until the next sitting and no name once entered there shall",
    "be struck out but by order of the court given after hearing the man",
    "whose name it is or his heirs and the keeper shall answer for every",
    "fault of his own in the keeping of that book before the same court.",
)
"""Seven lines of one width, 67 characters: 335 points in ten point type."""

NARROW = (
    "the keeper of the roll shall enter",
    "each name in the book within seven",
    "days of its receipt and shall send",
    "one copy of that entry to the town",
    "clerk who shall hang it outside of",
    "the court for all to read until it",
    "sits again and no name entered may",
    "be struck but by order of a court.",
)
"""Eight lines of 34 characters: 170 points in ten point type."""

FRENCH_CELL = "le gardien du registre inscrit les noms dans le livre et en donne"
