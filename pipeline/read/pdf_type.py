"""The type a word is set in: size, weight, slant and direction."""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from enum import IntEnum
from typing import NamedTuple

from pipeline.read import pdfium

_BOLD_NAME = re.compile(
    r"""
    bold | black(?!adder) | heavy | demi      # the usual words, anywhere in the name: Arial,Bold  Melior-Semibold
    | [-,]bd | cmbx | sfbx | ecbx             # short forms: Univers-Bd, and TeX's bold extended
    | -medi(?:ital)?$                         # Nimbus calls its bold "Medi"; leaves "-Medium", a plain weight
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ITALIC_NAME = re.compile(r"ital | obli | slant | cmti | [-,]it$", re.VERBOSE | re.IGNORECASE)
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_STROKE, _FILL_AND_STROKE = 1, 2
_UNPAINTED = frozenset({3, 7})


class Ink(IntEnum):
    """How a word is drawn: seen, in white (seen on a dark ground only), or not at all, as the words behind a scan are."""

    SEEN = 0
    WHITE = 1
    NONE = 2


class Type(NamedTuple):
    """`size` in points on the page; `turns` are counter-clockwise quarter turns of the words in user space."""

    size: float
    bold: bool
    italic: bool
    turns: int
    ink: Ink


class TypeCase:
    """The types of one page's text objects, looked up once each."""

    def __init__(self, text_page: int) -> None:
        self._text_page = text_page
        self._by_font: dict[int, tuple[bool, bool]] = {}
        self._by_look: dict[tuple[object, ...], Type] = {}
        self._types: dict[int | None, Type] = {}
        self._matrix = array("f", bytes(24))
        self._matrix_at = self._matrix.buffer_info()[0]
        self._colour = array("I", bytes(16))
        at = self._colour.buffer_info()[0]
        self._colour_at = (at, at + 4, at + 8, at + 12)

    def of(self, index: int) -> Type:
        """The type of the character at `index`."""
        text_object = pdfium.text_object(self._text_page, index)
        found = self._types.get(text_object)
        if found is None:
            found = self._types[text_object] = self._look_up(index, text_object)
        return found

    def _look_up(self, index: int, text_object: int | None) -> Type:
        """Many files have a text object for every word: what PDFium answers about it is the key to what it means."""
        pdfium.char_matrix(self._text_page, index, self._matrix_at)
        size = pdfium.font_size(self._text_page, index)
        font = mode = painted = 0
        if text_object:
            font, mode = pdfium.object_font(text_object) or 0, pdfium.render_mode(text_object)
            painted = pdfium.fill_color(text_object, *self._colour_at)
        key = (self._matrix.tobytes()[:16], size, font, mode, painted and self._colour.tobytes())
        found = self._by_look.get(key)
        if found is None:
            found = self._by_look[key] = self._make(size, font, mode, bool(painted))
        return found

    def _make(self, size: float, font: int, mode: int, painted: bool) -> Type:
        a, b, c, d, _, _ = self._matrix
        bold, italic = self._font(font) if font else (False, False)
        slanted = abs(a * c + b * d) > 0.1 * abs(a * d - b * c)
        ink = _ink(mode, *self._colour) if painted else Ink.NONE if mode in _UNPAINTED else Ink.SEEN
        return Type(round(size * math.hypot(c, d), 1), bold or mode == _FILL_AND_STROKE, italic or slanted, _turns(a, b), ink)

    def _font(self, font: int) -> tuple[bool, bool]:
        found = self._by_font.get(font)
        if found is None:
            found = self._by_font[font] = _weight_and_slant(font)
        return found


def _ink(mode: int, red: int, green: int, blue: int, alpha: int) -> Ink:
    if mode in _UNPAINTED or alpha == 0:
        return Ink.NONE
    return Ink.WHITE if min(red, green, blue) > 250 and mode != _STROKE else Ink.SEEN


def _turns(a: float, b: float) -> int:
    """Counter-clockwise quarter turns of a line of text whose direction is (a, b)."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _weight_and_slant(font: int) -> tuple[bool, bool]:
    name = ctypes.create_string_buffer(128)
    pdfium.font_name(font, ctypes.addressof(name), len(name))
    base = name.value.decode("utf-8", "replace").split("+")[-1]
    flags = pdfium.font_flags(font)
    flags = 0 if flags < 0 else flags
    bold = bool(_BOLD_NAME.search(base)) or bool(flags & _FORCE_BOLD_FLAG)
    return bold, bool(_ITALIC_NAME.search(base)) or bool(flags & _ITALIC_FLAG)
