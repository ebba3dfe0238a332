"""Akoma Ntoso eIds: element abbreviation and number, joined to the parent's by two underscores, unique in a law."""

from __future__ import annotations

from pipeline.structure.numbers import counted, normal
from pipeline.structure.unit import GROUPS, SCHEDULES, Unit

_ABBREVIATIONS = {
    "article": "art", "section": "sec", "clause": "cl", "regulation": "reg", "rule": "rule", "order": "ord", "bylaw": "bylaw",
    "chapter": "chp", "subchapter": "subchp", "division": "dvs", "subdivision": "subdvs", "schedule": "sched", "appendix": "app",
    "attachment": "att", "subsection": "subsec", "paragraph": "para", "subparagraph": "subpara", "quotedStructure": "qstr",
}  # fmt: skip
"""Those of the naming convention where it has one; other kinds are written out."""


class Eids:
    """Gives every unit its eId; a second unit of the same eId gets `-2`, the next `-3`."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def give(self, unit: Unit, above: str, place: int) -> str:
        """The eId of a unit below `above`; `place` counts its unnumbered siblings of the same kind from 1."""
        own = f"{_ABBREVIATIONS.get(unit.kind, unit.kind)}_{_number(unit) or place}"
        within = f"__qstr_{unit.quotation}" if unit.quotation else ""
        return self._unique(f"{above}{within}__{own}" if above else own)

    def _unique(self, eid: str) -> str:
        times = self._used.get(eid, 0) + 1
        self._used[eid] = times
        if times == 1:
            return eid
        return self._unique(f"{eid}-{times}")


def _number(unit: Unit) -> str:
    worded = unit.kind in GROUPS or unit.kind in SCHEDULES or (unit.cited and len(unit.number) > 1)
    return counted(unit.number) if worded else normal(unit.number)
