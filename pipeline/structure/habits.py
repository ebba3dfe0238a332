"""What a document's typesetting can be trusted to tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.structure.row import Row

_SAMPLE = 6000
_LISTED = re.compile(r"[a-z]{1,4}\s?[).]")
"""a) or iv. at the start of a paragraph."""


@dataclass(frozen=True, slots=True)
class Habits:
    """`paragraphs`: ends of paragraphs are known, not guessed. `bold`: bold type is rare enough to mean something.

    `width` is the usual length of a full row in characters.
    """

    paragraphs: bool
    bold: bool
    width: int


def habits_of(rows: Sequence[Row]) -> Habits:
    """The habits of a document, from its first rows."""
    sample = rows[:_SAMPLE]
    if not sample:
        return Habits(False, False, 0)
    opening = [r for r in sample if r.opens]
    broken = sum(r.text[0].islower() and not _LISTED.match(r.text) for r in opening)
    lengths = sorted(len(r.text) for r in sample)
    return Habits(
        paragraphs=broken < 0.12 * len(opening),
        bold=sum(r.line.bold for r in sample) < 0.35 * len(sample),
        width=lengths[int(len(lengths) * 0.7)],
    )
