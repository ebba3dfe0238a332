"""Words that follow one another on one baseline: the smallest piece that layout moves about."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.reading import Word


class Fragment:
    """Neighbouring words of one baseline with no wide gap between them, and the box around them.

    Mutable and slotted: a page has a hundred of them, and each is looked at a few times only. `size` is that of its
    longest word, so that a superscript mark or a small capital does not speak for the whole. `cells` is None but for the
    row of a table: the indices of the words that begin a new cell.
    """

    __slots__ = ("bottom", "cells", "size", "top", "words", "x0", "x1")
    top: float
    x0: float
    x1: float
    bottom: float

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.cells: tuple[int, ...] | None = None
        texts, x0s, tops, x1s, bottoms, *_ = zip(*words, strict=True)  # columns: a long act has thirty thousand fragments
        self.x0, self.top, self.x1, self.bottom = min(x0s), min(tops), max(x1s), max(bottoms)
        lengths = list(map(len, texts))
        self.size = type_size(words[lengths.index(max(lengths))])

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def middle(self) -> float:
        """The height at which the fragment stands, for ordering."""
        return (self.top + self.bottom) / 2


def type_size(word: Word) -> float:
    """The type size of a word in points, guessed from the height of its box where the reader does not know."""
    return word.size or 0.85 * (word.bottom - word.top)


def fragments(words: Iterable[Word]) -> list[Fragment]:
    """The words of a page, cut where the print jumps: to another baseline, back, or over a gap wider than the type.

    Where the type size changes any gap is enough, because a marginal note may stand a word's space from its line.
    """
    found: list[Fragment] = []
    run: list[Word] = []
    end = low = high = size = 0.0
    for word in words:
        text, x0, top, x1, bottom, points, _, _, _, _, _, _ = word
        if not text:
            continue
        points = points or 0.85 * (bottom - top)
        if run:
            gap = x0 - end
            shared = (bottom if bottom < low else low) - (top if top > high else high)
            least = bottom - top if bottom - top < low - high else low - high
            wide = 0.12 * size if points < 0.88 * size or size < 0.88 * points else 1.0 * size
            if not (-0.3 * size < gap < wide and shared > 0.5 * least):
                found.append(Fragment(run))
                run = []
        run.append(word)
        if not points < 0.8 * size or len(run) == 1:
            low, high = bottom, top
            size = points
        end = x1
    if run:
        found.append(Fragment(run))
    return found


def rows(pieces: list[Fragment]) -> list[list[Fragment]]:
    """The fragments of one column line by line from the top, each line from left to right.

    A fragment belongs to the line whose widest fragment it overlaps by half of the lower of the two; so raised marks, small
    capitals and a slightly turned baseline stay on their line, and a large initial stays on its first.
    """
    found: list[list[Fragment]] = []
    anchor: list[Fragment] = []
    for piece in sorted(pieces, key=lambda each: each.top + each.bottom):
        for i in range(len(found) - 1, max(len(found) - 4, -1), -1):
            if _on_line(anchor[i], piece):
                found[i].append(piece)
                if piece.x1 - piece.x0 > anchor[i].x1 - anchor[i].x0 and piece.size >= 0.8 * anchor[i].size:
                    anchor[i] = piece
                break
        else:
            found.append([piece])
            anchor.append(piece)
    for row in found:
        row.sort(key=lambda each: each.x0)
    return found


def _on_line(anchor: Fragment, piece: Fragment) -> bool:
    if anchor.cells is not None or piece.cells is not None:
        return False
    shared = min(anchor.bottom, piece.bottom) - max(anchor.top, piece.top)
    raised = piece.size < 0.8 * anchor.size or anchor.size < 0.8 * piece.size
    return shared > (0.35 if raised else 0.5) * min(anchor.bottom - anchor.top, piece.bottom - piece.top)
