"""Every unit's probabilities by family, from the judged units that hold it or that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.analysis import Scored
from pipeline.provision import Law, Provision

Scores = tuple[tuple[str, float], ...]


def scored(law: Law, own: Mapping[str, Scores]) -> tuple[Scored, ...]:
    """All units at or below an article. `own` holds the judged units' scores by eId: a unit below one takes its scores, a unit
    above takes each family's highest; a unit with neither has none.
    """
    by_eid = {p.eid: p for p in law.provisions}
    highest: dict[str, dict[str, float]] = {}
    for eid, scores in own.items():
        for above in {*_above(by_eid[eid], by_eid), by_eid[eid].article} - {eid, ""}:
            best = highest.setdefault(above, {})
            best.update({family: max(p, best.get(family, 0.0)) for family, p in scores})
    return tuple(Scored(p, _scores(p, own, highest, by_eid)) for p in law.provisions if p.article)


def _scores(
    provision: Provision, own: Mapping[str, Scores], highest: Mapping[str, Mapping[str, float]], by_eid: Mapping[str, Provision]
) -> Scores:
    if provision.eid in own:
        return own[provision.eid]
    if provision.eid in highest:
        return tuple(highest[provision.eid].items())
    return next((own[eid] for eid in _above(provision, by_eid) if eid in own), ())


def _above(provision: Provision, by_eid: Mapping[str, Provision]) -> Iterator[str]:
    """The units above, nearest first, up to the parts. A broken chain ends it, and so does one that bites its tail."""
    seen = {provision.eid}
    while provision.above in by_eid and provision.above not in seen:
        provision = by_eid[provision.above]
        seen.add(provision.eid)
        if not provision.article:
            return
        yield provision.eid
