"""The heading of an article, wherever the print puts it: in the margin, above the number, beside it, run in, or below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from pipeline.structure.habits import Habits
from pipeline.structure.marks import Mark
from pipeline.structure.phrases import is_front_words
from pipeline.structure.printed import Printed
from pipeline.structure.row import Row, one_line
from pipeline.structure.run_in import breaks, clean, in_brackets, noted, plainly_heads, run_in
from pipeline.structure.set_apart import crossed, past_repeat
from pipeline.structure.text import commands, goes_on, has_modal, is_heading

Style: TypeAlias = tuple[bool, bool, bool]
_HABITUAL = ("above", "above.", "(above)", "beside", "sentence", "below", "dash", "verb", "bracket")
"""Ways that count only where half the law's articles have them."""
_ON_ITS_ROW = ("run-in", "verb", "dash", "sentence")
"""Ways to run a heading in: where half of a law's articles have one of them, the others count too."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where an article begins with its heading, the heading, and where its words begin.

    `after` is where what stands before it ends: at its start, or above a heading between the two that is of neither.
    `numbered` says of a possible head that what follows it leaves no doubt.
    """

    start: int
    body: int
    heading: str
    after: int = -1
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Headed:
    """The possible heads of one article by where the heading stands."""

    mark: Mark
    plain: Head
    ways: dict[str, Head]


@dataclass(frozen=True, slots=True)
class Habit:
    """How a law prints headings: the ways that half its articles have, the commonest first; whether half have one run in;
    whether it has none of these; whether bold type means something.
    """

    ranked: tuple[str, ...]
    on_row: bool
    none: bool
    bold_tells: bool


def heads(marks: Sequence[Mark], sheet: Printed, taken: frozenset[int], reach: tuple[int, int]) -> list[Head]:
    """The head of each article. `taken` are rows that belong to other headings; the articles stand within rows `reach`."""
    ends = [m.row for m in marks[1:]] + [reach[1]]
    floors = [reach[0] - 1] + [m.row for m in marks[:-1]]
    found = [_headed(m, sheet, taken, (floor, end)) for m, floor, end in zip(marks, floors, ends, strict=True)]
    habit = _habit(found, sheet.habits.bold)
    chosen = [_chosen(f, habit, sheet.rows) for f in found]
    chosen = [replace(h, body=past_repeat(h.heading, sheet.text, h.body, sheet.offset(end))) for h, end in zip(chosen, ends, strict=True)]
    return [replace(h, after=crossed(h.start, sheet, taken, floor)) for h, floor in zip(chosen, floors, strict=True)]


def style_above(marks: Sequence[Mark], sheet: Printed, taken: frozenset[int], reach: tuple[int, int]) -> Style | None:
    """How the headings of a law's articles are set that stand above their numbers; None where headings do not stand there.

    Told by the articles with no part's heading near, whose rows are `taken`; plain type where there are none such.
    """
    floors = [reach[0] - 1] + [m.row for m in marks[:-1]]
    free = [(m, floor) for m, floor in zip(marks, floors, strict=True) if m.row - 1 not in taken]
    headed = [m for m, floor in free if _above(m, sheet.rows, sheet.habits, taken, floor) is not None]
    if 2 * len(headed) < len(free):
        return None
    return Counter(style(sheet.rows[m.row - 1]) for m in headed).most_common(1)[0][0] if headed else (False, False, False)


def _habit(found: Sequence[Headed], bold_tells: bool) -> Habit:
    total = max(len(found), 1)
    shares = {way: sum(way in f.ways for f in found) / total for way in _HABITUAL}
    ranked = tuple(sorted((way for way, share in shares.items() if share >= 0.5), key=lambda way: -shares[way]))
    on_row = sum(any(way in f.ways for way in _ON_ITS_ROW) for f in found) / total
    return Habit(ranked, on_row >= 0.5, not ranked and 2 * sum("margin" in f.ways for f in found) < total, bold_tells)


