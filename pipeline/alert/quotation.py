"""A provision quoted with its evidence marked, shortened where it is long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.alert.wording import clean, one_line
from pipeline.analysis import Analysis
from pipeline.provision import Provision
from pipeline.span import Span

LONGEST_PLAIN: Final = 700
"""Characters of a stretch without evidence above which its middle is left out."""
KEPT_END: Final = 260
GAP: Final = " […] "
# A paragraph that begins with a list's number: "(a) ", "iv) ", "2. ", "•"; never a bare word or year.
LISTED: Final = re.compile(r"[«\ue000]?(?: \(?\w{1,5}[).]\s | [•–-]\s )", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quotation. `role` is plain, mark (evidence), lead (the governing words above) or gap (left out)."""

    text: str
    role: str = "plain"


def quote(analysis: Analysis, provision: Provision, evidence: Sequence[Span]) -> tuple[Piece, ...]:
    """The provision's words whole, with its evidence marked, its lead-in first where that stands outside it."""
    return _led(analysis, provision, list(_marked(analysis.document.text, provision.span, _joined(evidence, provision.span))))


def quote_set(analysis: Analysis, provision: Provision, evidence: Sequence[Span]) -> tuple[Piece, ...]:
    """The same for a page: without the heading, which stands above, and each unit below on a line of its own."""
    text, marks = analysis.document.text, marks_of(analysis, provision, evidence)
    head = _heading_of(text, provision)
    end = max([_words_end(text, provision.span), *(mark.end for mark in marks)])
    span = Span(head if head <= min((mark.start for mark in marks), default=head) else provision.span.start, end)
    breaks = [p.span.start for p in analysis.law.provisions if span.start < p.span.start < span.end]
    words, moved = _broken(text, span, breaks), [mark.shift(-span.start) for mark in marks]
    return _led(analysis, provision, list(_marked(words, Span(0, len(words)), moved)))


def marks_of(analysis: Analysis, provision: Provision, evidence: Sequence[Span]) -> tuple[Span, ...]:
    """The evidence as marks: overlapping and touching spans made one, the provision's own number left out."""
    text, body = analysis.document.text, _heading_of(analysis.document.text, provision)
    after = _number_end(text, body, provision)
    merged: list[Span] = []
    for span in _joined(evidence, provision.span):
        start = after if body <= span.start < after < span.end else span.start
        start -= start > provision.span.start and text[start - 1] == "("
        if merged and not text[merged[-1].end : start].strip():
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(Span(start, span.end))
    return tuple(merged)


def shorten(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The same quotation with the middle of every long stretch without evidence left out; evidence is never cut."""
    return tuple(short for piece in pieces for short in _short(piece))


def _heading_of(text: str, provision: Provision) -> int:
    """Where the provision's words begin after its heading, where that stands first on lines of its own."""
    span = provision.span
    words = r"\s+".join(map(re.escape, provision.heading.split()))
    head = re.compile(rf"\s*{words}\s*\n\s*").match(text, span.start, span.end) if words else None
    return head.end() if head and head.end() < span.end else span.start


def _words_end(text: str, span: Span) -> int:
    """Where the words end: brackets and signs alone on a last line belong to a footnote or to what follows."""
    end = span.end
    while (last := text.rfind("\n", span.start, end)) > span.start and not any(c.isalnum() for c in text[last:end]):
        end = last
    return end


def _number_end(text: str, body: int, provision: Provision) -> int:
    """Where its own number ends, as printed before its words: "(1) ", "1) ", "23. ", "11-E. "."""
    number = re.escape(provision.number.strip("(). "))
    printed = re.compile(rf"\s*\(?{number}[.):]*\s*").match(text, body, provision.span.end) if number else None
    return printed.end() if printed else body


def _broken(text: str, span: Span, breaks: Sequence[int]) -> str:
    """The words of the span with a line's end for the space before each of the offsets; no other character moves."""
    letters = list(span.of(text))
    for at in breaks:
        if letters[at - span.start - 1].isspace():
            letters[at - span.start - 1] = "\n"
    return "".join(letters)


def _led(analysis: Analysis, provision: Provision, pieces: list[Piece]) -> tuple[Piece, ...]:
    lead = provision.lead_in
    if lead is not None and not provision.span.covers(lead):
        pieces.insert(0, Piece(one_line(analysis.text_of(lead)) + " ", "lead"))
    return tuple(piece for piece in pieces if piece.text)


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
