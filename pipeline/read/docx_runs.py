"""The words of one Word paragraph: what a reader sees once every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from pipeline.read.docx_styles import Styles, hidden_by
from pipeline.read.docx_xml import W, child_value, flag, local, value

_TRANSPARENT = frozenset(
    ["hyperlink", "smartTag", "sdt", "sdtContent", "ins", "moveTo", "bdo", "dir", "fldSimple", "customXml", "oMath", "oMathPara"]
)
_SYMBOLS = {0xB7: "•", 0xA7: "§", 0x2D: "-", 0xBE: "—", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xD7: "×"}
"""Of the Symbol and Wingdings fonts, which Word writes in the private use area."""
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


@dataclass(slots=True)
class Runs:
    """The text gathered, how much of it is bold and italic, the notes it refers to, and the text boxes that hang on it."""

    pieces: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    italic: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All the words; a line break is a newline, a tab a tab."""
        return "".join(self.pieces)


class RunReader:
    """Reads the paragraphs of one file, in order: a field may begin in one paragraph and end in another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []
        """For each open field, innermost last, whether its code is over and its result has begun."""

    def read(self, paragraph: Element, bold: bool, italic: bool) -> Runs:
        """The runs of a paragraph; `bold` and `italic` are what its style says where a run is silent."""
        runs = Runs()
        self._walk(paragraph, runs, bold, italic)
        return runs

    def _walk(self, parent: Iterable[Element], runs: Runs, bold: bool, italic: bool) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, runs, bold, italic)
            elif name in _TRANSPARENT:
                self._walk(element, runs, bold, italic)
            elif name == "AlternateContent":
                self._walk(preferred(element), runs, bold, italic)

    def _run(self, run: Element, runs: Runs, bold: bool, italic: bool) -> None:
        properties = run.find(W + "rPr")
        style = self._styles.character(child_value(properties, "rStyle"))
        before = len(runs.pieces)
        for element in run:
            self._piece(element, runs)
        if _first(hidden_by(properties), style.hidden, False):
            del runs.pieces[before:]
        letters = sum(len(piece.strip()) for piece in runs.pieces[before:])
        runs.letters += letters
        runs.bold += letters * _first(flag(properties, "b"), style.bold, bold)
        runs.italic += letters * _first(flag(properties, "i"), style.italic, italic)

    def _piece(self, element: Element, runs: Runs) -> None:
        name = local(element)
        if name == "fldChar":
            self._field(value(element, "fldCharType"))
        elif not all(self._fields):
            return
        elif name == "t":
            runs.pieces.append(element.text or "")
        elif name in _SIGNS:
            runs.pieces.append(_SIGNS[name])
        elif name == "br":
            runs.pieces.append("\n" if value(element, "type") in {"", "textWrapping"} else " ")
        elif name == "sym":
            runs.pieces.append(_symbol(value(element, "char")))
        elif name in _NOTES:
            runs.notes.append((_NOTES[name], value(element, "id")))
        else:
            self._rest(name, element, runs)

    def _rest(self, name: str, element: Element, runs: Runs) -> None:
        """Drawings with text in them, ruby, and alternatives of a drawing."""
        if name in {"drawing", "pict"}:
            runs.boxes.extend(element.iter(W + "txbxContent"))
        elif name == "ruby":
            runs.pieces.extend(text.text or "" for base in element.iter(W + "rubyBase") for text in base.iter(W + "t"))
        elif name == "AlternateContent":
            for inner in preferred(element):
                self._piece(inner, runs)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def preferred(alternatives: Element) -> Iterable[Element]:
    """The contents of the first alternative of `mc:AlternateContent`; the others say the same for older programs."""
    return next(iter(alternatives), ())


def _first(*switches: bool | None) -> bool:
    return next((switch for switch in switches if switch is not None), False)


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(number & 0xFF if 0xF000 <= number <= 0xF0FF else number, "")
