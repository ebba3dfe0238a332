"""How a printed law looks: everything that a government printer may choose, drawn at random from a seed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

ONE_COLUMN, GAZETTE, BILL = "one column", "two-column gazette", "line-numbered bill"
LAYOUTS = (ONE_COLUMN, GAZETTE, BILL)

A4, LETTER, LEGAL, GAZETTE_PAGE, CROWN = (595.3, 841.9), (612.0, 792.0), (612.0, 1008.0), (580.0, 780.0), (501.7, 708.7)

OWN_LINE = "number and heading on a line of their own"
RUN_IN = "number, heading and text run on"
ABOVE_CENTRED = "heading centred above the number"
ABOVE_LEFT = "heading at the left above the number"
ARTICLE_CENTRED = "the word Article and the number centred, heading below"
ARTICLE_LINE = "the word Article, number and heading on a line"
SECTION_LINE = "the word Section, number and heading on a line"
MARGINAL = "heading as a marginal note"
HANGING = "number hanging at the left without a full stop, heading bold, text indented"
PLACES = (OWN_LINE, RUN_IN, ABOVE_CENTRED, ABOVE_LEFT, ARTICLE_CENTRED, ARTICLE_LINE, SECTION_LINE, MARGINAL, HANGING)
NAMED = (ARTICLE_CENTRED, ARTICLE_LINE, SECTION_LINE)
"""Places where a word stands before the number, so that no figure alone opens the article."""


@dataclass(frozen=True)
class Style:
    """One printer's choices; lengths in points."""

    layout: str
    page: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float
    family: str
    size: float
    leading: float
    justify: bool
    hyphenate: bool
    soft_hyphen: bool
    word_by_word: bool
    place: str
    number_tail: str
    heading_face: str
    number_face: str
    first_indent: float
    level_indent: float
    hanging_levels: bool
    paragraph_space: float
    part_face: str
    part_on_one_line: bool
    page_number: str
    page_number_form: str
    running_head: str
    head_rule: bool
    roman_front: bool
    line_numbers: str
    line_number_side: str
    lines_per_page: int
    note_side: str
    note_size: float
    contents: str
    cover: bool
    footnotes: bool
    signature: bool
    schedule: bool
    objects: bool
    gutter: float
    column_rule: bool

    @property
    def column_width(self) -> float:
        """The width of a line of text."""
        across = self.page[0] - self.left - self.right
        return (across - self.gutter) / 2 if self.layout == GAZETTE else across


def draw_style(layout: str, seed: int, *, headings: bool = True) -> Style:
    """The style that a seed gives; a law without headings gets no place that only a heading would mark."""
    dice = Random(f"{layout}/{seed}")
    place = _place(dice, layout, headings)
    size = dice.choice((8.5, 9, 9.5, 10) if layout == GAZETTE else (10, 10.5, 11, 11.5, 12))
    page = dice.choice((A4, GAZETTE_PAGE, LETTER) if layout == GAZETTE else (A4, A4, LETTER, LEGAL, CROWN))
    noted = place == MARGINAL or layout == BILL
    note_side = dice.choice(("left", "right", "outer", "outer"))
    number_side = _number_side(dice, note_side, marginal=place == MARGINAL)
    left, right = _margins(dice, layout, noted=noted and page is not CROWN)
    per_page = dice.choice((28, 30, 30, 32)) if layout == BILL else 0
    line_numbers = dice.choice(("each", "fifth")) if layout == BILL else ""
    top, bottom = dice.uniform(62, 84), dice.uniform(58, 80)
    leading = size * dice.uniform(1.12, 1.35)
    if line_numbers == "each":
        leading = (page[1] - top - bottom) / per_page
    family = _family(dice)
    if family in ("Courier", "Vera"):
        size = min(size, 10.0)
    indents = dice.random() < 0.6
    return Style(
        layout=layout,
        page=page,
        left=left,
        right=right,
        top=top,
        bottom=bottom,
        family=family,
        size=size,
        leading=leading,
        justify=dice.random() < 0.7,
        hyphenate=dice.random() < (0.8 if layout == GAZETTE else 0.45),
        soft_hyphen=dice.random() < 0.2,
        word_by_word=dice.random() < 0.5 or family == "Vera",
        place=place,
        number_tail="" if place == HANGING else dice.choice((".", ".", ".", ".", ".—", ".-") if place == MARGINAL else (".",)),
        heading_face=dice.choice(("i", "b", "")) if place == ABOVE_CENTRED else dice.choice(("b", "b", "b", "bi")),
        number_face=dice.choice(("b", "b", "")),
        first_indent=dice.uniform(9, 24) if indents else 0.0,
        level_indent=dice.choice((0, 9, 14, 18)) if layout == GAZETTE else dice.choice((0, 14, 22, 30)),
        hanging_levels=dice.random() < 0.5,
        paragraph_space=0.0 if indents or line_numbers == "each" else leading * dice.choice((0.3, 0.5, 1.0)),
        part_face=dice.choice(("b", "", "b")),
        part_on_one_line=dice.random() < 0.4,
        page_number=dice.choice(("top", "bottom", "alternating", "bottom")),
        page_number_form=dice.choice(("{}", "{}", "- {} -", "Page {}", "C {}", "[{}]")),
        running_head=dice.choice(("title", "odd and even", "odd and even", "none" if layout == ONE_COLUMN else "title")),
        head_rule=dice.random() < 0.4,
        roman_front=dice.random() < 0.5,
        line_numbers=line_numbers,
        line_number_side=number_side,
        lines_per_page=per_page,
        note_side=note_side,
        note_size=size * dice.uniform(0.66, 0.8),
        contents=_contents(dice, layout) if headings else "",
        cover=dice.random() < (0.8 if layout == BILL else 0.3) and layout != GAZETTE,
        footnotes=dice.random() < 0.25 and layout != BILL,
        signature=dice.random() < 0.5,
        schedule=dice.random() < 0.35,
        objects=layout == BILL and dice.random() < 0.4,
        gutter=dice.uniform(14, 26),
        column_rule=dice.random() < 0.5,
    )


def _place(dice: Random, layout: str, headings: bool) -> str:
    if not headings:
        return dice.choice((OWN_LINE, ARTICLE_CENTRED, ARTICLE_LINE))
    if layout == GAZETTE:  # no room for notes beside two columns
        return dice.choice([p for p in PLACES if p != MARGINAL])
    return dice.choice((*PLACES, MARGINAL, MARGINAL) if layout == BILL else PLACES)


def _number_side(dice: Random, note_side: str, *, marginal: bool) -> str:
    """Line numbers stand in the margin that the notes leave free."""
    if not marginal:
        return dice.choice(("left", "left", "right"))
    return {"left": "right", "right": "left", "outer": "inner"}[note_side]


def _margins(dice: Random, layout: str, *, noted: bool) -> tuple[float, float]:
    if layout == GAZETTE:
        side = dice.uniform(36, 56)
        return side, side
    if noted:
        side = dice.uniform(96, 112)
        return side, side
    return dice.uniform(60, 96), dice.uniform(60, 96)


def _family(dice: Random) -> str:
    return dice.choices(("Times", "Helvetica", "Courier", "Vera"), weights=(6, 3, 1, 2))[0]


def _contents(dice: Random, layout: str) -> str:
    """`leaders` (dots and a page), `pages` (a page without dots), `plain` (no page) or none."""
    if layout == BILL:
        return dice.choice(("leaders", "pages", "plain", "leaders"))
    return dice.choice(("", "", "leaders", "plain"))
