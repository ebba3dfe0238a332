"""How much of a file is read before we refuse."""

from __future__ import annotations

from dataclasses import dataclass

LONG = 150
"""Pages from which on a PDF is worth a second process to read every other page."""


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Bounds on one file.

    `file_bytes` is the file as it came; `unpacked_bytes` and `unpacked_ratio` are of a packed format (the parts of a
    Word file together, and how much larger than the file they may be); `pages` is of a format with pages;
    `page_characters` bounds one page, whose text is refused beyond it.
    """

    file_bytes: int = 500_000_000
    unpacked_bytes: int = 400_000_000
    unpacked_ratio: int = 400
    pages: int = 5_000
    page_characters: int = 200_000
