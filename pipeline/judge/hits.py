"""What each pattern of an attribute or a safeguard saw in a text, one by one: for learning how far each may be trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.judge import attribute_patterns, attribute_sense, safeguard_patterns, safeguard_sense
from pipeline.judge.words import Phrases, Words, firm, matches, phrases
from pipeline.span import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern that matched. `name` is the kind and the pattern's place in its list ("vague_grounds:12"); `holds` says whether the
    words around it bear it out, as a finding requires. `span` is into the text.
    """

    kind: str
    name: str
    span: Span
    holds: bool


@lru_cache(maxsize=2)
def _compiled(safeguards: bool) -> tuple[Phrases, tuple[str, ...]]:
    patterns = safeguard_patterns.PATTERNS if safeguards else attribute_patterns.PATTERNS
    names = tuple(f"{kind}:{i}" for kind, lines in patterns.items() for i in range(len(lines)))
    return phrases(patterns), names


def attribute_hits(words: Words) -> tuple[Hit, ...]:
    """The patterns of attributes that match; deadlines, which are read from facts, are not among them."""
    return tuple(_hits(words, *_compiled(False), attribute_sense.holds))


def safeguard_hits(words: Words) -> tuple[Hit, ...]:
    """The patterns of safeguards that match; limits of time, which are read from quantities, are not among them."""
    return tuple(_hits(words, *_compiled(True), safeguard_sense.holds))


def _hits(words: Words, made: Phrases, names: tuple[str, ...], holds: Callable[[str, Span, str], bool]) -> Iterator[Hit]:
    for match in matches(made, words):
        held = holds(match.kind, words.span(match.first, match.last), words.text)
        yield Hit(match.kind, names[match.rule], firm(words, match.first, match.last), held)
