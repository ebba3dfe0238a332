"""What a law calls its own units where it prints only their numbers."""

from __future__ import annotations

import re
from collections import Counter

_RULES = re.compile(r"\brules\b\W*(?:,?\s*\d{4})?\W*$", re.IGNORECASE)
_REGULATIONS = re.compile(r"\bregulations\b\W*(?:,?\s*\d{4})?\W*$", re.IGNORECASE)
_ARRANGED = re.compile(
    r"\b(?:arrangement|table|list)\s+of\s+(?P<unit>section|clause|article|regulation|rule|order|by-?law)s\b", re.IGNORECASE
)
"""The heading of the law's own list of contents."""
_SELF = re.compile(
    r"\b(?:this|the\s+present)\s+(?P<unit>section|clause|article|regulation|rule)\b(?!\s+of\s+(?:the|that|law))", re.IGNORECASE
)
"""How an article speaks of itself."""
_OFTEN = 2
_SAMPLE = 120_000
"""Characters in which a law says it, if it does."""


def called(title: str, front: str, body: str) -> str:
    """The kind of an article that has only a number, by the law's `title`, its list of contents in `front`, or its own words in `body`."""
    if _RULES.search(title):
        return "rule"
    if _REGULATIONS.search(title):
        return "regulation"
    arranged = _ARRANGED.search(front)
    if arranged:
        return arranged.group("unit").lower().replace("-", "")
    said = Counter(m.group("unit").lower() for m in _SELF.finditer(body, 0, _SAMPLE)).most_common(2)
    if not said or said[0][1] < _OFTEN or (len(said) > 1 and said[0][1] < 3 * said[1][1]):
        return "section"
    return said[0][0]
