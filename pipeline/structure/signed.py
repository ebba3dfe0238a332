"""Where a law is signed: the words that close it, and the names, offices and dates of those who sign."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.structure.phrases import DATED, OFFICE, SIGNATURE, TAILS
from pipeline.structure.row import Row

_STATES = re.compile(r"\b(?:shall|may|must|is|are|was|were|has|have|means|includes|cannot)\b")
"""A verb of a rule; May with a capital is a month."""
_WITNESSES = re.compile(
    r"i\s|in\s+(?:witness|testimony|faith)|this\s+(?:printed|act|law|bill|decree|ordinance)\b|\((?:l\.?\s?s|signed|sgd|sd)\b",
    re.IGNORECASE,
)
"""Closing words that are a sentence: 'I certify that this is a true copy', 'This Act was passed by'."""
_DATE = re.compile(
    r"""(?:(?:date[d]?|on)\s*[:,]?\s*)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?[\s,/.-]+(?:(?:day\s+)?(?:of\s+)?
    (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\d{1,2}[/.-]\d{2,4})""",
    re.VERBOSE | re.IGNORECASE,
)
"""A row that begins with a date."""
_SMALL = frozenset(
    {"of", "the", "and", "for", "to", "in", "on", "at", "de", "du", "des", "la", "le", "van", "von", "bin", "binti", "al", "el", "da", "do"}
)
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_LONGEST = 72
_REACH = 40
"""Rows that may follow the first name, at most: what is signed soon ends."""
_GOES_ON = ":;,—–-"


def closes(rows: Sequence[Row], at: int) -> bool:
    """Whether closing words begin on the row; a rule that begins with such a word ('Signed copies are kept') goes on."""
    text = rows[at].text
    if not SIGNATURE.match(text):
        return False
    words, last = text, at
    while not rows[last].ended and last + 1 < len(rows) and last - at < 2 and rows[last + 1].text[0].islower():
        last += 1
        words += " " + rows[last].text
    return not _STATES.search(words) or DATED.search(words) is not None or _WITNESSES.match(text) is not None


def signs(rows: Sequence[Row], at: int, hi: int) -> bool:
    """Whether names, offices and dates begin here: short rows in capital letters after the end of a sentence, to the end or an imprint."""
    if hi - at > _REACH or (at and (not rows[at - 1].ended or rows[at - 1].text[-1] in _GOES_ON)):
        return False
    block = []
    for row in rows[at : min(at + 6, hi)]:
        if not (_names(row.text) or _DATE.match(row.text)) or row.marginal:
            break
        block.append(row)
    if len(block) < 2 or not _names(block[0].text) or not any(OFFICE.search(r.text) or _DATE.match(r.text) for r in block):
        return False
    after = rows[at + len(block)].text if at + len(block) < hi else ""
    return len(block) >= 3 or not after or any(pattern.match(after) for pattern, _ in TAILS)


def _names(text: str) -> bool:
    """Whether a row could name a person or an office: short, every word of weight with a capital, no number and no list."""
    if len(text) > _LONGEST or text[-1] in ";:" or not (text[0].isupper() or text[:2].upper() in {"(S", "[L", "(L"}):
        return False
    words = [word.group() for word in _WORD.finditer(text)]
    return bool(words) and all(word[0].isupper() or word.lower() in _SMALL for word in words)
