"""Highlights of findings on a stored page, with an appearance of their own so that every viewer shows them alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name

from pipeline.alert.entry import Entry
from pipeline.alert.pdf_note import note
from pipeline.alert.pdf_place import Frame
from pipeline.span import Box

AUTHOR: Final = "clausewatch"
COLOURS: Final = {
    "critical": (1.0, 0.62, 0.66),
    "high": (1.0, 0.78, 0.50),
    "medium": (1.0, 0.93, 0.50),
    "low": (0.72, 0.87, 0.97),
    "protects": (0.70, 0.92, 0.76),
}
"""Light enough that black words on them read well when multiplied, apart enough in lightness to be told in grey."""
PRINTED: Final = 4
"""The annotation flag "print"."""
NOTE_WIDTH, NOTE_HEIGHT = 260.0, 180.0


@dataclass(frozen=True, slots=True)
class Highlight:
    """A finding's highlight on one page and where its note opens."""

    annotation: pikepdf.Object
    popup: pikepdf.Object


def highlight(pdf: pikepdf.Pdf, page: pikepdf.Object, frame: Frame, entry: Entry, boxes: tuple[Box, ...]) -> Highlight:
    """A highlight over the boxes, all of one page; both objects are indirect and belong to the page's /Annots."""
    quads = [frame.quad(box) for box in boxes]
    rect = _around(quads)
    colour = COLOURS[entry.severity.value if entry.restricts else "protects"]
    annotation = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Highlight,
            Rect=_numbers(*rect),
            QuadPoints=_numbers(*(value for quad in quads for value in quad)),
            C=_numbers(*colour),
            F=PRINTED,
            T=pikepdf.String(AUTHOR),
            Subj=pikepdf.String(f"{entry.family_name}: {entry.name}"),
            Contents=pikepdf.String(note(entry)),
            NM=pikepdf.String(f"{AUTHOR}-{entry.number}-{boxes[0].page}"),
            P=page,
            AP=Dictionary(N=_appearance(pdf, quads, rect, colour)),
        )
    )
    popup = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Popup, Rect=_numbers(*_beside(frame, rect)), Parent=annotation, Open=False, F=PRINTED, P=page
        )
    )
    annotation.Popup = popup
    return Highlight(annotation, popup)


def _appearance(
    pdf: pikepdf.Pdf, quads: list[tuple[float, ...]], rect: tuple[float, float, float, float], colour: tuple[float, float, float]
) -> pikepdf.Object:
    """A form that fills the quads, multiplied with what is printed beneath, so that words stay black."""
    paths = (f"{q[0]} {q[1]} m {q[2]} {q[3]} l {q[6]} {q[7]} l {q[4]} {q[5]} l h" for q in quads)
    drawing = f"/Over gs {colour[0]} {colour[1]} {colour[2]} rg\n" + "\n".join(paths) + "\nf\n"
    form = pdf.make_stream(drawing.encode("ascii"))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, _numbers(*rect)
    form.Group = Dictionary(S=Name.Transparency, Type=Name.Group)
    form.Resources = Dictionary(ExtGState=Dictionary(Over=Dictionary(Type=Name.ExtGState, BM=Name.Multiply, ca=1)))
    return form


def _around(quads: list[tuple[float, ...]]) -> tuple[float, float, float, float]:
    xs = [value for quad in quads for value in quad[0::2]]
    ys = [value for quad in quads for value in quad[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def _beside(frame: Frame, rect: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """A place for the open note: at the right edge of the page, level with the top of the highlight."""
    return frame.right, rect[3] - NOTE_HEIGHT, frame.right + NOTE_WIDTH, rect[3]


def _numbers(*values: float) -> pikepdf.Array:
    return Array([round(value, 3) for value in values])
