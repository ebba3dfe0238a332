"""An analysis set in the records of the contract."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from math import isfinite

from pipeline.alert.harmless import harmless
from pipeline.alert.wire import (
    SCHEMA_VERSION,
    WireAmendment,
    WireAttribute,
    WireBox,
    WireDocument,
    WireEvidence,
    WireFact,
    WireFinding,
    WireLaw,
    WireNorm,
    WireProblem,
    WireProvision,
    WireResult,
    WireSafeguard,
    WireScored,
)
from pipeline.analysis import Analysis, Scored
from pipeline.document import Places
from pipeline.finding import Attribute, Fact, Finding, Safeguard
from pipeline.provision import Provision
from pipeline.span import Box, Span


def wire(analysis: Analysis, *, everything: bool = False) -> WireResult:
    """The result as published; with `everything`, every provision at or below an article and its scores too."""
    return _Setter(analysis).result(everything=everything)


class _Setter:
    """Knows the provisions by eId, so that thousands of look-ups stay cheap."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._document = analysis.document
        self._by_eid = {p.eid: p for p in analysis.law.provisions}
        self._set: dict[str, WireProvision] = {}

    def result(self, *, everything: bool) -> WireResult:
        analysis = self._analysis
        return WireResult(
            schema_version=SCHEMA_VERSION,
            status="partial" if analysis.problems else "complete",
            model_id=analysis.model_id,
            taxonomy_version=analysis.taxonomy_version,
            document=self._file(),
            law=self._law(),
            problems=tuple(
                WireProblem(code=p.code, page=p.page, detail=harmless(p.detail), remedy=harmless(p.remedy)) for p in analysis.problems
            ),
            severity=analysis.severity.value if analysis.severity else None,
            findings=tuple(self._finding(f) for f in analysis.findings),
            provisions=tuple(self._scored(s) for s in analysis.scored) if everything else None,
        )

    def _file(self) -> WireDocument:
        document, law = self._document, self._analysis.law
        return WireDocument(
            sha256=document.sha256,
            title=harmless(law.title or document.title),
            name=harmless(document.name),
            pages=len(document.pages),
            language=document.language,
        )

    def _law(self) -> WireLaw:
        law, places = self._analysis.law, self._document.places
        return WireLaw(
            kind=law.kind,
            articles=len(law.articles),
            first_page=places.page_at(law.span.start),
            last_page=_last_page(places, law.span),
        )

    def _finding(self, finding: Finding) -> WireFinding:
        family, _, kind = finding.label.partition(".")
        span = finding.provision.span
        return WireFinding.model_validate(
            {
                "label": finding.label,
                "family": family,
                "type": kind,
                "polarity": finding.polarity.value,
                "probability": round(finding.probability, 4),
                "severity": finding.severity.value,
                "reasons": tuple(map(harmless, finding.reasons)),
                "attributes": tuple(dict.fromkeys(a.kind for a in finding.attributes)),
                "attribute_words": tuple(self._attribute(a, span) for a in finding.attributes),
                "facts": tuple(_fact(f, span) for f in finding.facts if isfinite(f.value)),
                "safeguards": tuple(self._safeguard(s) for s in finding.safeguards),
                "norms": tuple(
                    WireNorm.model_validate({"id": n.id, "instrument": n.instrument, "pinpoint": n.printed_pinpoint, "status": n.status})
                    for n in finding.norms
                ),
                "evidence": tuple(self._evidence(finding.evidence, span)),
                "provision": self._provision(finding.provision),
            }
        )

    def _provision(self, provision: Provision) -> WireProvision:
        """Set once, however many findings it has."""
        if provision.eid not in self._set:
            self._set[provision.eid] = self._new_provision(provision)
        return self._set[provision.eid]

    def _new_provision(self, provision: Provision) -> WireProvision:
        change = provision.amends
        return WireProvision(
            eid=provision.eid,
            article=_cited(provision),
            number=harmless(provision.number),
            heading=self._heading(provision),
            parents=tuple(map(harmless, provision.parents)),
            text=self._words(provision.span),
            page=self._page(provision.span),
            boxes=self._boxes(provision.span),
            quoted=provision.quoted,
            amends=WireAmendment.model_validate({"action": change.action, "law": harmless(change.law), "target": harmless(change.target)})
            if change
            else None,
        )

    def _scored(self, scored: Scored) -> WireScored:
        provision = scored.provision
        return WireScored.model_validate(
            {
                "eid": provision.eid,
                "article": _cited(provision),
                "number": harmless(provision.number),
                "heading": self._heading(provision),
                "text": self._words(provision.span),
                "page": self._page(provision.span),
                "scores": {family: round(score, 4) for family, score in scored.scores},
            }
        )

    def _evidence(self, spans: Iterable[Span], within: Span) -> Iterable[WireEvidence]:
        """The evidence as far as it stands in the provision's own text; offsets point nowhere else."""
        for span in spans:
            start, end = max(span.start, within.start), min(span.end, within.end)
            if start < end:
                inside = Span(start, end)
                at = inside.shift(-within.start)
                yield WireEvidence(start=at.start, end=at.end, text=self._words(inside), boxes=self._boxes(inside))

    def _attribute(self, attribute: Attribute, within: Span) -> WireAttribute:
        start, end = _offsets(attribute.span, within)
        return WireAttribute(kind=attribute.kind, text=self._words(attribute.span), start=start, end=end)

    def _safeguard(self, safeguard: Safeguard) -> WireSafeguard:
        holder, span = self._by_eid.get(safeguard.eid), safeguard.span
        start, end = _offsets(span, holder.span) if holder and span else (None, None)
        return WireSafeguard(
            kind=safeguard.kind,
            present=safeguard.present,
            eid=safeguard.eid or None,
            article=_cited(holder) if holder else None,
            start=start,
            end=end,
            text=self._words(span) if span else None,
        )

    def _heading(self, provision: Provision) -> str:
        """Its own heading, else that of the article that holds it."""
        return harmless(provision.heading or self._by_eid.get(provision.article, provision).heading)

    def _words(self, span: Span) -> str:
        return harmless(self._analysis.text_of(span))

    def _page(self, span: Span) -> int | None:
        return self._document.places.page_at(span.start)

    def _boxes(self, span: Span) -> tuple[WireBox, ...]:
        return tuple(_box(box) for box in self._document.boxes(span))


def _cited(provision: Provision) -> str:
    return harmless(provision.citation or provision.number)


def _fact(fact: Fact, within: Span) -> WireFact:
    start, end = _offsets(fact.span, within)
    value = int(fact.value) if float(fact.value).is_integer() else fact.value
    return WireFact.model_validate(
        {"kind": fact.kind, "value": value, "unit": fact.unit, "text": harmless(fact.text), "start": start, "end": end}
    )


def _last_page(places: Places, span: Span) -> int | None:
    """The page of the last word that begins within the span; that of its beginning where none does."""
    last = bisect_left(places.starts, span.end) - 1
    return places.pages[last] if last >= 0 else places.page_at(span.start)


def _offsets(span: Span, within: Span) -> tuple[int, int] | tuple[None, None]:
    return (span.start - within.start, span.end - within.start) if within.covers(span) else (None, None)


def _box(box: Box) -> WireBox:
    """Hundredths of a point are finer than any eye, and shorter than what a float has to say."""
    return WireBox(page=box.page, x0=round(box.x0, 2), top=round(box.top, 2), x1=round(box.x1, 2), bottom=round(box.bottom, 2))
