"""Line numbers beside the text of bills: found over the whole document and taken away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from pipeline.layout.fragment import Fragment
from pipeline.layout.sheet import Sheet
from pipeline.reading import Word

_REACH = 3.0  # points by which numbers of one column may be out of line
_STEPS = (1, 5, 2, 10)


class _Number(NamedTuple):
    """A whole number at an end of a fragment."""

    value: int
    word: Word
    piece: Fragment


def drop_line_numbers(sheets: list[Sheet]) -> None:
    """Take line numbers out of the sheets.

    They are told from the numbers of sections and from serial numbers in lists because they go up evenly down the page
    in one upright column and stand beside lines that go on in the middle of a sentence, or count by fives.
    """
    candidates = [_candidates(sheet) for sheet in sheets]
    places: Counter[int] = Counter()
    chosen: list[list[_Number]] = []
    for sheet, numbers in zip(sheets, candidates, strict=True):
        mine = [number for chain in _chains(numbers) if _counts_lines(sheet, chain) for number in _with_strays(chain, numbers)]
        places.update(round(number.word.x1 / _REACH) for number in mine)
        chosen.append(mine)
    for sheet, numbers, mine in zip(sheets, candidates, chosen, strict=True):
        _take_out(sheet, mine + _few(sheet, numbers, places) if places else mine)


def _candidates(sheet: Sheet) -> list[_Number]:
    found: list[_Number] = []
    for piece in sheet.pieces:
        for word in piece.words[:1] if len(piece.words) == 1 else (piece.words[0], piece.words[-1]):
            if len(word.text) <= 4 and word.text.isdecimal() and word.text.isascii():
                found.append(_Number(int(word.text), word, piece))
    return found


def _chains(numbers: list[_Number]) -> Iterable[list[_Number]]:
    """The numbers of each upright column that go up by one even step, when there are enough of them."""
    if len(numbers) < 3:
        return
    for edge in (3, 1):
        for column in _columns(numbers, edge):
            chain = _even(column)
            if chain:
                yield chain


def _columns(numbers: list[_Number], edge: int) -> Iterable[list[_Number]]:
    """Numbers whose left (1) or right (3) edges stand in one line, from the top down."""
    column: list[_Number] = []
    for number in sorted(numbers, key=lambda each: each.word[edge]):
        if column and number.word[edge] - column[-1].word[edge] > _REACH:  # type: ignore[operator]
            yield sorted(column, key=lambda each: each.word.top)
            column = []
        column.append(number)
    yield sorted(column, key=lambda each: each.word.top)


def _even(column: list[_Number]) -> list[_Number]:
    steps = Counter(after.value - before.value for before, after in pairwise(column))
    for step in _STEPS:
        if steps[step] < (2 if step == 5 else 4) or steps[step] < 0.6 * (len(column) - 1):
            continue
        near = [column[0], *column, column[-1]]
        return [
            here
            for before, here, after in zip(near, column, near[2:], strict=False)
            if step in (here.value - before.value, after.value - here.value)
        ]
    return []


def _with_strays(chain: list[_Number], numbers: list[_Number]) -> list[_Number]:
    """The chain and the numbers of its column that stand out of turn, as where one is printed over another."""
    edges = {round(number.word.x1) for number in chain}
    last = max(number.value for number in chain)
    return [number for number in numbers if round(number.word.x1) in edges and 0 < number.value <= last + 5]


def _counts_lines(sheet: Sheet, chain: list[_Number]) -> bool:
    step = chain[1].value - chain[0].value
    if step == 5:
        return all(number.value % 5 == 0 for number in chain)
    heights = [number.word.top + number.word.bottom for number in chain]
    inside = {round(piece.bottom / 3) for piece in sheet.pieces if heights[0] - 4 <= piece.top + piece.bottom <= heights[-1] + 4}
    if len(chain) < 0.25 * len(inside):
        return False
    goes_on = sum(text[:1].islower() for text in _text_beside(sheet, chain))
    return goes_on >= 0.2 * len(chain) and goes_on >= 3


def _text_beside(sheet: Sheet, chain: list[_Number]) -> list[str]:
    """The first word of the line that each number stands beside."""
    lines = {id(number.word): number for number in chain}
    found: list[str] = []
    for number in chain:
        if len(number.piece.words) > 1:
            words = [word for word in number.piece.words if id(word) not in lines]
            found.append(words[0].text)
            continue
        middle = number.piece.middle
        row = [piece for piece in sheet.pieces if piece.top < middle < piece.bottom and piece is not number.piece]
        if row:
            found.append(min(row, key=lambda each: each.x0).words[0].text)
    return found


def _few(sheet: Sheet, numbers: list[_Number], places: Counter[int]) -> list[_Number]:
    """The numbers that stand where line numbers stand elsewhere, outside of the text: all that a page with few lines shows."""
    mine = [number for number in numbers if any(places[round(number.word.x1 / _REACH) + off] for off in (-1, 0, 1))]
    edge = {id(number.word) for number in mine}
    others = [piece for piece in sheet.pieces if id(piece.words[0]) not in edge or len(piece.words) > 1]
    if not mine or not others:
        return []
    left = min(piece.words[1].x0 if id(piece.words[0]) in edge else piece.x0 for piece in others)
    right = max(piece.words[-2].x1 if len(piece.words) > 1 and id(piece.words[-1]) in edge else piece.x1 for piece in others)
    outside = [number for number in mine if number.word.x1 <= left or number.word.x0 >= right]
    values = [number.value for number in sorted(outside, key=lambda each: each.word.top)]
    return outside if values == sorted(set(values)) else []


def _take_out(sheet: Sheet, numbers: list[_Number]) -> None:
    if not numbers:
        return
    gone = {id(number.word) for number in numbers}
    touched = {id(number.piece) for number in numbers}
    kept: list[Fragment] = []
    for piece in sheet.pieces:
        if id(piece) not in touched:
            kept.append(piece)
            continue
        rest = [word for word in piece.words if id(word) not in gone]
        if rest:
            kept.append(Fragment(rest))
    sheet.pieces = kept
