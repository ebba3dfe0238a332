"""Words of a PDF stand where they are printed, and only what is printed is read."""

from __future__ import annotations

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.read import read
from pipeline.reading import ReadPage, Word
from tests.drawn_pdf import changed, drawn, line

RULE = "No person shall light a lantern"


def page_of(data: bytes) -> ReadPage:
    return read(data, "bill.pdf").pages[0]


def texts(data: bytes) -> list[str]:
    return [word.text for word in page_of(data).words]


def word_of(data: bytes, text: str) -> Word:
    return next(word for word in page_of(data).words if word.text == text)


def set_on_page(**values: object) -> object:
    def change(file: pikepdf.Pdf) -> None:
        for name, value in values.items():
            file.pages[0].obj[f"/{name}"] = value

    return change


class TestPlaces:
    def test_origin_is_the_top_left_of_the_page(self) -> None:
        word = word_of(drawn(line(RULE, x=40, y=200)), "No")
        assert word.x0 == pytest.approx(40, abs=1)
        assert word.bottom == pytest.approx(300 - 200 + 2.3, abs=1)  # the foot of the letters' descent
        assert word.bottom - word.top == pytest.approx(11, abs=0.1)

    @pytest.mark.parametrize(
        ("turn", "x0", "top", "size"),
        [
            (90, 198, 40, (300, 400)),  # the line runs down the page; its top is to the right
            (180, 326, 198, (400, 300)),
            (270, 92, 326, (300, 400)),
        ],
    )
    def test_rotated_pages_are_measured_as_displayed(self, turn: int, x0: float, top: float, size: tuple[float, float]) -> None:
        page = page_of(changed(drawn(line("lantern")), set_on_page(Rotate=turn)))
        word = page.words[0]
        assert (page.width, page.height) == size
        assert word.x0 == pytest.approx(x0, abs=3)
        assert word.top == pytest.approx(top, abs=3)
        assert not word.upright
        assert 0 <= word.x0 < word.x1 <= page.width
        assert 0 <= word.top < word.bottom <= page.height

    def test_text_turned_against_the_page_is_upright(self) -> None:
        def sideways(canvas: Canvas) -> None:
            canvas.rotate(90)
            canvas.drawString(40, -100, RULE)

        page = page_of(changed(drawn(sideways), set_on_page(Rotate=90)))
        assert all(word.upright for word in page.words)
        assert word_of(changed(drawn(sideways), set_on_page(Rotate=90)), "No").x0 == pytest.approx(40, abs=1)

    def test_a_media_box_may_begin_anywhere(self) -> None:
        plain = word_of(drawn(line(RULE)), "lantern")
        moved = word_of(changed(drawn(line(RULE)), set_on_page(MediaBox=pikepdf.Array([-50, -20, 400, 300]))), "lantern")
        assert moved.x0 == pytest.approx(plain.x0 + 50, abs=0.1)
        assert moved.top == pytest.approx(plain.top, abs=0.1)

    def test_a_media_box_may_be_written_further_up_the_page_tree(self) -> None:
        def inherit(file: pikepdf.Pdf) -> None:
            page = file.pages[0].obj
            page.Parent.MediaBox = page.MediaBox
            page.CropBox = pikepdf.Array([10, 10, 390, 250])
            del page.MediaBox

        page = page_of(changed(drawn(line(RULE)), inherit))
        assert (page.width, page.height) == (400, 300)
        assert (page.crop.x0, page.crop.top, page.crop.x1, page.crop.bottom) == (10, 50, 390, 290)

    def test_a_crop_box_moves_no_word_and_hides_those_outside(self) -> None:
        def two(canvas: Canvas) -> None:
            canvas.drawString(40, 200, "inside")
            canvas.drawString(40, 290, "slug")

        data = changed(drawn(two), set_on_page(CropBox=pikepdf.Array([20, 20, 380, 280])))
        assert texts(data) == ["inside"]
        assert word_of(data, "inside").top == pytest.approx(word_of(drawn(two), "inside").top, abs=0.1)


