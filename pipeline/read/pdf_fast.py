"""Words with their places through PDFium: one text call a page, then the boxes of each word's first and last character.

What makes the places agree with pdfplumber's: the loose character box, and y measured from the MediaBox. The character
U+FFFE in PDFium's text is a hyphen at the end of a line.
"""

from __future__ import annotations

import ctypes
import math
import re
import sys
from array import array
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from pypdfium2 import raw

from pipeline.read import pdfium
from pipeline.read.pdf_frame import Frame
from pipeline.read.pdf_type import Ink, Type, TypeCase
from pipeline.reading import Word

_HYPHEN = "\ufffe"
_WORD = re.compile(
    r"""
    [^\s\x00-\x1f\x7f\u200b\ufeff\ufffe]+   # a run of visible characters; PDFium ends lines with a carriage return
    \ufffe?                                 # and the hyphen that a line break split it with
    """,
    re.VERBOSE,
)


def page_text(text_page: int, count: int) -> str:
    """The text of a page, one Python character for each of PDFium's `count` characters."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(ctypes.cast(text_page, raw.FPDF_TEXTPAGE), 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    return "".join(_character(pdfium.char_code(text_page, i)) for i in range(count))


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF else "\ufffd"


class Placed(NamedTuple):
    """The words of a page in the order of its content, and for each its first character and how it is drawn."""

    words: list[Word]
    starts: list[int]
    inks: list[Ink]

    def keep(self, wanted: Sequence[bool]) -> Placed:
        """Only the wanted ones."""
        return Placed(list(compress(self.words, wanted)), list(compress(self.starts, wanted)), list(compress(self.inks, wanted)))


def read_words(text_page: int, text: str, frame: Frame) -> Placed:
    """The words of a page in the order of its content; words at no place that can be told are left out."""
    runs = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
    corners = _corner_boxes(text_page, runs)
    types = TypeCase(text_page)
    sure = math.isfinite(sum(corners))
    placed = Placed([], [], [])
    for (start, _, word), box in zip(runs, zip(*[iter(corners)] * 8, strict=True), strict=True):
        if sure or all(map(math.isfinite, box)):
            kind = types.of(start)
            placed.words.append(_word(word, box, frame, kind, placed.words[-1] if placed.words else None))
            placed.starts.append(start)
            placed.inks.append(kind.ink)
    return placed


def place_of(text_page: int, index: int, frame: Frame) -> tuple[float, float, float, float]:
    """The box of one character as displayed: x0, top, x1, bottom."""
    box = array("f", bytes(16))
    pdfium.loose_box(text_page, index, box.buffer_info()[0])
    left, top, right, bottom = box
    return frame.place(left, bottom, right, top)


def _corner_boxes(text_page: int, runs: list[tuple[int, int, str]]) -> list[float]:
    """Eight numbers a word: left, top, right, bottom of its first character, then of its last."""
    boxes = array("f", bytes(32 * len(runs)))
    at = boxes.buffer_info()[0]
    box = pdfium.loose_box
    for start, end, _ in runs:
        box(text_page, start, at)
        box(text_page, end - 1, at + 16)
        at += 32
    return boxes.tolist()


def _word(text: str, corners: Sequence[float], frame: Frame, kind: Type, before: Word | None) -> Word:
    """A word. It shares its letters and its line's height with others: a long act has a quarter of a million words."""
    l0, t0, r0, b0, l1, t1, r1, b1 = corners
    size, bold, italic, turns, _ = kind
    # the comparisons below are `min` and `max`, which as calls would cost a fifth of the reading
    left, foot, right, head = l0 if l0 < l1 else l1, b0 if b0 < b1 else b1, r0 if r0 > r1 else r1, t0 if t0 > t1 else t1
    if size and turns == 0:  # nearly every word
        x0, top, x1, bottom = frame.place(left, foot, right, foot + size)
    else:
        x0, top, x1, bottom = frame.place(*(_one_size_high(left, foot, right, head, size, turns) if size else (left, foot, right, head)))
    if before is not None and top == before.top and bottom == before.bottom:
        top, bottom = before.top, before.bottom
    hyphen = text.endswith(_HYPHEN)
    upright = (frame.turns - turns) % 4 == 0
    return Word(sys.intern(text[:-1] if hyphen else text), x0, top, x1, bottom, size, bold, italic, False, False, upright, hyphen)


def _one_size_high(left: float, bottom: float, right: float, top: float, size: float, turns: int) -> tuple[float, float, float, float]:
    """The box cut or stretched to the type size, its foot kept: some fonts declare an ascent of twice their size."""
    if turns == 1:
        return right - size, bottom, right, top
    if turns == 2:
        return left, top - size, right, top
    if turns == 3:
        return left, bottom, left + size, top
    return left, bottom, right, bottom + size
