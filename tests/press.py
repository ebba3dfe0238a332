"""An invented bill printed on pages by a small press of our own, so that the tests know where every word of it stands."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.document import Document, Line, Page, Places
from pipeline.errors import Problem
from pipeline.provision import Law, Matter, Passage, Provision
from pipeline.span import Box, Span

WIDTH, HEIGHT, MARGIN, SIZE = 595.0, 842.0, 72.0, 11.0
FONT = "Times-Roman"
TITLE = "Community Organisations Bill, 2031"
SHA = "5e" * 32

UNREADABLE = Problem(
    "no_text_layer", 3, "Page 3 is a picture without a text layer.", "Run the file through a text recognition program and scan again."
)


class Row(NamedTuple):
    """A unit of the bill as printed; `eid` tells where it stands."""

    eid: str
    kind: str
    number: str
    heading: str
    text: str = ""


FRONT = (
    (Matter.COVER, "REPUBLIC OF MERIDIA"),
    (
        Matter.LONG_TITLE,
        "A Bill to provide for the registration and oversight of community organisations and for matters connected with them.",
    ),
    (Matter.ENACTING, "MADE by the Assembly of Meridia as follows—"),
)
UNITS = (
    Row("part_1", "part", "I", "PRELIMINARY"),
    Row("part_1__sec_1", "section", "1", "Short title", "This Act may be cited as the Community Organisations Act, 2031."),
    Row("part_1__sec_2", "section", "2", "Interpretation", "In this Act “Registrar” means the officer appointed under section 8."),
    Row("part_2", "part", "II", "REGISTRATION"),
    Row("part_2__sec_3", "section", "3", "Registration required"),
    Row(
        "part_2__sec_3__subsec_1", "subsection", "(1)", "",
        "No group of five or more persons shall carry on any activity unless it is registered under this Act.",
    ),
    Row(
        "part_2__sec_3__subsec_2", "subsection", "(2)", "",
        "A person who takes part in a meeting of a group that is not registered commits an offence and is liable to imprisonment"
        " for a term of up to two years, or to a fine of 5,000 euros.",
    ),
    Row("part_2__sec_4", "section", "4", "Decision on an application"),
    Row(
        "part_2__sec_4__subsec_1", "subsection", "(1)", "",
        "The Registrar may refuse an application where in his opinion the objects of the group are undesirable.",
    ),
    Row("part_2__sec_4__subsec_2", "subsection", "(2)", "", "The Registrar shall give written reasons within thirty days."),
    Row("part_2__sec_4__subsec_3", "subsection", "(3)", "", "A person who is refused may appeal to the High Court within sixty days."),
    Row("part_3", "part", "III", "RESOURCES AND OVERSIGHT"),
    Row(
        "part_3__sec_5", "section", "5A", "Money from abroad",
        "A registered group shall not receive money from outside Meridia without the prior approval in writing of the Minister.",
    ),
    Row(
        "part_3__sec_6", "section", "6", "Inspection",
        "An authorised officer may at any time enter the premises of a group and take away any book, document or device.",
    ),
    Row("part_3__sec_7", "section", "7", "Meetings", "No permission is required for a peaceful meeting in a public place."),
)  # fmt: skip
NEW_PAGE = "part_3"


@dataclass
class Press:
    """Sets words on pages and keeps where each of them stands."""

    text: str = ""
    page: int = 1
    top: float = MARGIN

    def __post_init__(self) -> None:
        self.lines: list[Line] = []
        self.places = Places()

    def turn(self) -> None:
        """Goes to the top of the next page."""
        self.page, self.top = self.page + 1, MARGIN

    def put(self, words: str, *, indent: float = 0.0, bold: bool = False, centred: bool = False) -> Span:
        """Prints a paragraph and gives its span."""
        start = len(self.text)
        for row in _wrapped(words, WIDTH - 2 * MARGIN - indent):
            x0 = (WIDTH - stringWidth(row, FONT, SIZE)) / 2 if centred else MARGIN + indent
            self._set(row, x0, indent=indent, bold=bold, centred=centred)
            self.text += " "
            self.top += 15
        self.text = self.text[:-1] + "\n"
        self.top += 6
        return Span(start, len(self.text) - 1)

    def _set(self, row: str, x0: float, *, indent: float, bold: bool, centred: bool) -> None:
        start, x, bottom = len(self.text), x0, self.top + SIZE * 1.15
        for word in row.split(" "):
            at = len(self.text) + (0 if x == x0 else 1)
            self.text += word if x == x0 else f" {word}"
            end = x + stringWidth(word, FONT, SIZE)
            self.places.append(Span(at, at + len(word)), self.page, x, self.top, end, bottom)
            x = end + stringWidth(" ", FONT, SIZE)
        self.lines.append(
            Line(Span(start, len(self.text)), self.page, x0, self.top, x, bottom, indent, size=SIZE, bold=bold, centred=centred)
        )


def _wrapped(words: str, width: float) -> list[str]:
    rows = [""]
    for word in words.split(" "):
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and stringWidth(longer, FONT, SIZE) > width:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


def _print() -> tuple[Press, tuple[Passage, ...], tuple[tuple[Row, Span], ...]]:
    press, units = Press(), []
    front = tuple(Passage(matter, press.put(words, centred=matter is Matter.COVER)) for matter, words in FRONT)
    for row in UNITS:
        if row.eid == NEW_PAGE:
            press.turn()
        above = row.kind == "part"
        name = f"PART {row.number} — {row.heading}" if above else f"{row.number}. {row.heading}"
        spans = [] if row.kind == "subsection" else [press.put(name, bold=True, centred=above)]
        if row.text:
            words = f"{row.number} {row.text}" if row.kind == "subsection" else row.text
            spans.append(press.put(words, indent=18.0))
        units.append((row, Span(spans[0].start, spans[-1].end)))
    return press, front, tuple(units)


def _provision(row: Row, span: Span, units: tuple[tuple[Row, Span], ...]) -> Provision:
    end = max(s.end for r, s in units if r.eid == row.eid or r.eid.startswith(f"{row.eid}__"))
    part, _, rest = row.eid.partition("__")
    article = "__".join(row.eid.split("__")[:2]) if rest else ""
    over = next(r for r, _ in units if r.eid == part)
    return Provision(
        row.eid,
        row.kind,
        row.number,
        row.heading,
        Span(span.start, end),
        parents=(f"Part {over.number} {over.heading}",) if rest else (),
        article=article,
        citation=next((r.number for r, _ in units if r.eid == article), ""),
        judged=bool(row.text),
        above=row.eid.rpartition("__")[0],
    )


def _blank(number: int) -> Page:
    return Page(number, WIDTH, HEIGHT, Box(number, 0.0, 0.0, WIDTH, HEIGHT))


def printed_law() -> tuple[Document, Law]:
    """The bill as laid out and segmented; its third page could not be read."""
    press, front, units = _print()
    document = Document(
        SHA, "bill.pdf", "pdf", TITLE, "en", press.text, tuple(press.lines), tuple(map(_blank, (1, 2, 3))), press.places, (UNREADABLE,)
    )
    provisions = tuple(_provision(row, span, units) for row, span in units)
    return document, Law(TITLE, "bill", Span(0, len(press.text)), provisions, front)


def pdf_of(document: Document) -> bytes:
    """The document printed: every word in its box."""
    target, places = io.BytesIO(), document.places
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=True)
    for page in document.pages:
        canvas.setFont(FONT, SIZE)
        for i, at in enumerate(places.pages):
            if at == page.number:
                canvas.drawString(places.x0s[i], HEIGHT - places.bottoms[i] + SIZE * 0.25, document.text[places.starts[i] : places.ends[i]])
        canvas.showPage()
    canvas.save()
    return target.getvalue()
