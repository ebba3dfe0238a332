"""The alert as a Word memo: a summary table first, then provision by provision."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Final

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

from pipeline.alert.briefing import DRAFT, Briefing, brief
from pipeline.alert.memo_clause import Told, add_clause
from pipeline.alert.memo_style import TEXT_WIDTH, dress, field, rule_under
from pipeline.alert.memo_tables import add_norms, add_protecting, add_summary
from pipeline.alert.standards import short_names
from pipeline.analysis import Analysis
from pipeline.taxonomy import Taxonomy

EPOCH: Final = datetime.datetime(2000, 1, 1)
HOW_SET: Final = (
    "The articles with the gravest findings first. The words that decided are marked; the percentage is the machine's confidence. Norms "
    "stand under short names, which are spelt out at the end; questions stand where a kind of restriction comes first."
)


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
    if briefing.clauses:
        document.add_heading("Summary", 1)
        add_summary(document, briefing)


def _findings(document: Document, briefing: Briefing) -> None:
    names, told = short_names(briefing.instruments), Told()
    if briefing.clauses:
        document.add_heading("What restricts", 1)
        document.add_paragraph(HOW_SET, style="Small")
    for clause in briefing.clauses:
        add_clause(document, clause, names, told)
    if briefing.kept:
        document.add_heading("What protects", 1)
        document.add_paragraph("Provisions that protect or widen a freedom, and are worth keeping.")
        add_protecting(document, briefing.kept, names)
    if names:
        document.add_heading("Norms cited", 1)
        document.add_paragraph("A pinpoint that is to be checked could not be verified yet.", style="Small")
        add_norms(document, names)


def _limits(document: Document, briefing: Briefing) -> None:
    if briefing.problems:
        document.add_heading("What was not read", 1)
    for problem in briefing.problems:
        where = f"Page {problem.page}. " if problem.page else ""
        document.add_paragraph(f"{where}{problem.detail} {problem.remedy}", style="List Bullet")
    document.add_heading("What was read, and how far to trust it", 1)
    for limit in briefing.limits:
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
