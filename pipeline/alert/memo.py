"""The alert as a Word memo: a summary table first, then finding by finding."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Final

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Row

from pipeline.alert.briefing import DRAFT, LIMITS, Briefing, brief
from pipeline.alert.entry import Entry
from pipeline.alert.memo_finding import add_finding
from pipeline.alert.memo_style import INKS, TEXT_WIDTH, dress, field, light_lines, rule_under, set_widths, shade
from pipeline.alert.wording import shortened
from pipeline.analysis import Analysis
from pipeline.taxonomy import Taxonomy

EPOCH: Final = datetime.datetime(2000, 1, 1)
COLUMNS: Final = (("No.", 1.2), ("Provision", 6.1), ("Page", 1.3), ("What restricts", 5.1), ("Severity", 2.1))
"""Headings of the summary table and their widths in centimetres."""


def to_docx(analysis: Analysis, taxonomy: Taxonomy | None = None) -> bytes:
    """The alert as a .docx; the same analysis gives the same bytes."""
    briefing = brief(analysis, taxonomy)
    document = docx.Document()
    dress(document)
    _properties(document, briefing)
    _edges(document, briefing)
    _head(document, briefing)
    _summary(document, briefing)
    _findings(document, briefing)
    _limits(document, briefing)
    target = io.BytesIO()
    document.save(target)
    return _fixed(target.getvalue())


def _properties(document: Document, briefing: Briefing) -> None:
    core = document.core_properties
    core.title, core.author, core.last_modified_by = f"{briefing.title}: civic space alert"[:255], "clausewatch", "clausewatch"
    core.comments, core.subject, core.language = DRAFT, "Civic space alert", "en-GB"
    core.created = core.modified = EPOCH
    core.revision = 1


def _edges(document: Document, briefing: Briefing) -> None:
    section = document.sections[0]
    for part, left in ((section.header, DRAFT), (section.footer, briefing.title[:80])):
        paragraph = part.paragraphs[0]
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(left)
        paragraph.add_run("\t")
        if part is section.footer:
            paragraph.add_run("Page ")
            field(paragraph, "PAGE")
            paragraph.add_run(" of ")
            field(paragraph, "NUMPAGES")
        else:
            paragraph.add_run("clausewatch")


def _head(document: Document, briefing: Briefing) -> None:
    document.add_paragraph("Memorandum", style="Title")
    for name, words in (("To:", ""), ("From:", ""), ("Re:", briefing.title)):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1.8))
        paragraph.add_run(name).bold = True
        paragraph.add_run(f"\t{words}")
    status = document.add_paragraph()
    status.paragraph_format.tab_stops.add_tab_stop(Cm(1.8))
    status.paragraph_format.space_after = Pt(10)
    status.add_run("Status:").bold = True
    status.add_run(f"\t{DRAFT}")
    rule_under(status)
    if briefing.purpose:
        document.add_paragraph().add_run(briefing.purpose).italic = True
    document.add_paragraph(briefing.summary)
    if briefing.problems:
        warning = document.add_paragraph()
        warning.add_run("Partial. ").bold = True
        warning.add_run("Not everything could be read; see “What was not read” below.")


def _summary(document: Document, briefing: Briefing) -> None:
    if not briefing.entries:
        return
    document.add_heading("Summary", 1)
    table = document.add_table(rows=1, cols=len(COLUMNS))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _header_row(table)
    for entry in briefing.entries:
        row = table.add_row()
        where = f"{entry.citation}, {shortened(entry.heading, 70)}" if entry.heading else entry.citation
        what = f"{entry.family_name}: {entry.name}"
        _fill(row, (str(entry.number), where, str(entry.page or "–"), what, entry.severity.value))
        _colour_severity(row, entry)
    for row in table.rows:
        _keep_whole(row)
    set_widths(table, tuple(width for _, width in COLUMNS))
    light_lines(table)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _header_row(table: Table) -> None:
    row = table.rows[0]
    _fill(row, tuple(name for name, _ in COLUMNS))
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(repeat)
    for cell in row.cells:
        shade(cell, "E8ECEF")
        cell.paragraphs[0].runs[0].bold = True


def _fill(row: _Row, texts: tuple[str, ...]) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.space_before = Pt(2)
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.add_run(text).font.size = Pt(9)


def _colour_severity(row: _Row, entry: Entry) -> None:
    run = row.cells[-1].paragraphs[0].runs[0]
    run.bold = True
    run.font.color.rgb = RGBColor.from_string(INKS[entry.severity.value])


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _findings(document: Document, briefing: Briefing) -> None:
    if briefing.entries:
        document.add_heading("What restricts", 1)
    for entry in briefing.entries:
        add_finding(document, entry, briefing.quoted_at(entry))
    if briefing.protecting:
        document.add_heading("What protects", 1)
        document.add_paragraph("Provisions that protect or widen a freedom, and are worth keeping.")
    for entry in briefing.protecting:
        add_finding(document, entry, briefing.quoted_at(entry))


def _limits(document: Document, briefing: Briefing) -> None:
    if briefing.problems:
        document.add_heading("What was not read", 1)
    for problem in briefing.problems:
        where = f"Page {problem.page}. " if problem.page else ""
        document.add_paragraph(f"{where}{problem.detail} {problem.remedy}", style="List Bullet")
    document.add_heading("What was read, and how far to trust it", 1)
    for limit in LIMITS:
        document.add_paragraph(limit, style="List Bullet")
    document.add_paragraph(f"File: {briefing.name}. {briefing.reading}. SHA-256 {briefing.sha256}.", style="Small")
    document.add_paragraph(f"Model {briefing.maker}.", style="Small")


def _fixed(data: bytes) -> bytes:
    """The same package with the time of writing taken out of it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, EPOCH.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(part, source.read(name))
    return target.getvalue()
