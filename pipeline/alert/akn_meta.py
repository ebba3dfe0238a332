"""The metadata of an Akoma Ntoso alert: which text this is, and what a machine found in it."""

from __future__ import annotations

import re

from lxml import etree

from pipeline.alert.akn_element import child, ours
from pipeline.alert.wording import clean, one_line
from pipeline.analysis import Analysis
from pipeline.finding import Finding
from pipeline.span import Span

SOURCE = "#clausewatch"
NO_COUNTRY = "zz"
"""A code that no country has: a text does not always say whose law it is, and to guess would be to misname it."""
NO_DATE = "0001-01-01"
LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "pt": "por", "ar": "ara", "ru": "rus", "sw": "swa"}
# A year of our age that stands alone, as titles of laws carry it; not a part of a longer number.
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")


def set_meta(parent: etree._Element, analysis: Analysis, kind: str) -> None:
    """Fills `meta`, in the order that the schema prescribes."""
    meta = child(parent, "meta")
    _identification(child(meta, "identification", source=SOURCE), analysis, kind)
    if analysis.findings:
        found = child(child(meta, "analysis", source=SOURCE), "otherAnalysis", source=SOURCE)
        for finding in analysis.findings:
            _finding(found, analysis, finding)
    references = child(meta, "references", source=SOURCE)
    child(references, "TLCOrganization", eId="clausewatch", href="/akn/ontology/organization/clausewatch", showAs="clausewatch")
    _result(child(meta, "proprietary", source=SOURCE), analysis)


def _identification(parent: etree._Element, analysis: Analysis, kind: str) -> None:
    title = one_line(analysis.law.title or analysis.document.title or analysis.document.name)
    year = next((m[0] for m in reversed(list(_YEAR.finditer(title)))), "")
    date = {"date": f"{year}-01-01" if year else NO_DATE, "name": "year of the title" if year else "unknown"}
    language = LANGUAGES.get(analysis.document.language, "und")
    work = f"/akn/{NO_COUNTRY}/{kind}/{year or NO_DATE}/{analysis.document.sha256[:12]}-{analysis.law.span.start}"
    expression = f"{work}/{language}@"
    _level(child(parent, "FRBRWork"), work, "!main", date, (("FRBRcountry", "value", NO_COUNTRY), ("FRBRname", "value", title)))
    _level(child(parent, "FRBRExpression"), expression, "!main", date, (("FRBRlanguage", "language", language),))
    _level(child(parent, "FRBRManifestation"), expression, "!main.xml", date, (("FRBRformat", "value", "application/akn+xml"),))


def _level(parent: etree._Element, uri: str, part: str, date: dict[str, str], own: tuple[tuple[str, str, str], ...]) -> None:
    """What work, expression and manifestation have in common, and what each has of its own."""
    child(parent, "FRBRthis", value=f"{uri}/{part}")
    child(parent, "FRBRuri", value=uri)
    child(parent, "FRBRdate", **date)
    child(parent, "FRBRauthor", href=SOURCE)
    for name, attribute, value in own:
        child(parent, name, **{attribute: value})


def _result(parent: etree._Element, analysis: Analysis) -> None:
    document = analysis.document
    ours(parent, "document", name=document.name, sha256=document.sha256, pages=str(len(document.pages)), status=analysis.status)
    ours(parent, "judged", model=analysis.model_id, taxonomy=analysis.taxonomy_version)
    if analysis.severity:
        ours(parent, "severity", analysis.severity.value)
    for problem in analysis.problems:
        page = {"page": str(problem.page)} if problem.page else {}
        made = ours(parent, "problem", code=problem.code, **page)
        ours(made, "detail", problem.detail)
        ours(made, "remedy", problem.remedy)


def _finding(parent: etree._Element, analysis: Analysis, finding: Finding) -> None:
    """The finding points at its provision; its evidence is quoted, since the text is reflowed here."""
    made = ours(
        parent,
        "finding",
        href=f"#{finding.provision.eid}",
        label=finding.label,
        polarity=finding.polarity.value,
        severity=finding.severity.value,
        probability=f"{finding.probability:.4f}",
    )

    def words(span: Span) -> str:
        return one_line(clean(analysis.text_of(span)))

    for reason in finding.reasons:
        ours(made, "reason", one_line(reason))
    for span in finding.evidence:
        ours(made, "evidence", words(span))
    for attribute in finding.attributes:
        ours(made, "attribute", words(attribute.span), kind=attribute.kind)
    for fact in finding.facts:
        ours(made, "fact", one_line(fact.text), kind=fact.kind, value=f"{fact.value:.15g}", unit=fact.unit)
    for guard in finding.safeguards:
        where = {"href": f"#{guard.eid}"} if guard.eid else {}
        ours(made, "safeguard", words(guard.span) if guard.span else "", kind=guard.kind, present=str(guard.present).lower(), **where)
    for norm in finding.norms:
        pinpoint = {"pinpoint": norm.printed_pinpoint} if norm.printed_pinpoint else {}
        ours(made, "norm", one_line(norm.instrument), ref=norm.id, status=norm.status, **pinpoint)
