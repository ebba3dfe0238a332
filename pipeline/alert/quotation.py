"""A provision quoted with its evidence marked, shortened where it is long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.alert.wording import clean, one_line
from pipeline.analysis import Analysis
from pipeline.finding import Finding
from pipeline.span import Span

LONGEST_PLAIN: Final = 700
"""Characters of a stretch without evidence above which its middle is left out."""
KEPT_END: Final = 260
GAP: Final = " […] "


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quotation. `role` is plain, mark (evidence), lead (the governing words above) or gap (left out)."""

    text: str
    role: str = "plain"


def quote(analysis: Analysis, finding: Finding) -> tuple[Piece, ...]:
    """The provision's words whole, with its evidence marked, its lead-in first where that stands outside it."""
    span = finding.provision.span
    pieces = list(_marked(analysis.document.text, span, _joined(finding.evidence, span)))
    lead = finding.provision.lead_in
    if lead is not None and not span.covers(lead):
        pieces.insert(0, Piece(one_line(analysis.text_of(lead)) + " ", "lead"))
    return tuple(piece for piece in pieces if piece.text)


def shorten(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The same quotation with the middle of every long stretch without evidence left out; evidence is never cut."""
    return tuple(short for piece in pieces for short in _short(piece))


def excerpt(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The evidence alone, for a provision that was quoted before; the whole where there is none."""
    marks = [piece for piece in pieces if piece.role == "mark"]
    return tuple(part for mark in marks for part in (Piece(GAP, "gap"), mark))[1:] or tuple(pieces)


def _joined(evidence: Sequence[Span], within: Span) -> list[Span]:
    """The evidence inside the provision, in order, overlapping spans made one."""
    merged: list[Span] = []
    for span in sorted(evidence):
        start, end = max(span.start, within.start), min(span.end, within.end)
        if start >= end:
            continue
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return merged


def _marked(text: str, span: Span, marks: Sequence[Span]) -> Iterator[Piece]:
    at = span.start
    for mark in marks:
        yield Piece(clean(text[at : mark.start]))
        yield Piece(clean(mark.of(text)), "mark")
        at = mark.end
    yield Piece(clean(text[at : span.end]))


def _short(piece: Piece) -> tuple[Piece, ...]:
    if piece.role == "mark" or len(piece.text) <= LONGEST_PLAIN:
        return (piece,)
    head = piece.text[:KEPT_END].rsplit(" ", 1)[0]
    tail = piece.text[-KEPT_END:].split(" ", 1)[-1]
    return Piece(head, piece.role), Piece(GAP, "gap"), Piece(tail, piece.role)
