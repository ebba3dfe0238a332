"""Words broken at the end of a line, made whole again with both of their boxes."""

from __future__ import annotations

from itertools import pairwise

from pipeline.layout.row import Row

_HYPHENS = "-\u00ad\u2010\u2011"
_EDGES = ".,;:()[]“”\"'‘’«»—–"
_TENS = frozenset(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
_HEADS = frozenset(["non", "self", "ex", "quasi", "vice", "inter", "sub", "co", "pre", "re", "anti", "cross"])


def join_broken_words(lines: list[Row]) -> None:
    """Fetch the second half of each word that is broken at a line's end, from the next line of the same paragraph."""
    pairs = [
        (before, after)
        for before, after in pairwise(lines)
        if before.words and not after.starts and before.role is after.role and _is_broken(before, after)
    ]
    if not pairs:
        return
    known = _vocabulary(lines)
    for before, after in reversed(pairs):
        _join(before, after, known)


def _is_broken(before: Row, after: Row) -> bool:
    word = before.words[-1]
    if len(after.words[0].text) == 0:
        return False
    if word.hyphen:
        return after.words[0].text[0].isalnum()
    return len(word.text) > 1 and word.text[-1] in _HYPHENS and word.text[-2].isalnum() and after.words[0].text[0].isalnum()


def _vocabulary(lines: list[Row]) -> set[str]:
    return {word.text.strip(_EDGES).lower() for row in lines for word in row.words}


def _join(before: Row, after: Row, known: set[str]) -> None:
    first, second = before.words[-1], after.words[0]
    head = first.text if first.hyphen else first.text[:-1]
    hyphen = "-" if _keeps_hyphen(head.lstrip(_EDGES), second.text.rstrip(_EDGES), known, sure=first.hyphen) else ""
    before.words = [*before.words[:-1], first._replace(text=head + hyphen, hyphen=False), second]
    before.glued = (*before.glued, len(before.words) - 1)
    before.tail, before.tail_page = 1, after.page
    after.words = after.words[1:]
    if after.tail and not after.words:
        after.tail = 0
    after.glued = tuple(at - 1 for at in after.glued if at > 1)


def _keeps_hyphen(head: str, second: str, known: set[str], *, sure: bool) -> bool:
    """Whether the hyphen belongs to the word itself, as in `twenty-four` or `non-profit`.

    `sure`: the reader saw a line-end hyphen. What the document writes elsewhere decides first.
    """
    first, last = head.lower(), second.lower()
    if first + last in known:
        return False
    if f"{first}-{last}" in known:
        return True
    if not second[:1].islower() or first in _TENS or first in _HEADS or first[-1:].isdecimal() or "-" in head:
        return True
    return not sure and first in known and last in known and len(first) > 3 and len(last) > 3
