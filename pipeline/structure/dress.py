"""Numbers within an article as they are dressed - (1) (a) (iv) 1. a) 1° 1.1 - and what the words around them say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.structure.numbers import letters, roman
from pipeline.structure.row import Row

_INLINE = re.compile(
    r"""
    \(\s?(?P<in>\d{1,3}[A-Za-z]{0,2}|[A-Za-z]{1,2}|[ivxl]{1,7}|[IVXL]{1,7}|[a-z]{3})\s?\)
    |(?<![\w°º])(?P<degree>\d{1,3})\s?[°º]\.?(?=\s)
    |(?P<proviso>\b(?:[Pp]rovided|PROVIDED)(?:\s?,?\s?(?:further|also|always|however|moreover|FURTHER|ALSO|ALWAYS)){0,2}\s?,?\s(?:that|THAT)\b)
    """,
    re.VERBOSE,
)
"""Where a unit may begin anywhere in a row: a number in brackets or with a degree sign, or Provided that."""

_OPEN = re.compile(
    r"""
    (?:\d{1,2}\s?(?=\[))?\[?\s?
    (?: (?P<decimal>\d{1,3}(?:\.\d{1,3}){1,4})\.?(?=\s)
      | (?P<open>\d{1,3}[A-Z]?|[a-z]{1,2}|[A-Z]|[ivxl]{1,6}|[IVXL]{1,6})(?P<closer>\s?\)|\.(?!\d)(?:[–—-]|(?=\s))|\s?°\.?|\s?º\.?)
    )
    """,
    re.VERBOSE,
)
"""Where a unit may begin only at the start of a row: 1. a) 1° 1.1 and so on."""

_REFERENCE_WORD = re.compile(
    r"""\b(?:sub-?)?(?:sections?|paragraphs?|clauses?|articles?|regulations?|rules?|items?|para|paras|parts?|points?|ss?|reg|art|arts|schedules?|chapter|orders?|forms?|category|class|column|no|nos
    |under|of|in|by|with|either|both|to|act|the|per|from)\.?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words before a number that make it a reference."""
_REFERENCE_LIST = re.compile(
    r"\b(?:sub-?)?(?:sections?|paragraphs?|clauses?|articles?|regulations?|rules?|items?|paras?|points?|schedules?)\.?\s+(?=[\d(])([^.;:—]{1,48})$",
    re.IGNORECASE,
)
"""A reference that goes on with further numbers: 'sections 12(1), (2) and'."""
_LIST_WORDS = frozenset({"and", "or", "to", "of", "section", "sections", "subsection", "subsections", "paragraph", "paragraphs", "clause"})
_WORDS = re.compile(r"[A-Za-z]{3,}")
_JOINED = re.compile(r"[;,.:—–-][”’\"'\])]*\s*(?:and/or|and|or|but)\s*[—–-]?\s*$", re.IGNORECASE)
_STOPS = frozenset(".;:—–?-…")
_CLOSERS = "\"'”’)]»* "
_FOLLOWED = re.compile(
    r"\s*(?:(?:of|and|or|to|above|below|thereof|hereof|hereto|shall|may|appl(?:y|ies)|is|are|does|has|was|were|had|in\sthis)(?![\w-])|[,;.)](?!\s?[—–(]))"
)
"""What comes after a reference: '(2) of', '(a) and', '(b),'."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """A place where a unit may begin, with every reading of its number: (style, place in sequence, inserted suffix).

    `sure` says that a sentence or limb ended before it; `row` that it begins a row; `free` that the words before are no
    reference; `followed` that the words after it look like those after a reference.
    """

    start: int
    end: int
    number: str
    readings: tuple[tuple[str, int, str], ...]
    row: bool = False
    sure: bool = False
    free: bool = True
    followed: bool = False
    upper: bool = False

    @property
    def proviso(self) -> bool:
        """Whether this is a Provided that."""
        return not self.readings


def dressed_in(text: str, rows: Sequence[Row], start: int, end: int) -> list[Dressed]:
    """All places between two offsets where a unit may begin, in order."""
    found = {d.start: d for d in _inline(text, rows, start, end)}
    for row in rows:
        if start <= row.start < end and row.start not in found and not row.marginal:
            opened = _OPEN.match(text, row.start, min(row.end, row.start + 24))
            if opened:
                dressed = _opened(text, opened, start)
                found[dressed.start] = dressed
    return [found[at] for at in sorted(found)]


def _inline(text: str, rows: Sequence[Row], start: int, end: int) -> list[Dressed]:
    starts = {row.start for row in rows}
    bracketed = {row.start + n for row in rows for n in (1, 2, 3, 4) if "[" in row.text[:4]}
    out = []
    for match in _INLINE.finditer(text, start, end):
        at = match.start()
        row = at in starts or (at in bracketed and text[at - 1] in "[ ")
        if match.group("proviso"):
            sure = row or _stopped(text[max(at - 12, start) : at])
            if sure and (row or text[at] == "P"):
                out.append(Dressed(at, match.end(), "", (), row, sure))
        else:
            number = match.group("in")
            out.append(_judge(text, start, at, match.end(), number or match.group("degree"), "(" if number else "°", row))
    return out


def _opened(text: str, match: re.Match[str], start: int) -> Dressed:
    if match.group("decimal"):
        number = match.group("decimal")
        pieces = number.split(".")
        at = match.start("decimal")
        return Dressed(at, match.end(), number, ((f"decimal{len(pieces)}", int(pieces[-1]), ""),), True, *_before(text, start, at))
    closer = match.group("closer").strip()[0]
    dress = "°" if closer in "º°" else ")" if closer == ")" else "."
    return _judge(text, start, match.start("open"), match.end(), match.group("open"), dress, True)


def _judge(text: str, start: int, at: int, after: int, number: str, dress: str, row: bool) -> Dressed:
    sure, free = _before(text, start, at)
    followed = not sure and _FOLLOWED.match(text, after, after + 12) is not None
    return Dressed(
        at, after, number, tuple(readings(number, dress)), row, sure, free, followed, text[after : after + 2].strip()[:1].isupper()
    )


def readings(number: str, dress: str) -> list[tuple[str, int, str]]:
    """Every reading of a number: (i) is the ninth letter or the first roman, (aa) the 27th letter or inserted after (a)."""
    if number[0].isdigit():
        digits = number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        return [(f"{dress}1", int(digits), number[len(digits) :].upper())]
    case = "A" if number[0].isupper() else "a"
    out = []
    if letters(number):
        out.append((dress + case, letters(number), ""))
    if len(number) == 2 and number.isalpha():
        out.append((dress + case, letters(number[0]), number[1].upper()))
    if roman(number):
        out.append((dress + ("I" if case == "A" else "i"), roman(number), ""))
    return out


def _before(text: str, start: int, at: int) -> tuple[bool, bool]:
    """Whether a sentence or limb ended before the place, and whether the words before leave it free of reference."""
    before = text[max(at - 64, start) : at].rstrip(" \n[*")
    if not before or _stopped(before) or _JOINED.search(before[-16:]):
        return True, True
    if _REFERENCE_WORD.search(before[-20:]) or before[-1].isdigit():
        return False, False
    listed = _REFERENCE_LIST.search(before)
    return False, not (listed and all(w.lower() in _LIST_WORDS for w in _WORDS.findall(listed.group(1))))


def _stopped(before: str) -> bool:
    words = before.rstrip(_CLOSERS + "\n")
    return bool(words) and words[-1] in _STOPS
