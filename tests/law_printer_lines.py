"""Breaking a paragraph into printed lines: faces, justification, hyphenation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FACES = {
    "Times": {"": "Times-Roman", "b": "Times-Bold", "i": "Times-Italic", "bi": "Times-BoldItalic"},
    "Helvetica": {"": "Helvetica", "b": "Helvetica-Bold", "i": "Helvetica-Oblique", "bi": "Helvetica-BoldOblique"},
    "Courier": {"": "Courier", "b": "Courier-Bold", "i": "Courier-Oblique", "bi": "Courier-BoldOblique"},
    "Vera": {"": "Vera", "b": "VeraBd", "i": "VeraIt", "bi": "VeraBI"},
}
PLAIN = str.maketrans(
    {
        "\u2011": "-",
        "\xad": "",
        "\u2e3a": "—",
        "\u2e3b": "—",
        "\u2015": "—",
        "\u25b2": "*",
        "\u201f": "“",
        "\u20b5": "c",
        "\u037e": ";",
        "\u200b": "",
    }
)
"""Characters that the printer's fonts lack, and what is printed in their place."""

_CONSONANT_BEFORE_VOWEL = re.compile(r"(?<=[aeiouy][bcdfglmnprstv])(?=[bcdfglmnprstv][aeiouy])|(?<=[aeiou])(?=[bcdfglmnprstv][aeiou])")
"""Where an English word may be broken, roughly: between two consonants or before one, a vowel on both sides."""


class Run(NamedTuple):
    """Text in one face; `raised` for a footnote's mark."""

    text: str
    face: str = ""
    raised: bool = False


class Piece(NamedTuple):
    """A string as it is drawn: where on its line (points from the column's left edge), in which font."""

    x: float
    text: str
    font: str
    size: float
    rise: float = 0.0
    word_space: float = 0.0


@dataclass(frozen=True)
class Shape:
    """How a paragraph is set: type, width and indents in points."""

    family: str
    size: float
    leading: float
    width: float
    align: str = "left"
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    hyphen: str = ""
    word_by_word: bool = False


@dataclass(frozen=True)
class PrintLine:
    """A line ready to be placed in a column.

    `keep` is how many lines must follow in the same column; `note` a marginal note beside it; `footnotes` the notes
    that it calls; `article` the index of the article that starts here, for the contents list.
    """

    pieces: tuple[Piece, ...]
    leading: float
    space: float = 0.0
    keep: int = 0
    note: str = ""
    footnotes: tuple[str, ...] = ()
    article: int | None = None
    counted: bool = True


def register_fonts() -> None:
    """Make the embedded family known; the other three are built into every viewer."""
    for name in FACES["Vera"].values():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))


@lru_cache(maxsize=200_000)
def width_of(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


def set_lines(runs: list[Run], shape: Shape) -> list[list[Piece]]:
    """The paragraph's lines, each a list of pieces."""
    words = _words(runs, shape)
    lines: list[list[Piece]] = []
    queue = list(reversed(words))
    while queue:
        indent = shape.left + (shape.first if not lines else 0.0)
        room = shape.width - indent - shape.right
        taken = _fill(queue, room, shape)
        lines.append(_place(taken, indent, room, shape, last=not queue))
    return lines


_Word = tuple[Piece, ...]


def _words(runs: list[Run], shape: Shape) -> list[_Word]:
    """Words with their pieces; a run that does not end in a space is glued to the next."""
    words: list[list[Piece]] = []
    open_word = False
    for run in runs:
        font = FACES[shape.family][run.face]
        size = shape.size * 0.62 if run.raised else shape.size
        rise = shape.size * 0.33 if run.raised else 0.0
        for part in re.findall(r"\s+|\S+", run.text):
            if part.isspace():
                open_word = False
                continue
            if not open_word:
                words.append([])
            words[-1].append(Piece(0.0, part, font, size, rise))
            open_word = True
    return [tuple(w) for w in words]


def _word_width(word: _Word) -> float:
    return sum(width_of(p.text, p.font, p.size) for p in word)


def _space(word: _Word) -> float:
    return width_of(" ", word[-1].font, word[-1].size)


def _fill(queue: list[_Word], room: float, shape: Shape) -> list[_Word]:
    """As many words as fit, at least one; the last may be the first half of a broken one."""
    taken: list[_Word] = []
    used = 0.0
    while queue:
        word = queue[-1]
        needed = _word_width(word) + (_space(taken[-1]) if taken else 0.0)
        if used + needed <= room:
            taken.append(queue.pop())
            used += needed
            continue
        left = room - used - (_space(taken[-1]) if taken else 0.0)
        halves = _broken(word, left, shape) if shape.hyphen and left > 0.08 * room else None
        if halves:
            queue[-1] = halves[1]
            return [*taken, halves[0]]
        if not taken:
            return [queue.pop()]
        return taken
    return taken


def _broken(word: _Word, left: float, shape: Shape) -> tuple[_Word, _Word] | None:
    """The word in two halves of which the first fits, broken at its own hyphen or where `_CONSONANT_BEFORE_VOWEL` says."""
    if len(word) > 1:
        return None
    piece = word[0]
    own = piece.text.find("-") + 1
    if 2 < own < len(piece.text) - 2 and width_of(piece.text[:own], piece.font, piece.size) <= left:
        return (piece._replace(text=piece.text[:own]),), (piece._replace(text=piece.text[own:]),)
    if not re.fullmatch(r"[a-z]{7,}[.,;:]?", piece.text):
        return None
    for match in reversed(list(_CONSONANT_BEFORE_VOWEL.finditer(piece.text))):
        head, tail = piece.text[: match.start()], piece.text[match.start() :]
        if len(head) >= 3 and len(tail) >= 4 and width_of(head + "-", piece.font, piece.size) <= left:
            return (piece._replace(text=head + shape.hyphen),), (piece._replace(text=tail),)
    return None


def _place(words: list[_Word], indent: float, room: float, shape: Shape, *, last: bool) -> list[Piece]:
    """The pieces of one line at their places."""
    natural = sum(_word_width(w) for w in words) + sum(_space(w) for w in words[:-1])
    extra = 0.0
    if shape.align == "justify" and not last and len(words) > 1:
        extra = max(0.0, min((room - natural) / (len(words) - 1), 3.5 * shape.size))
    x = indent
    if shape.align == "centre":
        x += max(0.0, (room - natural) / 2)
    elif shape.align == "right":
        x += max(0.0, room - natural)
    pieces: list[Piece] = []
    for i, word in enumerate(words):
        for j, piece in enumerate(word):
            _append(pieces, piece._replace(x=x, word_space=extra), glued=j > 0 or shape.word_by_word)
            x += width_of(piece.text, piece.font, piece.size)
        if i < len(words) - 1:
            x += _space(word) + extra
    return pieces


def _append(pieces: list[Piece], piece: Piece, *, glued: bool) -> None:
    """Add to the line; words of one font become one string with stretched spaces, as most programs write them."""
    before = pieces[-1] if pieces else None
    if glued or before is None or (before.font, before.size, before.rise) != (piece.font, piece.size, piece.rise):
        pieces.append(piece)
    else:
        pieces[-1] = before._replace(text=f"{before.text} {piece.text}")
