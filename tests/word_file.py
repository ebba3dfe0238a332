"""Word files of our own for the tests of the reader, written part by part."""

from __future__ import annotations

import io
import zipfile

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def word_file(body: str, **parts: str) -> bytes:
    """A Word file whose text is `body`; `parts` are the insides of other parts by name (numbering, styles, footnotes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, held in parts.items():
            file.writestr(f"word/{name}.xml", f"<w:{name} {_NAMESPACES}>{held}</w:{name}>")
    return out.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, each plain text or markup of its own."""
    held = "".join(run if run.startswith(("<w:", "<mc:")) else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{held}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, depth: int = 0, numbering: int = 1) -> str:
    """A paragraph of a list."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{numbering}"/></w:numPr>')


def level(depth: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    """One level of a list's definition."""
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{extra}</w:lvl>'


def lists(*levels: str, overrides: str = "") -> str:
    """A numbering part with one definition, used by list 1, and by list 2 with the overrides."""
    return (
        f'<w:abstractNum w:abstractNumId="5">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="5"/>{overrides}</w:num>'
    )