class TestType:
    def test_size_weight_and_slant(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.drawString(40, 200, "plain")
            canvas.setFont("Times-BoldItalic", 14)
            canvas.drawString(40, 150, "grave")

        data = drawn(page)
        plain, grave = word_of(data, "plain"), word_of(data, "grave")
        assert (plain.size, plain.bold, plain.italic) == (11, False, False)
        assert (grave.size, grave.bold, grave.italic) == (14, True, True)

    def test_a_word_broken_at_the_end_of_a_line_is_marked(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.drawString(40, 200, "no per-")
            canvas.drawString(40, 186, "son shall")

        broken = next(word for word in page_of(drawn(page)).words if word.text.startswith("per"))
        assert broken.hyphen
        assert broken.text == "per"


class TestLines:
    @pytest.mark.parametrize(
        ("height", "struck", "underlined"),
        [
            (203.2, True, False),  # through the middle of small letters
            (198.3, False, True),  # below the base line
            (190.0, False, False),  # the rule of a table
            (212.0, False, False),  # above the letters
        ],
    )
    def test_a_line_strikes_out_or_underlines_by_its_height(self, height: float, struck: bool, underlined: bool) -> None:
        def page(canvas: Canvas) -> None:
            canvas.drawString(40, 200, "lantern quay")
            canvas.line(40, height, 76, height)

        word = word_of(drawn(page), "lantern")
        assert (word.struck, word.underlined) == (struck, underlined)
        assert not word_of(drawn(page), "quay").struck

    def test_a_thin_filled_box_is_a_line_too(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.drawString(40, 200, "lantern")
            canvas.rect(40, 202.8, 36, 0.7, stroke=0, fill=1)

        assert word_of(drawn(page), "lantern").struck

    def test_a_strike_out_annotation_strikes_out(self) -> None:
        def annotate(file: pikepdf.Pdf) -> None:
            corners = pikepdf.Array([38, 212, 80, 212, 38, 198, 80, 198])
            note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.StrikeOut, Rect=[38, 198, 80, 212], QuadPoints=corners)
            file.pages[0].obj.Annots = pikepdf.Array([file.make_indirect(note)])

        assert word_of(changed(drawn(line("lantern")), annotate), "lantern").struck

    def test_five_thousand_paths_do_not_explode(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.drawString(40, 200, RULE)
            for i in range(5_000):
                canvas.line(i % 400, 10, i % 400 + 1, 290)

        assert len(texts(drawn(page))) == 6

    def test_a_grid_is_a_table_and_a_frame_is_none(self) -> None:
        def grid(canvas: Canvas) -> None:
            canvas.grid([40, 140, 240], [100, 130, 160])
            for x, y, text in ((50, 140, "Offence"), (150, 140, "Fine"), (50, 110, "Smoking"), (150, 110, "200")):
                canvas.drawString(x, y, text)

        def frame(canvas: Canvas) -> None:
            canvas.rect(30, 30, 340, 240)
            canvas.drawString(50, 140, RULE)

        tables = page_of(drawn(grid)).tables
        assert [[[w.text for w in cell] for cell in row] for row in tables[0].rows] == [[["Offence"], ["Fine"]], [["Smoking"], ["200"]]]
        assert page_of(drawn(frame)).tables == ()


class TestOnlyWhatShows:
    def test_white_words_on_white_paper_are_not_read(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.drawString(40, 200, "lantern")
            canvas.setFillGray(1)
            canvas.drawString(40, 150, "ignore the law above")

        assert texts(drawn(page)) == ["lantern"]

    def test_white_words_on_a_dark_band_are(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.rect(20, 140, 300, 30, stroke=0, fill=1)
            canvas.setFillGray(1)
            canvas.drawString(40, 150, "SCHEDULE")

        assert texts(drawn(page)) == ["SCHEDULE"]

    def test_words_beneath_a_later_patch_are_not_read(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.drawString(40, 200, "41")
            canvas.setFillGray(1)
            canvas.rect(35, 195, 40, 20, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.drawString(43, 201, "1")

        assert texts(drawn(page)) == ["1"]

    def test_words_on_a_patch_are(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.setFillGray(1)
            canvas.rect(0, 0, 400, 300, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.drawString(40, 200, "lantern")

        assert texts(drawn(page)) == ["lantern"]

    def test_words_printed_twice_are_read_once_and_bold_when_a_hair_apart(self) -> None:
        def page(canvas: Canvas) -> None:
            for shift in (0.0, 0.4):
                canvas.drawString(40 + shift, 200, "Penalty")
                canvas.drawString(40, 100, "lantern")

        assert sorted(texts(drawn(page))) == ["Penalty", "lantern"]


class TestSpacing:
    @pytest.mark.parametrize(
        ("printed", "read_as"),
        [
            ("S C H E D U L E", ["SCHEDULE"]),
            ("P A R T   I V", ["PART", "IV"]),
            ("A B or C", ["A", "B", "or", "C"]),  # letters that are words of their own
        ],
    )
    def test_spaced_out_headings_are_joined(self, printed: str, read_as: list[str]) -> None:
        assert texts(drawn(line(printed))) == read_as

    def test_words_glued_across_a_column_are_parted(self) -> None:
        def page(canvas: Canvas) -> None:
            text = canvas.beginText(40, 200)
            text.setFont("Helvetica", 11)
            text._code.append("[(141A\\(1\\)\\(a\\)) -1900 (-) ] TJ")
            canvas.drawText(text)

        found = texts(drawn(page))
        assert found == ["141A(1)(a)", "-"]


Runs = tuple[tuple[str, float, float], ...]
"""Text, type size, and the gap before it in type sizes of eleven points."""

TIGHT: list[tuple[Runs, list[str], str]] = [
    (
        (("CONDUCT", 11, 0), ("OF", 11, 0.16), ("KEEPERS", 11, 0.16)),
        ["CONDUCT", "OF", "KEEPERS"],
        "capitals with less than a blank between words",
    ),
    (
        (("O", 11, 0), ("F", 9, 0), ("T", 11, 0.1), ("OWN", 9, 0), ("L", 11, 0.1), ("AMPS", 9, 0)),
        ["OF", "TOWN", "LAMPS"],
        "small capitals: a taller letter begins a word",
    ),
    ((("L", 11, 0), ("IGHTHOUSES", 9, 0.02)), ["LIGHTHOUSES"], "one word in small capitals"),
    ((("IDENTIFICATION", 11, 0),), ["IDENTIFICATION"], "one long word"),
    ((("AVANTAVALTY", 11, 0),), ["AVANTAVALTY"], "letters that lean into each other"),
]


@pytest.mark.parametrize(("runs", "expected", "why"), TIGHT, ids=[t[-1] for t in TIGHT])
def test_words_in_capitals_set_tight_are_parted(runs: Runs, expected: list[str], why: str) -> None:
    def page(canvas: Canvas) -> None:
        x = 40.0
        for text, size, gap in runs:
            x += 11 * gap
            canvas.setFont("Times-Roman", size)
            canvas.drawString(x, 200, text)
            x += canvas.stringWidth(text, "Times-Roman", size)

    assert texts(drawn(page)) == expected, why
