"""One finding in the memo: heading, citation, quotation with its evidence marked, and what a lawyer asks of it."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt, RGBColor

from pipeline.alert.entry import Entry, Kept
from pipeline.alert.memo_style import INKS, SOFT, highlight, put_in_order, rule_beside
from pipeline.alert.quotation import Piece


def add_finding(document: Document, entry: Entry, quoted_at: int | None) -> None:
    """Adds the finding at the end of the memo; a provision `quoted_at` an earlier number is not quoted whole again."""
    weight = entry.severity.value if entry.restricts else "protects"
    heading = document.add_heading(f"{entry.number}. {entry.name} ", 2)
    heading.add_run(f"({weight})").font.color.rgb = RGBColor.from_string(INKS[weight])
    _citation(document, entry)
    again = Piece(f" (quoted whole under {quoted_at})", "gap")
    _quotation(document, (*entry.excerpt, again) if quoted_at else entry.quotation, INKS[weight])
    _said(document, "What it does", entry.does)
    _said(document, f"Why {weight}" if entry.restricts else "Why", "; ".join(entry.reasons))
    _said(document, "Aggravating", ", ".join(entry.attributes))
    _said(document, "Facts", "; ".join(entry.facts_said))
    _said(document, "Missing safeguards", ", ".join(entry.missing))
    _said(document, "Safeguards found", "; ".join(map(_kept, entry.kept)))
    _said(document, "Norms", ". ".join(entry.norms_said))
    if entry.questions:
        _said(document, "Questions to check", " ", keep=True)
    for question in entry.questions:
        document.add_paragraph(question, style="List Bullet")


def _citation(document: Document, entry: Entry) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_after = Pt(4)
    paragraph.add_run(entry.citation).bold = True
    if entry.heading:
        paragraph.add_run(f" {entry.heading}").italic = True
    where = [f"page {entry.page}" if entry.page else "", *entry.parents, f"this clause {entry.amends}" if entry.amends else ""]
    rest = " · ".join(part for part in (entry.family_name, *where, f"confidence {entry.confidence} %") if part)
    run = paragraph.add_run(f"\n{rest}")
    run.font.size, run.font.color.rgb = Pt(9.5), SOFT


def _quotation(document: Document, pieces: Sequence[Piece], colour: str) -> None:
    paragraph = document.add_paragraph(style="Quote")
    if _right_to_left("".join(piece.text for piece in pieces)):
        put_in_order(
            paragraph._p.get_or_add_pPr(),
            OxmlElement("w:bidi"),
            ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr"),
        )
    rule_beside(paragraph, colour)
    for piece in pieces:
        run = paragraph.add_run(piece.text)
        if piece.role == "mark":
            highlight(run)
        elif piece.role != "plain":
            run.font.color.rgb = SOFT


def _right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is Hebrew, Arabic or of a script like them."""
    strong = (char for char in text if char.isalpha())
    return "\u0590" <= next(strong, "a") <= "\u08ff"


def _said(document: Document, name: str, words: str, *, keep: bool = False) -> None:
    if not words:
        return
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(3)
    paragraph.paragraph_format.left_indent = Cm(0)
    paragraph.paragraph_format.keep_with_next = keep
    paragraph.add_run(f"{name}: ").bold = True
    paragraph.add_run(words.strip())


def _kept(kept: Kept) -> str:
    where = ", ".join(part for part in (kept.citation, f"page {kept.page}" if kept.page else "") if part)
    words = f"{kept.name}: “{kept.words}”" if kept.words else kept.name
    return f"{words} ({where})" if where else words
