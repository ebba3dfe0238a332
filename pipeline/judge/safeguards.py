"""Safeguards in a provision's own words."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from pipeline.judge.safeguard_patterns import PATTERNS
from pipeline.judge.safeguard_sense import holds
from pipeline.judge.time_limits import limits_on_authority
from pipeline.judge.words import Phrases, Words, firm, matches, phrases
from pipeline.span import Span

_TIME = "time_limit_on_authority"
EVERY = frozenset({*PATTERNS, _TIME})


@dataclass(frozen=True, slots=True)
class Guard:
    """A safeguard of `kind` in the words of `span`."""

    kind: str
    span: Span


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    return phrases(PATTERNS)


def find_guards(words: Words, kinds: Container[str] = EVERY) -> tuple[Guard, ...]:
    """The safeguards of these `kinds` in a text (spans into it); of each kind the stretches that do not overlap, in order."""
    text = words.text
    seen = [m for m in matches(_phrases(), words, kinds) if holds(m.kind, words.span(m.first, m.last), text)]
    found = [Guard(m.kind, firm(words, m.first, m.last)) for m in seen]
    if _TIME in kinds:
        found += [Guard(_TIME, span) for span in limits_on_authority(text)]
    kept: list[Guard] = []
    ends: dict[str, int] = {}
    for guard in sorted(found, key=lambda g: (g.span.start, -g.span.end)):
        if guard.span.start >= ends.get(guard.kind, 0):
            kept.append(guard)
            ends[guard.kind] = guard.span.end
    return tuple(kept)
