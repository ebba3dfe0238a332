"""What a file is, its bytes say; plain text becomes paragraphs."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.errors import ClausewatchError, DamagedFile, EmptyFile, TooLarge, UnsupportedEncryption, UnsupportedFormat
from pipeline.read import ReadLimits, read
from pipeline.read.charset import decode
from pipeline.read.sniff import sniff


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, held in parts.items():
            file.writestr(name.replace("__", "/"), held)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n", "pdf"),
        (b"1 0 obj\n<< /Type /Catalog >>\nendobj\n", "pdf"),  # the header is lost
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", "html"),
        (b"<!-- saved page -->\n<HTML><BODY>", "html"),
        ('<?xml version="1.0"?><html xmlns="x">'.encode("utf-16"), "html"),
        (b"<p>A fragment.</p>", "html"),
        (b"Section 1 <of> the Act", "text"),
        (archive(word__document=b"x") and archive(**{"word__document.xml": b"<x/>"}), "docx"),
    ],
)
def test_the_bytes_say_what_a_file_is(data: bytes, kind: str) -> None:
    assert sniff(data, "bill") == kind


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptyFile, "empty"),
        (b" \r\n\x00", EmptyFile, "blanks"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", DamagedFile, "pointer"),
        (b"{\\rtf1 lantern}", UnsupportedFormat, "rich text"),
        (b"\x89PNG\r\n\x1a\n", UnsupportedFormat, "picture"),
        (b"\xff\xd8\xff\xe0", UnsupportedFormat, "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), UnsupportedFormat, "old Office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), UnsupportedEncryption, "password"),
        (archive(xl__workbook=b""), UnsupportedFormat, "Excel"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text"), UnsupportedFormat, "OpenDocument"),
        (archive(**{"bill.pdf": b""}), UnsupportedFormat, "unpack"),
        (b"PK\x03\x04 and then nothing", DamagedFile, "broken"),
        (bytes(range(256)) * 40, UnsupportedFormat, "neither text"),
        (b"This is not what you think it is.", UnsupportedFormat, "not a PDF"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, error: type[ClausewatchError], words: str) -> None:
    with pytest.raises(error, match=words):
        read(data, "bill.pdf")


def test_a_file_beyond_the_limit() -> None:
    with pytest.raises(TooLarge):
        read(b"lantern " * 100, "bill.txt", limits=ReadLimits(file_bytes=100))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "§ 1. The “keeper” of the quay — a person — lights a lantern at dusk."
    assert decode(text.encode(encoding)) == text


def test_wrapped_lines_are_joined_and_units_begin_anew() -> None:
    text = """THE LANTERNS ACT

1. Every person who wants to carry a lantern along the quay after
dusk must ask the keeper for leave at least three days before, and
(a) must pay the fee;
    (b) must carry a number.
\fSCHEDULE
"""
    paragraphs = read(text.encode(), "act.txt").paragraphs
    assert [p.text for p in paragraphs] == [
        "THE LANTERNS ACT",
        (
            "1. Every person who wants to carry a lantern along the quay after dusk must ask the keeper for leave "
            "at least three days before, and"
        ),
        "(a) must pay the fee;",
        "(b) must carry a number.",
        "SCHEDULE",
    ]
    assert [p.indent for p in paragraphs] == [0, 0, 0, 24, 0]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    text = "The keeper lights every lantern on the quay at dusk and puts it out again at dawn, whatever the weather, and notes the hour.\n"
    assert len(read((text * 3).encode(), "act.txt").paragraphs) == 3
