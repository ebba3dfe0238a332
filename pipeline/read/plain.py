"""Plain text: paragraphs from lines, wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.errors import UnsupportedFormat
from pipeline.read.charset import decode, one_line
from pipeline.reading import Paragraph, Reading

_SPACE = 6.0
"""Points of indent for each blank at the head of a line: half a character of twelve-point type."""
_SHORT = 400
"""Characters below which text with the name of another format is taken for a mishap, not for a law."""
_WIDEST_WRAP = 110
"""Lines longer than this were not wrapped by hand or by a program: each is a paragraph."""
_NEW_UNIT = re.compile(
    r"""
    (?: [(\[] \w{1,5} [)\]]                                       # (1)  (a)  (iv)  [12]
      | \d{1,4} [A-Z]{0,2} (?: \.\d{1,3} )* [.):]                 # 12.  12A.  3.2.1)
      | [A-Za-z] [.)] | [IVXLC]{1,7} [.)]                         # A.  b)  XIV.
      | § | [-•*–—] \s
      | (?: part | chapter | title | division | section | article | clause | schedule | rule | regulation | preamble ) \b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_plain(data: bytes, name: str) -> Reading:
    """A text file. Raises UnsupportedFormat for binary, and for a few words that stand in place of a PDF or Word file."""
    text = decode(data)
    suffix = name.rpartition(".")[2].lower()
    if suffix in {"pdf", "docx", "doc"} and len(text) < _SHORT:
        raise UnsupportedFormat(f"{name} is not a {suffix.upper()}: it holds {len(data)} bytes of plain text")
    return Reading("text", paragraphs=tuple(paragraphs_of(text)))


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """The paragraphs of typed text. Form feeds part paragraphs as blank lines do."""
    lines = [line.expandtabs(8).rstrip() for line in text.replace("\f", "\n\n").splitlines()]
    width = _wrapped_at(lines)
    held: list[str] = []
    for line in lines:
        if held and not _goes_on(held[-1], line, width):
            yield _paragraph(held)
            held = []
        if line.strip():
            held.append(line)
    if held:
        yield _paragraph(held)


def _wrapped_at(lines: list[str]) -> int:
    """The width at which the text was wrapped, 0 when it was not: nine lines in ten are no longer than it."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if not lengths:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    return width if width <= _WIDEST_WRAP else 0


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line carries on the paragraph of the line before it: that one was full, and this one opens no unit."""
    body = line.strip()
    if not body or not width or len(before) < 0.75 * width:
        return False
    return not _NEW_UNIT.match(body) and not body.isupper()


def _paragraph(lines: list[str]) -> Paragraph:
    first = lines[0]
    return Paragraph(one_line(" ".join(lines)), indent=_SPACE * (len(first) - len(first.lstrip())))
