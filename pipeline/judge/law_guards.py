"""Safeguards that stand elsewhere in the law: a section on appeals that covers the decision, a deemed grant, an exemption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.judge.authorities import names
from pipeline.judge.safeguards import Guard, find_guards
from pipeline.judge.words import words_of
from pipeline.provision import Provision
from pipeline.span import Span

# Which units are worth reading closely for a kind: the expression must hold. It cannot hold without one of the stems, which a
# long act is scanned for in a tenth of the time.
_HINTS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "appeal_to_court",
        ("appeal", "judicial review", "aggrieved", "challenge", "contest"),
        re.compile(r"\bappeal|judicial review|aggrieved|\bchallenge|\bcontest", re.IGNORECASE),
    ),
    (
        "deemed_grant",
        ("deemed", "tacit", "silence", "considered"),
        re.compile(r"\bdeemed\b|\btacit|\bsilence\b|\bconsidered (?:as )?(?:granted|approved|registered|accepted)", re.IGNORECASE),
    ),
    (
        "reasons",
        ("reasons", "written grounds", "grounds in writing"),
        re.compile(r"\breasons\b|\bwritten grounds\b|\bgrounds in writing\b", re.IGNORECASE),
    ),
    ("exemption", ("not apply to", "exempt"), re.compile(r"(?:shall|does|do) not apply to|\bexempt", re.IGNORECASE)),
    (
        "judicial_authorisation",
        ("warrant", "order of "),
        re.compile(r"\bwarrant\b|order of (?:a|the) (?:\w+ )?(?:court|judge)", re.IGNORECASE),
    ),
    ("time_limit_on_authority", ("within",), re.compile(r"\bwithin\b[^.;]{1,60}\b(?:days|months|weeks)\b", re.IGNORECASE)),
)
_ACT = r"Act|Law|Ordinance|Decree|Proclamation|Code|Regulations?|Order|Rules|Bill|Statute|Decree-Law"
_WHOLE = re.compile(
    rf"\b(?:under|of|by|in|pursuant to|in accordance with|made under|to|from) (?:the provisions of )?(?:this|the present) (?:{_ACT})\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:under|of|in|pursuant to|by) this (?:Part|Chapter|Title|Division)\b", re.IGNORECASE)
_DECISION = re.compile(
    (
        r"\b(?:decisions?|orders?|refus\w+|reject\w*|rejection|cancel\w+|suspen\w+|revo\w+|dissol\w+|directions?|"
        r"determinations?|prohibit\w*|prohibition|acts?|actions?|declar\w+|notice|ban|application|measures?)\b"
    ),
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\b(?:sections?|articles?|arts?\.|ss?\.|clauses?|regulations?|rules?) "
    r"((?:\d{1,4}[A-Z]{0,2}(?:\s?\([0-9a-zA-Z]{1,4}\))*)(?:(?:\s?,\s?|\s(?:and|or|to)\s|\s?[-–]\s?|,\s(?:and|"
    r"or)\s)\d{1,4}[A-Z]{0,2}(?:\s?\([0-9a-zA-Z]{1,4}\))*)*)"
    r"(?!\s?\([0-9a-zA-Z]{1,4}\))(?! of (?:the|that) (?!Act\b|Law\b))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,4})[A-Z]{0,2}\s?(?:to|[-–])\s?(\d{1,4})")


@dataclass(frozen=True)
class Elsewhere:
    """A unit with a safeguard, and what tells whom it protects: authorities named, sections cited, how far it reaches."""

    provision: Provision
    guards: tuple[Guard, ...]
    named: frozenset[str]
    cited: frozenset[str]
    reach: str
    decides: bool

    def guard(self, kind: str) -> Guard | None:
        """Its first safeguard of a kind."""
        return next((g for g in self.guards if g.kind == kind), None)

    def concerns(self, provision: Provision, named: frozenset[str]) -> bool:
        """Whether it plausibly covers what is decided under `provision`, where the authorities `named` stand."""
        if self.cited:
            return provision.citation in self.cited
        if self.reach == "whole":
            return not self.named or not named or bool(self.named & named)
        if self.reach == "part":
            return bool(self.provision.parents) and self.provision.parents[-1:] == provision.parents[-1:]
        return self.decides and bool(self.named & named)


@dataclass(frozen=True)
class LawGuards:
    """All safeguards of a law that may reach beyond the article in which they stand."""

    units: tuple[Elsewhere, ...]

    def covering(self, kind: str, provision: Provision, named: frozenset[str]) -> tuple[Span, str] | None:
        """Where a safeguard of `kind` that covers `provision` stands outside its article: span in the document, eId."""
        for unit in self.units:
            guard = unit.guard(kind)
            if guard and unit.provision.article != provision.article and unit.concerns(provision, named):
                return guard.span.shift(unit.provision.span.start), unit.provision.eid
        return None


def law_guards(text: str, judged: Sequence[Provision]) -> LawGuards:
    """The safeguards in the `judged` units of a law; `text` is the document's."""
    units = (_elsewhere(p, p.words(text)) for p in judged)
    return LawGuards(tuple(unit for unit in units if unit is not None))


def _elsewhere(provision: Provision, text: str) -> Elsewhere | None:
    lower = text.lower()
    hinted = {kind for kind, stems, hint in _HINTS if any(stem in lower for stem in stems) and hint.search(text)}
    if not hinted:
        return None
    cited, reach = _cited(text), "whole" if _WHOLE.search(text) else "part" if _PART.search(text) else ""
    decides = bool(_DECISION.search(text))
    hinted = {kind for kind in hinted if cited or reach or (kind in _FAR and decides)}
    guards = find_guards(words_of(text), hinted) if hinted else ()
    if not guards:
        return None
    return Elsewhere(provision, guards, names(text), cited - {provision.citation}, reach, decides)


# Only these reach other sections without citing them or the Act: "A person aggrieved by a decision of the Registrar may appeal".
_FAR = frozenset({"appeal_to_court"})


def _cited(text: str) -> frozenset[str]:
    found: set[str] = set()
    for match in _CITED.finditer(text):
        found.update(re.findall(r"(?<![(\w])\d{1,4}[A-Z]{0,2}", match[1]))
        for first, last in _RANGE.findall(match[1]):
            found.update(str(n) for n in range(int(first), min(int(last), int(first) + 200) + 1))
    return frozenset(found)
