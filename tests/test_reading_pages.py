"""Pages that cannot be trusted or opened say so, and keep their numbers."""

from __future__ import annotations

import pikepdf
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import DamagedFile, FileEncrypted, TooManyPages, WrongPassword
from pipeline.read import ReadLimits, read
from pipeline.read.pdf_careful import CarefulReader, is_doubtful
from pipeline.read.pdf_frame import Frame
from pipeline.reading import ReadPage
from tests.drawn_pdf import changed, drawn, line

RULE = "No person shall light a lantern"


def page_of(data: bytes) -> ReadPage:
    return read(data, "bill.pdf").pages[0]


def texts(data: bytes) -> list[str]:
    return [word.text for word in page_of(data).words]


def _scan(canvas: Canvas) -> None:
    from PIL import Image  # noqa: PLC0415 - comes with pdfplumber

    canvas.drawImage(ImageReader(Image.effect_noise((80, 60), 90)), 0, 0, 400, 300)


class TestTextLayer:
    def test_a_scan_says_that_it_has_no_text(self) -> None:
        assert [p.code for p in page_of(drawn(_scan)).problems] == ["no_text_layer"]

    def test_a_scan_with_a_stamp_says_so_too(self) -> None:
        def page(canvas: Canvas) -> None:
            _scan(canvas)
            canvas.drawString(40, 290, "Certified copy")

        assert [p.code for p in page_of(drawn(page)).problems] == ["no_text_layer"]

    def test_a_scan_with_recognised_words_behind_it_is_fine(self) -> None:
        def page(canvas: Canvas) -> None:
            text = canvas.beginText(40, 200)
            text.setTextRenderMode(3)
            text.textOut(RULE)
            canvas.drawText(text)
            _scan(canvas)

        found = page_of(drawn(page))
        assert found.problems == ()
        assert [word.text for word in found.words] == RULE.split()

    def test_a_blank_page_among_others_is_no_problem(self) -> None:
        reading = read(drawn(line(RULE), lambda canvas: canvas.setTitle("Lanterns")), "bill.pdf")
        assert [(p.number, p.problems) for p in reading.pages] == [(1, ()), (2, ())]
        assert reading.problems == ()
        assert reading.title == "Lanterns"

    def test_a_file_of_blank_pages_says_so(self) -> None:
        assert [p.code for p in read(drawn(lambda canvas: canvas.setLineWidth(1)), "bill.pdf").problems] == ["no_text_layer"]

    def test_text_over_text_is_still_words(self) -> None:
        def page(canvas: Canvas) -> None:
            for k in range(12):
                canvas.drawString(40, 280 - 20 * k, "The keeper may refuse a lantern to any person")
                canvas.drawString(43, 281 - 20 * k, "Notice of every meeting goes to the quay in writing")

        assert {"keeper", "Notice", "lantern", "writing"} <= set(texts(drawn(page)))


class TestOpening:
    def test_junk_before_the_header_is_passed_over(self) -> None:
        assert texts(b"X-Mail: yes\r\n" * 200 + drawn(line("lantern"))) == ["lantern"]

    def test_a_broken_table_of_objects_is_rebuilt(self) -> None:
        data = drawn(line("lantern"))
        assert texts(data.replace(b"startxref\n", b"startxref\n9999")) == ["lantern"]

    def test_a_file_cut_in_half_says_so(self) -> None:
        data = drawn(line("lantern"), line("quay"))
        assert "cut_off" in [p.code for p in read(data[: data.rfind(b"xref")], "bill.pdf").problems]

    @pytest.mark.parametrize("password", ["lantern", "Föhn", "ключ"])
    def test_passwords(self, password: str) -> None:
        lock = pikepdf.Encryption(owner="owner", user=password, R=6)
        data = changed(drawn(line("lantern")), lambda _file: None, encryption=lock)
        assert [w.text for w in read(data, "bill.pdf", password=password).pages[0].words] == ["lantern"]
        with pytest.raises(FileEncrypted):
            read(data, "bill.pdf")
        with pytest.raises(WrongPassword):
            read(data, "bill.pdf", password="quay")  # noqa: S106

    def test_an_old_file_takes_its_password_in_one_byte_letters(self) -> None:
        data = changed(
            drawn(line("lantern")),
            lambda _file: None,
            encryption=pikepdf.Encryption(owner="owner", user="Föhn", R=3, aes=False, metadata=False),
        )
        assert [w.text for w in read(data, "bill.pdf", password="Föhn").pages[0].words] == ["lantern"]  # noqa: S106

    @pytest.mark.parametrize("password", [None, "anything"])
    def test_a_file_that_only_forbids_printing_opens(self, password: str | None) -> None:
        data = changed(drawn(line("lantern")), lambda _file: None, encryption=pikepdf.Encryption(owner="owner", user="", R=4))
        assert [w.text for w in read(data, "bill.pdf", password=password).pages[0].words] == ["lantern"]

    def test_more_pages_than_the_limit(self) -> None:
        with pytest.raises(TooManyPages, match="3 pages; the limit is 2"):
            read(drawn(*[line("lantern")] * 3), "bill.pdf", limits=ReadLimits(pages=2))

    def test_more_pages_than_bytes(self) -> None:
        data = changed(drawn(line("lantern")), lambda file: None).replace(b"/Count 1", b"/Count 9")
        assert len(read(data, "bill.pdf").pages) >= 1
        with pytest.raises(DamagedFile):
            read(b"%PDF-1.4\nnothing that is a PDF\n%%EOF", "bill.pdf")

    def test_progress_counts_pages(self) -> None:
        seen: list[tuple[int, int]] = []
        read(drawn(line("a"), line("b")), "bill.pdf", progress=lambda done, total: seen.append((done, total)))
        assert seen == [(1, 2), (2, 2)]


class TestCarefulReading:
    def test_it_takes_over_where_its_words_hold_together_better(self) -> None:
        data = drawn(line(RULE))
        fast = page_of(data)
        splinters = [word._replace(text=letter) for word in fast.words for letter in word.text]
        frame = Frame((0, 0, 400, 300), (0, 0, 400, 300))
        with CarefulReader(data, None) as careful:
            found = careful.better(1, splinters, frame)
            assert careful.better(1, list(fast.words), frame) is None
        assert found is not None
        for word, same in zip(found, fast.words, strict=True):
            assert word.text == same.text
            assert (word.x0, word.top, word.x1, word.bottom) == pytest.approx(same[1:5], abs=1)

    def test_only_pages_beyond_any_real_one_are_doubted(self) -> None:
        words = list(page_of(drawn(line(RULE))).words) * 5
        spread = [word._replace(top=20.0 * i, bottom=20.0 * i + 11) for i, word in enumerate(words)]
        assert not is_doubtful(spread)
        assert is_doubtful([word._replace(top=20.0, bottom=31.0) for word in words])
        assert is_doubtful([word._replace(text="x") for word in spread])

    def test_a_broken_file_leaves_the_fast_words(self) -> None:
        with CarefulReader(b"%PDF-1.4\nbroken", None) as careful:
            assert careful.better(1, list(page_of(drawn(line(RULE))).words), Frame((0, 0, 400, 300), (0, 0, 400, 300))) is None
