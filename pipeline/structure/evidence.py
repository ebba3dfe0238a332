"""How much speaks for a number at the start of a row being the number of an article."""

from __future__ import annotations

import re

from pipeline.document import Role
from pipeline.structure.marks import Mark
from pipeline.structure.printed import Printed
from pipeline.structure.row import Row
from pipeline.structure.text import goes_on, is_heading

_MONTH = re.compile(r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b[\s,]*\d", re.IGNORECASE)
_CITED = re.compile(r"\(\d{1,3}[a-z]?\)\s*(?:\([a-z]{1,4}\)\s*)*(?:of|and|or|to|is|are|shall|may|does|above|below)\b")
"""(1) of, (2)(a) and: the number before it is a reference."""
_STRONG_WORDS = frozenset({"article", "section", "§"})


class Evidence:
    """Weighs marks against the rows around them."""

    def __init__(self, sheet: Printed) -> None:
        self.rows = sheet.rows
        self.depths = sheet.depths
        self.habits = sheet.habits

    def of(self, mark: Mark) -> float:
        """The weight of a mark, about -8 to 6."""
        row = self.rows[mark.row]
        rest = row.text[mark.rest - row.start :]
        score = _worded(mark, rest) if mark.word else _bare(mark, rest)
        score += self._around(mark, row)
        if row.line.bold and self.habits.bold:
            hangs = not mark.word and not mark.punct and mark.row > 0 and not self.rows[mark.row - 1].line.bold
            score += 2.0 if hangs else 1.0
        if self.depths[mark.row]:
            score -= 4.0
        if row.line.role is Role.TABLE:
            score -= 2.5
        return score

    def _around(self, mark: Mark, row: Row) -> float:
        """What stands before the row."""
        if not mark.row:
            return 1.0
        before = self.rows[mark.row - 1]
        if before.marginal or self._stands_out(before, row):
            return 2.5
        told = row.opens and (self.habits.paragraphs or len(before.text) < 0.7 * self.habits.width)
        if before.ended:
            return 1.0 if told or not self.habits.paragraphs else 0.0
        if is_heading(before) and self._begins(before):
            return 0.8
        apart = before.text.isupper() or before.line.centred
        if goes_on(before) and not apart:
            return -1.5 if told else -5.0
        return 0.3 if apart else -0.5 if told else -2.0

    def _stands_out(self, before: Row, row: Row) -> bool:
        """Whether the row above is a heading in bold, or in italics in the middle, over a paragraph that is not."""
        one, other = before.line, row.line
        bold = one.bold and not other.bold and self.habits.bold
        if not (bold or (one.italic and one.centred and not other.italic and not other.centred)) or not row.opens:
            return False
        return before.text[0].isupper() or (before.at > 0 and self.rows[before.at - 1].line.bold)

    def _begins(self, row: Row) -> bool:
        """Whether the row begins a paragraph, as far as that is known."""
        if self.habits.paragraphs:
            return row.opens
        return row.at == 0 or self.rows[row.at - 1].ended or self.rows[row.at - 1].text.isupper()


def _bare(mark: Mark, rest: str) -> float:
    punct = mark.punct
    score = 1.6 if len(punct) > 1 else {".": 1.0, ":": 0.3, ")": -0.3}.get(punct, -0.6)
    if not rest:
        return score - (0.4 if punct else 1.5)
    if mark.n >= 1500 and not mark.suffix:
        score -= 4.0
    if rest[0].islower():
        score -= 3.0
    elif rest[0] == "(" and not punct and _CITED.match(rest):
        score -= 5.0
    elif rest[0].isdigit():
        score -= 2.0
    else:
        score += 0.5
    return score - (4.0 if not punct and _MONTH.match(rest) else 0.0)


def _worded(mark: Mark, rest: str) -> float:
    score = 2.2 if mark.word in _STRONG_WORDS else 1.2
    if mark.punct:
        score += 0.8
    if not rest:
        return score + 1.0
    if mark.punct and rest[0].islower():
        return score - 3.0
    if rest[0].islower() or rest[0] in ",;)" or (not mark.punct and (rest[0] == "(" or rest[0].isdigit())):
        return score - 6.0
    if _CITED.match(rest):
        return score - 5.0
    return score
