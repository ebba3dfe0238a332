"""The way from a document to its laws."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Document
from pipeline.errors import Problem
from pipeline.provision import Law
from pipeline.span import Span
from pipeline.structure.articles import groups_in
from pipeline.structure.barred import contents_rows, explained_rows, led_rows
from pipeline.structure.bounds import laws_in
from pipeline.structure.laws import law_between
from pipeline.structure.matter import roles
from pipeline.structure.notices import notice_rows
from pipeline.structure.printed import Printed, printed
from pipeline.structure.row import rows_of

_NO_LAW = Problem(
    "no_law",
    None,
    "This document does not read as a law: no numbered provisions with the force of rules were found in it.",
    "Check that this is the text of a law, and not a letter, a report or a commentary; if it is a law, "
    "send it in another format (.docx, .txt).",
)


def segment(document: Document) -> tuple[Law, ...]:
    """The laws of a document in the order of the text, at least one; without a law, one of kind `unknown` with a problem."""
    return tuple(segments(document))


def segments(document: Document) -> Iterator[Law]:
    """The same, each law as soon as it is made: whoever judges the first need not wait for the last."""
    rows = rows_of(document)
    sheet = printed(document.text, rows)
    sheet = sheet.without(frozenset(_barred(sheet)))
    sheet = sheet.without(sheet.barred, frozenset(at for stretch in notice_rows(sheet) for at in stretch))
    groups = groups_in(sheet)
    starts = laws_in(sheet, sheet.barred, groups)
    ends = [*starts[1:], len(rows)]
    told = roles(document)
    none = True
    for lo, hi in zip(starts, ends, strict=True):
        if law := law_between(document, sheet, groups, told, lo, hi):
            none = False
            yield law
    if none:
        yield _none(document, bool(rows) and document.language == "en")


def _barred(sheet: Printed) -> list[int]:
    listed = contents_rows(sheet.rows)
    return [at for stretch in (listed, *led_rows(sheet.rows), *explained_rows(sheet.rows)) for at in stretch]


def _none(document: Document, readable: bool) -> Law:
    """No law; said only of a text that could be judged: a page without text and another language have problems of their own."""
    whole = Span(0, len(document.text))
    return Law("", "unknown", whole, (), tuple(roles(document)), (_NO_LAW,) if readable else ())
