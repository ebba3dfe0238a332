"""From the page as displayed back to the page as stored: rotation, the MediaBox's origin, user units."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

from pipeline.span import Box

LETTER = (0.0, 0.0, 612.0, 792.0)
"""What readers take for the MediaBox where a file gives none that can be used."""
DEEPEST = 64
"""Levels of the page tree above a page that are searched for an inherited attribute."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How a stored page is displayed: its MediaBox, quarter turns clockwise, and displayed units for one stored unit."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int
    scale: float = 1.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The stored point of a displayed one (origin at the top left of the displayed MediaBox, y down)."""
        u, v = x / self.scale, y / self.scale
        return (
            (self.left + u, self.top - v),
            (self.left + v, self.bottom + u),
            (self.right - u, self.bottom + v),
            (self.right - v, self.top - u),
        )[self.turns]

    def quad(self, box: Box) -> tuple[float, ...]:
        """The box's corners as stored, in the order that viewers expect: top left, top right, bottom left, bottom right."""
        corners = ((box.x0, box.top), (box.x1, box.top), (box.x0, box.bottom), (box.x1, box.bottom))
        return tuple(round(value, 3) for corner in corners for value in self.point(*corner))


def frame(page: pikepdf.Object, displayed_width: float) -> Frame:
    """The frame of a page; `displayed_width` is what the reader gave, so that a user unit it applied is undone."""
    left, bottom, right, top = _media_box(page)
    turns = _turns(page)
    width = (top - bottom) if turns % 2 else (right - left)
    ratio = displayed_width / width if displayed_width > 0 else 1.0
    return Frame(left, bottom, right, top, turns, ratio if abs(ratio - 1.0) > 0.01 else 1.0)


def inherited(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """An attribute of the page or of the nearest node above it that has it."""
    node = page
    for _ in range(DEEPEST):
        if key in node:
            return node[key]
        above = node.get("/Parent")
        if not isinstance(above, pikepdf.Dictionary):
            return None
        node = above
    return None


def _media_box(page: pikepdf.Object) -> tuple[float, float, float, float]:
    box = inherited(page, "/MediaBox")
    if not isinstance(box, pikepdf.Array) or len(box) != 4:
        return LETTER
    try:
        x0, y0, x1, y1 = (float(value) for value in box)
    except (TypeError, ValueError):
        return LETTER
    left, right, bottom, top = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    return (left, bottom, right, top) if right > left and top > bottom else LETTER


def _turns(page: pikepdf.Object) -> int:
    rotate = inherited(page, "/Rotate")
    try:
        return int(int(rotate) / 90) % 4 if rotate is not None else 0
    except (TypeError, ValueError):
        return 0
