"""Columns and pages in other languages: told apart, the English kept as the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice

from pipeline.document import Role
from pipeline.errors import Problem
from pipeline.language import NAMES, language_of
from pipeline.layout.row import Row

_SAMPLE = 240  # words of one stretch are enough to tell
_Place = tuple[int, int, int]  # page, column, number of columns


def mark_languages(lines: list[Row]) -> str:
    """Give lines in other languages their role; the language of the rest, English wherever there is some of substance."""
    stretches: defaultdict[_Place, list[Row]] = defaultdict(list)
    for row in lines:
        stretches[row.page, row.column, row.columns].append(row)
    spoken: dict[_Place, str] = {}
    weight: Counter[str] = Counter()
    columns: defaultdict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for place, rows in stretches.items():
        count = sum(len(row.words) for row in rows)
        code = language_of(islice((word.text for row in rows for word in row.words), _SAMPLE)) if count > 3 else ""
        spoken[place] = code if count > 24 else ""
        weight[code] += count
        columns[place[1:]][code] += count
    main = main_language(weight)
    for place, rows in stretches.items():
        code = spoken[place] or _of_column(columns, place)
        if code and code != main:
            for row in rows:
                row.role = Role.OTHER_LANGUAGE
    return main


def _of_column(columns: defaultdict[tuple[int, int], Counter[str]], place: _Place) -> str:
    """What its column speaks on other pages, where a column by its side speaks something else."""
    if place[2] < 2:
        return ""
    mine = [code for code, _ in columns[place[1:]].most_common() if code]
    return mine[0] if mine else ""


def main_language(weight: Counter[str]) -> str:
    """English if a twentieth of the words, or two hundred, are English; else the language most words are in; `und` unknown."""
    total = weight.total()
    english = weight["en"]
    if not total or english > 200 or english > 0.05 * total:
        return "en"
    known = [(count, code) for code, count in weight.items() if code]
    if not known:
        return "en" if total < 40 else "und"
    return max(known)[1]


def language_problem(code: str) -> tuple[Problem, ...]:
    """What to say where the text is not English."""
    if code == "en":
        return ()
    name = NAMES.get(code, "a language that was not recognised" if code == "und" else f"the language `{code}`")
    return (
        Problem(
            "language",
            None,
            f"the text seems to be in {name}; only English is analysed so far",
            "Ask for an official English text or a translation and scan that; what is shown here was not judged.",
        ),
    )
