"""Title, banner, cover, contents list and end matter of a printed law as lines."""

from __future__ import annotations

from tests.law_printer_blocks import Article, block, part_heading, shape_of
from tests.law_printer_lines import FACES, Piece, PrintLine, Run, width_of
from tests.law_printer_matter import Matter
from tests.law_printer_style import ARTICLE_CENTRED, ARTICLE_LINE, BILL, GAZETTE, SECTION_LINE, Style


def centred(text: str, style: Style, face: str = "", *, grow: float = 1.0, space: float = 0.0, counted: bool = False) -> list[PrintLine]:
    """A centred line, larger by `grow`, with `space` lines of white above."""
    leading = style.leading if style.line_numbers == "each" else style.leading * max(grow, 1.0)
    shape = shape_of(style, align="centre", size=style.size * grow, leading=leading, hyphen="")
    return block([Run(text, face)], shape, space=space * style.leading, keep=1, counted=counted)


def opening(title: str, matter: Matter, style: Style) -> list[PrintLine]:
    """What stands above the first article: title, long title, enacting words."""
    lines: list[PrintLine] = []
    if style.layout == BILL and not style.cover:
        lines += centred("A BILL", style, "b", grow=1.2) + centred("entitled", style)
    lines += centred(title.upper() if style.part_face else title, style, "b", grow=1.15)
    if style.layout != BILL:
        lines += centred(f"No. {matter.number} of {matter.year}", style)
    whole = style.leading if style.line_numbers == "each" else style.leading * 0.8
    lines += block([Run(matter.long_title, "i" if style.head_rule else "")], shape_of(style), space=whole, counted=style.layout == BILL)
    lines += block([Run(matter.enacting)], shape_of(style, first=style.first_indent), space=whole)
    return lines


def cover(title: str, matter: Matter, style: Style) -> list[PrintLine]:
    """The cover page of a bill or an act."""
    lines = centred(matter.country, style, "b", grow=1.4, space=4) + centred(title.upper(), style, "b", grow=1.3, space=3)
    if style.layout == BILL:
        lines += centred("A", style, space=1) + centred("BILL", style, "b", grow=1.3, space=0.6)
        lines += centred(matter.long_title.removeprefix("AN ACT ").removeprefix("An Act "), style, "b", space=1.2)
        lines += centred(f"Presented by the Minister of Justice on the 14th of June, {matter.year}", style, "i", space=3)
        lines += centred("Ordered to be printed", style, "i", space=1) + centred(f"[Bill No. {matter.number}]", style, space=4)
    else:
        lines += centred(f"No. {matter.number} of {matter.year}", style, space=2) + centred(
            "Printed by the Government Printer", style, "i", space=8
        )
    return lines


def contents(articles: tuple[Article, ...], pages: dict[int, int], matter: Matter, style: Style) -> list[PrintLine]:
    """The list of what the law holds, with dots to the page, a bare page number, or none."""
    lines = centred(f"ARRANGEMENT OF {matter.unit}" if matter.unit != "ARTICLES" else "CONTENTS", style, "b", space=1)
    if style.contents != "plain" and style.justify:
        lines += block([Run("Page", "i")], shape_of(style, align="right", hyphen=""), counted=False)
    part = ""
    for i, article in enumerate(articles):
        if article.part and article.part != part:
            part = article.part
            lines += [PrintLine(p.pieces, p.leading, p.space, p.keep, counted=False) for p in part_heading(part, style)]
        lines += _entry(article, str(pages[i]) if style.contents != "plain" else "", style)
    return lines


def _entry(article: Article, page: str, style: Style) -> list[PrintLine]:
    word = {ARTICLE_CENTRED: "Article ", ARTICLE_LINE: "Article ", SECTION_LINE: "Section "}.get(style.place, "")
    label = f"{word}{article.number}."
    font = FACES[style.family][""]
    indent = width_of(label + "  ", font, style.size) if word else max(26.0, width_of(label + " ", font, style.size))
    shape = shape_of(style, align="left", left=indent, right=38.0, hyphen="", word_by_word=False)
    entry = block([Run(article.heading or "—")], shape, counted=False, space=style.paragraph_space / 2)
    entry[0] = PrintLine((Piece(0.0, label, font, style.size), *entry[0].pieces), entry[0].leading, entry[0].space, counted=False)
    if page:
        entry[-1] = _to_page(entry[-1], page, style)
    return entry


def _to_page(line: PrintLine, page: str, style: Style) -> PrintLine:
    """The page at the right edge, after dots where the style has them."""
    last = line.pieces[-1]
    end = last.x + width_of(last.text, last.font, last.size)
    width = style.column_width
    at = width - width_of(page, last.font, last.size)
    pieces = [*line.pieces, Piece(at, page, last.font, last.size)]
    dots = int((at - end - 8) / width_of(". " if style.justify else ".", last.font, last.size))
    if style.contents == "leaders" and dots > 2:
        pieces.insert(-1, Piece(end + 4, (". " if style.justify else ".") * dots, last.font, last.size))
    return PrintLine(tuple(pieces), line.leading, line.space, counted=False)


def closing(matter: Matter, style: Style, first_number: str) -> list[PrintLine]:
    """What stands below the last article: signature, schedule, objects and reasons."""
    lines: list[PrintLine] = []
    if matter.signature:
        day, name, office = matter.signature
        lines += block([Run(day)], shape_of(style, hyphen=""), space=2 * style.leading, keep=2)
        lines += block([Run(name, "b")], shape_of(style, align="right", hyphen=""), space=style.leading, keep=1)
        lines += block([Run(office, "i")], shape_of(style, align="right", hyphen=""))
    if matter.schedule:
        lines += centred("SCHEDULE", style, "b", space=2, counted=True) + centred(f"(Section {first_number})", style, "i", counted=True)
        for i, item in enumerate(matter.schedule, 1):
            lines += block([Run(f"{i}. {item}")], shape_of(style, first=style.first_indent), space=style.paragraph_space)
    if matter.reasons:
        lines += centred("OBJECTS AND REASONS", style, "b", space=2, counted=True)
        for item in matter.reasons:
            lines += block([Run(item)], shape_of(style, first=style.first_indent), space=style.paragraph_space)
    return lines


def banner_height(matter: Matter, style: Style) -> float:
    """Points that the gazette's banner takes on its first page."""
    return 78.0 if style.layout == GAZETTE else 0.0
