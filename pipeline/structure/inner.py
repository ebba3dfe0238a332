"""The units within an article: subsections, paragraphs, subparagraphs, items, provisos."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.structure.dress import Dressed, dressed_in
from pipeline.structure.printed import Printed
from pipeline.structure.unit import Unit

_MAX_DEPTH = 8
_CHAINED = 12
"""Characters: '(1) (a)' at most this far apart begin together."""
_BELOW = ("subsection", "paragraph", "subparagraph", "item", "point")
_PROVISO = "proviso"


@dataclass(slots=True)
class _Level:
    """An open level of numbering: its style, and the number and unit it stands at."""

    style: str
    last: int
    suffix: str
    unit: Unit


def grow(article: Unit, sheet: Printed, skipped: Sequence[tuple[int, int]] = (), *, anywhere: bool = False) -> None:
    """Give an article the units between its `body` and its end, none in the stretches `skipped`.

    `anywhere`: its first number may be any, as in a quotation.
    """
    text = sheet.text
    found = _outside(dressed_in(text, sheet.between(article.start, article.end), article.body, article.end), skipped)
    stack: list[_Level] = []
    near = article.body
    for at, place in enumerate(found):
        chained = place.start - near < _CHAINED and not text[near : place.start].strip(" \n[.—–-")
        if place.proviso:
            _open_proviso(article, stack, place, _belongs(found, at, stack))
            continue
        taken = _continued(place, stack, found, at, chained) or _opened(place, stack, found, at, chained)
        if not taken and anywhere and not article.children and place.readings and (place.sure or place.row):
            taken = 0, place.readings[0]
        if taken:
            depth, (style, n, suffix) = taken
            _close(stack, depth, place.start)
            parent = stack[-1].unit if stack else article
            if n == 2 and not stack and not article.children and not anywhere and text[article.body : place.start].strip():
                article.children.append(Unit("subsection", "", article.body, place.start, body=article.body))
            number = f"({place.number})" if text[place.start] == "(" else place.number
            unit = Unit(_kind(article, stack, style), number, place.start, parent.end, body=place.end)
            parent.children.append(unit)
            stack.append(_Level(style, n, suffix, unit))
            near = place.end
    _close(stack, 0, article.end)


def _outside(found: list[Dressed], skipped: Sequence[tuple[int, int]]) -> list[Dressed]:
    """Without the numbers that stand in the stretches left out."""
    if not skipped:
        return found
    starts = [start for start, _ in skipped]
    out = []
    for place in found:
        at = bisect_right(starts, place.start) - 1
        if at < 0 or place.start >= skipped[at][1]:
            out.append(place)
    return out


def _continued(
    place: Dressed, stack: list[_Level], found: list[Dressed], at: int, chained: bool
) -> tuple[int, tuple[str, int, str]] | None:
    """The open level that the number goes on with: exactly, or over a gap where the print leaves no doubt."""
    if chained or not (place.sure or (place.row and place.free and not place.followed)):
        return None
    gap = None
    for depth in range(len(stack) - 1, -1, -1):
        level = stack[depth]
        for reading in place.readings:
            style, n, suffix = reading
            if style != level.style:
                continue
            if (n == level.last + 1 and not suffix) or (n == level.last and suffix > level.suffix):
                if not _rather_first(place, level, found, at):
                    return depth, reading
            elif level.last + 1 < n <= level.last + 4 and place.sure and place.row and gap is None:
                gap = depth, reading
    return gap if gap and not any(n == 1 for _, n, _ in place.readings) else None


def _rather_first(place: Dressed, level: _Level, found: list[Dressed], at: int) -> bool:
    """Whether (i) after (h) begins a roman list: the next number of its kind is (ii) and not (j)."""
    if place.number not in {"i", "I"} or level.style[-1] not in "aA":
        return False
    following = next((f.number.lower() for f in found[at + 1 : at + 6] if f.number.lower() in {"ii", "j"} and f.sure), "")
    return following == "ii"


def _opened(place: Dressed, stack: list[_Level], found: list[Dressed], at: int, chained: bool) -> tuple[int, tuple[str, int, str]] | None:
    """A new level that the number begins, below the innermost."""
    first = [r for r in place.readings if r[1] == 1 and not r[2]]
    if (
        not first
        and not stack
        and place.row
        and place.sure
        and place.readings
        and place.readings[0][0][-1] == "1"
        and place.readings[0][1] == 2
    ):
        first = [place.readings[0]]
    if not first or len(stack) >= _MAX_DEPTH or not (place.sure or chained or (place.row and place.free and not place.followed)):
        return None
    reading = first[-1] if place.number in {"i", "I"} else first[0]
    if any(level.style == reading[0] for level in stack) and not any(level.style == _PROVISO for level in stack):
        return None
    if not place.sure and not chained and not _goes_on(found, at, reading):
        return None
    if reading[0][-1] in "iI" and at + 1 < len(found) and found[at + 1].number.lower() == "j":
        return None
    return len(stack), reading


def _goes_on(found: list[Dressed], at: int, reading: tuple[str, int, str]) -> bool:
    """Whether the second of the list follows soon."""
    style, n, _ = reading
    return any((style, n + 1, "") in f.readings and (f.sure or f.row) for f in found[at + 1 : at + 12])


def _close(stack: list[_Level], depth: int, end: int) -> None:
    while len(stack) > depth:
        stack.pop().unit.end = end


def _kind(article: Unit, stack: list[_Level], style: str) -> str:
    """The Akoma Ntoso name: by depth, but a list of letters directly below an article has paragraphs, not subsections."""
    ladder = _BELOW[2:] if article.kind == "paragraph" else _BELOW
    above = [ladder.index(level.unit.kind) for level in stack if level.unit.kind in ladder]
    step = max(above, default=-1) + 1
    if step == 0 and ladder is _BELOW and not style[-1].isdigit() and style[0] not in "°º":
        step = 1
    return ladder[min(step, len(ladder) - 1)]


def _belongs(found: list[Dressed], at: int, stack: list[_Level]) -> int:
    """How many open levels a proviso stands under: the list's, if the list goes on after it; else the subsection's."""
    for place in found[at + 1 : at + 4]:
        if place.proviso:
            continue
        for depth in range(len(stack) - 1, 0, -1):
            level = stack[depth]
            if place.sure and (level.style, level.last + 1, "") in place.readings:
                return depth + 1
        break
    return 1 if stack and stack[0].unit.kind == "subsection" else 0


def _open_proviso(article: Unit, stack: list[_Level], place: Dressed, depth: int) -> None:
    _close(stack, depth, place.start)
    parent = stack[-1].unit if stack else article
    unit = Unit(_PROVISO, "", place.start, parent.end, body=place.end)
    parent.children.append(unit)
    stack.append(_Level(_PROVISO, 0, "", unit))
