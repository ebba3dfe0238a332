"""The heading of an article, wherever the print puts it: in the margin, above the number, beside it, run in, or below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.structure.habits import Habits
from pipeline.structure.marks import Mark
from pipeline.structure.phrases import is_front_words
from pipeline.structure.printed import Printed
from pipeline.structure.row import Row, one_line
from pipeline.structure.text import commands, goes_on, has_modal, is_heading

_RUN_IN = re.compile(
    r"""(?P<h>[^\n]{2,220}?)\s?(?P<stop>\.\s?[—–-]{1,3}|:\s?[—–-]{1,2}|[—–]|\s--)\s*(?=[(“"‘'\[]|[A-Z0-9])""",
    re.VERBOSE,
)
"""A heading run in before the words: 'Short title.— (1)', 'Scope: - This Act'."""
_SENTENCE = re.compile(r"(?P<h>[A-Z“\"‘(][^.:;]{2,90})[.:]\s+(?=[A-Z(“\"‘])")
"""A heading that ends as a sentence does: 'Definitions. In this Act'."""


_HABITUAL = ("above", "above.", "beside", "sentence", "below", "dash")
"""Ways that count only where half the law's articles have them."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where an article begins with its heading, the heading, and where its words begin."""

    start: int
    body: int
    heading: str


@dataclass(frozen=True, slots=True)
class Headed:
    """The possible heads of one article by where the heading stands."""

    mark: Mark
    plain: Head
    ways: dict[str, Head]


def heads(marks: Sequence[Mark], sheet: Printed, taken: frozenset[int], reach: tuple[int, int]) -> list[Head]:
    """The head of each article. `taken` are rows that belong to other headings; the articles stand within rows `reach`."""
    ends = [m.row for m in marks[1:]] + [reach[1]]
    floors = [reach[0] - 1] + [m.row for m in marks[:-1]]
    found = [_headed(m, sheet, taken, (floor, end)) for m, floor, end in zip(marks, floors, ends, strict=True)]
    shares = {way: sum(way in f.ways for f in found) / max(len(found), 1) for way in _HABITUAL}
    ranked = sorted((way for way, share in shares.items() if share >= 0.5), key=lambda way: -shares[way])
    return [_chosen(f, ranked, sheet.rows, sheet.habits.bold) for f in found]


def _chosen(headed: Headed, ranked: Sequence[str], rows: Sequence[Row], bold_tells: bool) -> Head:
    for way in ("margin", "run-in", *ranked):
        if way in headed.ways:
            return _with_above(headed, way, ranked)
        if way == "above." and "above" in headed.ways:
            return headed.ways["above"]
    row = rows[headed.mark.row]
    above = headed.ways.get("above")
    if above and bold_tells and _styled(rows[row.at - 1], row):
        return above
    if "beside" in headed.ways and bold_tells and row.line.bold:
        return headed.ways["beside"]
    return headed.plain


def _with_above(headed: Headed, way: str, ranked: Sequence[str]) -> Head:
    """The head that stands `way`; where the law's headings stand above and this one is printed twice, from above."""
    head = headed.ways[way]
    above = headed.ways.get("above") or headed.ways.get("above.")
    if way == "run-in" and above and ranked[:1] in (["above"], ["above."]):
        return replace(head, start=above.start)
    return head


def _headed(mark: Mark, sheet: Printed, taken: frozenset[int], reach: tuple[int, int]) -> Headed:
    rows, text, habits = sheet.rows, sheet.text, sheet.habits
    row = rows[mark.row]
    plain = Head(mark.start, mark.rest, "")
    ways: dict[str, Head] = {}
    above = _above(mark, rows, habits, taken, reach[0])
    first = mark.row - 1
    while first > reach[0] and rows[first].marginal:
        first -= 1
    if first < mark.row - 1:
        notes = rows[first + 1 : mark.row]
        ways["margin"] = Head(notes[0].start, mark.rest, one_line(" ".join(r.text for r in notes)))
    elif above:
        ways[above[0]] = above[1]
    end = rows[reach[1]].start if reach[1] < len(rows) else rows[-1].end
    rest = text[mark.rest : min(mark.rest + 260, end)]
    if rest and not rest.startswith("("):
        _within(mark, rest, ways)
        beside = _beside(mark, rows, reach[1], habits.width)
        if beside and "run-in" not in ways and mark.rest < row.end:
            ways["beside"] = beside
    if mark.rest >= row.end:
        below = _below(mark, rows, reach[1])
        if below:
            ways["below"] = below
    return Headed(mark, plain, ways)


def _within(mark: Mark, rest: str, ways: dict[str, Head]) -> None:
    flat = rest.replace("\n", " ")
    found = _RUN_IN.match(flat)
    if found and not has_modal(found.group("h")) and ". " not in found.group("h") and found.group("h")[0].isupper():
        ways["run-in" if found.group("stop")[0] in ".:" else "dash"] = Head(
            mark.start, mark.rest + found.end(), one_line(found.group("h")).rstrip(".")
        )
        return
    said = _SENTENCE.match(flat)
    if said and not has_modal(said.group("h")) and len(said.group("h").split()) <= 12:
        ways["sentence"] = Head(mark.start, mark.rest + said.end(), one_line(said.group("h")))


def _above(mark: Mark, rows: Sequence[Row], habits: Habits, taken: frozenset[int], floor: int) -> tuple[str, Head] | None:
    """The rows above the number that are its heading, and how such a heading ends: it is one law's habit or it is not."""
    at = mark.row - 1
    if at <= floor or at in taken:
        return None
    if is_front_words(rows[at].text):
        return None
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
    return "above." if dotted else "above", Head(rows[first].start, mark.rest, heading.rstrip(".—–- "))


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
    return (one.line.bold, one.line.italic, one.line.centred) == (other.line.bold, other.line.italic, other.line.centred)


def _beside(mark: Mark, rows: Sequence[Row], stop: int, width: int) -> Head | None:
    """A heading on the number's own row, and up to two more, with the words beginning on the next row."""
    row = rows[mark.row]
    pieces = [row.text[mark.rest - row.start :]]
    if not pieces[0] or not (pieces[0][0].isupper() or pieces[0][0] in "“\"‘'["):
        return None
    for at in range(mark.row + 1, min(mark.row + 4, stop)):
        last, following = rows[at - 1], rows[at]
        joined = " ".join(pieces)
        told = row.line.bold or (following.text.startswith("(1)") and not commands(joined))
        if (has_modal(joined) and not told) or len(joined) > 180 or joined[-1] in ",;:—–":
            return None
        bold_ends = row.line.bold and not following.line.bold
        if following.text[0] in '([“"‘' or following.text[0].isdigit() or bold_ends or (following.text[0].isupper() and not goes_on(last)):
            short = (
                len(last.text) < 0.85 * width
                or bold_ends
                or following.text.startswith("(1)")
                or (following.line.span.start - last.end > 0 and following.opens)
            )
            return Head(mark.start, following.start, one_line(joined).rstrip(".")) if short else None
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
    return Head(mark.start, rows[last + 1].start, one_line(" ".join(r.text for r in rows[at : last + 1])).rstrip("."))
