"""A Word file as paragraphs, in the order of its text, automatic numbers written out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml.etree import _Element as Element

from pipeline.errors import DamagedFile
from pipeline.read.charset import one_line
from pipeline.read.docx_body import Body
from pipeline.read.docx_numbering import Numbering
from pipeline.read.docx_styles import Styles
from pipeline.read.docx_xml import W, local, parse, value
from pipeline.read.limits import ReadLimits
from pipeline.read.zip_parts import Parts
from pipeline.reading import Paragraph, Reading

_MAIN_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
)
_UNREAL_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(data: bytes, limits: ReadLimits) -> Reading:
    """A Word file. Raises DamagedFile, TooLarge, UnsupportedEncryption."""
    parts = Parts(data, limits)
    main = _main_part(parts)
    folder = posixpath.dirname(main)
    root = parse(parts.read(main), "the text")
    styles = Styles(_part(parts, folder, "styles.xml"))
    body = Body(styles, Numbering(_part(parts, folder, "numbering.xml")))
    found = root.find(W + "body")
    if found is None:
        raise DamagedFile("the Word file has no text part")
    paragraphs = [*body.paragraphs(found), *_notes(parts, folder, body)]
    return Reading("docx", title=_title(parts), paragraphs=tuple(paragraphs))


def _main_part(parts: Parts) -> str:
    """The part with the text: usual name, else what the list of content types says."""
    if "word/document.xml" in parts.names:
        return "word/document.xml"
    for element in parse(parts.read("[Content_Types].xml") or b"<none/>", "the table of contents"):
        if element.get("ContentType") in _MAIN_TYPES:
            return str(element.get("PartName")).lstrip("/")
    raise DamagedFile("the Word file has no text part")


def _part(parts: Parts, folder: str, name: str) -> Element | None:
    held = parts.read(posixpath.join(folder, name))
    return parse(held, name) if held else None


def _notes(parts: Parts, folder: str, body: Body) -> Iterator[Paragraph]:
    """Footnotes, then endnotes, each kind in the order in which the text refers to them; those never referred to are gone."""
    for kind in ("footnote", "endnote"):
        root = _part(parts, folder, f"{kind}s.xml")
        if root is None:
            continue
        notes = {value(e, "id"): e for e in root if local(e) == kind and value(e, "type") not in _UNREAL_NOTES}
        for identity in dict.fromkeys(body.referred(kind)):
            if identity in notes:
                yield from body.note(notes[identity])


def _title(parts: Parts) -> str:
    held = parts.read("docProps/core.xml")
    if not held:
        return ""
    return next((one_line(e.text or "") for e in parse(held, "the properties").iter() if local(e) == "title"), "")