def _chosen(headed: Headed, habit: Habit, rows: Sequence[Row]) -> Head:
    for way in ("margin", "run-in", *habit.ranked, *(_ON_ITS_ROW if habit.on_row else ())):
        if way in headed.ways:
            return _with_above(headed, way, habit.ranked)
        if way == "above." and "above" in headed.ways:
            return headed.ways["above"]
    row = rows[headed.mark.row]
    above, beside = headed.ways.get("above"), headed.ways.get("beside")
    if above and habit.bold_tells and _styled(rows[row.at - 1], row):
        return above
    if beside and ((habit.bold_tells and row.line.bold) or (habit.on_row and beside.numbered)):
        return beside
    said = headed.ways.get("sentence")
    return said if said and habit.none and said.numbered else headed.plain


def _with_above(headed: Headed, way: str, ranked: Sequence[str]) -> Head:
    """The head that stands `way`; where the law's headings stand above and this one is printed twice, from above."""
    head = headed.ways[way]
    above = headed.ways.get("above") or headed.ways.get("above.")
    if way == "run-in" and above and ranked[:1] in (("above",), ("above.",)) and _weighty(above.heading) & _weighty(head.heading):
        return replace(head, start=above.start)
    return head


def _weighty(heading: str) -> set[str]:
    return {word.lower() for word in heading.split() if len(word) > 3}


def _headed(mark: Mark, sheet: Printed, taken: frozenset[int], reach: tuple[int, int]) -> Headed:
    rows, text, habits = sheet.rows, sheet.text, sheet.habits
    row = rows[mark.row]
    first = mark.row
    while first - 1 > reach[0] and rows[first - 1].marginal:
        first -= 1
    notes = [noted(r.text) for r in rows[first : mark.row]]
    begins = rows[first].start if notes else mark.start
    ways: dict[str, Head] = {}
    above = _above(mark, rows, habits, taken, reach[0], first)
    if any(notes):
        ways["margin"] = Head(begins, mark.rest, one_line(" ".join(filter(None, notes))))
    elif above:
        ways[above[0]] = above[1]
    end = sheet.offset(reach[1])
    rest = text[mark.rest : min(mark.rest + 260, end)]
    found = run_in(rest) if rest else None
    if found:
        numbered = plainly_heads(found.heading, text[mark.rest + found.length : end])
        ways[found.way] = Head(begins, mark.rest + found.length, found.heading, numbered=numbered)
    beside = _beside(mark, rows, reach[1], habits.width) if rest and mark.rest < row.end and "run-in" not in ways else None
    if beside:
        ways["beside"] = replace(beside, start=begins)
    below = _below(mark, rows, reach[1]) if mark.rest >= row.end else None
    if below:
        ways["below"] = replace(below, start=begins)
    return Headed(mark, Head(begins, mark.rest, ""), ways)


def _above(mark: Mark, rows: Sequence[Row], habits: Habits, taken: frozenset[int], floor: int, below: int = -1) -> tuple[str, Head] | None:
    """The rows above the number that are its heading, and how such a heading ends: it is one law's habit or it is not.

    `below` is the row that the heading stands above: the number's, or the first of the notes before it.
    """
    at = (mark.row if below < 0 else below) - 1
    if at <= floor or at in taken or is_front_words(rows[at].text):
        return None
    if in_brackets(rows[at].text):
        return _bracketed(mark, rows, at, at - 1 > floor and at - 1 not in taken)
    styled = _styled(rows[at], rows[mark.row])
    last = rows[at].text
    if not styled and (last[-1] in ",;:—–" or (rows[at].ended and last[-1] != ".")):
        return None
    first = at
    while first - 1 > floor and first - 1 not in taken and at - first < 4 and _goes_up(rows[first - 1], rows[first], habits, styled):
        first -= 1
    before = rows[first - 1] if first - 1 > floor and first - 1 not in taken else None
    heading = one_line(" ".join(r.text for r in rows[first : at + 1]))
    if len(heading) > 300 or heading[0] in "(§":
        return None
    stopped = before is None or before.ended or before.text[-1] == "]" or (habits.paragraphs and rows[first].opens)
    cut_off = before is not None and not stopped and _alike(before, rows[at])
    if not styled and (cut_off or not _may_head(heading)):
        return None
    dotted = heading.endswith(".") and not styled and not heading.endswith(("etc.", "&c."))
    return "above." if dotted else "above", Head(rows[first].start, mark.rest, clean(heading))


