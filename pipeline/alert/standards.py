"""Norms as they may be printed: each instrument once with its pinpoints, in full or under a short name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pipeline.alert.wording import one_line
from pipeline.taxonomy import Norm

TO_BE_CHECKED: Final = "pinpoint to be checked"
SHORT: Final = {
    "International Covenant on Civil and Political Rights": "ICCPR",
    "Universal Declaration of Human Rights": "UDHR",
    "United Nations Declaration on Human Rights Defenders": "Declaration on Defenders",
    "African Commission, Guidelines on Freedom of Association and Assembly in Africa": "ACHPR Guidelines",
    "OSCE/ODIHR and Venice Commission Joint Guidelines on Freedom of Association": "OSCE/VC Association Guidelines",
    "OSCE/ODIHR and Venice Commission Guidelines on Freedom of Peaceful Assembly, 3rd edition": "OSCE/VC Assembly Guidelines",
    "United Nations Basic Principles on the Use of Force and Firearms by Law Enforcement Officials": "Basic Principles on Force",
    "Financial Action Task Force, Recommendation 8 and its Interpretive Note (November 2023)": "FATF Recommendation 8",
    "Venice Commission, urgent opinion on Georgia (21 May 2024)": "Venice Commission on Georgia",
    "Necessary & Proportionate principles (2013/14)": "Necessary & Proportionate",
}
"""The names that lawyers use among themselves."""
# What a long name is known by: a general comment ("General Comment No. 37"), a document's symbol ("A/HRC/20/27",
# "CM/Rec(2007)14", "CDL-AD(2019)002"), a case ("Youbko v. Belarus"). Never a bare word or year.
GENERAL_COMMENT: Final = re.compile(r"\bGeneral\ Comment\ No\.\ (?P<number>\d+)", re.VERBOSE)
SYMBOL: Final = re.compile(r"\b(?: [A-Z]+(?:/[A-Z][A-Za-z]*)+ (?:[(/][\w.()/]*[\w)])? | [A-Z]+-[A-Z]+\(\d{4}\)\d+ )", re.VERBOSE)
CASE: Final = re.compile(r"(?P<name> [^,;]{2,50}\sv\.\s[^,;(]{2,50} )", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Standard:
    """An instrument as it may be printed: its pinpoints; "" where it was verified whole and none is claimed; where nothing was
    `checked`, that the pinpoint is to be checked.
    """

    instrument: str
    pinpoint: str
    checked: bool

    @property
    def cited(self) -> str:
        """The instrument with its pinpoints, where there are any."""
        return f"{self.instrument}, {self.pinpoint}" if self.pinpoint else self.instrument


def standards(norms: Iterable[Norm]) -> tuple[Standard, ...]:
    """Each instrument once with the pinpoints that may be printed, those with one first."""
    grouped: dict[str, list[Norm]] = {}
    for norm in norms:
        grouped.setdefault(one_line(norm.instrument), []).append(norm)
    return tuple(sorted((_standard(*group) for group in grouped.items()), key=lambda row: not row.checked))


def _standard(instrument: str, norms: list[Norm]) -> Standard:
    named = dict.fromkeys(one_line(norm.printed_pinpoint) for norm in norms if norm.printed_pinpoint)
    checked = any(norm.checked for norm in norms)
    return Standard(instrument, "; ".join(named) if checked else TO_BE_CHECKED, checked)


def said(norms: Iterable[Standard]) -> tuple[str, ...]:
    """The norms with their pinpoints in one line, those whose pinpoint is to be checked in another."""
    rows = tuple(norms)
    seen = "; ".join(norm.cited for norm in rows if norm.checked)
    unseen = "; ".join(norm.instrument for norm in rows if not norm.checked)
    return tuple(line for line in (seen, f"{TO_BE_CHECKED.capitalize()}: {unseen}" if unseen else "") if line)


def briefly(norms: Iterable[Standard], names: dict[str, str]) -> str:
    """One line under short names: "ICCPR art. 21; A/HRC/20/27 para. 56; pinpoint to be checked: GC 37"."""
    rows = tuple(norms)
    seen = [f"{names[norm.instrument]} {norm.pinpoint.replace('; ', ', ')}".strip() for norm in rows if norm.checked]
    unseen = ", ".join(names[norm.instrument] for norm in rows if not norm.checked)
    return "; ".join([*seen, f"{TO_BE_CHECKED}: {unseen}"] if unseen else seen)


def short_names(instruments: Iterable[str]) -> dict[str, str]:
    """A short name for each instrument; its own where it has none, or where two would share one."""
    whole = tuple(dict.fromkeys(instruments))
    names = {instrument: _short(instrument) for instrument in whole}
    shared = {name for name in names.values() if list(names.values()).count(name) > 1}
    return {instrument: instrument if name in shared else name for instrument, name in names.items()}


def _short(instrument: str) -> str:
    if instrument in SHORT:
        return SHORT[instrument]
    if comment := GENERAL_COMMENT.search(instrument):
        return f"GC {comment['number']}"
    if symbol := SYMBOL.search(instrument):
        return symbol[0]
    case = CASE.search(instrument)
    return case["name"].strip() if case else instrument
