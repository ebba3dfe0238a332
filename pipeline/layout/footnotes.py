"""Footnotes at the foot of a column, and the raised marks in the text that point to them."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from pipeline.document import Role
from pipeline.layout.fragment import type_size
from pipeline.layout.row import Row
from pipeline.reading import Word

_MARK = re.compile(
    r"""^(?P<mark>
        \d{1,3}(?=[.)\]]?\s|[.)\]]?$|[A-Z“"(])  # 1 2. 3) and 4Where, the raised figure set close
      | \[\d{1,3}\] | \([a-z]{1,2}\) | [*†‡§¶]{1,3} | \*{1,3}
    )""",
    re.VERBOSE,
)
"""What a footnote begins with. It leaves a year or a sum of money: at most three figures, then a space or a capital."""

_RAISED = re.compile(r"[\[(]?(?:\d{1,3}|[a-z])[\])]?|[*†‡§¶#]{1,3}")
"""What a raised mark consists of. It leaves the raised letters of ordinals: two letters without a bracket."""

_GLUED = re.compile(r"\[\d{1,3}\](?=[\[(\w“])")
"""A bracketed mark at the head of a word, set small: the word's first character gave it the small size."""

_UNITS = frozenset({"m", "km", "cm", "mm", "ft", "m²"})


def mark_footnotes(lines: list[Row], size: float) -> None:
    """Give the footnotes among the lines their role; `size` is that of the body type."""
    columns: defaultdict[tuple[int, int], list[Row]] = defaultdict(list)
    pages: defaultdict[int, list[Row]] = defaultdict(list)
    for row in lines:
        columns[row.page, row.column].append(row)
        pages[row.page].append(row)
    everywhere = _marks_pointed_to(lines, size)
    runs = {key: run for key, column in columns.items() if (run := _small_run(column, size))}
    counted = _counted_on([run for key, run in runs.items() if 3 * len(run) < len(columns[key])])
    before = 0
    for (page, _), run in runs.items():
        text = [row for row in pages[page] if row.size > 0.92 * size]
        if text and id(run[0]) in counted:
            notes = run
        else:
            notes = _confirmed(run, _marks_pointed_to(text, size), goes_on=before >= page - 1 > 0) if text else _endnotes(run, everywhere)
        for row in notes:
            row.role = Role.FOOTNOTE
        if notes:
            before = page


def _counted_on(runs: list[list[Row]]) -> set[int]:
    """The ids of the first lines of those runs whose numbers go on from one run to the next, as only footnotes do."""
    numbers = [(run[0], [int(mark) for row in run if (mark := _mark_of(row)).isdecimal()]) for run in runs if _mark_of(run[0]).isdecimal()]
    found: set[int] = set()
    for (head, mine), (next_head, following) in pairwise(numbers):
        even = all(after == before + 1 for before, after in pairwise(mine + following))
        if even and head.page <= next_head.page <= head.page + 8:
            found |= {id(head), id(next_head)}
    return found


def _small_run(column: list[Row], size: float) -> list[Row]:
    """The lines in small type at the foot of a column."""
    run: list[Row] = []
    for row in reversed(column):
        if row.role is not Role.BODY or row.size > 0.92 * size:
            break
        run.append(row)
    return run[::-1]


def _confirmed(run: list[Row], pointed_to: set[str], *, goes_on: bool) -> list[Row]:
    """The part of a run that is footnotes: from the first mark that the text points to; all of it where notes go on."""
    marked = [(i, mark) for i, row in enumerate(run) if (mark := _mark_of(row))]
    first = next((i for i, mark in marked if mark in pointed_to), None)
    if first is None:
        rising = [int(mark) for _, mark in marked if mark.isdecimal()]
        apart = run[0].gap > 0.8 * run[0].size or goes_on
        if not (apart and goes_on and (len(rising) > 1 or not marked) and rising == sorted(rising)):
            return []
        first = 0
    return run if goes_on or first == 0 else run[first:]


def _endnotes(run: list[Row], pointed_to: set[str]) -> list[Row]:
    """A page of nothing but notes, gathered at the end: most of its bracketed marks are pointed to somewhere."""
    marks = [mark for row in run if row.words[0].text.startswith("[") and (mark := _mark_of(row))]
    return run if len(marks) > 1 and sum(mark in pointed_to for mark in marks) > 0.6 * len(marks) else []


def _mark_of(row: Row) -> str:
    match = _MARK.match(row.words[0].text + " ")
    return match["mark"].strip("[]()") if match else ""


def _marks_pointed_to(lines: list[Row], size: float) -> set[str]:
    """The marks that stand raised in the text, or close after a word."""
    found: set[str] = set()
    for row in lines:
        for i, word in enumerate(row.words):
            text = word.text
            if i and len(text) <= 5 and type_size(word) < 0.8 * size and _RAISED.fullmatch(text):
                found.add(text.strip("[]()"))
            elif text[-1] in ")]*†‡0123456789" or "(" in text[1:] or "[" in text:
                found.update(mark.strip("[]()") for mark in _CLOSE.findall(text))
    return found


_CLOSE = re.compile(
    r"""(?<=[A-Za-z.,;:”"’\])])\[\d{1,3}\](?!\w)                     # terrorism[2]
      | (?:(?<=[A-Za-z]{2})|(?<=\d{4}))\([a-z]{1,2}\)(?!\w)          # products(a), 2018(b)
      | (?<=[A-Za-z0-9.,;:”"’\])])[*†‡]{1,3}(?!\w)                   # Gazette*
      | (?:(?<=[a-z]{2})|(?<=[a-z][.,;:”’])|(?<=[\]”]))\d{1,2}(?=[.,;:]?$)       # date1, alert,5, 6]1
      | ^\d{1,3}(?=\[)                                              # 1[or
      | ^\[\d{1,3}\](?=[\[(\w“])""",
    re.VERBOSE,
)
"""A mark set close to a word. It leaves the paragraphs of references, section 2(a), and numbers after a short word, No.5."""


def drop_marks(row: Row) -> None:
    """Take raised footnote marks out of a line of the text, so that `1[12A. Ban.` begins with its number."""
    if row.cells:
        return
    limit = 0.8 * row.size
    if all(type_size(word) >= limit for word in row.words):
        return
    kept: list[Word] = []
    for i, word in enumerate(row.words):
        if type_size(word) < limit:
            before = row.words[i - 1].text.lower() if i else ""
            raised = word.top + word.bottom < row.top + row.bottom
            if raised and before not in _UNITS and _RAISED.fullmatch(word.text):
                continue
            glued = _GLUED.match(word.text)
            if glued:
                word = word._replace(text=word.text[glued.end() :])  # noqa: PLW2901 - the same word without its mark
        kept.append(word)
    if kept:
        row.words = kept
