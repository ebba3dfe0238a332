"""Safeguards in a provision's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.judge.quantities import quantities
from pipeline.judge.safeguard_patterns import PATTERNS
from pipeline.judge.subjects import SENTENCE_END, binds_authority
from pipeline.judge.words import Phrases, Words, matches, phrases
from pipeline.span import Span

# "without a warrant", "no appeal shall lie", "need not give reasons" take a safeguard away, five words before it at most.
_NEGATED = re.compile(
    r"\b(?:no|not|nor|never|neither|whether or not|notwithstanding|irrespective|regardless)\b(?:\W+\w+){0,5}\W*$", re.IGNORECASE
)
_WITHOUT = re.compile(r"\bwithout\b(?:\W+\w+){0,5}\W*$", re.IGNORECASE)
_NO = re.compile(r"\b(?:no|not|nor|never|neither|unlawful|prohibited|forbidden)\b", re.IGNORECASE)
# "shall not be searched except by", "only under": what is denied is the act, not the safeguard.
_LIFTED = re.compile(r"\b(?:unless|except|save|only|until|other than|otherwise than|without|before|but)\b", re.IGNORECASE)
_NEGATED_WITHIN = re.compile(r"\b(?:no court|no appeal|not be (?:called|questioned|subject)|shall not lie)\b", re.IGNORECASE)
# The authority's silence: "fails to reply", "no decision is given", "on the expiry of". Without it "deemed registered" is a fiction
# of transition, not a grant.
_SILENCE = re.compile(
    r"\bfail\w*\b|\bdelay|\bsilence\b|\btacit\w*|\bexpir\w+|\belaps\w+|\blapse[sd]?\b|\bno (?:repl|decision|response|objection|"
    r"notice|answer|notification)\w*"
    r"|\b(?:not|without)\b[^.;]{0,60}\b(?:decid|repl|respon|notif|object|inform|determin|communicat|intimat|grant|approv|"
    r"authenticat|reject|refus|answer|act|process|dispos|issu)\w*",
    re.IGNORECASE,
)
_EXECUTIVE_MAGISTRATE = re.compile(
    r"\b(?:District|Executive|Sub-?divisional|Additional District)\s(?:Magistrate|Collector)|Justice of the Peace", re.IGNORECASE
)
# A term that the authority's own act may not outlast: "remain in force for", "detained for not more than".
_TERM = re.compile(
    r"\b(?:remains? in force|in force|in effect|detain(?:ed|s)?|detention|order(?:ed)?|suspen\w+|extend\w*|prohibit\w*|"
    r"warrant|direction|notice|collect\w*|specified)\b[^.;]{0,90}"
    r"\b(?:not exceed\w*|no(?:t)? (?:more|longer) than|up to|beyond|exceeding|maximum of|in force for)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(?:within|exceed\w*|than|force|up to|maximum)\b[^.;]{0,60}\b(?:hour|day|week|month|year|fortnight)", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:within|not later than|no later than|before the (?:end|expiry) of|not exceeding|in)\b[^.;]{0,40}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Guard:
    """A safeguard of `kind` in the words of `span`."""

    kind: str
    span: Span


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    return phrases(PATTERNS)


def find_guards(words: Words) -> tuple[Guard, ...]:
    """The safeguards in a text (spans into it); of each kind the stretches that do not overlap, in order."""
    text = words.text
    found = [Guard(m.kind, words.span(m.first, m.last)) for m in matches(_phrases(), words)]
    found = [g for g in found if _holds(g, text)]
    found += [Guard("time_limit_on_authority", span) for span in _time_limits(text)]
    kept: list[Guard] = []
    ends: dict[str, int] = {}
    for guard in sorted(found, key=lambda g: (g.span.start, -g.span.end)):
        if guard.span.start >= ends.get(guard.kind, 0):
            kept.append(guard)
            ends[guard.kind] = guard.span.end
    return tuple(kept)


def _holds(guard: Guard, text: str) -> bool:
    """Whether the words grant the safeguard that they name."""
    before, inside = text[max(0, guard.span.start - 60) : guard.span.start], guard.span.of(text)
    if guard.kind == "deemed_grant":
        return bool(_SILENCE.search(_sentence(text, guard.span))) and not re.search(r"\bnot (?:be )?$", before)
    if guard.kind == "exemption":
        return True
    if guard.kind == "other":  # "without hearing the body" denies a hearing; "without the knowledge of the owner" is a defence
        return not (_WITHOUT.search(before) and _denied(guard, text, before, inside))
    if guard.kind == "judicial_authorisation" and "warrant" not in inside:
        around = text[max(0, guard.span.start - 14) : guard.span.end + 12]
        if _EXECUTIVE_MAGISTRATE.search(around):
            return False
    return not _denied(guard, text, before, inside)


def _denied(guard: Guard, text: str, before: str, inside: str) -> bool:
    """Whether the safeguard is denied: "without" one, unless nothing may be done without it; "no" one, unless "except" lifts it."""
    if _NEGATED_WITHIN.search(inside) or (guard.kind == "appeal_to_court" and "pending" in inside):
        return True
    above = text[max(0, guard.span.start - 250) : guard.span.start]
    stops = list(SENTENCE_END.finditer(above))
    above = above[stops[-1].end() :] if stops else above
    if _WITHOUT.search(before) or inside.lower().startswith("without"):
        return not _NO.search(above)
    lifted = guard.kind != "appeal_to_court" and _LIFTED.search(above)
    return bool(_NEGATED.search(before)) and not lifted


def _sentence(text: str, span: Span) -> str:
    """The sentence around a span, 400 characters at most on either side."""
    before, behind = text[max(0, span.start - 400) : span.start], text[span.end : span.end + 400]
    stops = list(SENTENCE_END.finditer(before))
    stop = SENTENCE_END.search(behind)
    return (before[stops[-1].end() :] if stops else before) + span.of(text) + (behind[: stop.start()] if stop else behind)


def _time_limits(text: str) -> list[Span]:
    """Limits of time on what an authority does: a deadline for its decision, or a term for its order."""
    limits: list[Span] = []
    if not _TIME.search(text):
        return limits
    for quantity in quantities(text):
        if quantity.sort != "time":
            continue
        before = text[max(0, quantity.span.start - 140) : quantity.span.start]
        within = _WITHIN.search(before) and binds_authority(text, quantity.span.start)
        if (within or _TERM.search(before)) and not re.search(r"imprison|\bfine\b|prison", before[-90:], re.IGNORECASE):
            limits.append(quantity.span)
    return limits
