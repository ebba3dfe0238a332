"""The numbers that a browser prints before the items of a list."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from pipeline.read.numerals import letters, roman

_OWN_NUMBER = re.compile(r"[(\[]? (?: \d{1,4} | [A-Za-z]{1,2} | [ivxlcIVXLC]{1,7} ) [A-Z]? [.)\]]", re.VERBOSE)
_UNNUMBERED = re.compile(r"list-style (?:-type)? \s* : \s* none", re.VERBOSE | re.IGNORECASE)
_STYLED = re.compile(
    r"list-style (?:-type)? \s* : \s* (lower-alpha | lower-latin | upper-alpha | upper-latin | lower-roman | upper-roman)", re.VERBOSE
)
_TYPES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I"}


class Lists:
    """The open lists, innermost last, and the number that waits for the next paragraph."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []
        self._waiting = ""

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._open)

    def enter(self, element: Element) -> None:
        """A list or an item begins."""
        if element.tag == "li":
            self._begin_item(element)
        else:
            kind = _kind(element) if element.tag == "ol" else ""
            self._open.append((kind, _number(element.get("start"), 1)))

    def leave(self, element: Element) -> None:
        """A list or an item ends; an item without text takes its number with it."""
        self._waiting = ""
        if element.tag != "li" and self._open:
            self._open.pop()

    def numbered(self, text: str) -> str:
        """The paragraph with the number that waits for it, unless it brings one of its own."""
        number, self._waiting = self._waiting, ""
        return f"{number} {text}" if number and not _OWN_NUMBER.match(text) else text

    def _begin_item(self, element: Element) -> None:
        if not self._open:
            return
        kind, following = self._open[-1]
        if not kind or _UNNUMBERED.search(element.get("style") or ""):
            return
        value = _number(element.get("value"), following)
        self._open[-1] = (kind, value + 1)
        self._waiting = _printed(kind, value)


def _kind(element: Element) -> str:
    style = element.get("style") or ""
    if _UNNUMBERED.search(style):
        return ""
    styled = _STYLED.search(style)
    return _TYPES[styled.group(1)] if styled else (element.get("type") or "1")


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"-?\d{1,6}", written.strip()) else otherwise


def _printed(kind: str, value: int) -> str:
    if value < 1 or kind not in "aAiI":
        return f"{value}."
    label = letters(value) if kind in "aA" else roman(value)
    return f"{label.upper() if kind.isupper() else label}."
