"""The original PDF with a highlight and a note for each finding; a format without pages is printed by us."""

from __future__ import annotations

import io
import warnings

import pikepdf

from pipeline.alert.briefing import Briefing, brief
from pipeline.alert.entry import Entry
from pipeline.alert.pdf_active import disarm
from pipeline.alert.pdf_highlight import highlight
from pipeline.alert.pdf_open import open_pdf
from pipeline.alert.pdf_outline import add_bookmarks
from pipeline.alert.pdf_place import frame
from pipeline.analysis import Analysis
from pipeline.errors import DamagedFile
from pipeline.taxonomy import Taxonomy


def to_pdf(analysis: Analysis, data: bytes, password: str | None = None, taxonomy: Taxonomy | None = None) -> bytes:
    """The file `data` with its pages as they were, findings highlighted, active content taken out, no password.

    The same input gives the same bytes. Raises FileEncrypted, WrongPassword, UnsupportedEncryption, or DamagedFile
    where the file cannot be written again.
    """
    briefing = brief(analysis, taxonomy)
    if not analysis.document.pages:
        from pipeline.alert.pdf_print import print_pdf  # noqa: PLC0415 - the typesetter is heavy and rarely needed

        return print_pdf(briefing)
    target = io.BytesIO()
    with open_pdf(data, password, len(analysis.document.pages)) as pdf:
        try:
            disarm(pdf)
            _annotate(pdf, briefing)
            add_bookmarks(pdf, briefing)
            _save(pdf, target)
        except pikepdf.PdfError as error:
            raise DamagedFile("The PDF is too damaged to be written again with highlights.") from error
    return target.getvalue()


def _save(pdf: pikepdf.Pdf, target: io.BytesIO) -> None:
    """Without the time of writing. That a stray field of a form may not work is no news to a reader of the alert."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        pdf.save(target, deterministic_id=True)


def _annotate(pdf: pikepdf.Pdf, briefing: Briefing) -> None:
    by_page: dict[int, list[Entry]] = {}
    for entry in briefing.entries + briefing.protecting:
        for number in entry.pages:
            by_page.setdefault(number, []).append(entry)
    widths = {page.number: page.width for page in briefing.analysis.document.pages}
    for number, entries in by_page.items():
        page = pdf.pages[number - 1].obj
        placed = frame(page, widths[number])
        annots = _annots(pdf, page)
        for entry in entries:
            made = highlight(pdf, page, placed, entry, tuple(box for box in entry.boxes if box.page == number))
            annots.append(made.annotation)
            annots.append(made.popup)


def _annots(pdf: pikepdf.Pdf, page: pikepdf.Object) -> pikepdf.Object:
    """The page's own list of annotations; a list shared with another page is copied, a broken one begun anew."""
    there = page.get("/Annots")
    kept = [item for item in there if isinstance(item, pikepdf.Dictionary)] if isinstance(there, pikepdf.Array) else []
    page.Annots = pikepdf.Array(kept)
    return page.Annots
