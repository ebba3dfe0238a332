"""Highlights lie on the words, however the page is turned, moved or cropped; the boxes of the web page lie there too."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from pipeline.alert.annotated_pdf import to_pdf
from pipeline.alert.html_sheets import shown
from pipeline.alert.pdf_place import Frame
from pipeline.read.pdf_frame import Frame as ReadFrame
from pipeline.span import Box, Span
from tests.one_word import WORD, Print, one_word_analysis, one_word_pdf

SCALE = 2.0
PRINTS = [
    pytest.param(Print(), id="upright"),
    pytest.param(Print(turn=90), id="turned once"),
    pytest.param(Print(turn=180), id="upside down"),
    pytest.param(Print(turn=270), id="turned back"),
    pytest.param(Print(turn=-90), id="a negative turn"),
    pytest.param(Print(turn=450), id="more than a whole turn"),
    pytest.param(Print(left=-120, bottom=37.5), id="MediaBox begins elsewhere"),
    pytest.param(Print(left=50, bottom=-80, turn=90), id="elsewhere and turned"),
    pytest.param(Print(inset=30), id="cropped"),
    pytest.param(Print(left=-40, bottom=15, inset=24, turn=270), id="all at once"),
    pytest.param(Print(unit=2.0), id="user unit"),
]


def _picture(data: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        return document[0].render(scale=SCALE).to_pil().convert("RGB")
    finally:
        document.close()


def _coloured(image: Image.Image) -> tuple[int, int, int, int]:
    """Where the picture is neither grey nor white."""
    red, green, _ = image.split()
    found = ImageChops.difference(red, green).point(lambda value: 255 if value > 40 else 0).getbbox()
    assert found is not None
    return found


def _black(image: Image.Image) -> tuple[int, int, int, int]:
    found = image.convert("L").point(lambda value: 255 if value < 100 else 0).getbbox()
    assert found is not None
    return found


@pytest.mark.parametrize("made", PRINTS)
def test_highlight_is_drawn_on_the_word(made: Print):
    data = one_word_pdf(made)
    drawn = _picture(to_pdf(one_word_analysis(data), data))
    word, colour = _black(_picture(data)), _coloured(drawn)
    beyond = (word[0] - colour[0], word[1] - colour[1], colour[2] - word[2], colour[3] - word[3])
    assert min(beyond) >= -2, "the whole word is covered"
    assert max(beyond) < 8 * SCALE, "and little else: the box is the line's, taller than the letters"
    assert _black(drawn)[0] == pytest.approx(word[0], abs=1), "the word itself stays black"


@pytest.mark.parametrize("made", PRINTS)
def test_web_box_lies_where_the_highlight_is_drawn(made: Print):
    data = one_word_pdf(made)
    analysis = one_word_analysis(data)
    colour = _coloured(_picture(to_pdf(analysis, data)))
    x, y, width, height = shown(analysis.document.boxes(Span(0, len(WORD)))[0], analysis.document.pages[0].crop)
    assert [x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE] == pytest.approx(colour, abs=1.6)


EDGES = st.floats(-500, 500).map(lambda value: round(value, 2))
SIZES = st.floats(50, 2000).map(lambda value: round(value, 2))


@given(EDGES, EDGES, SIZES, SIZES, st.integers(0, 3), st.floats(0, 1), st.floats(0, 1))
def test_back_to_the_stored_page_undoes_the_reader(left, bottom, width, height, turns, across, up):
    media = (left, bottom, left + width, bottom + height)
    x, y = left + across * width, bottom + up * height
    displayed = ReadFrame(media, media, turns).place(x, y, x, y)
    assert Frame(*media, turns).point(displayed[0], displayed[1]) == pytest.approx((x, y), abs=1e-6)


def test_quad_goes_in_reading_order():
    quad = Frame(0, 0, 600, 800, 0).quad(Box(1, 10, 20, 110, 32))
    assert quad == (10, 780, 110, 780, 10, 768, 110, 768), "top left, top right, bottom left, bottom right"


def test_unit_that_the_reader_applied_is_undone():
    assert Frame(0, 0, 600, 800, 0, scale=2.0).point(20, 40) == (10, 780)


def test_box_outside_the_shown_part_has_no_size():
    assert shown(Box(1, 0, 0, 20, 10), Box(1, 30, 30, 100, 100))[2:] == (0.0, 0.0)
