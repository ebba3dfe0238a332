"""Attributes: what makes a restrictive rule worse, with the words that show it."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.finding import Attribute, Fact
from pipeline.judge.attribute_patterns import PATTERNS
from pipeline.judge.attribute_sense import holds
from pipeline.judge.subjects import binds_authority, sentence_before
from pipeline.judge.time_limits import limits_authority
from pipeline.judge.words import Phrases, Words, firm, matches, phrases
from pipeline.span import Span

_WITHIN = re.compile(r"\b(?:within|not later than|no later than|not more than)\b[^.;]{0,30}$", re.IGNORECASE)
# Who is meant needs saying once: "a person" stands in every line of a penal clause.
_ONCE = "applies_to_individuals"
# A body that lawfully exists and must register again or else cease to.
_ANEW = re.compile(r"\bexisting\b.{0,160}\bregist|\bregist.{0,160}\b(?:existing|in existence|re-?regist)", re.IGNORECASE | re.DOTALL)
_ANEW_LONGEST = {"hour": 60 * 24.0, "day": 60.0, "month": 2.0}
# A notice ahead of a meeting is a notice period, however short.
_BEFOREHAND = re.compile(r"\s(?:of|before|prior to|ahead of) the (?:intended|proposed|planned|scheduled)\b", re.IGNORECASE)
# "subject to confirmation by the Board within two days"
_BY_OFFICE = re.compile(
    r"\bby the (?:registrar|minister|authority|board|commission|commissioner|council|director|court|judge) (?:within|not later than)\s$",
    re.IGNORECASE,
)
_SHORT = {"hour": 15 * 24.0, "day": 15.0}


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    return phrases(PATTERNS)


def find_attributes(words: Words, start: int, facts: tuple[Fact, ...]) -> tuple[Attribute, ...]:
    """The attributes of a provision that begins at `start` of the document: each stretch of words once for each kind."""
    seen = [m for m in matches(_phrases(), words) if holds(m.kind, words.span(m.first, m.last), words.text)]
    found = [Attribute(m.kind, firm(words, m.first, m.last)) for m in seen]
    found += [Attribute("short_deadline", span) for span in _short_deadlines(words.text, start, facts)]
    merged = _merged(sorted(found, key=lambda a: (a.kind, a.span)))
    merged = [a for i, a in enumerate(merged) if a.kind != _ONCE or i == 0 or merged[i - 1].kind != _ONCE]
    return tuple(Attribute(a.kind, a.span.shift(start)) for a in sorted(merged, key=lambda a: a.span))


def _merged(found: list[Attribute]) -> list[Attribute]:
    """Spans of one kind that overlap or touch become one."""
    merged: list[Attribute] = []
    for attribute in found:
        last = merged[-1] if merged else None
        if last and last.kind == attribute.kind and attribute.span.start <= last.span.end + 1:
            merged[-1] = Attribute(last.kind, Span(last.span.start, max(last.span.end, attribute.span.end)))
        else:
            merged.append(attribute)
    return merged


def _short_deadlines(text: str, start: int, facts: tuple[Fact, ...]) -> list[Span]:
    """Deadlines of fifteen days or less that bind people or their associations, not the authority, and of two months or less for
    existing bodies to register anew; spans into `text`.
    """
    short: list[Span] = []
    for fact in facts:
        span = fact.span.shift(-start) if fact.kind == "time_limit" and fact.value > 0 else None
        within = _WITHIN.search(text, max(0, span.start - 45), span.start) if span else None
        if span and within and _presses(text, span, fact):
            short.append(Span(within.start(), span.end))
    return short


def _presses(text: str, span: Span, fact: Fact) -> bool:
    anew = _ANEW.search(sentence_before(text, span.start) + text[span.end : span.end + 80])
    if fact.value > (_ANEW_LONGEST if anew else _SHORT).get(fact.unit, 0.0):
        return False
    if _BEFOREHAND.match(text, span.end) or _BY_OFFICE.search(text, max(0, span.start - 60), span.start):
        return False
    return not limits_authority(text, span) and not binds_authority(text, span.start)
