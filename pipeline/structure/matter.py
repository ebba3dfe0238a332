"""The passages of a law's print that are not operative: what stands before its first article and after its last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.document import Document, Role
from pipeline.provision import Matter, Passage
from pipeline.span import Span
from pipeline.structure.phrases import (
    CONTENTS,
    DATED,
    ENACTING,
    IMPRINT,
    LONG_TITLE,
    MEMORANDUM,
    OBJECTS,
    PREAMBLE,
    REPRINT,
    SIGNATURE,
    TAILS,
)
from pipeline.structure.printed import Printed
from pipeline.structure.row import Row
from pipeline.structure.signed import closes, signs

_ROLES = {Role.CONTENTS: Matter.CONTENTS, Role.FOOTNOTE: Matter.FOOTNOTE, Role.OTHER_LANGUAGE: Matter.OTHER_LANGUAGE}
_SEPARATED = 6
"""Characters: rows further apart have a line of another role between them."""
_FRONT = (
    (OBJECTS, Matter.OBJECTS_AND_REASONS),
    (MEMORANDUM, Matter.MEMORANDUM),
    (REPRINT, Matter.REPRINT),
    (PREAMBLE, Matter.PREAMBLE),
)
_STANDING = frozenset({Matter.OBJECTS_AND_REASONS, Matter.MEMORANDUM, Matter.REPRINT})


@dataclass(slots=True)
class _Run:
    """A passage while its rows are gathered."""

    matter: Matter
    start: int
    end: int


def tail_at(sheet: Printed, lo: int, hi: int) -> int:
    """The first row after the last article's number that is no longer its text; `hi` when all is."""
    for at in range(lo, hi):
        if at in sheet.notices or _tail_matter(sheet.rows, at, hi) is not None:
            return at
    return hi


def _tail_matter(rows: Sequence[Row], at: int, hi: int) -> Matter | None:
    """What a row begins, where it begins something that follows a law."""
    row = rows[at]
    text = row.text
    if row.marginal or len(text) > 220:
        return None
    for pattern, matter in TAILS:
        if closes(rows, at) if matter is Matter.SIGNATURE else pattern.match(text):
            if matter in _STANDING:
                return matter if len(text) < 140 and _stands_alone(rows, at) else None
            if at == 0 or rows[at - 1].ended or row.line.centred or row.line.bold or matter is Matter.NOTICE or DATED.search(text):
                return matter
    return Matter.SIGNATURE if signs(rows, at, hi) else None


def explains(row: Row) -> bool:
    """Whether the row heads a text that explains the law or reprints another: by its words, and set as a heading."""
    if len(row.text) >= 140 or row.marginal or not (row.capitals or row.line.bold or row.line.centred or row.line.level):
        return False
    return any(pattern.match(row.text) for pattern, matter in TAILS if matter in _STANDING)


def _stands_alone(rows: Sequence[Row], at: int) -> bool:
    row = rows[at]
    if row.text.isupper() or row.line.bold or row.line.centred or row.line.level:
        return True
    return (at == 0 or rows[at - 1].ended) and len(row.text) < 40


def tail(sheet: Printed, lo: int, hi: int) -> list[Passage]:
    """The rows after a law's last article, by what they are."""
    return _passages(_tail_runs(sheet, lo, hi))


def _tail_runs(sheet: Printed, lo: int, hi: int) -> Iterator[tuple[Matter, Row]]:
    rows, now = sheet.rows, Matter.SIGNATURE
    for at in range(lo, hi):
        found = Matter.NOTICE if at in sheet.notices else _tail_matter(rows, at, hi)
        if found is not None and not (found is Matter.SIGNATURE and now in _STANDING and not SIGNATURE.match(rows[at].text)):
            now = found
        yield now, rows[at]


def front(rows: Sequence[Row], lo: int, hi: int) -> list[Passage]:
    """The rows before a law's first article, by what they are."""
    return _passages(_front_runs(rows, lo, hi))


def _front_runs(rows: Sequence[Row], lo: int, hi: int) -> Iterator[tuple[Matter, Row]]:
    now = Matter.COVER
    for row in rows[lo:hi]:
        now = _front_matter(row, now)
        yield now, row


def _front_matter(row: Row, now: Matter) -> Matter:
    text = row.text
    for pattern, matter in ((ENACTING, Matter.ENACTING), (LONG_TITLE, Matter.LONG_TITLE)):
        if pattern.match(text):
            return matter
    if now in _STANDING:
        return now
    if len(text) < 60 and CONTENTS.match(text):
        return Matter.CONTENTS
    for pattern, matter in _FRONT:
        if pattern.match(text):
            return matter
    return Matter.COVER if IMPRINT.match(text) and now is not Matter.PREAMBLE else now


def roles(document: Document) -> list[Passage]:
    """Contents, footnotes and other languages that layout has told apart."""
    runs: list[_Run] = []
    before = -2
    for at, line in enumerate(document.lines):
        matter = _ROLES.get(line.role)
        if matter is None:
            continue
        if runs and runs[-1].matter is matter and before == at - 1:
            runs[-1].end = line.span.end
        else:
            runs.append(_Run(matter, line.span.start, line.span.end))
        before = at
    return [Passage(run.matter, Span(run.start, run.end)) for run in runs]


def _passages(told: Iterator[tuple[Matter, Row]]) -> list[Passage]:
    runs: list[_Run] = []
    for matter, row in told:
        if runs and runs[-1].matter is matter and row.start - runs[-1].end <= _SEPARATED:
            runs[-1].end = row.end
        else:
            runs.append(_Run(matter, row.start, row.end))
    return [Passage(run.matter, Span(run.start, run.end)) for run in runs]
