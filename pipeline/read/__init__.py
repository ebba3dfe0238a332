"""From the bytes of a file to positioned words or paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.errors import Problem, TooLarge
from pipeline.read.limits import ReadLimits
from pipeline.reading import Reading, ReadPage

_NO_TEXT = Problem("no_text_layer", None, "The file has no text.", "Open the file to see what is in it; ask the sender for the right one.")

__all__ = ["ReadLimits", "read"]


def read(
    data: bytes,
    name: str,
    *,
    password: str | None = None,
    limits: ReadLimits = ReadLimits(),  # noqa: B008 - frozen
    progress: Callable[[int, int], None] | None = None,
    beside: Callable[[Iterator[ReadPage]], Iterator[ReadPage]] | None = None,
) -> Reading:
    """Read one file; what it is, its bytes say and not its name.

    `progress(done, total)` counts pages, and is called once for a format without pages. `beside` gives
    the pages that it is given, read at the same time as others; it is asked for long PDF files only. Raises InputError for a file
    that cannot be used, LimitError for one beyond the limits.
    """
    from pipeline.read.sniff import sniff  # noqa: PLC0415 - each reader brings its libraries, and only when it is needed

    if len(data) > limits.file_bytes:
        raise TooLarge(f"{len(data):,} bytes; the limit is {limits.file_bytes:,}")
    kind = sniff(data, name)
    if kind == "pdf":
        from pipeline.read.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(data, password, limits, progress, beside)
    reading = _without_pages(kind, data, name, limits)
    if not reading.paragraphs:
        reading = replace(reading, problems=(_NO_TEXT,))
    if progress:
        progress(1, 1)
    return reading


def _without_pages(kind: str, data: bytes, name: str, limits: ReadLimits) -> Reading:
    if kind == "docx":
        from pipeline.read.docx import read_docx  # noqa: PLC0415

        return read_docx(data, limits)
    if kind == "html":
        from pipeline.read.html import read_html  # noqa: PLC0415

        return read_html(data, limits)
    from pipeline.read.plain import read_plain  # noqa: PLC0415

    return read_plain(data, name)
