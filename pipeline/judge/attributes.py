"""Attributes: what makes a restrictive rule worse, with the words that show it."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.finding import Attribute, Fact
from pipeline.judge.attribute_patterns import PATTERNS
from pipeline.judge.subjects import binds_authority
from pipeline.judge.words import Match, Phrases, Words, matches, phrases
from pipeline.span import Span

# "when the judgment becomes final", "a final conviction" end a case in court; they shut nobody out of one.
_COURT_ENDED = re.compile(
    r"\b(?:when|until|once|after|becomes?|became|before|court|judg(?:e)?ment|conviction|verdict|sentence)\b", re.IGNORECASE
)
_WITHIN = re.compile(r"\b(?:within|not later than|no later than|not more than)\b[^.;]{0,30}$", re.IGNORECASE)
# Who is meant needs saying once: "a person" stands in every line of a penal clause.
_ONCE = "applies_to_individuals"
_SHORT = {"hour": 15 * 24.0, "day": 15.0}


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    return phrases(PATTERNS)


def find_attributes(words: Words, start: int, facts: tuple[Fact, ...]) -> tuple[Attribute, ...]:
    """The attributes of a provision that begins at `start` of the document: each stretch of words once for each kind."""
    found = [Attribute(m.kind, words.span(m.first, m.last)) for m in matches(_phrases(), words) if _holds(m, words)]
    found += [Attribute("short_deadline", span) for span in _short_deadlines(words.text, start, facts)]
    merged = _merged(sorted(found, key=lambda a: (a.kind, a.span)))
    merged = [a for i, a in enumerate(merged) if a.kind != _ONCE or i == 0 or merged[i - 1].kind != _ONCE]
    return tuple(Attribute(a.kind, a.span.shift(start)) for a in sorted(merged, key=lambda a: a.span))


def _holds(match: Match, words: Words) -> bool:
    if match.kind != "no_appeal":
        return True
    span = words.span(match.first, match.last)
    around = words.text[max(0, span.start - 40) : span.start]
    return "final" not in span.of(words.text).lower() or not _COURT_ENDED.search(around)


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
    """Deadlines of fifteen days or less that bind people or their associations, not the authority; spans into `text`."""
    short: list[Span] = []
    for fact in facts:
        at = fact.span.start - start
        if fact.kind != "time_limit" or not 0 < fact.value <= _SHORT.get(fact.unit, 0.0) or binds_authority(text, at):
            continue
        within = _WITHIN.search(text, max(0, at - 45), at)
        if within:
            short.append(Span(within.start(), fact.span.end - start))
    return short
