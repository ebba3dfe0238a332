"""The frame of a page: from PDF user space to the page as displayed."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from pipeline.span import Box

_Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's MediaBox and CropBox in user space (left, bottom, right, top) and its clockwise quarter turns (0 to 3)."""

    media: _Corners
    crop: _Corners
    turns: int = 0

    @property
    def width(self) -> float:
        """Of the displayed MediaBox, in points."""
        left, bottom, right, top = self.media
        return top - bottom if self.turns % 2 else right - left

    @property
    def height(self) -> float:
        """Of the displayed MediaBox, in points."""
        left, bottom, right, top = self.media
        return right - left if self.turns % 2 else top - bottom

    def place(self, left: float, bottom: float, right: float, top: float) -> _Corners:
        """A user-space rectangle as displayed: x0, top, x1, bottom from the top left of the MediaBox."""
        media_left, media_bottom, media_right, media_top = self.media
        if self.turns == 0:
            return left - media_left, media_top - top, right - media_left, media_top - bottom
        if self.turns == 1:
            return bottom - media_bottom, left - media_left, top - media_bottom, right - media_left
        if self.turns == 2:
            return media_right - right, bottom - media_bottom, media_right - left, top - media_bottom
        return media_top - top, media_right - right, media_top - bottom, media_right - left

    def crop_box(self, page: int) -> Box:
        """The CropBox as displayed, cut to the MediaBox."""
        x0, top, x1, bottom = self.place(*_meet(self.crop, self.media))
        return Box(page, x0, top, x1, bottom)


def frame_of(page: pypdfium2.PdfPage) -> Frame:
    """The frame of one of pypdfium2's pages."""
    crop = _bounding_box(page)
    own = page.get_mediabox(fallback_ok=False)
    media = _ordered(*own) if own else (0.0, 0.0, 0.0, 0.0)
    if media[2] - media[0] < 1 or media[3] - media[1] < 1:
        media = _inherited_media(page, crop)
    return Frame(media, crop, page.get_rotation() // 90)


def _bounding_box(page: pypdfium2.PdfPage) -> _Corners:
    """The CropBox cut to the MediaBox, both wherever in the page tree they are written."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    return _ordered(box.left, box.bottom, box.right, box.top)


def _inherited_media(page: pypdfium2.PdfPage, crop: _Corners) -> _Corners:
    """A MediaBox from further up the page tree, which PDFium does not tell: what is left when nothing is cropped."""
    raw.FPDFPage_SetCropBox(page, -1e6, -1e6, 1e6, 1e6)
    media = _bounding_box(page)
    raw.FPDFPage_SetCropBox(page, *crop)
    return media


def _ordered(x0: float, y0: float, x1: float, y1: float) -> _Corners:
    """A rectangle with its corners in order: files give any two opposite ones."""
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _meet(a: _Corners, b: _Corners) -> _Corners:
    """What two rectangles share; the second where they share nothing, as viewers do."""
    left, bottom, right, top = max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])
    return (left, bottom, right, top) if left < right and bottom < top else b
