"""Automatic numbers: what Word prints before a paragraph and does not write into it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml.etree import _Element as Element

from pipeline.read.docx_styles import indent_of
from pipeline.read.docx_xml import W, child_value, flag, value, whole
from pipeline.read.numerals import doubled_letters, in_words, ordinal, ordinal_in_words, roman

_PLACE = re.compile(r"%([1-9])")
_DEPTH = 9
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": lambda n: roman(n).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda n: doubled_letters(n).upper(),
    "lowerLetter": doubled_letters,
    "ordinal": ordinal,
    "cardinalText": in_words,
    "ordinalText": ordinal_in_words,
    "none": lambda _n: "",
    "decimalEnclosedParen": lambda n: f"({n})",
    "decimalEnclosedFullstop": lambda n: f"{n}.",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` holds places such as %1.

    `restart` is the level (from 1) that starts it anew, 0 for never, None for any above.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    spaced: bool = True
    restart: int | None = None
    legal: bool = False
    style: str = ""
    indent: int | None = None


class Numbering:
    """The lists of a file and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        abstract = [] if root is None else list(root.iter(W + "abstractNum"))
        self._abstract = {value(e, "abstractNumId"): e for e in abstract}
        self._by_style = {child_value(e, "styleLink"): e for e in abstract if child_value(e, "styleLink")}
        self._lists = {} if root is None else {value(e, "numId"): e for e in root.findall(W + "num")}
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def level(self, list_id: str, depth: int) -> Level | None:
        """The level of a list, None where the file does not define it."""
        levels = self._levels_of(list_id)
        return levels[depth] if 0 <= depth < len(levels) else None

    def level_of_style(self, list_id: str, chain: tuple[str, ...]) -> int | None:
        """The level of a list that is tied to one of a paragraph's styles."""
        for style in chain:
            for depth, level in enumerate(self._levels_of(list_id)):
                if level.style and level.style == style:
                    return depth
        return None

    def next(self, list_id: str, depth: int) -> str:
        """The number of the next paragraph at this level, with the blank that follows it; "" where there is none."""
        level = self.level(list_id, depth)
        if level is None:
            return ""
        counts = self._count(list_id, depth)
        if level.form == "bullet":
            return "• "
        levels = self._levels_of(list_id)
        number = _PLACE.sub(lambda m: _printed(counts, levels, int(m.group(1)) - 1, level.legal), level.text)
        return number + (" " if level.spaced and number else "")

    def _count(self, list_id: str, depth: int) -> list[int | None]:
        """Lists made from one definition count together; a list that overrides the start begins anew at its first paragraph."""
        counts = self._counts.setdefault(self._family(list_id), [None] * _DEPTH)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for restarted in self._overridden(list_id):
                counts[restarted] = None
        levels = self._levels_of(list_id)
        held = counts[depth]
        counts[depth] = levels[depth].start if held is None else held + 1
        for below in range(depth + 1, _DEPTH):
            restart = levels[below].restart if below < len(levels) else None
            if restart is None or (restart and depth < restart):
                counts[below] = None
        return counts

    def _family(self, list_id: str) -> str:
        return child_value(self._lists.get(list_id), "abstractNumId")

    def _overridden(self, list_id: str) -> list[int]:
        overrides = self._lists[list_id].findall(W + "lvlOverride")
        return [d for e in overrides if e.find(W + "startOverride") is not None and 0 <= (d := whole(value(e, "ilvl"))) < _DEPTH]

    def _levels_of(self, list_id: str) -> tuple[Level, ...]:
        if list_id not in self._levels:
            self._levels[list_id] = self._define(list_id)
        return self._levels[list_id]

    def _define(self, list_id: str) -> tuple[Level, ...]:
        entry = self._lists.get(list_id)
        definition = None if entry is None else self._abstract.get(self._family(list_id))
        if entry is None or definition is None:
            return ()
        linked = child_value(definition, "numStyleLink")
        definition = self._by_style.get(linked, definition) if linked else definition
        levels = [Level() for _ in range(_DEPTH)]
        for element in (*definition.findall(W + "lvl"), *entry.findall(f"{W}lvlOverride/{W}lvl")):
            depth = whole(value(element, "ilvl"))
            if 0 <= depth < _DEPTH:
                levels[depth] = _level(element)
        for element in entry.findall(W + "lvlOverride"):
            depth, start = whole(value(element, "ilvl")), child_value(element, "startOverride")
            if start and 0 <= depth < _DEPTH:
                levels[depth] = _restarted(levels[depth], whole(start, 1))
        return tuple(levels)


def _level(element: Element) -> Level:
    restart = child_value(element, "lvlRestart")
    return Level(
        start=whole(child_value(element, "start") or "1", 1),
        form=child_value(element, "numFmt") or "decimal",
        text=child_value(element, "lvlText"),
        spaced=child_value(element, "suff") != "nothing",
        restart=whole(restart) if restart else None,
        legal=bool(flag(element, "isLgl")),
        style=child_value(element, "pStyle"),
        indent=indent_of(element.find(W + "pPr")),
    )


def _restarted(level: Level, start: int) -> Level:
    return Level(start, level.form, level.text, level.spaced, level.restart, level.legal, level.style, level.indent)


def _printed(counts: list[int | None], levels: tuple[Level, ...], place: int, legal: bool) -> str:
    """One place of a number; a level above that has not begun prints its start."""
    level = levels[place]
    count = counts[place]
    number = level.start if count is None else count
    return str(number) if legal else _FORMATS.get(level.form, str)(number)
