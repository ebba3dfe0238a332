"""A web page as paragraphs: blocks, headings, numbered lists and tables, without what is struck out or only chrome."""

from __future__ import annotations

import re

import lxml.etree
import lxml.html
from lxml.etree import _Element as Element

from pipeline.errors import DamagedFile, TooLarge
from pipeline.read.charset import decode, one_line
from pipeline.read.html_lists import Lists
from pipeline.read.html_tables import cell_texts, columns, data_tables
from pipeline.read.limits import ReadLimits
from pipeline.read.plain import paragraphs_of
from pipeline.read.rows import row
from pipeline.reading import Paragraph, Reading

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "head",
        "button",
        "select",
        "option",
        "input",
        "textarea",
        "svg",
        "math",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
        "del",
        "s",
        "strike",
        "menu",
        "dialog",
        "datalist",
    ]
)
_BLOCKS = frozenset(
    [
        "html",
        "body",
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "caption",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "ul",
        "br",
    ]
)
_BOLD = frozenset(["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"])
_ITALIC = frozenset(["i", "em", "cite", "var", "dfn"])
_HIDDEN = re.compile(r"display \s* : \s* none | visibility \s* : \s* hidden | line-through", re.VERBOSE | re.IGNORECASE)
_CENTRED = re.compile(r"text-align \s* : \s* (?: -webkit- )? center", re.VERBOSE | re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight \s* : \s* (?: bold | [6-9]00 )", re.VERBOSE | re.IGNORECASE)
_NOTE = re.compile(r"\b (?: foot | end ) [-_]? notes? \b", re.VERBOSE | re.IGNORECASE)
_NESTING = re.compile(
    r"</? (?: div | span | font | center | section | article | blockquote ) \b [^<>]{0,2000} >", re.VERBOSE | re.IGNORECASE
)
_INDENT = 18.0
"""Points for each level of list or quotation."""


def read_html(data: bytes, limits: ReadLimits) -> Reading:
    """A web page. Raises DamagedFile, TooLarge, UnsupportedFormat."""
    text = decode(data, markup=True)
    if len(text) > limits.unpacked_bytes:
        raise TooLarge(f"{len(text):,} characters; the limit is {limits.unpacked_bytes:,}")
    root = _parse(text)
    if root is None:
        root = _parse(_NESTING.sub("<br>", text))
    if root is None:
        raise DamagedFile("the web page is nested deeper than any page that a person made")
    page = _Page(root)
    page.walk()
    return Reading("html", title=one_line(root.findtext(".//title") or ""), paragraphs=tuple(page.paragraphs))


def _parse(text: str) -> Element | None:
    """The root of the page; None where it is nested too deep, since the parser drops what lies below. Raises DamagedFile."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        raise DamagedFile(f"the web page holds nothing that can be read: {error}") from None
    return None if any("depth" in entry.message for entry in parser.error_log) else root


class _Page:
    """A walk through the tree that gathers text until a block begins or ends."""

    def __init__(self, root: Element) -> None:
        self.paragraphs: list[Paragraph] = []
        self._root = root
        self._tables = data_tables(root)
        self._columns = columns(root)
        self._lists = Lists()
        self._held: list[tuple[str, bool, bool]] = []
        self._bold = self._italic = self._centred = self._quotes = self._notes = 0
        self._level = self._column = 0

    def walk(self) -> None:
        """Read the whole tree, without recursion: a hostile page is thousands of elements deep."""
        steps = lxml.etree.iterwalk(self._root, events=("start", "end"))
        skipped = None
        for event, element in steps:
            if event == "start":
                if self._passes_over(element):
                    steps.skip_subtree()
                    skipped = element
                else:
                    self._enter(element)
            else:
                if element is not skipped:
                    self._leave(element)
                self._gather(element.tail)
        self._flush()

    def _passes_over(self, element: Element) -> bool:
        """Whether an element is not read the usual way: chrome, struck, or read here as a whole."""
        tag = element.tag
        if tag in _SKIPPED or element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            return True
        if tag == "sup" and _is_note_mark(element):
            return True
        if tag == "pre":
            self._flush()
            self.paragraphs.extend(paragraphs_of("".join(map(str, element.itertext()))))
            return True
        if tag == "tr" and element in self._tables:
            self._flush()
            self._row(element)
            return True
        return False

    def _row(self, element: Element) -> None:
        paragraph = row(cell_texts(element, _SKIPPED), bold=all(cell.tag == "th" for cell in element))
        if paragraph:
            self.paragraphs.append(paragraph)

    def _enter(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        self._change(element, 1)
        self._column = self._columns.get(element, self._column)
        if tag in {"ol", "ul", "li"}:
            self._lists.enter(element)
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self._level = int(tag[1])
        self._gather(element.text)

    def _leave(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        self._change(element, -1)
        if element in self._columns:
            self._column = 0
        if tag in {"ol", "ul", "li"}:
            self._lists.leave(element)
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self._level = 0

    def _change(self, element: Element, by: int) -> None:
        tag, style = element.tag, element.get("style") or ""
        if tag in _BOLD or (style and _BOLD_STYLE.search(style)):
            self._bold += by
        if tag in _ITALIC:
            self._italic += by
        if tag == "center" or (element.get("align") or "").lower() == "center" or (style and _CENTRED.search(style)):
            self._centred += by
        if tag in {"blockquote", "dd"}:
            self._quotes += by
        if _NOTE.search(f"{element.get('class') or ''} {element.get('role') or ''} {element.get('id') or ''}"):
            self._notes += by

    def _gather(self, text: str | None) -> None:
        if text:
            self._held.append((text, self._bold > 0, self._italic > 0))

    def _flush(self) -> None:
        text = one_line("".join(piece for piece, _, _ in self._held))
        held, self._held = self._held, []
        if not text:
            return
        letters = sum(len(piece.strip()) for piece, _, _ in held)
        bold = sum(len(piece.strip()) for piece, is_bold, _ in held if is_bold)
        italic = sum(len(piece.strip()) for piece, _, is_italic in held if is_italic)
        self.paragraphs.append(
            Paragraph(
                self._lists.numbered(text),
                level=self._level,
                indent=_INDENT * (self._lists.depth + self._quotes),
                bold=bold >= 0.8 * letters,
                italic=italic >= 0.8 * letters,
                centred=self._centred > 0,
                note=self._notes > 0,
                column=self._column,
            )
        )


def _is_note_mark(element: Element) -> bool:
    """Whether a raised text is a footnote's mark: a link to somewhere on the page; leaves the raised letters of 1st."""
    return (
        any((link.get("href") or "").startswith("#") for link in element.iter("a"))
        and not "".join(map(str, element.itertext())).strip().isalpha()
    )
