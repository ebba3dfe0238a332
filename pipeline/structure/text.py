"""What the words of a row say about it: a heading, the end of a sentence, a reference that goes on."""

from __future__ import annotations

import re

from pipeline.structure.row import Row

_REFERENCE_END = re.compile(
    r"""(?:\b(?:sections?|subsections?|sub-sections?|articles?|arts?|regulations?|rules?|paragraphs?|sub-?paragraphs?|clauses?|sub-?clauses?
    |schedules?|parts?|chapters?|titles?|items?|nos?|numbers?|pages?|act|law|and|or|to|of|in|under|by|with|the|an?|than|from|at|for|between
    |is|are|be|not|shall|may|must|that|which|least|exceeding|about|within|every|any|each|on|as|
    january|february|march|april|may|june|july|august|september|october|november|december)
    |[,(/]|§)\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""The end of a row that goes on with a number: 'under section', 'not less than', 'Act,'."""
_MODAL = re.compile(r"\b(?:shall|may|must|is|are|was|were|has|have|means|includes|does|do|will|cannot)\b", re.IGNORECASE)
"""Words that a sentence has and a heading lacks."""
_COMMAND = re.compile(r"\b(?:shall|may|must|means|includes|hereby)\b", re.IGNORECASE)
"""Words that only a rule has."""
_BODY_END = re.compile(r"[.;:,]\s*(?:and|or)?$|[—–-]$|\b(?:and|or|the|of|to|in|by|a|an)$")


def goes_on(row: Row) -> bool:
    """Whether the row ends within a phrase that a number completes."""
    return ends_in_reference(row.text)


def ends_in_reference(text: str) -> bool:
    """Whether the words end within a phrase that a number completes: 'under section', 'not less than'."""
    return _REFERENCE_END.search(text[-24:]) is not None


def has_modal(text: str) -> bool:
    """Whether the words hold a verb that headings lack."""
    return _MODAL.search(text) is not None


def commands(text: str) -> bool:
    """Whether the words hold a verb that only rules have."""
    return _COMMAND.search(text) is not None


def is_heading(row: Row, limit: int = 110) -> bool:
    """Whether the row could be a heading by its words: short, begins with a capital, does not end as a sentence, is no sentence."""
    text = row.text
    if len(text) > limit or (not text[0].isalpha() and text[0] not in "“\"‘'([") or text[0].islower():
        return False
    if _BODY_END.search(text[-5:]) and not (text[-1] == "." and (row.line.bold or row.line.italic)):
        return False
    return text.isupper() or row.line.bold or row.line.italic or row.line.centred or not has_modal(text)
