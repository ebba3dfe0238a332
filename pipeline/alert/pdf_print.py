"""A law that came without pages, printed by us: its text with evidence marked, a note under each provision with a finding."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, HRFlowable, PageTemplate, Paragraph, Spacer

from pipeline.alert.briefing import DRAFT, Briefing
from pipeline.alert.entry import Entry
from pipeline.alert.pdf_font import FONT, MISSING, register, set_in
from pipeline.alert.pdf_note import body, heading
from pipeline.alert.wording import clean
from pipeline.document import Line
from pipeline.span import Span

INKS = {"critical": "#8c1127", "high": "#9a4a00", "medium": "#6d5a00", "low": "#3c5a70", "protects": "#1d6244"}
GROUNDS = {"critical": "#ffd0d6", "high": "#ffe0bd", "medium": "#fff0ad", "low": "#d5e8f6", "protects": "#cdeeda"}
BODY = ParagraphStyle("body", fontName=FONT, fontSize=9.5, leading=14, spaceAfter=5)
HEADING = ParagraphStyle("heading", BODY, fontName=f"{FONT}-Bold", fontSize=10.5, leading=15, spaceBefore=9, spaceAfter=4, keepWithNext=1)
CENTRED = ParagraphStyle("centred", HEADING, alignment=1)
TITLE = ParagraphStyle("title", HEADING, fontSize=17, leading=22, spaceBefore=0, spaceAfter=8)
SMALL = ParagraphStyle("small", BODY, fontSize=8, leading=11.5, textColor=HexColor("#4b5560"), spaceAfter=3)
NOTE = ParagraphStyle(
    "note", BODY, fontSize=8, leading=11.5, leftIndent=22, rightIndent=6, borderPadding=(4, 6, 4, 6), spaceBefore=3, spaceAfter=9
)
MARGIN = 64.0
LONGEST_HEADING = 160
"""Characters above which a paragraph that begins a headed provision is its text run on, not its heading."""


def print_pdf(briefing: Briefing) -> bytes:
    """The alert's head, then the text of the law with its findings; the same input gives the same bytes."""
    register()
    target = io.BytesIO()
    frame = Frame(MARGIN, MARGIN, A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN, 0, 0, 0, 0)
    document = BaseDocTemplate(target, pagesize=A4, invariant=1, title=briefing.title, author="clausewatch", lang="en")
    document.addPageTemplates([PageTemplate("page", [frame], onPage=_foot)])
    story: list[Flowable] = [*_head(briefing), *_law(briefing), *_end(briefing)]
    document.build(story)
    return target.getvalue()


def _foot(canvas: Canvas, _: BaseDocTemplate) -> None:
    canvas.saveState()
    canvas.setFont(FONT, 7.5)
    canvas.setFillColor(HexColor("#4b5560"))
    canvas.drawString(MARGIN, 38, f"clausewatch · {DRAFT}")
    canvas.drawRightString(A4[0] - MARGIN, 38, str(canvas.getPageNumber()))
    canvas.restoreState()


def _head(briefing: Briefing) -> Iterator[Flowable]:
    yield Paragraph(_safe(DRAFT), SMALL)
    yield Paragraph(_safe(briefing.title), TITLE)
    yield Paragraph(_safe(f"{briefing.extent} · {briefing.name}"), SMALL)
    yield Paragraph(_safe(briefing.summary), BODY)
    for problem in briefing.problems:
        yield Paragraph(f"<b>Partial.</b> {_safe(problem.detail)} {_safe(problem.remedy)}", BODY)
    for entry in briefing.entries + briefing.protecting:
        yield Paragraph(f'<link href="#f{entry.number}"><font color="{INKS[_weight(entry)]}">{_safe(heading(entry))}</font></link>', SMALL)
    if any(set_in(char) == MISSING for char in briefing.analysis.text_of(briefing.analysis.law.span)):
        yield Paragraph(f"Letters that this print cannot show stand as {MISSING}; the web page form shows them.", SMALL)
    yield Spacer(1, 8)
    yield HRFlowable(width="100%", thickness=0.6, color=HexColor("#8b9299"), spaceAfter=12)


def _law(briefing: Briefing) -> Iterator[Flowable]:
    """The lines of the law, each note after the last line of its provision."""
    waiting = sorted(briefing.entries + briefing.protecting, key=lambda e: (e.finding.provision.span.end, e.number))
    for line in briefing.analysis.document.lines:
        if not briefing.analysis.law.span.overlaps(line.span):
            continue
        yield Paragraph(_marked(briefing, line.span), _style(briefing, line))
        while waiting and waiting[0].finding.provision.span.end <= line.span.end:
            yield _note(waiting.pop(0))
    yield from map(_note, waiting)


def _style(briefing: Briefing, line: Line) -> ParagraphStyle:
    if line.level or line.bold or any(p.span.start == line.span.start and p.heading for p in briefing.analysis.law.provisions):
        return CENTRED if line.centred else HEADING
    return BODY


def _marked(briefing: Briefing, line: Span) -> str:
    """The line as markup, its evidence on a coloured ground and the finding's number after it."""
    text, parts, at = briefing.analysis.document.text, [], line.start
    for span, entry in sorted(
        ((s, e) for e in briefing.entries + briefing.protecting for s in e.finding.evidence), key=lambda pair: pair[0]
    ):
        start, end = max(span.start, at), min(span.end, line.end)
        if start >= end:
            continue
        parts.append(_safe(text[at:start]))
        number = f'<super size="6.5"> {entry.number}</super>' if end == span.end else ""
        parts.append(f'<font backColor="{GROUNDS[_weight(entry)]}">{_safe(text[start:end])}</font>{number}')
        at = end
    parts.append(_safe(text[at : line.end]))
    return "".join(parts)


def _note(entry: Entry) -> Paragraph:
    colour = INKS[_weight(entry)]
    style = ParagraphStyle(f"note-{_weight(entry)}", NOTE, backColor=HexColor("#f7f5f0"))
    lines = "<br/>".join(map(_safe, body(entry)))
    return Paragraph(f'<a name="f{entry.number}"/><font color="{colour}"><b>{_safe(heading(entry))}</b></font><br/>{lines}', style)


def _end(briefing: Briefing) -> Iterator[Flowable]:
    yield HRFlowable(width="100%", thickness=0.6, color=HexColor("#8b9299"), spaceBefore=12, spaceAfter=8)
    for limit in briefing.limits:
        yield Paragraph(_safe(limit), SMALL)


def _weight(entry: Entry) -> str:
    return entry.severity.value if entry.restricts else "protects"


def _safe(text: str) -> str:
    return escape(set_in(clean(text)))
