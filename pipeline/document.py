"""One immutable text, its lines, and where each word of it stands."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, fields
from enum import StrEnum
from operator import attrgetter
from typing import TypeAlias

from pipeline.errors import Problem
from pipeline.span import Box, Span


class Role(StrEnum):
    """What a line is on its page. Running heads, page numbers and line numbers are not in the text at all."""

    BODY = "body"
    MARGINAL = "marginal"
    """A marginal note, moved to stand just before the first line of its section."""
    CONTENTS = "contents"
    FOOTNOTE = "footnote"
    """Footnotes stand after all body text, so that no sentence is cut by one."""
    TABLE = "table"
    OTHER_LANGUAGE = "other_language"
    """A column in another language beside the one analysed; after the footnotes."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line (or a paragraph of a format without pages) and what its type says.

    `span` is into the document's text, without the separator that follows. `page` is None without pages, and the
    positions are then 0. `indent` is the distance in points from the left edge of the line's column of text; `gap` the
    white space above it in points, beyond what is usual between lines; `size` the type size, 0 when unknown. `level`
    is the heading level that a Word or HTML file declares, else 0. `underlined` is the share of underlined words.
    """

    span: Span
    page: int | None = None
    x0: float = 0.0
    top: float = 0.0
    x1: float = 0.0
    bottom: float = 0.0
    indent: float = 0.0
    gap: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    level: int = 0
    underlined: float = 0.0
    role: Role = Role.BODY

    def __reduce__(self) -> tuple[type[Line], tuple[object, ...]]:
        return Line, _FIELDS(self)  # a dataclass's own way asks for its fields by name; a long act has twenty thousand lines


_FIELDS = attrgetter(*(field.name for field in fields(Line)))


@dataclass(frozen=True, slots=True)
class Page:
    """A page's number (from 1), displayed size of its MediaBox in points, displayed CropBox, and which reader read it."""

    number: int
    width: float
    height: float
    crop: Box
    reader: str = "fast"


_Place: TypeAlias = tuple[int, float, float, float, float]
"""Page, x0, top, x1, bottom."""


@dataclass(frozen=True, slots=True)
class Places:
    """The boxes of all words, as columns, in the order of the text: a long act has a quarter of a million of them."""

    starts: array[int] = field(default_factory=lambda: array("i"))
    ends: array[int] = field(default_factory=lambda: array("i"))
    pages: array[int] = field(default_factory=lambda: array("i"))
    x0s: array[float] = field(default_factory=lambda: array("f"))
    tops: array[float] = field(default_factory=lambda: array("f"))
    x1s: array[float] = field(default_factory=lambda: array("f"))
    bottoms: array[float] = field(default_factory=lambda: array("f"))

    def append(self, span: Span, page: int, x0: float, top: float, x1: float, bottom: float) -> None:
        """Add a word; only for whoever builds the document, in the order of the text."""
        for column, value in zip((self.starts, self.ends, self.pages), (span.start, span.end, page), strict=True):
            column.append(value)
        for numbers, at in zip((self.x0s, self.tops, self.x1s, self.bottoms), (x0, top, x1, bottom), strict=True):
            numbers.append(at)

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """The boxes of the words that `span` touches, one for each printed line."""
        first = bisect_right(self.ends, span.start)
        last = bisect_left(self.starts, span.end)
        cut = slice(first, last)
        words: list[_Place] = list(zip(self.pages[cut], self.x0s[cut], self.tops[cut], self.x1s[cut], self.bottoms[cut], strict=True))
        if not words:
            return ()
        lines: list[Box] = []
        line = words[0]  # a box is made for a line, not for a word: an alert asks for ten thousand words
        for word in words[1:]:
            if _same_line(line, word):
                page, x0, top, x1, bottom = line
                line = (page, min(x0, word[1]), min(top, word[2]), max(x1, word[3]), max(bottom, word[4]))
            else:
                lines.append(Box(*line))
                line = word
        return (*lines, Box(*line))

    def page_at(self, offset: int) -> int | None:
        """The page of the word at or after `offset`, else of the last word; None without pages."""
        if not self.starts:
            return None
        i = bisect_right(self.ends, offset)
        return self.pages[min(i, len(self.pages) - 1)]


def _same_line(line: _Place, word: _Place) -> bool:
    """Whether the word goes on where the line ends: same page, vertically overlapping by half, not far to the right."""
    page, _, top, x1, bottom = line
    of, x0, head, _, foot = word
    height = min(bottom - top, foot - head)
    overlap = min(bottom, foot) - max(top, head)
    return page == of and overlap > height / 2 and -height < x0 - x1 < 4 * max(height, 1.0)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as laid out: ONE immutable text; every `Span` of the analysis is half-open into it.

    Lines are separated by one character: a space where a paragraph runs on, a newline where one ends. `lines` cover
    the text in order. `language` is an ISO 639-1 code of the text that is analysed. `sha256` is of the file's bytes.
    """

    sha256: str
    name: str
    format: str
    title: str
    language: str
    text: str
    lines: tuple[Line, ...]
    pages: tuple[Page, ...]
    places: Places
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for line in self.lines:
            if line.span.start < end or line.span.end > len(self.text):
                raise ValueError(f"lines out of order at {line.span}")
            end = line.span.end

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """Where the words of `span` stand; empty without pages."""
        return self.places.boxes(span)
