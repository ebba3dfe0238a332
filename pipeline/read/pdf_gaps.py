"""Words that PDFium glued across a gap, and words that a printer spaced out letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.read.pdf_fast import Placed, place_of
from pipeline.read.pdf_frame import Frame
from pipeline.reading import Word

_WIDE = re.compile(r"[A-ZÀ-ÞЀ-Я%@&—]")
_NARROW = re.compile(r"[.,:;'’‘“”()\[\]|!il\-1/]")
_GAP = 0.33
"""A gap between two letters, in type sizes, that parts words. A blank is a quarter of the size; kerning a tenth at most."""
_CAPITALS = re.compile(r"[A-ZÀ-Þ]{8,}[.,:;]?")
_CAPITALS_GAP = 0.12
"""The same between capitals, which some printers set so tight that PDFium sees no blank."""
_TALLER_GAP = 0.06
_TALLER = 1.12
"""The same before a capital this much taller than the one before: in small capitals a new word begins there."""
_SPACED = re.compile(r"(?<!\S) (?: [A-ZÀ-Þ]{1,3} \s+ ){3,} [A-ZÀ-Þ]{1,3} (?!\S)", re.VERBOSE)
_PIECE = re.compile(r"[A-ZÀ-Þ]{1,4}")
_FEWEST = 4


def split_glued(text_page: int, placed: Placed, frame: Frame) -> Placed:
    """Words much wider than their letters are parted where a gap stands in them."""
    suspects = {i for i, word in enumerate(placed.words) if word.upright and len(word.text) > 2 and (_too_wide(word) or _tight(word))}
    if not suspects:
        return placed
    parted = Placed([], [], [])
    for i, (word, start, ink) in enumerate(zip(*placed, strict=True)):
        pieces = list(_pieces(text_page, word, start, frame)) if i in suspects else [(word, start)]
        for piece, at in pieces:
            parted.words.append(piece)
            parted.starts.append(at)
            parted.inks.append(ink)
    return parted


def _too_wide(word: Word) -> bool:
    text, size = word.text, word.size
    width = word.x1 - word.x0
    if width < 0.62 * size * len(text):
        return False
    wide, narrow = len(_WIDE.findall(text)), len(_NARROW.findall(text))
    usual = 0.72 * wide + 0.34 * narrow + 0.52 * (len(text) - wide - narrow)
    return width > (1.12 * usual + _GAP) * size


def _tight(word: Word) -> bool:
    """Whether the word is so long a run of capitals that it may be several set tight."""
    return word.text.isupper() and _CAPITALS.fullmatch(word.text) is not None


def _pieces(text_page: int, word: Word, start: int, frame: Frame) -> Iterator[tuple[Word, int]]:
    """The word cut at its gaps; whole where all its letters stand equally far apart, as in a spaced heading."""
    boxes = [place_of(text_page, start + k, frame) for k in range(len(word.text))]
    gaps = [after[0] - before[2] for before, after in pairwise(boxes)]
    usual = sorted(gaps)[len(gaps) // 2]
    least = _CAPITALS_GAP if _tight(word) else _GAP
    heights = [box[3] - box[1] for box in boxes]
    cuts = [
        k + 1
        for k, gap in enumerate(gaps)
        if gap > max(usual, 0) + (_TALLER_GAP if least < _GAP and heights[k + 1] > _TALLER * heights[k] else least) * word.size
    ]
    ends = [*cuts, len(word.text)]
    for begin, end in zip([0, *cuts], ends, strict=True):
        last = end == len(word.text)
        yield (
            word._replace(text=word.text[begin:end], x0=boxes[begin][0], x1=boxes[end - 1][2], hyphen=word.hyphen and last),
            start + begin,
        )


def has_spaced(text: str) -> bool:
    """Whether any line of a page could be set letter by letter: S C H E D U L E."""
    return bool(_SPACED.search(text))


def join_spaced(placed: Placed) -> Placed:
    """Runs of capital letters that stand equally far apart are joined; a wider gap parts two words."""
    joined = Placed([], [], [])
    for run in _runs(placed.words):
        words = [placed.words[i] for i in run]
        for piece in _joined(words) if len(run) >= _FEWEST else words:
            at = next(i for i in run if placed.words[i].x0 == piece.x0)
            joined.words.append(piece)
            joined.starts.append(placed.starts[at])
            joined.inks.append(placed.inks[at])
    return joined


def _runs(words: list[Word]) -> Iterator[list[int]]:
    """Neighbouring pieces of a line that may be one spaced-out heading; any other word alone."""
    run: list[int] = []
    for i, word in enumerate(words):
        if run and not _continues(words[run[-1]], word):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _continues(before: Word, word: Word) -> bool:
    if not (_PIECE.fullmatch(before.text) and _PIECE.fullmatch(word.text)):
        return False
    gap = word.x0 - before.x1
    return abs(before.top - word.top) < 2 and before.size == word.size and 0 <= gap < 2.5 * max(word.size, 1)


def _joined(words: list[Word]) -> list[Word]:
    """The words that the pieces spell. Not where the pieces are words of their own: most must be single letters."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    usual = sorted(gaps)[(len(gaps) - 1) // 2]
    singles = sum(1 for word in words if len(word.text) == 1)
    if 2 * singles < len(words) or usual > 1.5 * words[0].size:
        return words
    spelt = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap <= 1.6 * usual + 0.05 * word.size:
            last = spelt[-1]
            spelt[-1] = last._replace(text=last.text + word.text, x1=word.x1)
        else:
            spelt.append(word)
    return spelt
