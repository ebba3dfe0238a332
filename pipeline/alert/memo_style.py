"""The memo's typography: styles of Word's own names, so that its navigation, its contents list and a reader's theme work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import _Element

from pipeline.alert.quotation import Piece

BODY_FONT: Final = "Georgia"
HEAD_FONT: Final = "Calibri"
INKS: Final = {"critical": "8C1127", "high": "9A4A00", "medium": "6D5A00", "low": "3C5A70", "protects": "1D6244"}
TEXT_WIDTH: Final = 17.4
"""Of a line of text, in centimetres."""
SOFT: Final = RGBColor(0x4B, 0x55, 0x60)
DARK: Final = RGBColor(0x1D, 0x23, 0x29)


def dress(document: Document) -> None:
    """Sets page, fonts, sizes and spaces of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - TEXT_WIDTH) / 2)
    section.top_margin, section.bottom_margin = Cm(2.1), Cm(1.9)
    _style(document, "Normal", BODY_FONT, 10, after=6, line=1.12)
    _style(document, "Title", HEAD_FONT, 22, bold=True, before=2, after=4)
    _style(document, "Heading 1", HEAD_FONT, 15, bold=True, before=20, after=6, keep=True)
    _style(document, "Heading 2", HEAD_FONT, 11, bold=True, before=9, after=2, keep=True)
    _style(document, "List Bullet", BODY_FONT, 9.5, after=0.5, line=1.08)
    _style(document, "Quote", BODY_FONT, 9.5, after=3, before=2, line=1.12)
    _style(document, "Header", HEAD_FONT, 9)
    _style(document, "Footer", HEAD_FONT, 9)
    quote = _paragraph_style(document, "Quote")
    quote.font.italic = False
    quote.paragraph_format.left_indent = Cm(0.7)
    quote.paragraph_format.right_indent = Cm(0.4)
    for name in ("Small", "Notes"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    _style(document, "Small", HEAD_FONT, 9, after=2, line=1.05)
    _style(document, "Notes", HEAD_FONT, 9, after=1.5, line=1.05)
    _paragraph_style(document, "Small").font.color.rgb = SOFT


def rule_under(paragraph: Paragraph, colour: str = "8B9299", size: int = 6) -> None:
    """A thin line under the paragraph; `size` in eighths of a point."""
    _border(paragraph, "bottom", colour, size)


def rule_beside(paragraph: Paragraph, colour: str) -> None:
    """A thick line at the start edge of the paragraph."""
    _border(paragraph, "left", colour, 18)


def shade(cell: _Cell, colour: str) -> None:
    """A plain ground for a table cell."""
    cell._tc.get_or_add_tcPr().append(_ground(colour))


def highlight(run: Run) -> None:
    """Bold on a pale yellow ground: softer than the word processor's own marker, and told in grey by its weight."""
    run.bold = True
    run._r.get_or_add_rPr().append(_ground("FDEAA0"))


def add_pieces(paragraph: Paragraph, pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """A quotation's runs: evidence marked, what is not the provision's own words in a softer colour."""
    runs = tuple(paragraph.add_run(piece.text) for piece in pieces)
    for run, piece in zip(runs, pieces, strict=True):
        if piece.role == "mark":
            highlight(run)
        elif piece.role != "plain":
            run.font.color.rgb = SOFT
    return runs


def light_lines(table: Table) -> None:
    """Thin grey lines between the rows and none between the columns."""
    borders = OxmlElement("w:tblBorders")
    for side, colour, size in (("top", "8B9299", 8), ("bottom", "8B9299", 8), ("insideH", "D9D6CF", 4)):
        borders.append(_edge(side, colour, size, space=0))
    put_in_order(table._tbl.tblPr, borders, ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"))


def set_widths(table: Table, widths: Sequence[float]) -> None:
    """Widths of the columns in centimetres, for viewers that read the grid and for those that read the cells."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def field(paragraph: Paragraph, instruction: str) -> None:
    """A field that Word fills in, as PAGE or NUMPAGES."""
    simple, run, text = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
    simple.set(qn("w:instr"), instruction)
    text.text = "1"
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)


def _border(paragraph: Paragraph, side: str, colour: str, size: int) -> None:
    borders = OxmlElement("w:pBdr")
    borders.append(_edge(side, colour, size, space=6))
    put_in_order(
        paragraph._p.get_or_add_pPr(),
        borders,
        ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:rPr"),
    )


def put_in_order(properties: _Element, element: _Element, after: Sequence[str]) -> None:
    """Adds a property before the first of those that must come `after` it: the format fixes their order."""
    tags = {qn(tag) for tag in after}
    at = next((i for i, child in enumerate(properties) if child.tag in tags), len(properties))
    properties.insert(at, element)


def _edge(side: str, colour: str, size: int, space: int) -> _Element:
    edge = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(size)), ("space", str(space)), ("color", colour)):
        edge.set(qn(f"w:{name}"), value)
    return edge


def _ground(colour: str) -> _Element:
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        ground.set(qn(f"w:{name}"), value)
    return ground


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is not a style of paragraphs")
    return style


def _style(
    document: Document,
    name: str,
    font: str,
    size: float,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    line: float = 1.0,
    keep: bool = False,
) -> None:
    style = _paragraph_style(document, name)
    style.font.name, style.font.size, style.font.bold = font, Pt(size), bold
    style.font.color.rgb = DARK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        if "Theme" in key or "theme" in key:
            del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), line
    shape.keep_with_next = keep
    for tag in ("w:pBdr", "w:tabs"):
        for old in style.element.get_or_add_pPr().findall(qn(tag)):
            style.element.get_or_add_pPr().remove(old)
