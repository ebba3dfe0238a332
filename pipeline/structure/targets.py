"""Which unit of another law an amending clause changes: 'section 4(2)', 'after section 5', 'section 4, after subsection (1)'."""

from __future__ import annotations

import re

from pipeline.structure.numbers import letters, roman

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
_WHOLE = re.compile(rf"(?:(?:the\s)?{UNIT}|§{{1,2}})\s?\d+[A-Za-z]{{0,3}}(?:\s?\(\w{{1,4}}\))*", re.IGNORECASE)
"""A unit or a part of one: 'section 4', 'section 4(2)'; leaves 'after section 4'."""
_LAST = re.compile(r"\s?\(\s?(?P<number>\w{1,4})\s?\)$")
_CALLED = re.compile(r"\b(?P<word>section|article|regulation|rule|clause)\s+\d", re.IGNORECASE)
_PHRASE = re.compile(r"“[^“”]{0,240}”|\"[^\"]{0,240}\"|‘[^‘’]{0,240}’")
"""Words of the law that is changed: 'for the words “section 5”' does not change section 5."""
_NUMBER = re.compile(rf"(?:{UNIT}\s|§{{1,2}}\s?)(?P<number>\d+[A-Za-z]{{0,3}})", re.IGNORECASE)
_CLAUSE = 600
"""Characters within which a clause says what it changes."""


def target_of(words: str, heading: str, above: str, *, inserts: bool) -> str:
    """The unit that the words name, with the part of it where they name just one. `above` is what the clause above names."""
    said = _PHRASE.sub(" ", words)
    named = _TARGET.search(said) or _TARGET.search(heading)
    base = _without_place(above)
    if named:
        beside = named.group("place") or "" if inserts else ""
        base = _flat(beside + named.group("unit"))
    if not _WHOLE.fullmatch(base) or (named and base[-1:] == ")"):
        return base or above
    pieces = list(_PIECE.finditer(said[:_CLAUSE]))
    within = {_parts(p) for p in pieces if not (inserts and p.group("place"))}
    beside_of = {_flat(p.group("place") + p.group("word")) + " " + _parts(p) for p in pieces if inserts and p.group("place")}
    if len(within) == 1:
        base = _joined(base, within.pop())
    elif within:
        return base
    if len(beside_of) == 1:
        return f"{base}, {beside_of.pop()}"
    return base if named or within or not above.startswith(base + ",") else above


def own_target(target: str, number: str) -> str:
    """What a subsection or paragraph of new text becomes: '(2A)' put into 'Section 12, after subsection (2)' is 'section 12(2A)'.

    '' where the clause does not say into which unit it goes.
    """
    base = _without_place(target)
    if number[:1] != "(" or not _WHOLE.fullmatch(base):
        return ""
    joined = _joined(base, number)
    return joined[:1].lower() + joined[1:]


def unit_in(target: str) -> str:
    """The word by which a target calls whole units ('article' of 'after Article 4'); '' where it names none or a part of one."""
    found = _CALLED.search(target)
    return found.group("word").lower() if found else ""


def _without_place(target: str) -> str:
    """'Section 12' of 'Section 12, after subsection (2)'."""
    return target.split(", ", 1)[0]


def _joined(base: str, part: str) -> str:
    """A part after the unit that holds it, or in place of a part of its own kind: (3) after 4(2) is 4(3), (a) is 4(2)(a)."""
    last = _LAST.search(base)
    if last and _of_one_list(last.group("number"), part[1:].split(")", 1)[0]):
        return base[: last.start()] + part
    return base + part


def _of_one_list(one: str, other: str) -> bool:
    """Whether two numbers could stand in one list: 2 and 2A, b and ba, i and iv; not b and iv."""
    if one[0].isdigit() or other[0].isdigit():
        return one[0].isdigit() and other[0].isdigit()
    if one[0].isupper() != other[0].isupper():
        return False
    return bool(roman(one)) or not roman(other) or letters(other) == letters(one) + 1 or one == other


def number_in(target: str) -> str:
    """The number of the section that a target names or lies in: '4' of 'section 4(2)'; '' for none, or for a place beside one."""
    found = _NUMBER.match(target)
    return found.group("number") if found else ""


def _parts(piece: re.Match[str]) -> str:
    """Numbers in brackets from the outer to the inner: 'paragraph (a) of subsection (2)' is '(2)(a)'."""
    return "".join((piece.group("at") + (piece.group("low") or "")).split())


def _flat(words: str) -> str:
    return " ".join(words.split())
