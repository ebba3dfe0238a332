"""A page on its way through layout, and the type size that the whole document shares."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pipeline.layout.fragment import Fragment
from pipeline.reading import Table


@dataclass(slots=True)
class Sheet:
    """One page: what is left of its fragments as stage after stage takes its part away.

    `width` and `height` are of the page as laid out; `turn` says how a sideways page was turned for that, 0 for not;
    `left` and `right` are the edges of its text, marginal notes left out.
    """

    number: int
    width: float
    height: float
    pieces: list[Fragment]
    tables: tuple[Table, ...] = ()
    turn: int = 0
    left: float = 0.0
    right: float = 0.0


def body_size(sheets: list[Sheet]) -> float:
    """The type size that most words are set in; 10 when there are none."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for piece in sheet.pieces:
            sizes[round(piece.size * 2) / 2] += len(piece.words)
    return max(sizes.most_common(1)[0][0], 1.0) if sizes else 10.0
