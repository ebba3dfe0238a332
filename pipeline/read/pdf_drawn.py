"""What is drawn on a page beside its words: rules, pictures, outlines, and patches that cover words."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import NamedTuple

from pipeline.read import pdfium
from pipeline.read.pdf_frame import Frame

_TEXT, _PATH, _PICTURE, _FORM = 1, 2, 3, 5
_CURVE, _MOVE = 1, 2
_THIN = 2.2
_MOST_PATHS = 4_000
_MOST_SEGMENTS = 6_000
_MOST_IN_ONE_PATH = 600
_DEEPEST_FORM = 3
_BLACK, _WHITE = 5, 250

Matrix = tuple[float, float, float, float, float, float]
_Corners = tuple[float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rule(NamedTuple):
    """A thin straight line as displayed, `along` from `start` to `end` at `at` on the other axis."""

    at: float
    start: float
    end: float


class Patch(NamedTuple):
    """An opaque white or black area as displayed, and its place in the order of drawing."""

    order: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class Drawn:
    """`level` rules run across the displayed page, `upright` ones down it. `outlines` counts paths that are not straight.

    `pictures` are boxes (x0, top, x1, bottom), `grounds` the boxes of coloured areas.
    `order` says for the text objects on the page itself when each is drawn.
    """

    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    pictures: list[_Corners] = field(default_factory=list)
    grounds: list[_Corners] = field(default_factory=list)
    patches: list[Patch] = field(default_factory=list)
    order: dict[int, int] = field(default_factory=dict)
    outlines: int = 0
    texts: int = 0


def look_at(page: int, frame: Frame) -> Drawn:
    """All that is drawn on a page. Thousands of paths are looked at only in part."""
    return _Look(page, frame).drawn


class _Look:
    def __init__(self, page: int, frame: Frame) -> None:
        self.drawn = Drawn()
        self._frame = frame
        self._paths = 0
        self._segments = 0
        self._numbers = array("f", bytes(24))
        self._colours = array("I", bytes(16))
        count = pdfium.count_objects(page)
        objects = list(map(pdfium.page_object, repeat(page, count), range(count)))
        kinds = list(map(pdfium.object_type, objects))
        self._objects(objects, kinds, _IDENTITY, 0)
        if self.drawn.patches:
            self.drawn.order = {o: i for i, (o, kind) in enumerate(zip(objects, kinds, strict=True)) if kind == _TEXT}

    def _objects(self, objects: list[int], kinds: list[int], matrix: Matrix, depth: int) -> None:
        self.drawn.texts += kinds.count(_TEXT)
        if kinds.count(_TEXT) == len(kinds):
            return
        for order, (thing, kind) in enumerate(zip(objects, kinds, strict=True)):
            if kind == _PATH:
                self._path(thing, order if depth == 0 else -1, matrix)
            elif kind == _PICTURE:
                self.drawn.pictures.append(self._place(*self._bounds(thing), matrix))
            elif kind == _FORM and depth < _DEEPEST_FORM:
                self._form(thing, matrix, depth)

    def _form(self, form: int, matrix: Matrix, depth: int) -> None:
        count = pdfium.count_form_objects(form)
        if count < 0:
            return
        objects = list(map(pdfium.form_object, repeat(form, count), range(count)))
        kinds = list(map(pdfium.object_type, objects))
        self._objects(objects, kinds, _multiply(self._matrix_of(form), matrix), depth + 1)

    def _path(self, path: int, order: int, matrix: Matrix) -> None:
        self._paths += 1
        if self._paths > _MOST_PATHS:
            return
        left, bottom, right, top = self._bounds(path)
        box = self._place(left, bottom, right, top, matrix)
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            self._rule(box)
            return
        segments = pdfium.count_segments(path)
        filled = self._fill_of(path)
        if filled is not None and filled < _WHITE:
            self.drawn.grounds.append(box)
        if filled is not None and segments <= 5 and not _BLACK < filled < _WHITE:
            self.drawn.patches.append(Patch(order, *box))
        if segments <= _MOST_IN_ONE_PATH and self._segments < _MOST_SEGMENTS:
            self._segments += segments
            self._walk_segments(path, segments, _multiply(self._matrix_of(path), matrix))
        else:
            self.drawn.outlines += 1

    def _rule(self, box: _Corners) -> None:
        x0, top, x1, bottom = box
        if x1 - x0 >= bottom - top:
            self.drawn.level.append(Rule((top + bottom) / 2, x0, x1))
        else:
            self.drawn.upright.append(Rule((x0 + x1) / 2, top, bottom))

    def _walk_segments(self, path: int, count: int, matrix: Matrix) -> None:
        """The rules in one path: thin shapes, and straight lines where it is stroked. Any curve makes it an outline instead."""
        points = list(self._points(path, count))
        if any(kind == _CURVE for kind, _, _ in points):
            self.drawn.outlines += 1
            return
        stroked = self._is_stroked(path)
        for shape in _shapes(points):
            boxes = _lines(shape) if stroked else [_around(shape)]
            for box in boxes:
                placed = self._place(*box, matrix)
                if min(placed[2] - placed[0], placed[3] - placed[1]) <= _THIN:
                    self._rule(placed)

    def _points(self, path: int, count: int) -> Iterator[tuple[int, float, float]]:
        """Kind (0 line to, 1 curve, 2 move to) and point of each segment."""
        at = self._numbers.buffer_info()[0]
        for i in range(count):
            segment = pdfium.path_segment(path, i)
            pdfium.segment_point(segment, at, at + 4)
            yield pdfium.segment_type(segment), self._numbers[0], self._numbers[1]

    def _is_stroked(self, path: int) -> bool:
        at = self._colours.buffer_info()[0]
        return bool(pdfium.draw_mode(path, at, at + 4) and self._colours[1])

    def _fill_of(self, path: int) -> int | None:
        """The lightness (0 to 255, of the darkest of the three colours) of an opaque filling, None without one."""
        at = self._colours.buffer_info()[0]
        if not (pdfium.draw_mode(path, at, at + 4) and self._colours[0]):
            return None
        if not pdfium.fill_color(path, at, at + 4, at + 8, at + 12):
            return None
        red, green, blue, alpha = self._colours
        light = min(red, green, blue) if max(red, green, blue) > _BLACK else 0
        return light if alpha == 255 else None

    def _bounds(self, thing: int) -> _Corners:
        at = self._numbers.buffer_info()[0]
        if not pdfium.object_bounds(thing, at, at + 4, at + 8, at + 12):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top, _, _ = self._numbers
        return left, bottom, right, top

    def _matrix_of(self, thing: int) -> Matrix:
        if not pdfium.object_matrix(thing, self._numbers.buffer_info()[0]):
            return _IDENTITY
        a, b, c, d, e, f = self._numbers
        return a, b, c, d, e, f

    def _place(self, left: float, bottom: float, right: float, top: float, matrix: Matrix) -> _Corners:
        if matrix != _IDENTITY:
            corners = [_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            bottom, top = min(y for _, y in corners), max(y for _, y in corners)
        return self._frame.place(left, bottom, right, top)


def _shapes(points: list[tuple[int, float, float]]) -> Iterator[list[tuple[float, float]]]:
    """The separate shapes of a path, closed as they were drawn."""
    shape: list[tuple[float, float]] = []
    for kind, x, y in points:
        if kind == _MOVE and shape:
            yield shape
            shape = []
        shape.append((x, y))
    if shape:
        yield shape


def _lines(shape: list[tuple[float, float]]) -> list[_Corners]:
    closed = [*shape, shape[0]] if len(shape) > 2 else shape
    return [_around(list(ends)) for ends in pairwise(closed)]


def _around(shape: list[tuple[float, float]]) -> _Corners:
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    return min(xs), min(ys), max(xs), max(ys)


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _multiply(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    ta, tb, tc, td, te, tf = then
    return a * ta + b * tc, a * tb + b * td, c * ta + d * tc, c * tb + d * td, e * ta + f * tc + te, e * tb + f * td + tf
