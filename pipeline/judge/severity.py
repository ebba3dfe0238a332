"""How gravely a rule bites, from its own words, with the reasons in plain words.

The label says where to begin; prison, force, closure and seizure without a court raise it to the top; an open discretion
keeps it high; a court, a deadline with reasons, or a mere formality lower it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.finding import Attribute, Fact, Safeguard
from pipeline.taxonomy import LabelType, Polarity, Severity

_PRISON = re.compile(
    r"\bimprison|\bprison\b|\bjail|\bgaol\b|custodial|deprivation of liberty|penal servitude|sentenced? to death|death penalty",
    re.IGNORECASE,
)
# What ends a body or takes what it has.
_ENDS = re.compile(
    r"\b(?:dissol(?:ve[sd]?|ving|ution)|wound up|winding[- ]up|de-?regist\w+|str(?:uck|ike|iking) off|forfeit\w*|"
    r"confiscat\w+|seiz(?:e[sd]?|ing|ure)|freez(?:e[sd]?|ing)|froz(?:e|en)|vest(?:s|ed)? in"
    r"|cease to (?:exist|operate)|expropriat\w+|take possession|(?:cancel|revok|suspend|clos|clos)\w*|unlawful "
    r"(?:association|society|organi[sz]ation))\b",
    re.IGNORECASE,
)
# What reaches into homes, devices and bodies, or uses force.
_REACHES = re.compile(
    (
        r"\b(?:seiz(?:e[sd]?|ing|ure)|break (?:open|down|in)|force|firearms?|arrest\w*|detain\w*|detention|without (?:a |any "
        r")?(?:\w+ )?warrant|intercept\w*|search(?:es|ed|ing)? (?:any|the|all|of|such|a)\b|body search|decrypt\w*)\b"
    ),
    re.IGNORECASE,
)
_BANS = re.compile(
    (
        r"\b(?:prohibit(?:s|ed|ing)? (?:the|any|all|such|absolutely|or)|prohibit(?:ed|ion)\b|ban(?:s|ned|ning)?\b|forbid(?:s|"
        r"den)?\b|unlawful\b|block(?:ed|ing)? access|shut ?down|disable access)"
    ),
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\bwithout (?:a |any |such |the |first obtaining a )?(?:\w+ )?(?:warrant|order of (?:a|the) court|court order)|\bor without\b",
    re.IGNORECASE,
)
_FORMAL = re.compile(
    (
        r"\b(?:fees?|change of (?:\w+ )?(?:address|name|particulars|place)|display(?:ed)?|duplicate|certified cop(?:y|ies)|"
        r"copies of|register (?:of|shall be open)|inspection of the register|address|annual return|name of the (?:printer|"
        r"publisher|editor))\b"
    ),
    re.IGNORECASE,
)
_PAPERWORK = frozenset(
    {
        "operations.reporting",
        "operations.supervision",
        "operations.internal_governance",
        "foreign_funding.disclosure",
        "surveillance.identification",
        "surveillance.data_retention",
        "registration.procedure_burden",
        "registration.renewal",
        "assembly.organiser_liability",
        "assembly.place_time_limits",
        "assembly.participation_limits",
    }
)
_ENDING = frozenset({"operations.suspension_dissolution", "foreign_funding.confiscation_sanctions"})
_REACHING = frozenset(
    {
        "surveillance.search_access",
        "surveillance.interception",
        "surveillance.compelled_assistance",
        "operations.supervision",
        "assembly.dispersal_force",
        "expression.security_offences",
    }
)
_BANNING = frozenset({"assembly.prohibition_power", "expression.blocking_takedown"})
_COMPULSORY = frozenset(
    {
        "registration.mandatory",
        "registration.foreign_organisation",
        "foreign_funding.prior_approval",
        "foreign_funding.agent_designation",
        "foreign_funding.ban_or_cap",
        "assembly.authorisation",
        "expression.media_licensing",
    }
)
_NEEDS = re.compile(
    (
        r"\b(?:approval|permission|permit|licen[cs]ed?|consent|authori[sz]\w+|unless\b[^.;]{0,40}\bregister\w*|shall (?:be "
        r")?register(?:ed)?|without (?:being )?regist\w+|prohibited|shall not|may not|must not|no person)\b"
    ),
    re.IGNORECASE,
)
_COURT_FIRST = frozenset(
    {
        "surveillance.search_access",
        "surveillance.interception",
        "surveillance.compelled_assistance",
        "surveillance.data_retention",
        "surveillance.identification",
        "operations.supervision",
    }
)
_STEPS = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A severity and the reasons for it, the weightiest first, each a short sentence."""

    severity: Severity
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What severity is weighed from: a rule's words and what else was found in and around it."""

    text: str
    facts: tuple[Fact, ...]
    attributes: tuple[Attribute, ...]
    safeguards: tuple[Safeguard, ...]

    def shows(self, *kinds: str) -> bool:
        """Whether it has an attribute of any of the kinds."""
        return any(a.kind in kinds for a in self.attributes)

    def guarded(self, kind: str) -> bool:
        """Whether a safeguard of the kind is there."""
        return any(s.kind == kind and s.present for s in self.safeguards)


