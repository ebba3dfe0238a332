"""The tree as provisions: eIds, parents, citations, and which units are judged with which words above them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.provision import Provision
from pipeline.span import Span
from pipeline.structure.eids import Eids
from pipeline.structure.judged import judged_units
from pipeline.structure.unit import Unit


@dataclass(frozen=True, slots=True)
class _Above:
    """What a unit inherits: the unit above, the titles above its article, its article, and the words that govern it."""

    eid: str = ""
    parents: tuple[str, ...] = ()
    article: str = ""
    citation: str = ""
    judged: frozenset[int] = frozenset()
    lead_in: Span | None = None


def flatten(top: Sequence[Unit], text: str) -> tuple[Provision, ...]:
    """All units in the order of the text, a unit before those below it."""
    eids = Eids()
    out: list[Provision] = []
    places: Counter[tuple[str, str]] = Counter()
    stack: list[tuple[Unit, _Above]] = [(unit, _Above()) for unit in reversed(top)]
    while stack:
        unit, above = stack.pop()
        places[(above.eid, unit.kind)] += 1
        eid = eids.give(unit, above.eid, places[(above.eid, unit.kind)])
        if unit.cited:
            above = _cited(unit, eid, above, text)
        out.append(_provision(unit, eid, above, text))
        below = _Above(
            eid,
            above.parents if above.article else (*above.parents, _title(unit)),
            above.article,
            above.citation,
            above.judged,
            above.lead_in,
        )
        stack.extend((child, below) for child in reversed(unit.children))
    return tuple(out)


def _cited(unit: Unit, eid: str, above: _Above, text: str) -> _Above:
    """For an article: itself as the article, and which of its units are judged."""
    judged = frozenset(id(u) for u in judged_units(unit, text))
    return _Above(above.eid, above.parents, eid, unit.within or unit.number, judged, unit.lead_in)


def _provision(unit: Unit, eid: str, above: _Above, text: str) -> Provision:
    judged = id(unit) in above.judged
    return Provision(
        eid=eid,
        kind=unit.kind,
        number=unit.number,
        heading=unit.heading,
        span=Span(unit.start, _trimmed(text, unit.start, unit.end)),
        parents=above.parents,
        article=above.article,
        citation=above.citation,
        lead_in=above.lead_in if judged else None,
        judged=judged,
        amends=unit.amends,
        quoted=unit.quoted,
        above=above.eid,
        quotes=tuple(unit.quotes),
    )


def _title(unit: Unit) -> str:
    return " ".join(part for part in (unit.kind.capitalize(), unit.number, unit.heading) if part)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without the blanks before it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
