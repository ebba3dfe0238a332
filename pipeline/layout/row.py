"""A printed line: its words in reading order and what its type says."""

from __future__ import annotations

from collections import Counter

from pipeline.document import Role
from pipeline.layout.fragment import Fragment, type_size
from pipeline.layout.language import is_right_to_left
from pipeline.reading import Word


class Row:
    """One line of a column. Mutable and slotted: the stages of layout fill in what they find out.

    `left` and `right` are the edges of its column of text; `gap` the white space above beyond what is usual; `starts`
    whether a paragraph begins here; `notes` the marginal notes that stand beside it; `cells` the words that begin a new
    table cell; `glued` those that follow without a space; `tail` how many words at the end were fetched from the next
    line, on `tail_page`, to make a broken word whole; `rtl` whether it reads from right to left.
    """

    __slots__ = (
        "bold",
        "bottom",
        "cells",
        "centred",
        "column",
        "columns",
        "gap",
        "glued",
        "italic",
        "left",
        "notes",
        "page",
        "right",
        "role",
        "rtl",
        "size",
        "starts",
        "tail",
        "tail_page",
        "top",
        "underlined",
        "words",
        "x0",
        "x1",
    )

    def __init__(self, words: list[Word], page: int, role: Role = Role.BODY) -> None:
        self.words = words
        self.page = page
        self.role = role
        self.measure()
        self.left, self.right = self.x0, self.x1
        self.gap = 0.0
        self.starts = False
        self.centred = False
        self.column = self.columns = 0
        self.notes: list[Row] = []
        self.cells: tuple[int, ...] = ()
        self.glued: tuple[int, ...] = ()
        self.tail = 0
        self.rtl = False
        self.tail_page = page
        self._style()

    def measure(self) -> None:
        """Fill in the box around the words."""
        words = self.words
        self.x0 = min([word.x0 for word in words])
        self.x1 = max([word.x1 for word in words])
        self.top = min([word.top for word in words])
        self.bottom = max([word.bottom for word in words])

    def _style(self) -> None:
        words = self.words
        sizes: Counter[float] = Counter()
        bold = italic = total = underlined = 0
        for word in words:
            length = len(word.text)
            total += length
            sizes[type_size(word)] += length
            if word.bold:
                bold += length
            if word.italic:
                italic += length
            if word.underlined:
                underlined += 1
        self.size = sizes.most_common(1)[0][0]
        self.bold = bold > 0.85 * total
        self.italic = italic > 0.85 * total
        self.underlined = underlined / len(words)

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join([word.text for word in self.words])

    @property
    def indent(self) -> float:
        """Points from the edge of the column of text at which lines begin."""
        return max(0.0, self.right - self.x1 if self.rtl else self.x0 - self.left)

    @property
    def slack(self) -> float:
        """Points of white space between the end of the line and the edge of the column."""
        return self.x0 - self.left if self.rtl else self.right - self.x1


def row_of(pieces: list[Fragment], page: int) -> Row:
    """The line that the fragments of one baseline make, in the order in which it is read."""
    cells = pieces[0].cells
    if cells is not None:
        made = Row(pieces[0].words, page, Role.TABLE)
        made.cells = cells
        return made
    words = pieces[0].words if len(pieces) == 1 else [word for piece in pieces for word in piece.words]
    made = Row(words, page)
    if max(words[0].text[0], words[-1].text[-1], words[len(words) // 2].text[0]) > "\u058f":
        made.rtl = 2 * sum(is_right_to_left(word.text) for word in words) > len(words)
    if made.rtl:
        made.words = _from_right(words)
    return made


def _from_right(words: list[Word]) -> list[Word]:
    """The words from right to left, but for runs of words in Latin letters, which are read from left to right."""
    found: list[Word] = []
    latin: list[Word] = []
    for word in sorted(words, key=lambda each: -each.x1):
        if word.text[0].isalpha() and word.text[0] < "\u0370":
            latin.append(word)
            continue
        found += latin[::-1]
        latin = []
        found.append(word)
    return found + latin[::-1]
