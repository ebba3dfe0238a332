"""Lays out a law as a PDF in one of three layouts, its typography drawn from a seed, and says what was printed.

The printer knows nothing of how prints are read again: it was written before the segmenter, after the looks of real
bills, acts and gazettes. `print_law` returns the bytes and the truth.

    one column            cover sometimes, contents list sometimes, footnotes sometimes
    two-column gazette    banner, running heads, a rule between the columns sometimes
    line-numbered bill    cover, long title, contents list, line numbers 1-30 or every fifth, marginal notes
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from random import Random

from reportlab.pdfgen.canvas import Canvas

from tests.law_printer_blocks import Article, body
from tests.law_printer_front import banner_height, closing, contents, cover, opening
from tests.law_printer_lines import FACES, PLAIN, register_fonts, width_of
from tests.law_printer_matter import Matter, draw_matter, heads
from tests.law_printer_press import Press, Sheet, number_lines, rule_between
from tests.law_printer_style import BILL, GAZETTE, LAYOUTS, ONE_COLUMN, Style, draw_style

__all__ = ["BILL", "GAZETTE", "LAYOUTS", "ONE_COLUMN", "Article", "Printed", "Style", "draw_style", "print_law"]


@dataclass(frozen=True)
class Printed:
    """A printed law and the truth about it: articles in order, with the text that was printed (hyphens and all)."""

    pdf: bytes
    title: str
    articles: tuple[Article, ...]
    style: Style
    seed: int
    pages: int
    foreign: tuple[str, ...]
    """Passages around the articles that must not turn up inside one: enacting words, signature, schedule, footnotes."""


def print_law(
    title: str, articles: tuple[Article, ...], layout: str, seed: int, *, style: Style | None = None, matter: Matter | None = None
) -> Printed:
    """Print the law. The same arguments give the same bytes; `style` and `matter` are drawn from the seed where not given."""
    register_fonts()
    title = title.translate(PLAIN)
    articles = tuple(_printable(a) for a in articles)
    style = style or draw_style(layout, seed, headings=all(a.heading for a in articles))
    matter = matter or draw_matter(title, style, seed)
    sheets, front = _sheets(title, articles, style, matter, seed)
    pdf = _draw(sheets, front, title, style, matter, seed)
    foreign = (matter.long_title, matter.enacting, *matter.signature, *matter.schedule, *matter.reasons, *matter.footnotes)
    return Printed(pdf, title, articles, style, seed, len(sheets), foreign)


def _printable(article: Article) -> Article:
    """The article in the characters that the fonts have; a line of its text stays a paragraph of its own."""
    number, heading, part = (" ".join(field.translate(PLAIN).split()) for field in (article.number, article.heading, article.part))
    text = "\n".join(" ".join(line.split()) for line in article.text.translate(PLAIN).splitlines() if line.strip())
    return Article(number, heading, part, text)


def _sheets(title: str, articles: tuple[Article, ...], style: Style, matter: Matter, seed: int) -> tuple[list[Sheet], int]:
    """All pages in order, and how many of them stand before the body."""
    columns = 2 if style.layout == GAZETTE else 1
    lines = [*opening(title, matter, style), *body(articles, style, matter, seed), *closing(matter, style, articles[0].number)]
    banner = 0.0 if style.contents else banner_height(matter, style)
    pages = Press(style, columns=columns).pour(lines, head_room=banner)
    front: list[Sheet] = []
    if style.cover:
        front += Press(style, columns=1, numbered=False).pour(cover(title, matter, style))
    if style.contents:
        lists = _contents_pages(articles, pages, style, matter, columns, len(front))
        front += lists
    for i, sheet in enumerate(pages, 1):
        number_lines(sheet, style, i)
    for sheet in pages + (front if style.layout == GAZETTE else []):
        rule_between(sheet, style)
    return [*front, *pages], len(front)


def _contents_pages(
    articles: tuple[Article, ...], pages: list[Sheet], style: Style, matter: Matter, columns: int, before: int
) -> list[Sheet]:
    """The contents list, set twice: how long it is decides the page numbers in it."""
    room = banner_height(matter, style)
    found = {index: i for i, sheet in enumerate(pages, 1) for index in sheet.articles}
    drafted = Press(style, columns=columns, numbered=False).pour(contents(articles, found, matter, style), head_room=room)
    shift = 0 if style.roman_front else before + len(drafted)
    printed = {index: page + shift for index, page in found.items()}
    return Press(style, columns=columns, numbered=False).pour(contents(articles, printed, matter, style), head_room=room)


def _draw(sheets: list[Sheet], front: int, title: str, style: Style, matter: Matter, seed: int) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=style.page, invariant=1)
    canvas.setTitle(title)
    for i, sheet in enumerate(sheets):
        for x, y, piece in sheet.items:
            text = canvas.beginText(x, style.page[1] - y + piece.rise)
            text.setFont(piece.font, piece.size)
            text.setWordSpace(piece.word_space if " " in piece.text else 0.0)
            text.textOut(piece.text)
            canvas.drawText(text)
        for x0, y0, x1, y1 in sheet.rules:
            canvas.setLineWidth(0.5)
            canvas.line(x0, style.page[1] - y0, x1, style.page[1] - y1)
        _furniture(canvas, i, front, title, style, matter, seed)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _furniture(canvas: Canvas, index: int, front: int, title: str, style: Style, matter: Matter, seed: int) -> None:
    """Banner on a gazette's first page; on the others a running head; page numbers on all but a cover."""
    if index == 0 and style.layout == GAZETTE:
        _banner(canvas, style, matter)
    if index == 0 and style.cover:
        return
    page = index - front + 1 if index >= front else 0
    label = _page_label(index, front, style)
    shown = page or index + 1
    head = "" if (page == 1 or index == 0) else heads(title, matter, style, shown, seed)
    _put_number(canvas, label, shown, style, alone=not head)
    if head:
        _put_head(canvas, head, style, seed)


