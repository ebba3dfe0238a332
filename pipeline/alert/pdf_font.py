"""The typeface of what we print ourselves, and what becomes of letters that it does not have."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONT: Final = "Vera"
MISSING: Final = "¤"
"""A sign that stands in no law by itself."""
SAME: Final = {"‐": "-", "‑": "-", "‒": "–", "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "", "\u2212": "–"}


def register() -> None:
    """Makes the typeface, which comes with the typesetter, known to it; again does no harm."""
    for name, file in ((FONT, "Vera.ttf"), (f"{FONT}-Bold", "VeraBd.ttf"), (f"{FONT}-Italic", "VeraIt.ttf")):
        pdfmetrics.registerFont(TTFont(name, file))
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=f"{FONT}-Bold", italic=f"{FONT}-Italic", boldItalic=f"{FONT}-Bold")


def set_in(text: str) -> str:
    """The text in letters that the typeface has: else the letter without its accent, else a stand-in."""
    return "".join(map(_set, text))


@cache
def _set(char: str) -> str:
    if _has(char) or char in "\n\t":
        return char
    if char in SAME:
        return SAME[char]
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    return plain if plain and all(map(_has, plain)) else " " if char.isspace() else "" if unicodedata.combining(char) else MISSING


@cache
def _glyphs() -> frozenset[int]:
    return frozenset(TTFont(FONT, "Vera.ttf").face.charToGlyph)


def _has(char: str) -> bool:
    return ord(char) in _glyphs()
