"""What a file is, told from its bytes: names lie."""

from __future__ import annotations

import re

from pipeline.errors import DamagedFile, EmptyFile, UnsupportedEncryption, UnsupportedFormat
from pipeline.read.zip_parts import zip_kind

_HEAD = 65_536
_LFS = b"version https://git-lfs.github.com/spec/"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"\x00\x00\x00\x0cjP  ", "a picture (JPEG 2000)"),
    (b"AT&TFORM", "a DjVu file"),
    (b"{\\rtf", "a rich text file (.rtf)"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_HTML = re.compile(
    rb"""
    ^ (?: \s | \xef\xbb\xbf | <!--.{0,2000}?--> | <\?xml[^>]{0,200}\?> )*+   # blanks, byte order mark, comments, XML declaration
    < (?: !doctype \s+ html | html | head | body | title | meta | h[1-6] | p | div | article | section | table | ol | ul ) \b
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_PDF_OBJECT = re.compile(rb"\b\d{1,7} \d{1,5} obj\b.{0,4000}?\bendobj\b", re.DOTALL)


def sniff(data: bytes, name: str) -> str:
    """`pdf`, `docx`, `html` or `text`. Raises EmptyFile, UnsupportedFormat, UnsupportedEncryption, DamagedFile."""
    if not data.strip(b"\x00 \t\r\n\x1a"):
        raise EmptyFile(f"{name} is empty" if not data else f"{name} holds nothing but blanks")
    head = data[:_HEAD]
    if head.startswith(_LFS):
        raise DamagedFile(f"{name} is a Git LFS pointer of {len(data)} bytes, not the file itself")
    _refuse_known(head, data)
    if head.startswith(b"PK\x03\x04"):
        return zip_kind(data, name)
    if b"%PDF-" in head or _PDF_OBJECT.search(head):
        return "pdf"
    return "html" if _is_html(head) else "text"


def _refuse_known(head: bytes, data: bytes) -> None:
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            raise UnsupportedFormat(f"{what}, not a document that can be read")
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        raise UnsupportedFormat("a picture (WebP), not a document that can be read")
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnsupportedEncryption("an Office file with a password")
        raise UnsupportedFormat("an old Office file (.doc, .xls, .ppt)")


def _is_html(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return bool(_HTML.match(head)) or b"<html" in head[:4096].lower()
