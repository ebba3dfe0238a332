"""Running heads and feet, page numbers, printers' imprints: what belongs to the page and not to the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import NamedTuple

from pipeline.layout.fragment import Fragment, rows
from pipeline.layout.pagenumbers import lone_numbers, number_on_page, rising_numbers
from pipeline.layout.sheet import Sheet

_DEPTH = 4  # lines from the top or bottom edge of the print that may be furniture
_DIGITS = re.compile(r"\d+")

_ORNAMENT = " #-–—|.·•*[](){}_/:,"

_HEADING = re.compile(
    r"""^\W*(?:part|chapter|title|book|division|schedule|annex(?:ure)?|appendix|section|article|clause|regulation|rule|order)\b
        [\s.:–—-]*\#""",
    re.VERBOSE,
)
"""A heading with a number, after digits became '#'. It leaves the same words without a number alone."""


_Line = list[Fragment]


class _Seen(NamedTuple):
    """A piece of the print near an edge of its page."""

    page: int
    piece: Fragment
    row: list[Fragment]
    depth: int


def drop_furniture(sheets: list[Sheet], size: float) -> None:
    """Take running heads, running feet, page numbers and imprints out of the sheets; `size` is that of the body type."""
    tops: list[list[_Line]] = []
    feet: list[list[_Line]] = []
    for sheet in sheets:
        lines = rows(sheet.pieces)
        tops.append(lines[:_DEPTH])
        feet.append(lines[: -_DEPTH - 1 : -1])
    numbers = rising_numbers(sheets, [top + foot for top, foot in zip(tops, feet, strict=True)])
    for edge in (tops, feet):
        gone = _recurring(sheets, edge, size) | numbers | lone_numbers(sheets, edge)
        gone |= _at_heights_of(gone, sheets, edge)
        for sheet, lines in zip(sheets, edge, strict=True):
            _peel(sheet, lines, gone)
    for sheet, lines in zip(sheets, feet, strict=True):
        _drop_imprint(sheet, lines, size)
    usual_top = _usual_top(sheets, tops)
    said = ""
    for i, (before, after) in enumerate(pairwise(sheets)):
        said += "".join(_said(piece.text) for line in tops[i] for piece in line if piece.size > 1.05 * size) if i < 4 else ""
        _drop_single_head(before, after, feet[i], tops[i + 1], usual_top, said, size)


def _peel(sheet: Sheet, lines: list[list[Fragment]], gone: set[int]) -> None:
    """Drop what is marked, from the edge of the page inwards, as long as each line has something to drop.

    Below the outermost line a line goes as a whole or not at all: amending laws repeat their opening words page by page.
    """
    dropped: set[int] = set()
    for depth, line in enumerate(lines):
        mine = {id(piece) for piece in line if id(piece) in gone}
        if len(mine) < len(line):
            mine = set() if depth else _clear(line, mine)
        if not mine:
            break
        dropped |= mine
    if dropped:
        sheet.pieces = [piece for piece in sheet.pieces if id(piece) not in dropped]


def _clear(line: list[Fragment], marked: set[int]) -> set[int]:
    """Those of the marked pieces that stand well clear of the rest of their line: words of a wide-set line recur by chance."""
    rest = [piece for piece in line if id(piece) not in marked]
    return {
        id(piece)
        for piece in line
        if id(piece) in marked and all(max(other.x0 - piece.x1, piece.x0 - other.x1) > 2 * piece.size for other in rest)
    }


def _key(text: str) -> str:
    """The words without their numbers; a number alone, such as a year, is its own word."""
    return _DIGITS.sub("#", text.lower()).strip(_ORNAMENT) or _bare(text)


def _bare(text: str) -> str:
    return text.lower().strip(_ORNAMENT)


def _recurring(sheets: list[Sheet], edge: list[list[_Line]], size: float) -> set[int]:
    """The fragments whose words, numbers aside, stand at the same height on other pages nearby, alone or as a line."""
    alone: defaultdict[str, list[_Seen]] = defaultdict(list)
    joined: defaultdict[str, list[_Seen]] = defaultdict(list)
    for sheet, lines in zip(sheets, edge, strict=True):
        for depth, line in enumerate(lines):
            key = _key if depth == 0 else _bare
            joined[key(" ".join([piece.text for piece in line]))].append(_Seen(sheet.number, line[0], line, depth))
            for piece in line:
                alone[key(piece.text)].append(_Seen(sheet.number, piece, line, depth))
    found = {id(seen.piece) for key, group in alone.items() for seen in _running(key, group, size)}
    return found | {id(piece) for key, group in joined.items() for seen in _running(key, group, size) for piece in seen.row}


def _running(key: str, group: list[_Seen], size: float) -> list[_Seen]:
    """Those of one wording that recur at one height often and near enough to be a running head."""
    if len(key) < 2 or len(group) < 2:
        return []
    heights = Counter(round(seen.piece.middle / 6) for seen in group)
    level = [seen for seen in group if sum(heights[round(seen.piece.middle / 6) + off] for off in (-1, 0, 1)) >= 2]
    if _HEADING.match(_DIGITS.sub("#", group[0].piece.text.lower())):
        texts = [seen.piece.text for seen in level]
        level = [seen for seen, text in zip(level, texts, strict=True) if texts.count(text) >= 3]
    pages = sorted({seen.page for seen in level})
    near = sum(after - before <= 2 for before, after in pairwise(pages))
    if len(pages) == 2:
        outermost = near and all(seen.depth == 0 and not _STOPPED.search(seen.row[-1].text) for seen in level)
        return level if outermost and (_numbered_apart(level) or (pages[0] > 1 and max(seen.piece.size for seen in level) <= size)) else []
    return level if len(pages) > 2 and near >= 0.5 * (len(pages) - 1) else []


