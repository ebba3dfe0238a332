"""Bookmarks to the findings, put before those that the file has."""

from __future__ import annotations

import itertools

import pikepdf
from pikepdf import Array, Dictionary, Name

from pipeline.alert.briefing import DRAFT, Briefing
from pipeline.alert.pdf_note import heading


def add_bookmarks(pdf: pikepdf.Pdf, briefing: Briefing) -> None:
    """One bookmark for the alert, closed to nothing: the findings stand below it, each going to its page."""
    entries = [entry for entry in briefing.entries + briefing.protecting if entry.page]
    if not entries:
        return
    root = _outlines(pdf)
    top = pdf.make_indirect(Dictionary(Title=pikepdf.String(f"clausewatch: {DRAFT}"), Parent=root, Count=len(entries)))
    items = [
        pdf.make_indirect(
            Dictionary(Title=pikepdf.String(heading(entry)), Parent=top, Dest=Array([pdf.pages[(entry.page or 1) - 1].obj, Name.Fit]))
        )
        for entry in entries
    ]
    for before, after in itertools.pairwise(items):
        before.Next, after.Prev = after, before
    top.First, top.Last = items[0], items[-1]
    _put_first(root, top)


def _outlines(pdf: pikepdf.Pdf) -> pikepdf.Object:
    root = pdf.Root.get("/Outlines")
    if not isinstance(root, pikepdf.Dictionary) or not root.is_indirect:
        root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
        pdf.Root.Outlines = root
    return root


def _put_first(root: pikepdf.Object, top: pikepdf.Object) -> None:
    first = root.get("/First")
    if isinstance(first, pikepdf.Dictionary) and first.is_indirect:
        top.Next, first.Prev = first, top
    else:
        root.Last = top
    root.First = top
    count = root.get("/Count", 0)
    root.Count = (int(count) if isinstance(count, int) and count > 0 else 0) + 1 + int(top.Count)
