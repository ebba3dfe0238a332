"""What a reader found in a file, before layout: positioned words of pages, or paragraphs of a format without pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.errors import Problem
from pipeline.span import Box


class Word(NamedTuple):
    """A run of non-space characters where it stands on its page.

    Points, page as displayed, origin at the top left of the MediaBox. A NamedTuple rather than a dataclass because a
    long act has a quarter of a million of them. `size` is the type size in points, 0 when unknown. `upright` is False
    for text that runs up or down the displayed page. `hyphen` marks a word whose last character was a line-end hyphen
    that the reader dropped.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False
    upright: bool = True
    hyphen: bool = False


class Table(NamedTuple):
    """A ruled table: its box and its cells row by row, each cell the words that lie in it, in reading order."""

    box: Box
    rows: tuple[tuple[tuple[Word, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page as read. A page that could not be read has no words and a problem; it is never left out.

    `number` counts from 1; `width` and `height` are of the displayed MediaBox; `crop` is the displayed CropBox in the
    same coordinates; `reader` is `fast` (pypdfium2), `careful` (pdfplumber) or `none`.
    """

    number: int
    width: float
    height: float
    crop: Box
    words: tuple[Word, ...] = ()
    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()
    reader: str = "fast"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a format without pages (Word, HTML, plain text), automatic number included in `text`.

    `level` is the heading level, 0 for body; `indent` is in points; `table` marks a row of a table, its cells joined
    by ` | `; `note` marks a footnote or endnote. `column` counts from 1 the column of a table that sets running text side
    by side, as texts in two languages are; 0 elsewhere.
    """

    text: str
    level: int = 0
    indent: float = 0.0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    table: bool = False
    note: bool = False
    column: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of one file. Either `pages` or `paragraphs` is filled, never both.

    `format` is one of pdf, docx, html, text.
    """

    format: str
    title: str = ""
    pages: tuple[ReadPage, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        if self.pages and self.paragraphs:
            raise ValueError("a reading has pages or paragraphs, not both")
