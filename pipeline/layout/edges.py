"""The edges of each column of text, against which indents are measured."""

from __future__ import annotations

from collections import defaultdict
from statistics import median

from pipeline.layout.row import Row

_Edges = tuple[float, float]
_Key = tuple[int, int, int]  # page, column, number of columns


def set_edges(lines: list[Row]) -> None:
    """Give each line the edges of its column of text.

    A page on which every line is indented does not show where its text begins; there the width that other pages agree on
    tells, counted from the edge that can be seen.
    """
    groups: defaultdict[_Key, list[Row]] = defaultdict(list)
    for row in lines:
        groups[row.page, row.column, row.columns].append(row)
    own = {key: _own_edges(group) for key, group in groups.items()}
    widths: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    sides: defaultdict[_Key, list[_Edges]] = defaultdict(list)
    for (page, column, columns), edges in own.items():
        if len(groups[page, column, columns]) > 5:
            widths[column, columns].append(edges[1] - edges[0])
            sides[page % 2, column, columns].append(edges)
    for key, group in groups.items():
        page, column, columns = key
        edges = own[key]
        if widths[column, columns]:
            edges = _settled(edges, _usual(widths[column, columns]), sides[page % 2, column, columns], group)
        for row in group:
            row.left, row.right = edges


def _own_edges(group: list[Row]) -> _Edges:
    """The outermost edges that several lines share; where the lines are ragged, the right edge of nearly the longest."""
    need = min(len(group), max(2, len(group) // 10))
    lefts = sorted(row.x0 for row in group)
    left = next((lefts[i] for i in range(len(lefts) - need + 1) if lefts[i + need - 1] - lefts[i] < 3), lefts[0])
    rights = sorted((row.x1 for row in group), reverse=True)
    need = min(len(group), max(3, len(group) // 5))
    flush = (rights[i] for i in range(len(rights) - need + 1) if rights[i] - rights[i + need - 1] < 3)
    return left, max(next(flush, rights[len(rights) // 20]), left)


def _usual(widths: list[float]) -> float:
    """The width that most of the wider pages have."""
    ordered = sorted(widths)
    return median(ordered[len(ordered) // 3 :])


def _settled(own: _Edges, width: float, same_side: list[_Edges], group: list[Row]) -> _Edges:
    left, right = own
    if right - left > width - 4:
        return own
    justified = len(group) > 5 and sum(abs(right - row.x1) < 2 for row in group) > 0.3 * len(group)
    if not same_side:
        return (right - width, right) if justified else (left, left + width)
    usual_left = median([edges[0] for edges in same_side])
    usual_right = median([edges[1] for edges in same_side])
    if abs(left - usual_left) < 4:
        return left, left + width
    if justified or abs(right - usual_right) < 4:
        return right - width, right
    return (usual_left, usual_right) if usual_left < left < right < usual_right + 4 else (left, left + width)
