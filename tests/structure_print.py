"""Documents from plain lines, for tests of the segmenter: each line as printed, or each a whole paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.document import Document, Line, Places, Role
from pipeline.provision import Law, Provision
from pipeline.span import Span
from pipeline.structure import segment


@dataclass(frozen=True)
class Set:
    """A line with its type. `runs_on`: the paragraph goes on in the next line."""

    text: str
    bold: bool = False
    italic: bool = False
    centred: bool = False
    role: Role = Role.BODY
    runs_on: bool = False


@dataclass
class _Building:
    text: str = ""
    lines: list[Line] = field(default_factory=list)


def document(*lines: str | Set, title: str = "") -> Document:
    """A document of these lines; a plain string is a paragraph in plain type."""
    building = _Building()
    for line in lines:
        one = Set(line) if isinstance(line, str) else line
        start = len(building.text)
        building.lines.append(
            Line(Span(start, start + len(one.text)), bold=one.bold, italic=one.italic, centred=one.centred, role=one.role)
        )
        building.text += one.text + (" " if one.runs_on else "\n")
    return Document("0" * 64, "print.txt", "text", title, "en", building.text, tuple(building.lines), (), Places())


def one_law(*lines: str | Set) -> tuple[Document, Law]:
    """The only law of a print."""
    printed = document(*lines)
    (law,) = segment(printed)
    return printed, law


def articles(law: Law) -> list[Provision]:
    """What a lawyer cites, quoted text left out."""
    return [p for p in law.provisions if p.eid == p.article and not p.quoted]


def numbers(law: Law) -> list[str]:
    """The numbers of the articles."""
    return [p.number for p in articles(law)]


def eids(law: Law) -> list[str]:
    """All eIds in order."""
    return [p.eid for p in law.provisions]
