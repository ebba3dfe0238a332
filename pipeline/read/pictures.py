"""Pictures of pages, for an alert that shows the passage beside its text."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_MOST_PIXELS = 12_000_000
"""A page of an absurd size is drawn smaller: this bounds the memory at about 50 MB."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The displayed CropBox of a page: `image` is of `media_type`, `width` and `height` are in pixels, `page` counts from 1.

    `scale` is pixels a point: a box drawn on the picture is moved by the CropBox's corner, then multiplied by it.
    """

    page: int
    image: bytes
    media_type: str
    width: int
    height: int
    scale: float


def render(
    data: bytes,
    pages: Sequence[int],
    *,
    password: str | None = None,
    dpi: int = 96,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Picture, ...]:
    """Pictures of `pages` in that order; a page that cannot be drawn is left out. Raises InputError."""
    from pipeline.read.pdf_open import open_pdf, page_of  # noqa: PLC0415 - PDFium

    document = open_pdf(data, password)
    drawn = []
    try:
        for done, number in enumerate(pages, 1):
            page = page_of(document, number - 1) if 1 <= number <= len(document) else None
            if page is not None:
                drawn.append(_draw(page, number, dpi))
                page.close()
            if progress:
                progress(done, len(pages))
    finally:
        document.close()
    return tuple(drawn)


def _draw(page: object, number: int, dpi: int) -> Picture:
    width, height = page.get_size()  # type: ignore[attr-defined] # pypdfium2 has no types
    scale = min(dpi / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale)  # type: ignore[attr-defined]
    image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    packed, media_type = _pack(image)
    return Picture(number, packed, media_type, image.width, image.height, scale)


def _pack(image: object) -> tuple[bytes, str]:
    """Black type on white is small and sharp as PNG of few greys; a scan or a photograph is smaller as JPEG."""
    greys = io.BytesIO()
    image.convert("L").quantize(16).save(greys, "PNG", optimize=True)  # type: ignore[attr-defined]
    photograph = io.BytesIO()
    image.save(photograph, "JPEG", quality=70, optimize=True)  # type: ignore[attr-defined]
    if greys.tell() <= 1.5 * photograph.tell():
        return greys.getvalue(), "image/png"
    return photograph.getvalue(), "image/jpeg"
