"""The pictures of the pages concerned, with the places of the findings in the coordinates of each picture."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.alert.briefing import Briefing
from pipeline.alert.clause import Clause
from pipeline.analysis import Analysis
from pipeline.document import Page
from pipeline.picture import PagePicture
from pipeline.span import Box

TAG = 15.0
"""Height kept for a numbered tag beside the page, in points."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A provision on a sheet: its boxes in points from the top left of the picture, and how far down its numbered tag stands."""

    clause: Clause
    boxes: tuple[tuple[float, float, float, float], ...]
    tag: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page shown: its picture as a data address, the size of the shown part in points, and what is marked on it."""

    page: int
    source: str
    width_px: int
    height_px: int
    width: float
    height: float
    marks: tuple[Mark, ...]


def pictured_pages(analysis: Analysis) -> tuple[int, ...]:
    """The pages on which evidence stands, in order: those of which the HTML form wants pictures."""
    spans = (span for f in analysis.findings for span in f.evidence or (f.provision.span,))
    return tuple(sorted({box.page for span in spans for box in analysis.document.boxes(span)}))


def sheets(briefing: Briefing, pictures: Mapping[int, PagePicture]) -> tuple[Sheet, ...]:
    """A sheet for each page with findings of which a picture was given."""
    clauses = briefing.clauses + briefing.kept
    wanted = sorted({page for clause in clauses for page in clause.pages})
    pages = {page.number: page for page in briefing.analysis.document.pages}
    return tuple(_sheet(pages[n], pictures[n], clauses) for n in wanted if n in pictures and n in pages)


def shown(box: Box, crop: Box) -> tuple[float, float, float, float]:
    """x, y, width and height of a box in points from the top left of the CropBox, cut to it."""
    x0, x1 = max(box.x0, crop.x0) - crop.x0, min(box.x1, crop.x1) - crop.x0
    top, bottom = max(box.top, crop.top) - crop.top, min(box.bottom, crop.bottom) - crop.top
    return round(x0, 2), round(top, 2), round(max(x1 - x0, 0.0), 2), round(max(bottom - top, 0.0), 2)


def _sheet(page: Page, picture: PagePicture, clauses: tuple[Clause, ...]) -> Sheet:
    crop = page.crop
    marks: list[Mark] = []
    taken: set[int] = set()
    for clause in clauses:
        boxes = tuple(shown(box, crop) for box in clause.boxes if box.page == page.number)
        if visible := tuple(box for box in boxes if box[2] and box[3]):
            marks.append(Mark(clause, visible, _tag(visible, taken)))
    source = f"data:{picture.mime};base64,{base64.b64encode(picture.data).decode('ascii')}"
    return Sheet(page.number, source, picture.width_px, picture.height_px, crop.x1 - crop.x0, crop.bottom - crop.top, tuple(marks))


def _tag(boxes: tuple[tuple[float, float, float, float], ...], taken: set[int]) -> float:
    """How far down the tag stands: level with the first box, below those already there."""
    slot = round(min(box[1] for box in boxes) / TAG)
    while slot in taken:
        slot += 1
    taken.add(slot)
    return round(slot * TAG, 2)
