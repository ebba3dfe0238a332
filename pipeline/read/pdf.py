"""A PDF file, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pypdfium2

from pipeline.errors import DamagedFile, Problem, TooManyPages
from pipeline.read import trust
from pipeline.read.charset import one_line
from pipeline.read.limits import LONG, ReadLimits
from pipeline.read.pdf_careful import CarefulReader
from pipeline.read.pdf_open import open_pdf, page_of
from pipeline.read.pdf_page import read_page
from pipeline.reading import Reading, ReadPage
from pipeline.span import Box

Beside = Callable[[Iterator[ReadPage]], Iterator[ReadPage]]
"""Gives the same pages, read at the same time as those that the caller reads; it may end early."""

_LETTER = (612.0, 792.0)
_TAIL = 65_536
"""How much may follow the closing mark of a PDF, which mail and scanners add."""


def read_pdf(
    data: bytes, password: str | None, limits: ReadLimits, progress: Callable[[int, int], None] | None, beside: Beside | None = None
) -> Reading:
    """Every page of a PDF, in order; a page that cannot be read stays, with its problem. Raises InputError, TooManyPages."""
    document = open_pdf(data, password)
    try:
        count = len(document)
        _check_count(count, len(data), limits)
        pages = []
        with CarefulReader(data, password) as careful:
            own = partial(_read_page, document, limits=limits, careful=careful)
            for page in _shared_out(own, count, beside) if beside and count >= LONG else map(own, range(1, count + 1)):
                pages.append(page)
                if progress:
                    progress(page.number, count)
        title = one_line(document.get_metadata_value("Title"))
        return Reading("pdf", title=title, pages=tuple(pages), problems=tuple(_of_the_whole(data, pages)))
    finally:
        document.close()


def _shared_out(own: Callable[[int], ReadPage], count: int, beside: Beside) -> Iterator[ReadPage]:
    """The pages in order, every second one read beside; what does not come from there is read here after all."""
    others = beside(map(own, range(2, count + 1, 2)))
    for number in range(1, count + 1):
        yield (next(others, None) if number % 2 == 0 else None) or own(number)


def _of_the_whole(data: bytes, pages: list[ReadPage]) -> Iterator[Problem]:
    """What is wrong with the file rather than with a page: its end is cut off, or nothing at all is written in it."""
    if b"startxref" not in data[-_TAIL:]:
        yield trust.cut_off()
    if not any(page.words or page.problems for page in pages):
        yield trust.nothing_written()


def _check_count(count: int, size: int, limits: ReadLimits) -> None:
    if count > limits.pages:
        if count > size:
            raise DamagedFile(f"the PDF claims {count:,} pages in {size:,} bytes")
        raise TooManyPages(f"{count:,} pages; the limit is {limits.pages:,}")


def _read_page(document: pypdfium2.PdfDocument, number: int, limits: ReadLimits, careful: CarefulReader) -> ReadPage:
    page = page_of(document, number - 1)
    if page is None:
        width, height = _LETTER
        return ReadPage(number, width, height, Box(number, 0, 0, width, height), problems=(trust.page_lost(number),), reader="none")
    try:
        return read_page(page, number, limits.page_characters, careful)
    finally:
        page.close()