def _numbered_apart(level: list[_Seen]) -> bool:
    """Whether lines of one wording on two pages carry numbers that differ, as running heads with a page number do."""
    return len({tuple(_DIGITS.findall(" ".join(piece.text for piece in seen.row))) for seen in level}) > 1


def _at_heights_of(gone: set[int], sheets: list[Sheet], edge: list[list[_Line]]) -> set[int]:
    """The outermost lines that stand where other pages have a running head, in the same type: heads that came once only.

    Where more pages have text than a head at one height, as at the foot of full pages, what stands there is text.
    """
    heads: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    text: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for sheet, lines in zip(sheets, edge, strict=True):
        clear = _clear(lines[0], gone) if lines else set()
        for piece in lines[0] if lines else ():
            place = round(piece.middle), round(piece.size * 2)
            if id(piece) not in clear:
                text[place].add(sheet.number)
            elif number_on_page(piece.text) is None:
                heads[place].add(sheet.number)
    found: set[int] = set()
    for lines in edge[1:]:
        for piece in lines[0] if lines else ():
            near = [(round(piece.middle) + off, round(piece.size * 2)) for off in (-1, 0, 1)]
            others = sum(len(text.get(place, ())) for place in near)
            if max(len(heads.get(place, ())) for place in near) > max(1, others):
                found.add(id(piece))
    return found


def _drop_imprint(sheet: Sheet, lines: list[list[Fragment]], size: float) -> None:
    """Drop a printer's imprint: the last line, in smaller type, with more digits than letters and no sentence."""
    here = {id(piece) for piece in sheet.pieces}
    last = next((line for line in lines if any(id(piece) in here for piece in line)), None)
    if not last or max(piece.size for piece in last) > 0.92 * size:
        return
    text = " ".join(piece.text for piece in last)
    digits = sum(letter.isdecimal() for letter in text)
    if digits > sum(letter.isalpha() for letter in text) and not text.rstrip().endswith("."):
        mine = {id(piece) for piece in last}
        sheet.pieces = [piece for piece in sheet.pieces if id(piece) not in mine]


def _usual_top(sheets: list[Sheet], tops: list[list[_Line]]) -> float:
    """Where the text of a page begins below its running head; 0 when no page had one."""
    found: list[float] = []
    for sheet, lines in zip(sheets[1:], tops[1:], strict=True):
        here = {id(piece) for piece in sheet.pieces}
        left = [line for line in lines if any(id(piece) in here for piece in line)]
        if left and len(left) < len(lines):
            found.append(min(piece.top for piece in left[0]))
    return min(found, default=0.0)


def _drop_single_head(before: Sheet, after: Sheet, foot: list[_Line], top: list[_Line], usual_top: float, said: str, size: float) -> None:
    """Drop a running head that comes once only: above where text begins elsewhere, or apart and in mid-sentence.

    `said` is what larger type says at the top of the first pages: the title of the law, which a running head repeats.
    """
    left = {id(piece) for piece in before.pieces}
    last = next((line for line in foot if any(id(piece) in left for piece in line)), None)
    here = {id(piece) for piece in after.pieces}
    lines = [kept for line in top if (kept := [piece for piece in line if id(piece) in here])]
    if not last or len(lines) < 3 or len(lines) < len(top):
        return
    head, first, second = lines[:3]
    apart = first[0].bottom - head[0].bottom > second[0].bottom - first[0].bottom + 0.4 * size
    above = usual_top - head[0].top > size
    goes_on = first[0].text[0].islower() and not any(_ENDED.search(piece.text) for piece in last)
    ended = any(_ENDED.search(piece.text) for piece in head)
    known = all(part in said for piece in head for part in _parts(piece.text)) and _in_a_sentence(first[0], size)
    fits = not ended and head[0].text[0].isupper() and max(piece.size for piece in head) < 1.03 * size
    if fits and (above or (apart and (goes_on or known))):
        mine = {id(piece) for piece in head}
        after.pieces = [piece for piece in after.pieces if id(piece) not in mine]


def _said(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalpha())


def _parts(text: str) -> list[str]:
    """The parts of a running head, letters only: gazette, title and number stand side by side in one."""
    return [part for piece in re.split(r"[—–|\[\]]", text) if len(part := _said(piece)) > 3]


def _in_a_sentence(first: Fragment, size: float) -> bool:
    """Whether a line looks like one of running text, not like the next line of a title."""
    return first.text[0].islower() or _PARAGRAPH.match(first.text) is not None or first.x1 - first.x0 > 16 * size


_PARAGRAPH = re.compile(r"\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)")
"""The number of a paragraph or a subsection."""

_STOPPED = re.compile(r"""[a-z\])][.;:][\])}"”’'»]*$""", re.VERBOSE)
"""How a sentence or a paragraph ends; a running head does not."""

_ENDED = re.compile(r"""[.;:!?—–][\])}"”’'»]*$""", re.VERBOSE)
"""How a sentence, or a part of one that may stand above a list, ends."""
