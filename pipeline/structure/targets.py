"""Which unit of another law an amending clause changes: 'section 4(2)', 'after section 5', 'section 4, after subsection (1)'."""

from __future__ import annotations

import re

UNIT = (
    r"(?:sub-?)?(?:sections?|articles?|regulations?|rules?|paragraphs?|clauses?|schedules?|parts?|chapters?|divisions?"
    r"|annex(?:es)?|headings?|definitions?|items?|titles?)"
)
_BRACKETS = r"\(\s?(?-i:\d{1,3}[A-Za-z]{0,2}|[a-z]{1,4}|[A-Z])\s?\)"
"""A number in brackets; leaves (EU)."""
_PLACED = r"(?P<place>(?:immediately\s+)?(?:after|before|following)\s+(?:the\s+)?)?"
_TARGET = re.compile(
    rf"""{_PLACED}(?P<unit>\b{UNIT}\s+\d+[A-Za-z]{{0,3}}(?:\s?\(\w{{1,4}}\))*(?:\s(?:bis|ter|quater))?
    |§{{1,2}}\s?\d[\w.:-]*(?:,?\s?sub-?§+\s?\w+|,?\s?¶+\s?\w+|,?\s?first\s¶)*
    |\b(?:the\s)?(?:first|second|third|fourth|fifth|sixth)\s+schedule\b|\bthe\s+schedule\b|\b(?:long|short)\s+title\b|\bthe\s+preamble\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""The unit that is changed, as printed, or that new text stands beside."""
_PIECE = re.compile(
    rf"""{_PLACED}
    (?:\b(?:sub-?)?(?:paragraphs?|clauses?|items?)\s+(?P<low>{_BRACKETS})\s+(?:of|in|to)\s+)?
    \b(?P<word>(?:sub-?)?(?:sections?|paragraphs?|clauses?|regulations?|rules?|articles?|items?))\s+(?P<at>(?:{_BRACKETS})+)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A part of a unit: 'subsection (2)', 'paragraph (a) of subsection (2)', 'after paragraph (b)'."""
_WHOLE = re.compile(rf"(?:(?:the\s)?{UNIT}|§{{1,2}})\s?\d+[A-Za-z]{{0,3}}", re.IGNORECASE)
"""A unit without its parts: 'section 4'; leaves 'section 4(2)'."""
_NUMBER = re.compile(rf"(?:{UNIT}\s|§{{1,2}}\s?)(?P<number>\d+[A-Za-z]{{0,3}})", re.IGNORECASE)
_CLAUSE = 600
"""Characters within which a clause says what it changes."""


def target_of(words: str, heading: str, above: str, *, inserts: bool) -> str:
    """The unit that the words name, with the part of it where they name just one. `above` is what the clause above names."""
    named = _TARGET.search(words) or _TARGET.search(heading)
    base = above
    if named:
        beside = named.group("place") or "" if inserts else ""
        base = _flat(beside + named.group("unit"))
    if not _WHOLE.fullmatch(base):
        return base
    pieces = list(_PIECE.finditer(words[:_CLAUSE]))
    within = {_parts(p) for p in pieces if not (inserts and p.group("place"))}
    beside_of = {_flat(p.group("place") + p.group("word")) + " " + _parts(p) for p in pieces if inserts and p.group("place")}
    if len(within) == 1:
        base += within.pop()
    elif within:
        return base
    return f"{base}, {beside_of.pop()}" if len(beside_of) == 1 else base


def number_in(target: str) -> str:
    """The number of the section that a target names or lies in: '4' of 'section 4(2)'; '' for none, or for a place beside one."""
    found = _NUMBER.match(target)
    return found.group("number") if found else ""


def _parts(piece: re.Match[str]) -> str:
    """Numbers in brackets from the outer to the inner: 'paragraph (a) of subsection (2)' is '(2)(a)'."""
    return "".join((piece.group("at") + (piece.group("low") or "")).split())


def _flat(words: str) -> str:
    return " ".join(words.split())
