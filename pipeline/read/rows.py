"""The row of a table as one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from pipeline.language import language_of
from pipeline.reading import Paragraph

MOST_COLUMNS = 4
SAMPLE = 150
"""Words of a column that tell its language."""
_ITEM_NUMBER = re.compile(
    r"""
    [(\[]? (?: \d{1,4} | [A-Za-z]{1,2} | [ivxlcIVXLC]{1,7} ) [A-Z]? [.)\]]+     # (a)  12.  (iv)  3A.  leaves "Fee" and "2019"
    | [-•–]
    """,
    re.VERBOSE,
)


def speaks_several(rows: Sequence[Sequence[Sequence[Paragraph]]]) -> bool:
    """Whether the columns of a table, each row its cells with their paragraphs, are in several languages side by side."""
    width = max(map(len, rows), default=0)
    if not 1 < width <= MOST_COLUMNS:
        return False
    columns = ((word for cells in rows if len(cells) == width for p in cells[at] for word in p.text.split()) for at in range(width))
    return len({language_of(islice(words, SAMPLE)) for words in columns} - {""}) > 1


def row(cells: Sequence[str], *, bold: bool = False) -> Paragraph | None:
    """The cells that hold text, joined by ` | `; None when none does.

    A row of a number and the text that it numbers is no row but an item set in two columns, and reads as one.
    """
    filled = [cell for cell in cells if cell]
    if not filled:
        return None
    if len(filled) == 2 and _ITEM_NUMBER.fullmatch(filled[0]):
        return Paragraph(" ".join(filled), bold=bold)
    return Paragraph(" | ".join(filled), bold=bold, table=True)