def _banner(canvas: Canvas, style: Style, matter: Matter) -> None:
    width, height = style.page
    y = height - style.top - 6
    for text, font, size in zip(matter.banner, ("b", "b", ""), (11, 19, 8.5), strict=True):
        canvas.setFont(FACES[style.family][font], size if width_of(text, FACES[style.family][font], size) < width - 60 else size * 0.66)
        canvas.drawCentredString(width / 2, y, text)
        y -= 24 if size == 11 else 17
    canvas.setLineWidth(1.2)
    canvas.line(style.left, y + 8, width - style.right, y + 8)


def _page_label(index: int, front: int, style: Style) -> str:
    if index < front and style.roman_front:
        return ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")[min(index, 11)]
    number = index - front + 1 if style.roman_front else index + 1
    return style.page_number_form.format(number)


def _put_number(canvas: Canvas, label: str, page: int, style: Style, *, alone: bool) -> None:
    width, height = style.page
    canvas.setFont(FACES[style.family][""], style.size * 0.95)
    if style.page_number == "bottom" or (style.page_number == "top" and alone):
        canvas.drawCentredString(width / 2, style.bottom * 0.45, label)
    elif page % 2:
        canvas.drawRightString(width - style.right, height - style.top * 0.55, label)
    else:
        canvas.drawString(style.left, height - style.top * 0.55, label)


def _put_head(canvas: Canvas, head: str, style: Style, seed: int) -> None:
    width, height = style.page
    face = Random(f"head/{seed}").choice(("i", "", "b"))
    size = style.size * 0.9
    room = width - style.left - style.right - 110
    while width_of(head, FACES[style.family][face], size) > room and " " in head:
        head = head.rpartition(" ")[0].removesuffix("[No.").rstrip(" ,—")
    canvas.setFont(FACES[style.family][face], size)
    canvas.drawCentredString(width / 2, height - style.top * 0.55, head)
    if style.head_rule:
        canvas.setLineWidth(0.5)
        y = height - style.top * 0.55 - size * 0.5
        canvas.line(style.left, y, width - style.right, y)
