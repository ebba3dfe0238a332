"""One page of a PDF: the fast path, what it saw, and whether to believe it."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2

from pipeline.errors import Problem
from pipeline.read import pdfium, trust
from pipeline.read.pdf_careful import CarefulReader, is_doubtful
from pipeline.read.pdf_drawn import Drawn, look_at
from pipeline.read.pdf_fast import Placed, page_text, read_words
from pipeline.read.pdf_frame import Frame, frame_of
from pipeline.read.pdf_gaps import has_spaced, join_spaced, split_glued
from pipeline.read.pdf_marks import mark, reviewed
from pipeline.read.pdf_seen import once_each, only_seen
from pipeline.read.pdf_tables import find_tables, has_grid
from pipeline.read.pdf_type import Ink
from pipeline.reading import ReadPage, Word
from pipeline.span import Box

_SAMPLES = 150
_UNMAPPED = 0.05
"""The share of characters without a Unicode value from which on pdfminer would guess too."""
_PICTURE = 0.02
"""The share of a page that a picture covers to be more than a speck."""
_OUTLINES = 25
"""So many curved or many-cornered paths may be letters; a crest is one or two hundred, but stands beside words."""
_MOSTLY = 0.45
_FEW_WORDS = 120


def read_page(page: pypdfium2.PdfPage, number: int, most_characters: int, careful: CarefulReader) -> ReadPage:
    """A page of pypdfium2's, with all that is wrong with it."""
    frame = frame_of(page)
    crop = frame.crop_box(number)
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > most_characters:
            return ReadPage(number, frame.width, frame.height, crop, problems=(trust.too_dense(number, count),), reader="none")
        return _read(pdfium.address_of(page.raw), pdfium.address_of(text_page.raw), count, number, frame, crop, careful)
    finally:
        text_page.close()


def _read(page: int, text_page: int, count: int, number: int, frame: Frame, crop: Box, careful: CarefulReader) -> ReadPage:
    text = page_text(text_page, count) if count else ""
    drawn = look_at(page, frame)
    placed = only_seen(text_page, read_words(text_page, text, frame), drawn, frame, crop)
    placed = once_each(placed)
    placed = split_glued(text_page, placed, frame)
    if has_spaced(text):
        placed = join_spaced(placed)
    unmapped = _unmapped(text_page, placed.starts or range(count))
    doubt = trust.suspicion([word.text for word in placed.words], unmapped, text)
    better = _second_reading(placed.words, doubt, number, frame, careful) if unmapped < _UNMAPPED else None
    words = mark(better or placed.words, drawn.level, list(reviewed(page, frame)))
    problems = _problems(number, placed, drawn, crop, unmapped, "" if better else doubt)
    tables = find_tables(number, words, drawn) if words and has_grid(drawn) else ()
    return ReadPage(number, frame.width, frame.height, crop, tuple(words), tables, problems, reader="careful" if better else "fast")


def _second_reading(words: list[Word], doubt: str, number: int, frame: Frame, careful: CarefulReader) -> list[Word] | None:
    """Pdfplumber's words of a doubtful page, where they are sound and hold together better."""
    if not words or not (doubt or is_doubtful(words)):
        return None
    found = careful.better(number, words, frame)
    return found if found and not trust.suspicion([word.text for word in found], 0.0) else None


def _unmapped(text_page: int, characters: Sequence[int]) -> float:
    """The share of these characters that have no Unicode value in their font, of a sample spread over the page."""
    sample = characters[:: max(1, len(characters) // _SAMPLES)]
    return sum(1 for at in sample if pdfium.unmapped(text_page, at) == 1) / len(sample) if sample else 0.0


def _problems(number: int, placed: Placed, drawn: Drawn, crop: Box, unmapped: float, doubt: str) -> tuple[Problem, ...]:
    if not placed.words:
        if unmapped or doubt:
            return (trust.garbage(number, "the font has no Unicode values"),)
        shown = _covered_by_pictures(drawn, crop) > _PICTURE or drawn.outlines > _OUTLINES
        return (trust.no_words(number),) if shown else ()
    if doubt:
        return (trust.garbage(number, doubt),)
    share = _covered_by_pictures(drawn, crop)
    if share > _MOSTLY and len(placed.words) < _FEW_WORDS and not _behind_pictures(placed, drawn):
        return (trust.picture_of_text(number, share),)
    return ()


def _covered_by_pictures(drawn: Drawn, crop: Box) -> float:
    """The share of the shown page under pictures; pictures in strips are added up, overlapping ones counted once at most."""
    whole = max((crop.x1 - crop.x0) * (crop.bottom - crop.top), 1.0)
    shares = [
        max(0.0, min(x1, crop.x1) - max(x0, crop.x0)) * max(0.0, min(bottom, crop.bottom) - max(top, crop.top)) / whole
        for x0, top, x1, bottom in drawn.pictures
    ]
    return min(sum(shares), 1.0)


def _behind_pictures(placed: Placed, drawn: Drawn) -> bool:
    """Whether the words are a recognised text behind a scan: without ink, or more than a stamp lies on the picture."""
    if any(ink is Ink.NONE for ink in placed.inks):
        return True
    on_picture = sum(1 for word in placed.words if any(_middle_in(word, box) for box in drawn.pictures))
    return on_picture > 30


def _middle_in(word: Word, box: tuple[float, float, float, float]) -> bool:
    return box[0] <= (word.x0 + word.x1) / 2 <= box[2] and box[1] <= (word.top + word.bottom) / 2 <= box[3]
