"""Paragraph and character styles of a Word file, their inheritance followed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from lxml.etree import _Element as Element

from pipeline.read.docx_xml import W, child_value, flag, value, whole

_HEADING = re.compile(r"heading \s* ([1-9])", re.VERBOSE | re.IGNORECASE)
_DEEPEST = 20
_Value = TypeVar("_Value", bool, int)


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says. Switches are None where it is silent; `numbering` is (list, level), list "" where silent."""

    name: str = ""
    level: int = 0
    centred: bool | None = None
    indent: int | None = None
    numbering: tuple[str, int] = ("", 0)
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    chain: tuple[str, ...] = field(default=())
    """This style's id and those of the styles that it is based on, nearest first."""


class Styles:
    """The styles of a file by id."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {} if root is None else {value(e, "styleId"): e for e in root.iter(W + "style")}
        self._default = next((i for i, e in self._elements.items() if value(e, "type") == "paragraph" and value(e, "default") == "1"), "")
        self._known: dict[str, Style] = {}

    def of(self, style_id: str) -> Style:
        """A style by its id; the file's default paragraph style for ""."""
        style_id = style_id or self._default
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id)
        return self._known[style_id]

    def character(self, style_id: str) -> Style:
        """A character style by its id; one that says nothing for ""."""
        return self.of(style_id) if style_id else Style()

    def _chain(self, style_id: str) -> tuple[str, ...]:
        chain: list[str] = []
        while style_id in self._elements and style_id not in chain and len(chain) < _DEEPEST:
            chain.append(style_id)
            style_id = child_value(self._elements[style_id], "basedOn")
        return tuple(chain)

    def _resolve(self, style_id: str) -> Style:
        chain = self._chain(style_id)
        if not chain:
            return Style()
        elements = [self._elements[i] for i in chain]
        return Style(
            name=child_value(elements[0], "name").lower(),
            level=next((found for e in elements if (found := _level(e))), 0),
            centred=_first(_centred(e) for e in elements),
            indent=_first(indent_of(e.find(W + "pPr")) for e in elements),
            numbering=next((asked for e in elements if (asked := numbering_of(e.find(W + "pPr")))[0]), ("", 0)),
            bold=_first(flag(e.find(W + "rPr"), "b") for e in elements),
            italic=_first(flag(e.find(W + "rPr"), "i") for e in elements),
            hidden=_first(_hidden(e) for e in elements),
            chain=chain,
        )


def _first(found: Iterable[_Value | None]) -> _Value | None:
    return next((one for one in found if one is not None), None)


def _level(style: Element) -> int:
    """The heading level that a style declares, by its name or by its outline level; 0 for body text."""
    named = _HEADING.fullmatch(child_value(style, "name"))
    if named:
        return int(named.group(1))
    outline = child_value(style, "pPr/outlineLvl")
    return whole(outline, 9) + 1 if outline and whole(outline, 9) < 9 else 0


def _centred(style: Element) -> bool | None:
    placed = child_value(style, "pPr/jc")
    return placed == "center" if placed else None


def _hidden(style: Element) -> bool | None:
    return hidden_by(style.find(W + "rPr"))


def hidden_by(properties: Element | None) -> bool | None:
    """Whether run properties take the text out of the document: struck through, or not shown. None where silent."""
    switches = [flag(properties, name) for name in ("strike", "dstrike", "vanish")]
    return None if all(s is None for s in switches) else any(switches)


def indent_of(properties: Element | None) -> int | None:
    """Where the first line of a paragraph begins, in twentieths of a point from the margin; None where silent."""
    found = None if properties is None else properties.find(W + "ind")
    if found is None:
        return None
    left = whole(value(found, "left") or value(found, "start"))
    return left + whole(value(found, "firstLine")) - whole(value(found, "hanging"))


def numbering_of(properties: Element | None) -> tuple[str, int]:
    """(list, level) that paragraph properties ask for; ("", 0) where silent. List "0" means none."""
    found = None if properties is None else properties.find(W + "numPr")
    if found is None:
        return "", 0
    return child_value(found, "numId"), whole(child_value(found, "ilvl"))
