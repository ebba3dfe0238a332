"""Words that a drawn line or an annotation strikes out or underlines, and words hidden beneath a patch."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pypdfium2 import raw

from pipeline.read.pdf_drawn import Rule
from pipeline.read.pdf_frame import Frame
from pipeline.reading import Word

_BAND = 16.0
_FEW = 8
"""So few rules are sooner held against every word than the words are put into bands."""
_STRIKE = (0.36, 0.70)
"""Where a line through a word runs, as a share of the word's height from its top; letters reach from 0.3 to 0.8."""
_UNDER = (0.76, 1.12)
_COVERED = 0.6
"""The share of a word's width that a line must run along: rules of a table and of a column touch no word for so long."""


def mark(words: list[Word], rules: Sequence[Rule], annotations: Sequence[tuple[str, tuple[float, float, float, float]]]) -> list[Word]:
    """The words, `struck` and `underlined` set."""
    if not rules and not annotations:
        return words
    struck: dict[int, float] = defaultdict(float)
    under: dict[int, float] = defaultdict(float)
    bands = _bands(words) if annotations or len(rules) > _FEW else {}
    for at, start, end in rules:
        near = bands.get(int(at // _BAND), ()) if bands else [i for i, word in enumerate(words) if word.top < at < word.bottom + 2]
        for i in near:
            word = words[i]
            shared = min(end, word.x1) - max(start, word.x0)
            if shared > 0 and word.upright:
                height = (at - word.top) / max(word.bottom - word.top, 0.1)
                if _STRIKE[0] <= height <= _STRIKE[1]:
                    struck[i] += shared
                elif _UNDER[0] <= height <= _UNDER[1]:
                    under[i] += shared
    for kind, box in annotations:
        for i in _inside(words, bands, box):
            (struck if kind == "strike" else under)[i] = 1e6
    return _marked(words, struck, under)


def _marked(words: list[Word], struck: dict[int, float], under: dict[int, float]) -> list[Word]:
    for i, along in struck.items():
        if along >= _COVERED * (words[i].x1 - words[i].x0):
            words[i] = words[i]._replace(struck=True)
    for i, along in under.items():
        if along >= _COVERED * (words[i].x1 - words[i].x0):
            words[i] = words[i]._replace(underlined=True)
    return words


def _bands(words: list[Word]) -> dict[int, list[int]]:
    """The words by horizontal bands of the page, each in every band that it touches, or could be underlined in."""
    bands: dict[int, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        for band in range(int(word.top // _BAND), min(int((word.bottom + 2) // _BAND), int(word.top // _BAND) + 20) + 1):
            bands[band].append(i)
    return bands


def _inside(words: list[Word], bands: dict[int, list[int]], box: tuple[float, float, float, float]) -> Iterator[int]:
    x0, top, x1, bottom = box
    near = {i for band in range(int(top // _BAND), min(int(bottom // _BAND), int(top // _BAND) + 200) + 1) for i in bands.get(band, ())}
    for i in near:
        word = words[i]
        if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom:
            yield i


def reviewed(page: int, frame: Frame) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """`strike` or `under`, and the box, of each line that a reviewer drew as an annotation."""
    handle = ctypes.cast(page, raw.FPDF_PAGE)
    for i in range(min(raw.FPDFPage_GetAnnotCount(handle), 2000)):
        annotation = raw.FPDFPage_GetAnnot(handle, i)
        kind = {raw.FPDF_ANNOT_STRIKEOUT: "strike", raw.FPDF_ANNOT_UNDERLINE: "under"}.get(raw.FPDFAnnot_GetSubtype(annotation))
        if kind:
            quad = raw.FS_QUADPOINTSF()
            for k in range(min(raw.FPDFAnnot_CountAttachmentPoints(annotation), 500)):
                if raw.FPDFAnnot_GetAttachmentPoints(annotation, k, quad):
                    xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
                    yield kind, frame.place(min(xs), min(ys), max(xs), max(ys))
        raw.FPDFPage_CloseAnnot(annotation)
