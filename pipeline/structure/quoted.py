"""Provisions within quotations: the new text that an amending clause puts into another law."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.provision import Amendment
from pipeline.span import Span
from pipeline.structure.amending import amendment, amends
from pipeline.structure.inner import grow
from pipeline.structure.printed import Printed, printed
from pipeline.structure.row import Row, ends
from pipeline.structure.targets import number_in, own_target, unit_in
from pipeline.structure.text import ends_in_reference, has_modal
from pipeline.structure.unit import Unit

_STRUCTURED = re.compile(
    r"""[“”"«„‘'\s]*
    (?: \(\s?\w{1,4}\s?\)
      | \d{1,4}(?:\s?-?[A-Za-z]{1,3})?\s?(?:bis|ter|quater)?\s?[.)—–:-]
      | \d{1,4}[A-Za-z]{0,2}\s+[A-Z]
      | (?:section|article|art\.|clause|rule|regulation|part|chapter|division|title|schedule|sec\.)\s+[\dIVXL]
      | §
      | [A-Z]{1,2}\.\s
      | [^\n”"]{3,120}\s\s*\d{1,4}\s?[A-Za-z]{0,3}\.\s?[—–-]*\s?(?:\(1\)|[A-Z])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""New text that begins with a number, or with a heading and a number beside or below it."""
_HEADED = re.compile(r"(?P<heading>[A-Z][^.:;“”\"()]{2,100}(?:\.\s?[—–-]*)?)\s+(?=\d{1,4}(?:-?[A-Z]{1,3})?\.\s?[—–-]*\s?(?:\(1\)|[A-Z“]))")
"""A heading that stands before the number on its row: 'Power to dissolve. 7A. (1)'; leaves 'in section 7. The'."""
_GOES_ON = re.compile(r"\s*(?:by|in|for|after|before|omit|delete)\b", re.IGNORECASE)
"""A limb of an amending clause: '(a) in subsection (2), ...'."""
_CUE = re.compile(
    r"\b(?:to\s+read(?:\s+as\s+follows)?|as\s+follows|the\s+following(?:\s+(?:new\s+)?[\w-]+){0,4})\s*[:.—–-]{1,3}\s*$", re.IGNORECASE
)
"""The end of an amending clause after which the new text stands without quotation marks."""
_FRAGMENT = re.compile(r"sub-?§|¶|sub-?section|sub-?paragraph|\bparagraphs?\b|\bclauses?\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:following|new)\s+(?:new\s+)?(?:sections?|articles?|part|chapter|division|schedule|regulations?|rules?)\b|§{1,2}\s?\d[\w-]*\s+is\s+enacted",
    re.IGNORECASE,
)
_WHOLE_UNITS = frozenset({"section", "article", "regulation", "rule", "clause"})
_DEEPEST = 3
"""Limbs of limbs of limbs; below them stand lists of words."""
_OPENERS = "“\"«„‘' "


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of new text: `start` to `end` with its marks, `inner` to `close` without."""

    start: int
    inner: int
    close: int
    end: int


def blocks_in(article: Unit, sheet: Printed) -> list[Block]:
    """The stretches of new text in an amending article, in order; none in any other."""
    if not amends(sheet.text[article.start : article.end]):
        return []
    found = [
        Block(q.start, q.inner, min(q.close, article.end), min(q.close + 1, article.end))
        for q in sheet.quoted.within(article.body, article.end)
        if q.block or q.first != q.last
    ]
    if any(_structured(b, sheet.text) for b in found):
        return found
    return found or _unmarked(article, sheet)


def _unmarked(article: Unit, sheet: Printed) -> list[Block]:
    """New text that follows 'to read:' without quotation marks, to the end of the article."""
    for row in sheet.between(article.body, article.end)[:12]:
        words = sheet.text[article.body : row.start].rstrip()
        if _CUE.search(words[-120:]) and amends(words):
            return [Block(row.start, row.start, article.end, article.end)]
    return []


def _structured(block: Block, text: str) -> bool:
    return _STRUCTURED.match(text[block.inner : min(block.close, block.inner + 200)]) is not None


def fill(article: Unit, blocks: Sequence[Block], sheet: Printed, principal: str) -> None:
    """Say what the article changes, and hang the provisions of its new text below the clauses that bring it in."""
    own = _own_words(article.body, article.end, blocks, sheet.text)
    if not amends(own):
        return
    article.amends = amendment(own, article.heading, principal, lead=_lead(article, blocks, sheet.text))
    _spread(article, article.amends, blocks, sheet.text, principal)
    for number, block in enumerate((b for b in blocks if _structured(b, sheet.text)), 1):
        path = _path(article, block.start)
        clause = path[-1]
        lead = Span(clause.body, max(block.start, clause.body))
        change = clause.amends or article.amends
        for unit in _planted(block, sheet, sheet.text[lead.start : lead.end], unit_in(change.target) or "section"):
            for one in unit.walk():
                one.quoted, one.amends = True, change
                one.lead_in = lead if one.cited else None
                one.within = number_in(change.target) if change and one.cited and one.number[:1] == "(" else ""
            _target(unit, change)
            unit.quotation = number
            clause.children.append(unit)
        if any(c.quotation == number for c in clause.children):
            for above in path:
                above.quotes.append(Span(block.start, block.end))
        clause.children.sort(key=lambda u: u.start)


def _target(top: Unit, change: Amendment) -> None:
    """Give each unit of new text that is cited by itself, and what is below it, the place that is its own."""
    stack = [(top, change)]
    while stack:
        unit, above = stack.pop()
        if unit.cited and unit.number:
            whole = unit.kind in _WHOLE_UNITS and not _FRAGMENT.search(change.target)
            own = own_target(change.target, unit.number) if unit.number[0] == "(" else f"{unit.kind} {unit.number}" if whole else ""
            above = replace(change, target=own or change.target)
        unit.amends = above
        stack.extend((child, above) for child in unit.children)


def _lead(unit: Unit, blocks: Sequence[Block], text: str) -> str:
    """The words before a unit's first limb that changes something; '' where it has none."""
    limbs = [c for c in unit.children if amends(_own_words(c.body, c.end, blocks, text)) or _GOES_ON.match(text, c.body, c.end)]
    return text[unit.body : limbs[0].start] if limbs else ""


def _spread(unit: Unit, above: Amendment, blocks: Sequence[Block], text: str, principal: str, depth: int = 0) -> None:
    """Each limb of an amending article that changes something says what; it takes over what only the words above it say."""
    for child in unit.children:
        own = _own_words(child.body, child.end, blocks, text)
        if amends(own) or _GOES_ON.match(own):
            said = amendment(own, "", principal, above.target, _lead(child, blocks, text))
            child.amends = Amendment(said.action, said.law or above.law, said.target)
        elif depth and child.kind != "proviso":
            child.amends = unit.amends
        if depth < _DEEPEST:
            _spread(child, child.amends or above, blocks, text, principal, depth + 1)


def _own_words(start: int, end: int, blocks: Sequence[Block], text: str) -> str:
    pieces, at = [], start
    for block in blocks:
        if start <= block.start < end:
            pieces.append(text[at : block.start])
            at = max(at, block.end)
    return " ".join([*pieces, text[at:end]])


def _path(article: Unit, at: int) -> list[Unit]:
    """The article and those of its own units within which a place stands, the innermost last."""
    path = [article]
    while below := next((c for c in path[-1].children if not c.quoted and c.start <= at < c.end), None):
        path.append(below)
    return path


def _planted(block: Block, sheet: Printed, lead: str, kind: str) -> list[Unit]:
    """The units of new text: whole sections where it has them, called `kind` by a bare number, else the parts of one."""
    rows = _rows_within(block, sheet)
    if not rows:
        return []
    inner = printed(sheet.text, rows, sheet.habits, quoted=False)
    begins = rows[0].text[0]
    if begins != "(" and not (begins.isalnum() and _FRAGMENT.search(lead[-160:]) and not _WHOLE.search(lead[-160:])):
        from pipeline.structure.tree import plant_quoted  # noqa: PLC0415 - the tree of a quotation is a tree like any other

        units = plant_quoted(inner, kind)
        if units:
            return units
    part = Unit("section", "", block.inner, block.close, body=block.inner)
    grow(part, inner, anywhere=True)
    for child in part.children:
        child.cited = True
    return part.children


def _rows_within(block: Block, sheet: Printed) -> list[Row]:
    """The block's rows without quotation marks at their starts, numbered anew."""
    out: list[Row] = []
    for at in range(max(bisect_right(sheet.starts, block.inner) - 1, 0), len(sheet.rows)):
        row = sheet.rows[at]
        start, end = max(row.start, block.inner), min(row.end, block.close)
        if row.start >= block.close:
            break
        while start < end and sheet.text[start] in _OPENERS:
            start += 1
        for lo, hi in _apart(sheet.text[start:end]):
            words, opens = sheet.text[start + lo : start + hi], row.opens or not out or lo > 0
            out.append(replace(row, at=len(out), start=start + lo, end=start + hi, text=words, opens=opens, ended=ends(words)))
    return out


def _apart(words: str) -> list[tuple[int, int]]:
    """Where the heading of a row and its number stand, one apart from the other; else the row."""
    found = _HEADED.match(words) if words[:1].isupper() else None
    if found is None or has_modal(found.group("heading")) or ends_in_reference(found.group("heading")):
        return [(0, len(words))] if words else []
    return [(0, found.end("heading")), (found.end(), len(words))]
