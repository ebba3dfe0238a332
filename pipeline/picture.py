"""The picture of a page, as a form of the alert shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePicture:
    """What a page looks like within its CropBox, rotation applied.

    `page` counts from 1; sizes are in pixels; `mime` is image/png or image/jpeg and `data` the file's bytes.
    """

    page: int
    width_px: int
    height_px: int
    mime: str
    data: bytes

    def __post_init__(self) -> None:
        if self.page < 1 or self.width_px < 1 or self.height_px < 1 or self.mime not in ("image/png", "image/jpeg"):
            raise ValueError(f"not a picture of a page: {self.page}, {self.width_px} x {self.height_px}, {self.mime}")
