"""Bytes to text where nobody says which encoding it is."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import UnsupportedFormat

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?: meta | \?xml ) \b [^>]{0,300}? (?: charset | encoding ) \s* = \s* ["']? ([\w.:-]{2,40})""", re.VERBOSE | re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")  # leaves tab, line ends, form feed and the old end-of-file mark

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def decode(data: bytes, *, markup: bool = False) -> str:
    """The text of a file: by its byte order mark, by what its markup declares, as UTF-8, as UTF-16 without a mark, as cp1252.

    Raises UnsupportedFormat for what is no text at all.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data.decode(encoding, "replace"))
    if wide := _wide(data[:2000]):
        return _text(data.decode(wide, "replace"))
    for encoding in (*(_declared(data) if markup else ()), "utf-8"):
        try:
            return _text(data.decode(encoding))
        except (UnicodeError, LookupError):
            continue
    return _text(data.decode("cp1252", "replace"))


def _declared(data: bytes) -> tuple[str, ...]:
    """The charset in a head's meta element or XML declaration; Latin-1 is read as cp1252, as browsers do."""
    found = _DECLARED.search(data[:4096])
    if not found:
        return ()
    encoding = found.group(1).decode("ascii").lower()
    if encoding.startswith("utf-16"):  # it was read as one byte a character to be found here
        return ()
    return ("cp1252",) if encoding in {"iso-8859-1", "latin-1", "latin1"} else (encoding,)


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark shows itself by a zero in nearly every second byte; "" for anything else."""
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    if max(zeros) * 2 > len(sample) * 0.4 and min(zeros) * 20 < max(zeros):
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    return ""


def _text(text: str) -> str:
    """The text without stray zeros at its end, checked to be text."""
    text = text.rstrip("\x00\x1a")
    if len(_CONTROL.findall(text)) + text.count("\ufffd") > max(2, len(text) // 100):
        raise UnsupportedFormat("neither text nor a document that can be read")
    return _CONTROL.sub("", text)


def one_line(text: str) -> str:
    """The text with every run of blanks one blank, and without soft hyphens and characters of no width."""
    return " ".join(_INVISIBLE.sub("", text).split())
