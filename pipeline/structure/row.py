"""A line of the document as the segmenter sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.document import Document, Line, Role

_ENDED = re.compile(r"[.;:!?…—–][\s\"'”’»)\]*]*$|[.;:—–-]\s*-+$")
# The end of a sentence or of a limb of one, closing quotes and brackets allowed after it.
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its words. `start` and `end` are offsets into the document's text, blanks at both ends left out.

    `opens` says that the line before ended a paragraph; `ended` that this line's last character ends a sentence or a
    limb of one.
    """

    at: int
    start: int
    end: int
    text: str
    line: Line
    opens: bool
    ended: bool

    @property
    def capitals(self) -> bool:
        """Whether it is set in capitals; the º of Nº does not count."""
        return self.text.isupper() or ("º" in self.text and self.text.replace("º", "").isupper())

    @property
    def marginal(self) -> bool:
        """Whether this is a marginal note."""
        return self.line.role is Role.MARGINAL


def rows_of(document: Document) -> list[Row]:
    """The lines that may hold provisions: body, marginal notes and tables, empty ones left out."""
    text = document.text
    rows: list[Row] = []
    last = 0
    for line in document.lines:
        if line.role is not Role.BODY and line.role is not Role.MARGINAL and line.role is not Role.TABLE:
            continue
        raw = text[line.span.start : line.span.end]
        words = raw.strip()
        if not words:
            continue
        start = line.span.start + len(raw) - len(raw.lstrip())
        opens = start == 0 or "\n" in text[last:start]
        last = start + len(words)
        rows.append(Row(len(rows), start, last, words, line, opens, ends(words)))
    return rows


def ends(words: str) -> bool:
    """Whether the last character ends a sentence or a limb of one."""
    return _ENDED.search(words[-8:]) is not None


def one_line(text: str) -> str:
    """Words with single blanks between them."""
    return _SPACES.sub(" ", text).strip()
