"""Columns of text: where the gutters are, and the order in which the blocks between them are read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from statistics import median
from typing import NamedTuple

from pipeline.layout.fragment import Fragment
from pipeline.layout.sheet import Sheet

_NARROWEST = 11  # type sizes across the narrowest column of prose, its gutter included


class Gutter(NamedTuple):
    """White space between two columns: the left edge `x` of the right column, and how far up and down it reaches."""

    x: float
    top: float
    bottom: float


class Block(NamedTuple):
    """A stretch of one column, read from its top to its bottom; `column` counts from 0 at the left, -1 is full width."""

    pieces: list[Fragment]
    column: int
    columns: int


def gutters(pieces: list[Fragment], em: float, left: float, right: float, known: tuple[float, ...] = ()) -> list[Gutter]:
    """The gutters of a page. At the places in `known`, where other pages have theirs, a few lines are enough."""
    found: list[Gutter] = []
    for x in known:
        near = [piece.x0 for piece in pieces if abs(piece.x0 - x) < 0.8 * em]
        found += _runs(pieces, min(near, default=x), em, None)
    edges = _edges(pieces, left, right, 4)
    for x in edges:
        found += _runs(pieces, x, em, (left, *edges))
    return _distinct(found, em)


def _edges(pieces: list[Fragment], left: float, right: float, least: int) -> list[float]:
    """Left edges that several lines share, well inside of the page."""
    width = right - left
    xs = sorted(piece.x0 for piece in pieces if left + 0.18 * width < piece.x0 < right - 0.15 * width)
    found: list[float] = []
    start = 0
    for i, x in enumerate(xs):
        if x - xs[start] > 2.5:
            start = i
        if i - start + 1 == least:
            found.append(xs[start])
    return found


def _runs(pieces: list[Fragment], x: float, em: float, edges: tuple[float, ...] | None) -> list[Gutter]:
    """The stretches of the page, between lines that cross it, in which a gutter stands left of `x`.

    `edges` are the left edges that lines share; None where a few lines are enough, because other pages have a gutter there.
    """
    strip = x - 0.4 * em
    crossing: list[float] = []
    sides: tuple[list[Fragment], list[Fragment]] = ([], [])
    for piece in pieces:
        if piece.x0 >= x - 2.0:
            sides[1].append(piece)
        elif piece.x1 <= strip:
            sides[0].append(piece)
        else:
            crossing.append(piece.middle)
    crossing.sort()
    runs: dict[int, tuple[list[Fragment], list[Fragment]]] = {}
    for on_right, side in enumerate(sides):
        for piece in side:
            at = bisect_right(crossing, piece.middle - 0.3 * em)
            if at < len(crossing) and crossing[at] < piece.middle + 0.3 * em:
                continue  # beside a line that crosses, and read with it
            runs.setdefault(bisect_right(crossing, piece.middle), ([], []))[on_right].append(piece)
    found: list[Gutter] = []
    for left_side, after in runs.values():
        hanging = [] if edges is None else _hanging(left_side, x, em)
        ids = {id(piece) for piece in hanging}
        before = [piece for piece in left_side if id(piece) not in ids]
        if _two_columns(before, after, x, em, edges):
            both = before + after
            left = min([piece.x0 for piece in hanging], default=x)
            found.append(Gutter(left, min(piece.top for piece in both), max(piece.bottom for piece in both)))
    return found


def _hanging(before: list[Fragment], x: float, em: float) -> list[Fragment]:
    """The numbers that hang out of the right column to its left, clear of the left column."""
    numbers = [piece for piece in before if len(piece.words) == 1 and piece.x1 > x - 5 * em and _NUMBER.fullmatch(piece.words[0].text)]
    if not numbers:
        return []
    ids = {id(piece) for piece in numbers}
    edge = max((piece.x1 for piece in before if id(piece) not in ids), default=0.0)
    return [piece for piece in numbers if piece.x0 > edge + 0.3 * em]


_NUMBER = re.compile(r"[\[“\"(]{0,2}(?:\d{1,4}[A-Z]{0,2}|[a-z]{1,5}|[A-Z]{1,2})[.)]{0,2}")
"""A number such as hangs out of a column."""


def _two_columns(before: list[Fragment], after: list[Fragment], x: float, em: float, edges: tuple[float, ...] | None) -> bool:
    """Whether the pieces left and right of a gutter are running text beside running text, not a list or a table."""
    least = 1 if edges is None else 4
    if len(before) < least or len(after) < least:
        return False
    top = max(min(piece.top for piece in side) for side in (before, after))
    bottom = min(max(piece.bottom for piece in side) for side in (before, after))
    if edges is None:
        return bottom > top
    if bottom - top < 3 * em:
        return False
    others = tuple(edge for edge in edges if abs(edge - x) > 7 * em)
    return _runs_on(_left_of(before, others, em), em) and _runs_on(_right_of(after, others, em), em)


class _Reach(NamedTuple):
    """One line of a side: from where to where, and how many words."""

    x0: float
    x1: float
    words: int


def _left_of(side: list[Fragment], edges: tuple[float, ...], em: float) -> list[_Reach]:
    """Line by line what stands left of a gutter, from it to the left edge of the nearest column."""
    found: list[_Reach] = []
    for line in _lines(side, em):
        line.sort(key=lambda piece: -piece.x1)
        x0, words = line[0].x0, len(line[0].words)
        for piece in line[1:]:
            if x0 - piece.x1 > 3 * em or any(abs(x0 - edge) < 3 for edge in edges):
                break
            x0, words = piece.x0, words + len(piece.words)
        found.append(_Reach(x0, line[0].x1, words))
    return found


def _right_of(side: list[Fragment], edges: tuple[float, ...], em: float) -> list[_Reach]:
    """Line by line what stands right of a gutter, from it to the next column."""
    found: list[_Reach] = []
    for line in _lines(side, em):
        line.sort(key=lambda piece: piece.x0)
        x1, words = line[0].x1, len(line[0].words)
        for piece in line[1:]:
            if piece.x0 - x1 > 3 * em or any(abs(piece.x0 - edge) < 3 for edge in edges):
                break
            x1, words = piece.x1, words + len(piece.words)
        found.append(_Reach(line[0].x0, x1, words))
    return found


def _lines(side: list[Fragment], em: float) -> list[list[Fragment]]:
    lines: dict[int, list[Fragment]] = {}
    for piece in side:
        lines.setdefault(round(piece.middle / (0.5 * em)), []).append(piece)
    return list(lines.values())


def _runs_on(side: list[_Reach], em: float) -> bool:
    """Whether the lines of one side are lines of prose: several words each, nearly half of them about as wide as the column."""
    if len(side) < 4:
        return False
    widths = sorted(line.x1 - line.x0 for line in side)
    words = median(line.words for line in side)
    return widths[-1] > 9 * em and words >= 3 and widths[len(widths) * 11 // 20] > 0.5 * widths[-1]


def _distinct(found: list[Gutter], em: float) -> list[Gutter]:
    """One gutter for edges that lie near one another: the one that reaches furthest down; the others are indents or gaps in lines."""
    kept: list[Gutter] = []
    for gutter in sorted(found, key=lambda each: (round((each.top - each.bottom) / em), each.x)):
        if not any(abs(gutter.x - other.x) < _NARROWEST * em and gutter.top < other.bottom and other.top < gutter.bottom for other in kept):
            kept.append(gutter)
    return sorted(kept)


def usual_gutters(all_gutters: list[list[Gutter]], sheets: list[Sheet], em: float) -> tuple[float, ...]:
    """The places at which gutters part a fifth of the pages at least, down a good part of each: those of tables seldom do."""
    heights = [_height(sheet) for sheet in sheets]
    places: list[list[tuple[int, Gutter]]] = []
    for page, gutter in sorted([(i, each) for i, gaps in enumerate(all_gutters) for each in gaps], key=lambda found: found[1].x):
        if not places or gutter.x - places[-1][0][1].x > 0.8 * em:
            places.append([])
        places[-1].append((page, gutter))
    reach = {median(gutter.x for _, gutter in group): _reach(group) for group in places}
    enough = max(1, len(all_gutters) // 5)
    usual = [x for x, pages in reach.items() if sum(length > 0.4 * heights[i] for i, length in pages.items()) >= enough]
    total = {x: sum(reach[x].values()) for x in usual}
    return tuple(x for x in usual if not any(abs(x - other) < _NARROWEST * em and total[x] < 0.3 * total[other] for other in usual))


def _height(sheet: Sheet) -> float:
    """From the top of the print to its bottom."""
    return max([piece.bottom for piece in sheet.pieces], default=0.0) - min([piece.top for piece in sheet.pieces], default=0.0)


def _reach(group: list[tuple[int, Gutter]]) -> Counter[int]:
    """How far down each page the gutters of one place reach, in points."""
    found: Counter[int] = Counter()
    for page, gutter in group:
        found[page] += round(gutter.bottom - gutter.top)
    return found


def blocks(pieces: list[Fragment], gaps: list[Gutter], em: float) -> list[Block]:
    """The page in reading order: band by band from the top, in each band column by column."""
    if not gaps:
        return [Block(pieces, 0, 1)] if pieces else []
    cuts = sorted({gutter.top - 0.1 for gutter in gaps} | {gutter.bottom + 0.1 for gutter in gaps})
    bands: list[list[Fragment]] = [[] for _ in range(len(cuts) + 1)]
    for piece in pieces:
        bands[bisect_right(cuts, piece.middle)].append(piece)
    found: list[Block] = []
    for i, band in enumerate(bands):
        height = (cuts[i - 1] + cuts[i]) / 2 if 0 < i < len(cuts) else -1.0
        edges = [gutter.x for gutter in gaps if gutter.top <= height <= gutter.bottom]
        found += _side_by_side(band, sorted(edges), em)
    return found


def _side_by_side(band: list[Fragment], edges: list[float], em: float) -> list[Block]:
    if not edges:
        return [Block(band, -1, 1)] if band else []
    sides: list[list[Fragment]] = [[] for _ in range(len(edges) + 1)]
    for piece in band:
        sides[bisect_right(edges, piece.x0 + 0.6 * em)].append(piece)
    return [Block(side, i, len(sides)) for i, side in enumerate(sides) if side]


def frame(sheet: Sheet, size: float) -> tuple[float, float]:
    """The left and right edges of the text of a page, notes in the margin left out: edges that several lines share."""
    usual = [piece for piece in sheet.pieces if 0.9 * size < piece.size < 1.15 * size] or sheet.pieces
    if not usual:
        return 0.0, sheet.width
    need = max(2, len(usual) // 16)
    return _shared([piece.x0 for piece in usual], need), -_shared([-piece.x1 for piece in usual], need)


def _shared(edges: list[float], need: int) -> float:
    """The lowest edge from which `need` edges lie within three points."""
    edges = sorted(edges)
    for i in range(len(edges) - need + 1):
        if edges[i + need - 1] - edges[i] <= 3.0:
            return edges[i]
    return edges[0]
