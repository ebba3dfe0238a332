"""The PDFs of the hostile catalogue that take more than a changed line to build."""

from __future__ import annotations

import zlib

from tests.hostile_build import LAW, objects, packed, page_text, pdf, stream


def page_box(box: bytes, page: bytes = b"", at: tuple[int, int] = (72, 720)) -> bytes:
    return pdf(objects(page_text(at=at), box=box, page=page))


def changed(number: int, body: bytes) -> bytes:
    return pdf(objects() | {number: body})


def deep_page_tree(depth: int) -> bytes:
    parts = objects()
    parts[2] = b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>"
    for n in range(10, 10 + depth):
        parts[n] = b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (n - 1 if n > 10 else 2, n + 1 if n < 9 + depth else 3)
    return pdf(parts)


def form_cycle(calls: bytes) -> bytes:
    """A form that shows itself; more than once, and each level doubles the work."""
    parts = objects(page_text() + b"/X Do\n")
    shown = b"/Font << /F1 5 0 R >> /XObject << /X 6 0 R >>"
    parts[3] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << %s >> /Contents 4 0 R >>" % shown
    parts[6] = stream(calls, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")
    return pdf(parts)


def active() -> bytes:
    parts = objects(page=b"/Annots [8 0 R 9 0 R] /AA << /O 6 0 R >>")
    parts[1] = b"<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /Names << /EmbeddedFiles << /Names [(run.exe) 10 0 R] >> >> >>"
    parts[6] = b"<< /S /JavaScript /JS (app.launchURL\\('http://example.invalid'\\); while \\(true\\) {}) >>"
    parts[8] = b"<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /Launch /F (calc.exe) >> >>"
    parts[9] = b"<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /SubmitForm /F (http://example.invalid) >> >>"
    parts[10] = b"<< /Type /Filespec /F (run.exe) /EF << /F 11 0 R >> >>"
    parts[11] = stream(b"MZ not a program", b"/Type /EmbeddedFile")
    return pdf(parts)


def image_page(parts: dict[int, bytes], number: int) -> dict[int, bytes]:
    parts[20] = stream(b"\xaa" * 8, b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray")
    parts[21] = stream(b"612 0 0 792 0 0 cm /I Do")
    parts[number] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /I 20 0 R >> >> /Contents 21 0 R >>"
    return parts


def text_and_scan() -> bytes:
    parts = image_page(objects(), 30)
    parts[2] = b"<< /Type /Pages /Kids [3 0 R 30 0 R] /Count 2 >>"
    return pdf(parts)


def huge_image() -> bytes:
    parts = image_page(objects(), 3)
    parts[20] = stream(
        packed(450),
        b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode",
    )
    return pdf(parts)


def mapped(table: dict[int, str]) -> bytes:
    """A font's map from codes to the characters that a copy of the text would hold."""
    rows = b"\n".join(b"<%02x> <%s>" % (code, text.encode("utf-16-be").hex().encode()) for code, text in table.items())
    return stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n%d beginbfchar\n%s\nendbfchar endcmap end end" % (len(table), rows)
    )


def with_map(table: dict[int, str]) -> bytes:
    parts = objects(font=b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>")
    parts[6] = mapped(table)
    return pdf(parts)


def letters(first: int) -> dict[int, str]:
    return {code: chr(first + code - 65) for code in range(65, 123)}


def no_map() -> bytes:
    """Glyph numbers only, as subset fonts of bad converters have them: nobody can tell which letters they show."""
    codes = b"".join(b"<%s> Tj T*\n" % b"".join(b"%04x" % (ord(c) + 900) for c in line) for line in LAW)
    parts = objects(b"BT /F1 11 Tf 16 TL 72 720 Td\n" + codes + b"ET")
    parts[5] = b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Lost /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    parts[6] = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Lost /FontDescriptor 7 0 R /DW 500"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    parts[7] = b"<< /Type /FontDescriptor /FontName /ABCDEF+Lost /Flags 4 /FontBBox [0 0 999 999] /Ascent 800 /Descent -200 /StemV 80 >>"
    return pdf(parts)


def foreign_security() -> bytes:
    return pdf(objects(), trailer=b"/Encrypt << /Filter /Acme.Vault /V 9 /R 9 /Length 999 >> /ID [<00> <00>]")


def drawn_twice(shift: str) -> bytes:
    return pdf(objects(page_text() + page_text(setup=f"1 0 0 1 {shift} 0 cm".encode())))


def struck() -> bytes:
    line = b"72 643 m 420 643 l 0.8 w S\n"  # through "(1) The keeper ...", the sixth line
    return pdf(objects(page_text() + line))


def turned(matrix: bytes) -> bytes:
    return pdf(objects(page_text(at=(0, 0), setup=matrix + b" cm")))


def changed_map(code: bytes) -> bytes:
    parts = objects(font=b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>")
    parts[6] = mapped(letters(65)).replace(b"<0061>", b"<" + code + b">")
    return pdf(parts)


def flate_bomb(megabytes: int) -> bytes:
    return pdf(objects(packed(megabytes), content_entries=b"/Filter /FlateDecode"))


def double_bomb() -> bytes:
    return pdf(objects(zlib.compress(packed(6_000), 9), content_entries=b"/Filter [/FlateDecode /FlateDecode]"))


def letters_without_end() -> bytes:
    return pdf(objects(b"BT /F1 4 Tf 5 TL 0 790 Td\n" + b"(abcdefghij klmnopqrst) Tj T*\n" * 60_000 + b"ET"))


def form_tree(depth: int) -> bytes:
    parts = image_page(objects(), 3)
    parts[3] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /X 40 0 R >> >> /Contents 4 0 R >>"
    parts[4] = stream(b"/X Do")
    for n in range(40, 40 + depth):
        parts[n] = stream(
            b"/X Do /X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X %d 0 R >> >>" % (n + 1)
        )
    parts[40 + depth] = stream(
        page_text(("a letter",)), b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> >>"
    )
    return pdf(parts)
