"""Words through pdfplumber, for the pages that the fast path reads less well.

Where the fast path is not to be trusted, measured on 335 pages of real acts, bills and gazettes and on pages made to
be hard: on real text pages the two agree on 98 to 100 % of words and places, and where they part the fast path is
right (small capitals, superscripts, letter-spaced headings, doubled type, rotated pages). At most 1.1 % of the words of
a real page overlap another (Arabic vowel signs), and at most 19 % are single characters. Text printed over text, and
formulas, go beyond both, and there PDFium joins what does not belong together.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import pairwise
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.read.pdf_frame import Frame
from pipeline.read.trust import is_impossible
from pipeline.reading import Word

if TYPE_CHECKING:
    import pdfplumber

_OVERLAPPING = 0.04
_SINGLE = 0.4
_FEWEST = 20
_BOLD = re.compile(r"bold|black(?!adder)|heavy|demi|cmbx", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|cmti", re.IGNORECASE)
_DEFECTS = (ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError, RecursionError, OverflowError)
"""What pdfminer raises on malformed pages, beside its own errors that pdfplumber wraps."""


def is_doubtful(words: Sequence[Word]) -> bool:
    """Whether the fast path's words of a page overlap or fall apart more than on any real page of text."""
    upright = [word for word in words if word.upright]
    if len(upright) < _FEWEST:
        return False
    if sum(1 for word in upright if len(word.text) == 1) > _SINGLE * len(upright):
        return True
    ordered = sorted(upright, key=lambda word: (word.top // 6, word.x0))
    return sum(1 for a, b in pairwise(ordered) if a.x1 > b.x0 and _overlap(a, b)) > _OVERLAPPING * len(upright)


def _overlap(a: Word, b: Word) -> bool:
    across = min(a.x1, b.x1) - max(a.x0, b.x0)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return across > 0.5 * min(a.x1 - a.x0, b.x1 - b.x0) and down > 0.5 * min(a.bottom - a.top, b.bottom - b.top)


class CarefulReader:
    """pdfplumber on one file, opened when first needed. To be used as a context."""

    def __init__(self, data: bytes, password: str | None) -> None:
        self._source = data
        self._password = password
        self._file: pdfplumber.PDF | None = None
        self._failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()

    def better(self, number: int, words: list[Word], frame: Frame) -> list[Word] | None:
        """Pdfplumber's words of a page where they hold together better than `words`, else None."""
        found = self._words(number, frame)
        if not found or _brokenness(found) >= _brokenness(words):
            return None
        return found

    def _words(self, number: int, frame: Frame) -> list[Word]:
        import pdfplumber  # noqa: PLC0415 - few files have a doubtful page
        from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException  # noqa: PLC0415

        if self._failed or frame.turns:
            return []
        try:
            if self._file is None:
                self._file = pdfplumber.open(io.BytesIO(self._source), password=self._password or "")
            return _page_words(self._file.pages[number - 1], frame)
        except (PdfminerException, MalformedPDFException, *_DEFECTS):
            self._failed = True
            return []


def _page_words(page: pdfplumber.page.Page, frame: Frame) -> list[Word]:
    """The words of a page; none where its idea of the page's size is not ours. pdfplumber keeps megabytes of a page left open."""
    try:
        if abs(page.width - frame.width) > 1 or abs(page.height - frame.height) > 1:
            return []
        found = page.dedupe_chars().extract_words(x_tolerance_ratio=0.15, use_text_flow=True, extra_attrs=["fontname", "size"])
    finally:
        page.close()
    left, top = page.bbox[0], page.bbox[1]
    return [_word(word, left, top) for word in found if word["text"].strip()]


def _word(word: dict[str, object], left: float, top: float) -> Word:
    x0, above, x1, below, size = (float(str(word[key])) for key in ("x0", "top", "x1", "bottom", "size"))
    font = str(word["fontname"])
    bold, italic = bool(_BOLD.search(font)), bool(_ITALIC.search(font))
    return Word(
        str(word["text"]), x0 - left, above - top, x1 - left, below - top, round(size, 1), bold, italic, upright=bool(word["upright"])
    )


def _brokenness(words: Sequence[Word]) -> float:
    """The share of words that are single characters or of an impossible shape."""
    return sum(1 for word in words if len(word.text) == 1 or is_impossible(word.text)) / len(words)
