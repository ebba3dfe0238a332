"""The alert as one standalone web page: no network, nothing outside the file, all text escaped."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from pipeline.alert.briefing import DRAFT, Briefing, brief
from pipeline.alert.html_chart import chart
from pipeline.alert.html_sheets import sheets
from pipeline.alert.wording import spoken
from pipeline.analysis import Analysis
from pipeline.picture import PagePicture
from pipeline.taxonomy import Severity, Taxonomy

NO_PICTURES: Mapping[int, PagePicture] = {}


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to tick in the filter: what it selects and how many provisions have it."""

    value: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A group of choices over one property of the findings."""

    name: str
    legend: str
    choices: tuple[Choice, ...]


def to_html(analysis: Analysis, pictures: Mapping[int, PagePicture] = NO_PICTURES, taxonomy: Taxonomy | None = None) -> bytes:
    """The alert as a page in UTF-8. `pictures` are by page number; a page without one is told in words only."""
    briefing = brief(analysis, taxonomy)
    style, script = _static("alert.css"), _static("alert.js")
    shown = sheets(briefing, pictures)
    page = _environment().get_template("alert.html")
    text = page.render(
        b=briefing,
        draft=DRAFT,
        limits=briefing.limits,
        chart=chart(briefing),
        sheets=shown,
        pictured={sheet.page for sheet in shown},
        filters=_filters(briefing),
        severities=sorted(Severity, key=lambda s: -s.rank),
        style=Markup(style),  # noqa: S704 - our own file, packaged with the code
        script=Markup(script),  # noqa: S704 - our own file, packaged with the code
        policy=_policy(style, script),
    )
    return text.encode("utf-8")


def _environment() -> Environment:
    return Environment(loader=FunctionLoader(_static), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _static(name: str) -> str:
    return resources.files("pipeline.alert").joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """A content security policy under which only our own style and script, known by their hashes, and inline pictures load."""
    return (
        f"default-src 'none'; img-src data:; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'; connect-src 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _filters(briefing: Briefing) -> tuple[Filter, ...]:
    """Each choice with the number of provisions that have a finding of it."""
    clauses = briefing.clauses + briefing.kept
    families = Counter(pair for c in clauses for pair in {(e.family, e.family_name) for e in c.entries})
    graveness = Counter(severity for c in briefing.clauses for severity in {e.severity for e in c.entries if e.restricts})
    effects = (
        Choice("restrictive", "Restricts", len(briefing.clauses)),
        Choice("enabling", "Protects", len({entry.number for entry in briefing.protecting})),
    )
    severities = (Choice(s.value, spoken(s.value), graveness[s]) for s in sorted(Severity, key=lambda s: -s.rank))
    return (
        Filter("polarity", "Effect", tuple(choice for choice in effects if choice.number)),
        Filter("severity", "Severity", tuple(choice for choice in severities if choice.number)),
        Filter("family", "Family", tuple(Choice(family, name, number) for (family, name), number in sorted(families.items()))),
    )
