"""Pages printed sideways: turned so that their lines run across, and the boxes turned back at the end."""

from __future__ import annotations

from itertools import pairwise

from pipeline.layout.row import Row
from pipeline.layout.sheet import Sheet
from pipeline.reading import ReadPage, Word


def upright_words(page: ReadPage) -> tuple[list[Word], int]:
    """The words to lay out, struck ones left out, and how the page was turned.

    0: as displayed, words that run up or down left out; 1: the text ran up the page; -1: it ran down.
    """
    words = [word for word in page.words if not word.struck]
    sideways = [word for word in words if not word.upright]
    if len(sideways) < 12 or len(sideways) < 0.7 * len(words):
        return [word for word in words if word.upright] if sideways else words, 0
    up = sum(after.bottom <= before.top + 1 for before, after in pairwise(sideways) if abs(after.x0 - before.x0) < 2)
    down = sum(after.top >= before.bottom - 1 for before, after in pairwise(sideways) if abs(after.x0 - before.x0) < 2)
    turn = 1 if up >= down else -1
    return [_turned(word, turn, page.width, page.height) for word in sideways], turn


def _turned(word: Word, turn: int, width: float, height: float) -> Word:
    if turn == 1:
        return word._replace(x0=height - word.bottom, x1=height - word.top, top=word.x0, bottom=word.x1, upright=True)
    return word._replace(x0=word.top, x1=word.bottom, top=width - word.x1, bottom=width - word.x0, upright=True)


def _turned_back(word: Word, turn: int, width: float, height: float) -> Word:
    if turn == 1:
        return word._replace(x0=word.top, x1=word.bottom, top=height - word.x1, bottom=height - word.x0)
    return word._replace(x0=width - word.bottom, x1=width - word.top, top=word.x0, bottom=word.x1)


def turn_back(lines: list[Row], sheets: list[Sheet]) -> None:
    """Give the lines of turned pages the boxes that their words have on the page as displayed."""
    turned = {sheet.number: sheet for sheet in sheets if sheet.turn}
    if not turned:
        return
    for row in lines:
        own = len(row.words) - row.tail
        for page, words in ((row.page, slice(0, own)), (row.tail_page, slice(own, None))):
            sheet = turned.get(page)
            if sheet:
                row.words[words] = [_turned_back(word, sheet.turn, sheet.height, sheet.width) for word in row.words[words]]
        if row.page in turned and row.words:
            indent = row.indent
            row.measure()
            row.left = row.x0 - indent
