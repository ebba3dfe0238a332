"""A PDF page with one word on it, turned, moved and cropped at will, and the analysis that finds that word."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from pipeline.analysis import Analysis
from pipeline.document import Document, Line, Page, Places
from pipeline.finding import Finding
from pipeline.provision import Law, Provision
from pipeline.read import read
from pipeline.span import Span
from pipeline.taxonomy import Polarity, Severity

WORD = "Forbidden"


@dataclass(frozen=True)
class Print:
    """How the page is stored: where its MediaBox begins, what of it is shown, its quarter turns, its user unit."""

    left: float = 0.0
    bottom: float = 0.0
    inset: float = 0.0
    turn: int = 0
    unit: float = 1.0


def one_word_pdf(made: Print) -> bytes:
    """A page of 400 by 300 points with the word 60 points from its left edge and 200 from its bottom."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(400, 300)).obj
    right, top = made.left + 400, made.bottom + 300
    page.MediaBox = Array([made.left, made.bottom, right, top])
    if made.inset:
        page.CropBox = Array([made.left + made.inset, made.bottom + made.inset / 2, right - made.inset / 4, top - made.inset])
    page.Rotate, page.UserUnit = made.turn, made.unit
    page.Resources = Dictionary(Font=Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold"))))
    page.Contents = pdf.make_stream(f"BT /F1 20 Tf {made.left + 60} {made.bottom + 200} Td ({WORD}) Tj ET".encode())
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def one_word_analysis(data: bytes) -> Analysis:
    """What our own reader says of the page, with one finding on its one word."""
    page = read(data, "word.pdf").pages[0]
    word = next(w for w in page.words if w.text == WORD)
    places, span = Places(), Span(0, len(WORD))
    places.append(span, 1, word.x0, word.top, word.x1, word.bottom)
    document = Document(
        "0" * 64, "word.pdf", "pdf", "Word", "en", WORD, (Line(span, 1),), (Page(1, page.width, page.height, page.crop),), places
    )
    provision = Provision("sec_1", "section", "1", "", span, article="sec_1", citation="1", judged=True)
    finding = Finding(provision, "registration.mandatory", Polarity.RESTRICTIVE, 0.9, Severity.CRITICAL, ("it says so",), (span,))
    return Analysis(document, Law("Word Act", "act", span, (provision,)), (finding,), (), "model", "1")
