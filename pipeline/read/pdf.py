"""A PDF file, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pypdfium2

from pipeline.errors import DamagedFile, Problem, TooManyPages
from pipeline.read import trust
from pipeline.read.charset import one_line
from pipeline.read.limits import ReadLimits
from pipeline.read.pdf_careful import CarefulReader
from pipeline.read.pdf_open import open_pdf, page_of
from pipeline.read.pdf_page import read_page
from pipeline.reading import Reading, ReadPage
from pipeline.span import Box

_LETTER = (612.0, 792.0)
_TAIL = 65_536
"""How much may follow the closing mark of a PDF, which mail and scanners add."""


def read_pdf(data: bytes, password: str | None, limits: ReadLimits, progress: Callable[[int, int], None] | None) -> Reading:
    """Every page of a PDF, in order; a page that cannot be read stays, with its problem. Raises InputError, TooManyPages."""
    document = open_pdf(data, password)
    try:
        count = len(document)
        _check_count(count, len(data), limits)
        pages = []
        with CarefulReader(data, password) as careful:
            for number in range(1, count + 1):
                pages.append(_read_page(document, number, limits, careful))
                if progress:
                    progress(number, count)
        title = one_line(document.get_metadata_value("Title"))
        return Reading("pdf", title=title, pages=tuple(pages), problems=tuple(_of_the_whole(data, pages)))
    finally:
        document.close()


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
