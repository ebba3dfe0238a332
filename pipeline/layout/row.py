"""A printed line: its words in reading order and what its type says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress

from pipeline.document import Role
from pipeline.language import is_right_to_left
from pipeline.layout.fragment import Fragment, type_size
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
    top: float
    x0: float
    x1: float
    bottom: float

    def __init__(self, words: list[Word], page: int, role: Role = Role.BODY) -> None:
        self.words = words
        self.page = page
        self.role = role
        self._measure_and_style()
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

    def measure(self) -> None:
        """Fill in the box around the words."""
        _, x0s, tops, x1s, bottoms, *_ = zip(*self.words, strict=True)
        self.x0, self.top, self.x1, self.bottom = min(x0s), min(tops), max(x1s), max(bottoms)

    def _measure_and_style(self) -> None:
        """All at once from the words as columns: a long act has twenty thousand lines."""
        texts, x0s, tops, x1s, bottoms, sizes, bolds, italics, _, underlined, _, _ = zip(*self.words, strict=True)
        self.x0, self.top, self.x1, self.bottom = min(x0s), min(tops), max(x1s), max(bottoms)
        lengths = list(map(len, texts))
        self.size = sizes[0] if sizes[0] and len(set(sizes)) == 1 else _usual_size(self.words)
        self.bold = _mostly(bolds, lengths)
        self.italic = _mostly(italics, lengths)
        self.underlined = sum(underlined) / len(texts)

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


def _usual_size(words: list[Word]) -> float:
    """The type size of most characters."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[type_size(word)] += len(word.text)
    return sizes.most_common(1)[0][0]


def _mostly(flags: Sequence[bool], lengths: Sequence[int]) -> bool:
    """Whether the words that are so hold most of the characters."""
    return any(flags) and sum(compress(lengths, flags)) > 0.85 * sum(lengths)


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
