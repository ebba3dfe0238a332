"""Long files for the bench: the real bills and acts beside the project joined to so many pages, else printed laws."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf

from tests.law_printer import LAYOUTS, print_law
from tests.law_printer_invented import invented_laws

SHARED_PDFS = Path(__file__).parent.parent.parent.parent / "shared" / "pdfs"


def sources() -> tuple[str, tuple[bytes, ...]]:
    """Where the pages come from, and the files: text PDFs of acts and bills, else invented laws printed by us."""
    real = [path for folder in ("bills", "acts") for path in sorted((SHARED_PDFS / folder).glob("*.pdf"))]
    if real:
        return f"{len(real)} real bills and acts of ../shared/pdfs", tuple(path.read_bytes() for path in real)
    printed = [print_law(law.title, law.articles, layout, seed).pdf for seed, law in enumerate(invented_laws()) for layout in LAYOUTS]
    return "invented laws printed by the tests' printer (../shared/pdfs is absent)", tuple(printed)


def joined(files: tuple[bytes, ...], pages: int, target: Path) -> Path:
    """The files' pages one after the other, from the start again when they are used up, until there are `pages`."""
    with pikepdf.new() as book:
        opened = [pikepdf.open(io.BytesIO(data)) for data in files]
        while len(book.pages) < pages:
            for document in opened:
                for page in list(document.pages)[: pages - len(book.pages)]:
                    book.pages.append(page)
        book.save(target)
        for document in opened:
            document.close()
    return target
