"""Building blocks of hostile files: PDF objects by hand, a small law to carry, bombs that cost nothing to make."""

from __future__ import annotations

import io
import zipfile
import zlib

LAW = (
    "LANTERN FESTIVAL ACT, 2031",
    "An Act to order the lighting of lanterns in the harbour towns.",
    "1. Short title",
    "This Act may be named the Lantern Festival Act, 2031.",
    "2. Lanterns to be numbered",
    "(1) The keeper of the quay shall give each lantern a number and a place.",
    "(2) A lantern without a number shall be taken down before midnight.",
    "3. Rules of the Minister",
    "The Minister may make rules on the colour, the height and the oil of lanterns.",
)
"""A law of three sections, in lines as they are set; it is found again where a file can be read at all."""
WORDS = "The keeper of the quay shall give each lantern a number"
"""Words of `LAW` that a good reading holds."""

Objects = dict[int, bytes]


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object's body."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def page_text(lines: tuple[str, ...] = LAW, *, setup: bytes = b"", at: tuple[int, int] = (72, 720), font: bytes = b"/F1 11 Tf") -> bytes:
    """A content stream that shows lines of text from a place downwards."""
    shown = b"".join(b"(%s) Tj T*\n" % line.replace("(", r"\(").replace(")", r"\)").encode("latin-1") for line in lines)
    return setup + b"\nBT %s 16 TL %d %d Td\n%sET\n" % (font, *at, shown)


def objects(
    content: bytes = page_text(),
    *,
    page: bytes = b"",
    box: bytes = b"/MediaBox [0 0 612 792]",
    content_entries: bytes = b"",
    font: bytes = b"",
) -> Objects:
    """A document of one page: 1 catalog, 2 page tree, 3 page, 4 content, 5 font."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R %s /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R %s >>" % (box, page),
        4: stream(content, content_entries),
        5: font or b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }


def pdf(parts: Objects, *, header: bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", trailer: bytes = b"", prev: int | None = None) -> bytes:
    """The file: objects, a cross-reference table that is right, a trailer. `prev` is written as the earlier table's place."""
    out, places = bytearray(header), {}
    for number, body in parts.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(parts) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    back = b"" if prev is None else b"/Prev %d" % (start if prev < 0 else prev)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, back, trailer, start)
    return bytes(out)


def good() -> bytes:
    """The small law as a sound PDF."""
    return pdf(objects())


def pages(count: int, content: bytes = b"") -> bytes:
    """Many pages that share one content stream."""
    parts = objects(content)
    kids = b" ".join(b"%d 0 R" % n for n in range(10, 10 + count))
    parts[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    parts |= dict.fromkeys(range(10, 10 + count), b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>")
    return pdf(parts)


def packed(megabytes: int, block: bytes = b" ") -> bytes:
    """A zlib stream that unpacks to so many megabytes of one byte: one packed megabyte, repeated as it is."""
    packer = zlib.compressobj(9)
    head = packer.compress(block * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    unit = packer.compress(block * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + unit * (megabytes - 1) + packer.flush()


def encrypted(user: str, owner: str = "owner's own", *, revision: int = 6, aes: bool = True) -> bytes:
    """The small law behind passwords; revision 2 is RC4-40, 3 RC4-128, 4 RC4-128 or AES-128, 6 AES-256."""
    import pikepdf  # noqa: PLC0415 - only rows with passwords need it

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as document:
        protection = pikepdf.Encryption(user=user, owner=owner, R=revision, aes=aes and revision >= 4, metadata=aes and revision >= 4)
        document.save(out, encryption=protection)
    return out.getvalue()


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = f"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>"""
_RELATIONS = f"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_body(lines: tuple[str, ...] = LAW) -> str:
    """Paragraphs of a Word file's main part."""
    return "".join(f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in lines)


def word(body: str | bytes, *, doctype: str = "", extra: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """A Word file around a body, written by hand; `extra` parts go in as they are."""
    out = io.BytesIO()
    inner = body if isinstance(body, bytes) else body.encode()
    document = b'<?xml version="1.0"?>' + doctype.encode() + f"<w:document {_WORD}><w:body>".encode() + inner + b"</w:body></w:document>"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            ("[Content_Types].xml", _TYPES.encode()),
            ("_rels/.rels", _RELATIONS.encode()),
            ("word/document.xml", document),
            *extra,
        ):
            archive.writestr(name, content)
    return out.getvalue()


def archive(parts: tuple[tuple[str, bytes], ...]) -> bytes:
    """A plain zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts:
            file.writestr(name, content)
    return out.getvalue()
