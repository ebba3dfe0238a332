"""One finding in words: where it stands, what it says, why it is grave, what is missing, what to check."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.alert.citation import cite
from pipeline.alert.quotation import Piece, quote, shorten
from pipeline.alert.standards import Standard, said, standards
from pipeline.alert.wording import fact_kind, measure, name_of, one_line, spoken
from pipeline.analysis import Analysis
from pipeline.finding import Fact, Finding, Safeguard
from pipeline.provision import Amendment, Provision
from pipeline.span import Box, Span
from pipeline.taxonomy import LabelType, Polarity, Severity, Taxonomy

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


class Told:
    """What one finding and the findings of one provision say alike, in lines."""

    __slots__ = ()
    boxes: tuple[Box, ...]
    facts: tuple[Stated, ...]
    norms: tuple[Standard, ...]

    @property
    def facts_said(self) -> tuple[str, ...]:
        """A line for each kind of fact: "Prison: 2 years (“two years”); 5 years (“five years”)"."""
        kinds: dict[str, list[str]] = {}
        for fact in self.facts:
            kinds.setdefault(fact.kind, []).append(f"{fact.measure} (“{fact.words}”)" if fact.measure else fact.words)
        return tuple(f"{kind}: {'; '.join(words)}" for kind, words in kinds.items())

    @property
    def norms_said(self) -> tuple[str, ...]:
        """The norms with their pinpoints in one line, those whose pinpoint is to be checked in another."""
        return said(self.norms)

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages on which the evidence stands, in order."""
        return tuple(sorted({box.page for box in self.boxes}))


@dataclass(frozen=True, slots=True)
class Entry(Told):
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
    def weight(self) -> str:
        """Its severity, or that it protects."""
        return self.severity.value if self.restricts else "protects"


class Reader:
    """Looks up in the analysis and the taxonomy what an entry says."""

    def __init__(self, analysis: Analysis, taxonomy: Taxonomy | None) -> None:
        self._analysis = analysis
        self._taxonomy = taxonomy
        self._by_eid = {p.eid: p for p in analysis.law.provisions}

    def entry(self, number: int, finding: Finding) -> Entry:
        """The finding in words, with its number in the alert."""
        provision, label = finding.provision, self._label(finding.label)
        whole = quote(self._analysis, provision, finding.evidence)
        return Entry(
            number=number,
            finding=finding,
            family=finding.label.partition(".")[0],
            family_name=name_of(finding.label.partition(".")[0], self._taxonomy.families if self._taxonomy else ()),
            name=one_line(label.name) if label else spoken(finding.label.partition(".")[2]),
            does=one_line(label.does) if label and finding.polarity is Polarity.RESTRICTIVE else "",
            citation=cite(self._analysis.law, provision, self._analysis.document.text),
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
            norms=standards(finding.norms),
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
            cite(self._analysis.law, holder, self._analysis.document.text) if holder else "",
            self.page_of(span) if span else None,
        )


def _shown(finding: Finding) -> Span:
    return min(finding.evidence, default=finding.provision.span)


def _stated(fact: Fact) -> Stated:
    return Stated(fact_kind(fact), measure(fact), one_line(fact.text))


def _amends(amendment: Amendment | None) -> str:
    """What an amending clause does: "inserts into the Societies Act, section 12"."""
    if amendment is None:
        return ""
    where = ", ".join(one_line(part) for part in (amendment.law, amendment.target) if part.strip())
    return f"{ACTIONS.get(amendment.action, one_line(amendment.action))} {where or 'another law'}"
