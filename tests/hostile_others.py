"""Hostile files that are no PDFs: Word files, web pages, texts, pictures and archives under false names."""

from __future__ import annotations

from functools import partial

from tests.hostile_build import LAW, WORDS, archive, good, word, word_body
from tests.hostile_pdfs import Hostile

_PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LAW)
_TEXT = "\n\n".join(LAW)


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    return word(word_body() + "<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", doctype=f'<!DOCTYPE w [<!ENTITY a0 "ha">{entities}]>')


def _other_file() -> bytes:
    return word(word_body() + "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", doctype='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


def _deep_tables(depth: int) -> bytes:
    return word("<w:tbl><w:tr><w:tc>" * depth + word_body() + "</w:tc></w:tr></w:tbl>" * depth + "<w:p/>")


def _wide(levels: int) -> bytes:
    return f"<html><body>{'<div>' * levels}{_PARAGRAPHS}{'</div>' * levels}</body></html>".encode()


_SCRIPT = f"""<!doctype html><html><head><title>Act</title><style>p {{ color: red }}</style><script>steal("cookie")</script></head>
<body onload="steal()">{_PARAGRAPHS}<noscript>switch scripts on</noscript><img src="http://example.invalid/x.png"></body></html>"""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

OTHERS: tuple[Hostile, ...] = (
    Hostile("word.docx", "a sound Word file, written by hand", lambda: word(word_body()), says=WORDS),
    Hostile("ratio.docx", "a Word file that unpacks to 500 times its size", lambda: word(word_body() + " " * 60_000_000), ("too_large",)),
    Hostile("laughs.docx", "entities that multiply to 10^11", _laughs, ("damaged", "too_large", "read"), absent="hahaha"),
    Hostile("entity.docx", "an entity that reads a file of ours", _other_file, ("damaged", "read"), absent="root:"),
    Hostile("deep.docx", "tables in tables, 3,000 deep", partial(_deep_tables, 3_000), ("damaged", "too_large", "read")),
    Hostile("torn.docx", "a Word file cut in half", lambda: word(word_body() * 50)[:900], ("damaged",)),
    Hostile("bad-xml.docx", "a main part that is no XML", lambda: word("<w:p><w:r>"), ("damaged",)),
    Hostile("traversal.docx", "a part named outside the archive", lambda: word(word_body(), extra=(("../../evil.txt", b"x"),)), says=WORDS),
    Hostile(
        "no-body.docx",
        "the parts of a Word file without the main one",
        lambda: archive((("[Content_Types].xml", b"<Types/>"),)),
        ("damaged", "unsupported_format"),
    ),
    Hostile("zip.docx", "an archive of pictures named .docx", lambda: archive((("a.png", b"x"),)), ("unsupported_format", "damaged")),
    Hostile(
        "sheet.xlsx",
        "a spreadsheet",
        lambda: archive((("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<w/>"))),
        ("unsupported_format",),
    ),
    Hostile("old.doc", "Word's format of the nineties", lambda: _OLE + bytes(4000), ("unsupported_format",)),
    Hostile(
        "locked.docx",
        "a Word file with a password",
        lambda: _OLE + bytes(900) + "EncryptedPackage".encode("utf-16-le") + bytes(900),
        ("unsupported_encryption",),
    ),
    Hostile("rich.rtf", "rich text", lambda: b"{\\rtf1\\ansi 1. Short title\\par}", ("unsupported_format",)),
    Hostile("picture.pdf", "a picture named .pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), ("unsupported_format",)),
    Hostile(
        "bill.pdf",
        "a pointer to a file that was not fetched",
        lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n",
        ("damaged",),
    ),
    Hostile("law.docx", "a PDF named .docx", good, says=WORDS),
    Hostile("script.html", "a web page with scripts", _SCRIPT.encode, says=WORDS, absent="steal"),
    Hostile("deep.html", "20,000 open divisions", partial(_wide, 20_000), ("read", "damaged")),
    Hostile("open.html", "tags that never close", f"<html><body><table><tr><td><p>{_PARAGRAPHS}<b><i><table>".encode, says=WORDS),
    Hostile("meta.html", "a charset that does not exist", f'<html><meta charset="x-none"><body>{_PARAGRAPHS}'.encode, says=WORDS),
    Hostile(
        "nul.txt",
        "a text with NULs in it",
        lambda: _TEXT.replace("lantern", "lan\x00tern").encode(),
        ("read", "damaged", "unsupported_format"),
    ),
    Hostile("wide.txt", "UTF-16 with its mark", lambda: _TEXT.encode("utf-16"), says=WORDS),
    Hostile("bare-wide.txt", "UTF-16 without a mark", lambda: _TEXT.encode("utf-16-le"), ("read", "damaged", "unsupported_format")),
    Hostile("windows.txt", "curly quotes of Windows", lambda: _TEXT.replace("A lantern", "A “lantern”").encode("cp1252"), says="“lantern”"),
    Hostile("bytes.txt", "bytes without meaning", lambda: bytes(range(256)) * 400, ("read", "damaged", "unsupported_format")),
    Hostile("line.txt", "two million letters without a break", lambda: b"a" * 2_000_000, ("read", "too_large")),
    Hostile(
        "brackets.txt",
        "open brackets that a careless pattern tries in every way",
        (_TEXT + "\n" + "(" * 50_000 + "1.1" * 50_000).encode,
    ),
    Hostile("numbers.txt", "fifty thousand lines that each look like a section", lambda: b"\n".join(b"%d. x" % n for n in range(50_000))),
    Hostile(
        "blanks.txt", "a law with a million blanks in it", lambda: _TEXT.replace("2. ", " " * 1_000_000 + "\n2. ").encode(), says=WORDS
    ),
)
