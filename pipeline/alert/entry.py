"""One finding in words: where it stands, what it says, why it is grave, what is missing, what to check."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.alert.citation import cite
from pipeline.alert.quotation import Piece, excerpt, quote, shorten
from pipeline.alert.wording import fact_kind, measure, name_of, one_line, spoken
from pipeline.analysis import Analysis
from pipeline.finding import Fact, Finding, Safeguard
from pipeline.provision import Amendment, Provision
from pipeline.span import Box, Span
from pipeline.taxonomy import LabelType, Norm, Polarity, Severity, Taxonomy

TO_BE_CHECKED = "pinpoint to be checked"
ACTIONS = {"insert": "inserts into", "substitute": "replaces in", "repeal": "repeals in", "amend": "amends"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A safeguard that was found: its kind, its words, the provision that holds it and its page."""

    name: str
    words: str
    citation: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact: its kind, its value with unit ("" where it is only named), and the words that state it."""

    kind: str
    measure: str
    words: str


@dataclass(frozen=True, slots=True)
class Standard:
    """An instrument as it may be printed: its pinpoints, or, where none is `checked`, that they are to be checked."""

    instrument: str
    pinpoint: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as set in every form. `quotation` is shortened, `whole` is not; `boxes` are those of the evidence."""

    number: int
    finding: Finding
    family: str
    family_name: str
    name: str
    does: str
    citation: str
    heading: str
    parents: tuple[str, ...]
    amends: str
    page: int | None
    boxes: tuple[Box, ...]
    quotation: tuple[Piece, ...]
    whole: tuple[Piece, ...]
    reasons: tuple[str, ...]
    attributes: tuple[str, ...]
    facts: tuple[Stated, ...]
    missing: tuple[str, ...]
    kept: tuple[Kept, ...]
    norms: tuple[Standard, ...]
    questions: tuple[str, ...]

    @property
    def severity(self) -> Severity:
        """As the machine gave it."""
        return self.finding.severity

    @property
    def restricts(self) -> bool:
        """Whether the finding is restrictive."""
        return self.finding.polarity is Polarity.RESTRICTIVE

    @property
    def confidence(self) -> int:
        """The calibrated probability in per cent."""
        return round(self.finding.probability * 100)

    @property
    def excerpt(self) -> tuple[Piece, ...]:
        """Its evidence alone, for where its provision is already quoted."""
        return excerpt(self.quotation)

    @property
    def facts_said(self) -> tuple[str, ...]:
        """A line for each kind of fact: "Prison: 2 years (“two years”); 5 years (“five years”)"."""
        kinds: dict[str, list[str]] = {}
        for fact in self.facts:
            kinds.setdefault(fact.kind, []).append(f"{fact.measure} (“{fact.words}”)" if fact.measure else fact.words)
        return tuple(f"{kind}: {'; '.join(said)}" for kind, said in kinds.items())

    @property
    def norms_said(self) -> tuple[str, ...]:
        """The norms with their pinpoints in one line, those whose pinpoint is to be checked in another."""
        seen = "; ".join(f"{norm.instrument}, {norm.pinpoint}" for norm in self.norms if norm.checked)
        unseen = "; ".join(norm.instrument for norm in self.norms if not norm.checked)
        return tuple(line for line in (seen, f"{TO_BE_CHECKED.capitalize()}: {unseen}" if unseen else "") if line)

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages on which its evidence stands, in order."""
        return tuple(sorted({box.page for box in self.boxes}))


class Reader:
    """Looks up in the analysis and the taxonomy what an entry says."""

    def __init__(self, analysis: Analysis, taxonomy: Taxonomy | None) -> None:
        self._analysis = analysis
        self._taxonomy = taxonomy
        self._by_eid = {p.eid: p for p in analysis.law.provisions}

    def entry(self, number: int, finding: Finding) -> Entry:
        """The finding in words, with its number in the alert."""
        provision, label = finding.provision, self._label(finding.label)
        whole = quote(self._analysis, finding)
        return Entry(
            number=number,
            finding=finding,
            family=finding.label.partition(".")[0],
            family_name=name_of(finding.label.partition(".")[0], self._taxonomy.families if self._taxonomy else ()),
            name=one_line(label.name) if label else spoken(finding.label.partition(".")[2]),
            does=one_line(label.does) if label and finding.polarity is Polarity.RESTRICTIVE else "",
            citation=cite(self._analysis.law, provision),
            heading=one_line(provision.heading or self._heading(provision)),
            parents=tuple(one_line(parent) for parent in provision.parents),
            amends=_amends(provision.amends),
            page=self.page_of(_shown(finding)),
            boxes=self._boxes(finding),
            quotation=shorten(whole),
            whole=whole,
            reasons=tuple(one_line(reason) for reason in finding.reasons),
            attributes=tuple(
                dict.fromkeys(name_of(a.kind, self._taxonomy.attributes if self._taxonomy else ()) for a in finding.attributes)
            ),
            facts=tuple(dict.fromkeys(_stated(fact) for fact in finding.facts)),
            missing=tuple(dict.fromkeys(self._safeguard(s.kind) for s in finding.safeguards if not s.present and s.kind != "other")),
            kept=tuple(dict.fromkeys(self._kept(s) for s in finding.safeguards if s.present)),
            norms=_standards(finding.norms),
            questions=tuple(one_line(q) for q in label.questions) if label and finding.polarity is Polarity.RESTRICTIVE else (),
        )

    def page_of(self, span: Span) -> int | None:
        """The page on which a span begins; None without pages."""
        boxes = self._analysis.document.boxes(span)
        return boxes[0].page if boxes else self._analysis.document.places.page_at(span.start)

    def _boxes(self, finding: Finding) -> tuple[Box, ...]:
        spans = finding.evidence or (finding.provision.span,)
        return tuple(dict.fromkeys(box for span in spans for box in self._analysis.document.boxes(span)))

    def _label(self, label: str) -> LabelType | None:
        return next((entry for entry in self._taxonomy.labels if entry.label == label), None) if self._taxonomy else None

    def _heading(self, provision: Provision) -> str:
        article = self._by_eid.get(provision.article)
        return article.heading if article else ""

    def _safeguard(self, kind: str) -> str:
        return name_of(kind, self._taxonomy.safeguards if self._taxonomy else ())

    def _kept(self, safeguard: Safeguard) -> Kept:
        holder, span = self._by_eid.get(safeguard.eid), safeguard.span
        return Kept(
            self._safeguard(safeguard.kind),
            one_line(self._analysis.text_of(span)) if span else "",
            cite(self._analysis.law, holder) if holder else "",
            self.page_of(span) if span else None,
        )


def _shown(finding: Finding) -> Span:
    return min(finding.evidence, default=finding.provision.span)


def _stated(fact: Fact) -> Stated:
    return Stated(fact_kind(fact), measure(fact), one_line(fact.text))


def _standards(norms: tuple[Norm, ...]) -> tuple[Standard, ...]:
    """Each instrument once with the pinpoints that may be printed, those with one first."""
    pinpoints: dict[str, list[str]] = {}
    for norm in norms:
        named = pinpoints.setdefault(one_line(norm.instrument), [])
        if (pinpoint := norm.printed_pinpoint) and one_line(pinpoint) not in named:
            named.append(one_line(pinpoint))
    rows = (Standard(instrument, "; ".join(named) or TO_BE_CHECKED, bool(named)) for instrument, named in pinpoints.items())
    return tuple(sorted(rows, key=lambda row: not row.checked))


def _amends(amendment: Amendment | None) -> str:
    """What an amending clause does: "inserts into the Societies Act, section 12"."""
    if amendment is None:
        return ""
    where = ", ".join(one_line(part) for part in (amendment.law, amendment.target) if part.strip())
    return f"{ACTIONS.get(amendment.action, one_line(amendment.action))} {where or 'another law'}"