def weigh(entry: LabelType, polarity: Polarity, rule: Rule) -> Weighed:
    """The severity of a rule under a label. An enabling rule threatens nobody: low."""
    if polarity is Polarity.ENABLING:
        return Weighed(Severity.LOW, ("Protects the freedom; listed so that it is not lost.",))
    rank, reasons = _first(entry, rule)
    rank, reasons = _raised(rank, reasons, rule)
    rank, reasons = _lowered(rank, reasons, entry, rule)
    return Weighed(_STEPS[rank], tuple(reasons))


def _first(entry: LabelType, rule: Rule) -> tuple[int, list[str]]:
    """The gravest thing that the words themselves do, else where the label begins."""
    if _PRISON.search(rule.text):
        return _prison(entry, rule.facts)
    if not _court_first(entry, rule) and (grave := _gravest(entry, rule)):
        return 3, [grave]
    begins = min(entry.severity.rank, 2)
    if rule.shows("criminal_penalty"):
        return 2, [_punishment(rule.facts)]
    if rule.shows("executive_discretion", "vague_grounds"):
        return begins, ["An open discretion or open grounds."]
    if entry.label in _COMPULSORY and _NEEDS.search(rule.text):
        return begins, ["What the freedom allows is made to wait for a permission or a register."]
    return begins - (begins > 1), ["No penalty and no open discretion in these words."]


def _gravest(entry: LabelType, rule: Rule) -> str | None:
    """What makes a power critical where no court stands before it."""
    if entry.label in _ENDING and _ENDS.search(rule.text):
        return "Closes a body or takes what it has without a court first."
    if entry.label in _REACHING and _REACHES.search(rule.text):
        return "Entry, seizure, arrest, interception or force without a judge's order."
    if entry.label in _BANNING and _BANS.search(rule.text) and rule.shows("executive_discretion", "vague_grounds"):
        return "An official may ban or shut down, on open grounds."
    return None


def _court_first(entry: LabelType, rule: Rule) -> bool:
    """Whether a court must speak before the power is used; for powers alone, and not where they are there without it too."""
    powers = entry.label in _COURT_FIRST | _ENDING | _BANNING
    return powers and rule.guarded("judicial_authorisation") and not _WITHOUT.search(rule.text)


def _prison(entry: LabelType, facts: tuple[Fact, ...]) -> tuple[int, list[str]]:
    terms = [f for f in facts if f.kind == "prison"]
    longest = max(terms, key=lambda f: f.value * {"year": 365, "month": 30}.get(f.unit, 1) if f.value else 1e9, default=None)
    words = f"Prison, up to {longest.text}" if longest and longest.value else "Prison for life" if longest else "Prison"
    if entry.label in _PAPERWORK:
        return 2, [f"{words}, though for paperwork, not for the exercise itself."]
    return 3, [f"{words}."]


def _punishment(facts: tuple[Fact, ...]) -> str:
    fines = [f for f in facts if f.kind == "fine"]
    return f"Makes it an offence, with a fine of {max(fines, key=lambda f: f.value).text}." if fines else "Makes it an offence."


def _raised(rank: int, reasons: list[str], rule: Rule) -> tuple[int, list[str]]:
    if rank < 3 and rule.shows("no_appeal"):
        return rank + 1, [*reasons, "The decision is final or the courts are shut out, which raises it."]
    if rank < 3 and rule.shows("retroactive"):
        return rank + 1, [*reasons, "It reaches back to before it was law, which raises it."]
    return rank, reasons


def _lowered(rank: int, reasons: list[str], entry: LabelType, rule: Rule) -> tuple[int, list[str]]:
    if rank and _court_first(entry, rule) and not _PRISON.search(rule.text):
        down = 0 if entry.label in _COURT_FIRST else rank - 1
        return down, [*reasons, "Needs a court's order, which lowers it."]
    if rank and rule.guarded("appeal_to_court") and (rule.guarded("reasons") or rule.guarded("time_limit_on_authority")) and rank < 3:
        return rank - 1, [*reasons, "Reasons or a deadline and an appeal to a court lower it."]
    if rank == 1 and not rule.shows("executive_discretion", "vague_grounds", "criminal_penalty") and _FORMAL.search(rule.text):
        return 0, [*reasons, "Only a formality."]
    return rank, reasons
