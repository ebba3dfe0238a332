"""The alert as a table for a spreadsheet: one row a finding, in the order of the law."""

from __future__ import annotations

import csv
import io

from pipeline.alert.entry import Entry, Kept, Reader, Stated
from pipeline.alert.standards import TO_BE_CHECKED, Standard
from pipeline.alert.wording import clean, one_line, shortened
from pipeline.analysis import Analysis
from pipeline.taxonomy import Taxonomy

COLUMNS = (
    "file", "law", "status", "article", "provision", "eid", "heading", "under", "page", "polarity", "severity", "label", "name",
    "probability", "evidence", "text", "reasons", "attributes", "facts", "safeguards_missing", "safeguards_present", "norms",
)  # fmt: skip
BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for the code page of its country."""
LONGEST_CELL = 32_000
"""A spreadsheet spills what is longer than 32,767 characters into the cells below."""
# What makes a spreadsheet take a cell for a formula, also behind white space.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def to_csv(analysis: Analysis, taxonomy: Taxonomy | None = None, *, first: bool = True) -> str:
    """Comma separated, with CRLF line ends; `first` puts the byte order mark and the heads of the columns before it."""
    target = io.StringIO()
    rows = csv.writer(target, quoting=csv.QUOTE_MINIMAL)
    if first:
        rows.writerow(COLUMNS)
    reader = Reader(analysis, taxonomy)
    for number, finding in enumerate(analysis.findings, 1):
        rows.writerow(_cell(value) for value in _row(analysis, reader.entry(number, finding)))
    return (BYTE_ORDER_MARK if first else "") + target.getvalue()


def _row(analysis: Analysis, entry: Entry) -> tuple[object, ...]:
    finding, provision = entry.finding, entry.finding.provision
    return (
        analysis.document.name,
        analysis.law.title or analysis.document.title,
        analysis.status,
        provision.citation or provision.number,
        entry.citation,
        provision.eid,
        entry.heading,
        " / ".join(entry.parents),
        entry.page,
        finding.polarity.value,
        finding.severity.value,
        finding.label,
        entry.name,
        round(finding.probability, 4),
        " […] ".join(one_line(piece.text) for piece in entry.whole if piece.role == "mark"),
        "".join(piece.text for piece in entry.whole),
        "; ".join(entry.reasons),
        "; ".join(entry.attributes),
        "; ".join(map(_stated, entry.facts)),
        "; ".join(entry.missing),
        "; ".join(map(_kept, entry.kept)),
        "; ".join(map(_standard, entry.norms)),
    )


def _stated(fact: Stated) -> str:
    return f"{fact.kind}: {fact.measure or fact.words}"


def _kept(kept: Kept) -> str:
    return f"{kept.name} ({kept.citation})" if kept.citation else kept.name


def _standard(norm: Standard) -> str:
    return norm.cited if norm.checked else f"{norm.instrument}, {TO_BE_CHECKED}"


def _cell(value: object) -> str | int | float:
    """The value as a spreadsheet may have it: numbers as they are, words that would be a formula behind an apostrophe."""
    if isinstance(value, int | float):
        return value
    words = "" if value is None else shortened(clean(str(value)), LONGEST_CELL)
    return f"'{words}" if words.lstrip().startswith(_FORMULA) or words.startswith(_FORMULA) else words