def _bracketed(mark: Mark, rows: Sequence[Row], at: int, free: bool) -> tuple[str, Head]:
    """A heading in brackets above the number; one that only says the heading above it again is not of a way of its own."""
    heading = clean(in_brackets(rows[at].text))
    again = free and clean(rows[at - 1].text).lower() == heading.lower()
    return "above" if again else "(above)", Head(rows[at - again].start, mark.rest, heading)


def _styled(heading: Row, row: Row) -> bool:
    """Whether the row above is set as a heading is: in another type than the text, or centred."""
    line, text = heading.line, row.line
    return (line.bold and not text.bold) or (line.italic and not text.italic) or (line.centred and not text.centred)


def _goes_up(upper: Row, lower: Row, habits: Habits, styled: bool) -> bool:
    """Whether a heading began on the row above; a full row of a centred heading does not look centred."""
    if upper.ended or upper.marginal or is_front_words(upper.text):
        return False
    if (upper.line.bold, upper.line.italic) != (lower.line.bold, lower.line.italic):
        return False
    if habits.paragraphs and not lower.opens:
        return True
    if upper.line.centred != lower.line.centred:
        return styled and (lower.text[0].islower() or goes_on(upper) or _one_middle(upper, lower))
    if styled:
        return lower.line.gap < 5 or lower.text[0].islower() or goes_on(upper)
    return not (habits.paragraphs and lower.opens) or lower.text[0].islower() or goes_on(upper)


def _one_middle(upper: Row, lower: Row) -> bool:
    """Whether the rows are centred on one line, the upper so long that it does not look it."""
    one, other = upper.line, lower.line
    middle = abs(one.x0 + one.x1 - other.x0 - other.x1) < 4
    return other.centred and middle and one.page == other.page and other.gap < 2 and (upper.opens or one.gap > 2 or one.bold)


def _may_head(heading: str) -> bool:
    return len(heading) < 260 and not heading[0].islower() and not heading[0].isdigit() and heading[0] not in "(§" and not commands(heading)


def _runs_on(upper: Row, lower: Row) -> bool:
    """Whether a heading breaks between two rows."""
    return not upper.ended and _alike(upper, lower) and is_heading(upper) and (lower.text[0].islower() or goes_on(upper))


def _alike(one: Row, other: Row) -> bool:
    """Whether two rows are set in the same type."""
    return style(one) == style(other)


def style(row: Row) -> Style:
    """How a row is set: bold, italic, in the middle."""
    return row.line.bold, row.line.italic, row.line.centred


def _beside(mark: Mark, rows: Sequence[Row], stop: int, width: int) -> Head | None:
    """A heading on the number's own row, and up to two more, with the words beginning on the next row."""
    row = rows[mark.row]
    pieces = [row.text[mark.rest - row.start :]]
    if not pieces[0] or not (pieces[0][0].isupper() or pieces[0][0] in "“\"‘'["):
        return None
    for at in range(mark.row + 1, min(mark.row + 4, stop)):
        last, following = rows[at - 1], rows[at]
        joined = " ".join(pieces)
        numbered = following.text.startswith(("(1)", "1)")) and len(joined.split()) < 16
        told = row.line.bold or (numbered and (joined[-1] == "." or not commands(joined)))
        if (has_modal(joined) and not told) or len(joined) > 180 or joined[-1] in ",;:—–" or (breaks(joined) and not row.line.bold):
            return None
        bold_ends = row.line.bold and not following.line.bold
        if following.text[0] in '([“"‘' or following.text[0].isdigit() or bold_ends or (following.text[0].isupper() and not goes_on(last)):
            short = len(last.text) < 0.85 * width or bold_ends or numbered or (following.line.span.start - last.end > 0 and following.opens)
            return Head(mark.start, following.start, clean(joined), numbered=numbered) if short else None
        if last.ended:
            return None
        pieces.append(following.text)
    return None


def _below(mark: Mark, rows: Sequence[Row], stop: int) -> Head | None:
    at = mark.row + 1
    if at + 1 >= stop or not is_heading(rows[at]):
        return None
    last = at
    while last + 2 < stop and last - at < 2 and _runs_on(rows[last], rows[last + 1]):
        last += 1
    return Head(mark.start, rows[last + 1].start, clean(" ".join(r.text for r in rows[at : last + 1])))
