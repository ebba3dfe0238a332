"""A law's parts and articles as printed lines: where numbers and headings stand, how paragraphs are indented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from tests.law_printer_lines import FACES, Piece, PrintLine, Run, Shape, set_lines, width_of
from tests.law_printer_matter import Matter
from tests.law_printer_style import (
    ABOVE_CENTRED,
    ABOVE_LEFT,
    ARTICLE_CENTRED,
    ARTICLE_LINE,
    HANGING,
    MARGINAL,
    OWN_LINE,
    RUN_IN,
    SECTION_LINE,
    Style,
)

_MARK = r"\(\s?(?:\d{1,2}[A-Z]?|[a-z]{1,2}|[ivx]{1,5})\s?\)"
_NEW_PARAGRAPH = re.compile(rf"(?<=[].;:—–―-])\s+(?={_MARK}\s)|(?<=[;,]\sand)\s+(?={_MARK}\s)|(?<=[;,]\sor)\s+(?={_MARK}\s)")
"""Before "(1) ", "(a) ", "(ii) " where the text before ends in a stop, a colon, a dash, "; and" or "; or"; not in "section 3 (1) of"."""
_LEVEL = re.compile(r"\(\s?(?:(?P<one>\d{1,2}[A-Z]?)|(?P<three>[ivx]{2,5})|(?P<two>[a-z]{1,2}))\s?\)\s")
_PART = re.compile(
    r"(?P<label>(?:part|chapter|title)\s+(?:\d+[a-z]?|[ivxlc]+[a-z]?|one|two|three|four|five|six|seven))\b\s*[:.—–-]*\s*(?P<name>.*)", re.I
)


@dataclass(frozen=True)
class Article:
    """An article as printed: its number, its heading ("" without one), the part above it, its text."""

    number: str
    heading: str
    part: str
    text: str


def shape_of(style: Style, **changes: object) -> Shape:
    """How the style sets a paragraph of body text."""
    base = Shape(
        family=style.family,
        size=style.size,
        leading=style.leading,
        width=style.column_width,
        align="justify" if style.justify else "left",
        hyphen=("\xad" if style.soft_hyphen else "-") if style.hyphenate else "",
        word_by_word=style.word_by_word,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def block(runs: list[Run], shape: Shape, *, space: float = 0.0, keep: int = 0, counted: bool = True) -> list[PrintLine]:
    """A paragraph as lines; the space stands above its first line."""
    lines = set_lines(runs, shape)
    return [PrintLine(tuple(pieces), shape.leading, space if i == 0 else 0.0, keep, counted=counted) for i, pieces in enumerate(lines)]


def paragraphs(text: str) -> list[tuple[int, str]]:
    """The text cut where a printer would begin a new line, each with its level: 0 text, 1 for (1), 2 for (a), 3 for (ii)."""
    found: list[tuple[int, str]] = []
    letter = ""
    for part in (piece for line in text.splitlines() for piece in _NEW_PARAGRAPH.split(line)):
        mark = _LEVEL.match(part)
        level = 0 if not mark else 1 if mark["one"] else 3 if mark["three"] else 2
        if mark and mark["two"] in ("i", "v", "x") and letter != {"i": "h", "v": "u", "x": "w"}[mark["two"]]:
            level = 3
        letter = mark["two"] if mark and level == 2 else "" if level == 1 else letter
        found.append((level, part))
    return found


def body(articles: tuple[Article, ...], style: Style, matter: Matter, seed: int) -> Iterator[PrintLine]:
    """All parts and articles in order."""
    dice = Random(f"body/{seed}")
    part = ""
    for i, article in enumerate(articles):
        if article.part and article.part != part:
            yield from part_heading(article.part, style)
            part = article.part
        lines = _article(article, style)
        lines[0] = replace(lines[0], article=i)
        if matter.footnotes and dice.random() < 0.2:
            lines = _with_footnote(lines, dice.choice(matter.footnotes), style)
        yield from lines


def part_heading(part: str, style: Style) -> list[PrintLine]:
    """ "PART II" and its name, centred, in capitals, on one line or two."""
    matched = _PART.fullmatch(part.strip())
    label, name = (matched["label"], matched["name"]) if matched else ("", part)
    texts = [f"{label}—{name}" if label and name else label or name] if style.part_on_one_line else [t for t in (label, name) if t]
    lines: list[PrintLine] = []
    for i, text in enumerate(texts):
        shape = shape_of(style, align="centre", hyphen="")
        lines += block([Run(text.upper(), style.part_face)], shape, space=_gap(style, 1.2) if i == 0 else 0.0, keep=3)
    return lines


def _gap(style: Style, lines: float) -> float:
    """White above a heading: none where every line of the page is numbered."""
    return 0.0 if style.line_numbers == "each" else style.leading * lines


def _article(article: Article, style: Style) -> list[PrintLine]:
    opening, first_runs = _opening(article, style)
    lines = list(opening)
    for i, (level, text) in enumerate(paragraphs(article.text)):
        runs = [*first_runs, Run(text)] if i == 0 else [Run(text)]
        space = style.paragraph_space if lines else max(style.paragraph_space, _gap(style, 0.6))
        lines += block(runs, _paragraph_shape(style, level, opens=i == 0 and bool(first_runs)), space=space)
    if style.place == MARGINAL and article.heading:
        lines[0] = replace(lines[0], note=article.heading)
    return lines


def _paragraph_shape(style: Style, level: int, *, opens: bool) -> Shape:
    """Indents by level: (1) as text, (a) one step in, (i) two; a hanging mark stands out to the left."""
    base = 24.0 if style.place == HANGING else 0.0
    if level <= 1 or opens:
        return shape_of(style, left=base, first=style.first_indent)
    left = base + style.level_indent * (level - 1)
    if style.hanging_levels and style.level_indent >= 14:
        return shape_of(style, left=left + style.size * 1.7, first=-style.size * 1.7)
    return shape_of(style, left=left, first=style.first_indent)


def _opening(article: Article, style: Style) -> tuple[list[PrintLine], list[Run]]:
    """Lines of their own above the text, and runs that its first line begins with."""
    number, heading = f"{article.number}{style.number_tail}", article.heading
    glue = "" if style.number_tail in (".—", ".-") else " "
    plain = [Run(f"{number}{glue}", style.number_face)]
    if style.place == RUN_IN:
        stop = "" if heading.endswith((".", "—")) else "."
        return [], [Run(f"{number} {heading}{stop}—" if heading else f"{number} ", style.heading_face)]
    if style.place == MARGINAL or (style.place == OWN_LINE and not heading):
        return [], plain
    if style.place in (ABOVE_CENTRED, ABOVE_LEFT):
        return _headline(heading, style, centred=style.place == ABOVE_CENTRED), plain
    if style.place == HANGING:
        return _hanging_number(number, heading, style), []
    if style.place == ARTICLE_CENTRED:
        return [*_headline(f"Article {article.number}", style, centred=True), *_headline(heading, style, centred=True, under=True)], []
    word, between = {
        ARTICLE_LINE: ("Article", ": " if style.justify else " - "),
        SECTION_LINE: ("Section", style.number_tail + " "),
        OWN_LINE: ("", style.number_tail + " "),
    }[style.place]
    return _headline(f"{word} {article.number}{between if heading else ''}{heading}".strip(), style, centred=False), []


def _headline(text: str, style: Style, *, centred: bool, under: bool = False) -> list[PrintLine]:
    if not text:
        return []
    shape = shape_of(style, align="centre" if centred else "left", hyphen="")
    return block([Run(text, style.heading_face)], shape, space=0.0 if under else max(style.paragraph_space, _gap(style, 0.8)), keep=2)


def _hanging_number(number: str, heading: str, style: Style) -> list[PrintLine]:
    lines = block(
        [Run(heading, style.heading_face)],
        shape_of(style, align="left", left=24.0, hyphen=""),
        space=max(style.paragraph_space, _gap(style, 0.8)),
        keep=2,
    )
    mark = Piece(0.0, number, FACES[style.family]["b"], style.size)
    return [replace(lines[0], pieces=(mark, *lines[0].pieces)), *lines[1:]]


def _with_footnote(lines: list[PrintLine], note: str, style: Style) -> list[PrintLine]:
    """A raised mark after the last word of the article's last line, and the note that it calls."""
    last = lines[-1].pieces[-1]
    end = last.x + width_of(last.text, last.font, last.size) + last.word_space * last.text.count(" ")
    mark = Piece(end, "{mark}", last.font, last.size * 0.62, last.size * 0.33)
    return [*lines[:-1], replace(lines[-1], pieces=(*lines[-1].pieces, mark), footnotes=(note,))]
