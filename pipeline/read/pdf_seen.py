"""Which words can be seen on the page: nobody is bound by white letters on white paper, nor by what a patch covers."""

from __future__ import annotations

from pipeline.read import pdfium
from pipeline.read.pdf_drawn import Drawn
from pipeline.read.pdf_fast import Placed, place_of
from pipeline.read.pdf_frame import Frame
from pipeline.read.pdf_type import Ink
from pipeline.reading import Word
from pipeline.span import Box

_Corners = tuple[float, float, float, float]
_COARSE = 4.0
_FINE = 1.0
"""Points: no two words of the same letters stand less than this apart but by being printed twice."""


def only_seen(text_page: int, placed: Placed, drawn: Drawn, frame: Frame, crop: Box) -> Placed:
    """The words that show. Words without ink stay where a picture shows them, or where nothing else is on the page."""
    sheet = (crop.x0 - 1, crop.top - 1, crop.x1 + 1, crop.bottom + 1)
    if not _all_lie_in(placed.words, sheet):
        placed = placed.keep([_lies_in(word, sheet) for word in placed.words])
    if drawn.patches:
        placed = _uncovered(text_page, placed, drawn, frame)
    if any(placed.inks):
        placed = placed.keep(_shows(placed, drawn))
    return placed


def once_each(placed: Placed) -> Placed:
    """Words printed twice in one place, for a shadow or for weight, kept once; a hair apart, the second makes the first bold."""
    if len({(word.text, word.x0 // _COARSE, word.top // _COARSE) for word in placed.words}) == len(placed.words):
        return placed
    first: dict[tuple[str, int, int], int] = {}
    wanted = []
    for i, word in enumerate(placed.words):
        column, row = int(word.x0 // _FINE), int(word.top // _FINE)
        near = (first.get((word.text, column + dx, row + dy)) for dx in (0, -1, 1) for dy in (0, -1, 1))
        twin = next((at for at in near if at is not None), None)
        wanted.append(twin is None)
        if twin is None:
            first[word.text, column, row] = i
        elif word.x0 != placed.words[twin].x0:
            placed.words[twin] = placed.words[twin]._replace(bold=True)
    return placed.keep(wanted)


def _shows(placed: Placed, drawn: Drawn) -> list[bool]:
    all_unseen = all(ink is not Ink.SEEN for ink in placed.inks)
    grounds = [*drawn.grounds, *drawn.pictures]
    wanted = []
    for word, ink in zip(placed.words, placed.inks, strict=True):
        if ink is Ink.WHITE:
            wanted.append(any(_lies_in(word, box) for box in grounds))
        else:
            wanted.append(ink is Ink.SEEN or all_unseen or any(_lies_in(word, box) for box in drawn.pictures))
    return wanted


def _uncovered(text_page: int, placed: Placed, drawn: Drawn, frame: Frame) -> Placed:
    """The words, those beneath a patch that was drawn over them left out; of a word half covered, what shows."""
    kept = Placed([], [], [])
    for word, start, ink in zip(*placed, strict=True):
        over = max((p.order for p in drawn.patches if _lies_in(word, p[1:])), default=None)
        shown = (word, start) if over is None else _what_shows(text_page, word, start, over, drawn, frame)
        if shown:
            kept.words.append(shown[0])
            kept.starts.append(shown[1])
            kept.inks.append(ink)
    return kept


def _what_shows(text_page: int, word: Word, start: int, patch: int, drawn: Drawn, frame: Frame) -> tuple[Word, int] | None:
    """The part of a word that was drawn after the patch: PDFium joins what is covered with what was written over it."""
    last = len(drawn.order) + patch + 1  # text inside a form has no place in the order, and is taken to be seen
    seen = [k for k in range(len(word.text)) if drawn.order.get(pdfium.text_object(text_page, start + k) or 0, last) > patch]
    if not seen:
        return None
    if len(seen) == len(word.text):
        return word, start
    first, end = place_of(text_page, start + seen[0], frame), place_of(text_page, start + seen[-1], frame)
    text = "".join(word.text[k] for k in seen)
    shown = word._replace(
        text=text, x0=min(first[0], end[0]), x1=max(first[2], end[2]), hyphen=word.hyphen and seen[-1] == len(word.text) - 1
    )
    return shown, start + seen[0]


def _all_lie_in(words: list[Word], box: _Corners) -> bool:
    """Whether every word lies in the box with all of itself: asked of the whole page at once, for on most pages it is so."""
    if not words:
        return True
    _, x0s, tops, x1s, bottoms, *_ = zip(*words, strict=True)
    return bool(box[0] <= min(x0s) and box[1] <= min(tops) and max(x1s) <= box[2] and max(bottoms) <= box[3])


def _lies_in(word: Word, box: _Corners) -> bool:
    x0, top, x1, bottom = box
    return x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom
