"""Which words of a provision decide a call: the stretches of clauses whose words a person would most likely mark."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.ngrams import WORD, Ints, Places
from pipeline.span import Span

CLAUSE = re.compile(
    r"""
      [;:\n]+                # what ends a clause or a list item
    | \. (?=\s|$)            # a full stop, but not the one within a number or an abbreviation
    | [—–] (?=\s|\(|$)       # a dash before a list or an aside, but not the one within a range
    """,
    re.VERBOSE,
)
UNIT_NUMBER = re.compile(
    r"""
      (?: ^ | [—–:;.] ) \s*                                  # where a unit may begin, not inside a sentence: "under section 12."
      \(? (?P<number> \d{1,4} [A-Za-z]{0,2} | [A-Za-z]{1,4} ) # 12, 12A, a, xiv
      (?: \) | \. (?=\s|[—–-]) )                            # closed by a bracket or a stop
    """,
    re.VERBOSE | re.MULTILINE,
)
SHORTEST, LONGEST, SPANS = 4, 60, 3
"""Words in a span at least and at most, and spans in a window at most."""
WORTH = 0.6
"""A further span must be worth this share of what the best is worth."""
DOUBT = 0.15
"""A word that is less likely to decide than this speaks against the stretch it stands in. Chosen on a third of the marked
articles of real law, with models taught by our own drafting alone: the one number here that no fold leaves out.
"""


@dataclass(frozen=True, eq=False)
class Words:
    """A text's words: where each stands, the clause that it belongs to (counted from 0, growing), and whether it is the
    printed number of a unit.
    """

    spans: tuple[Span, ...]
    clauses: Ints
    numbers: tuple[bool, ...]


def words_in(text: str) -> Words:
    """The words of `text`, the same and in the same order as `ngrams.words_of` gives."""
    spans = tuple(Span(*match.span()) for match in WORD.finditer(text))
    breaks = np.array([match.start() for match in CLAUSE.finditer(text)], dtype=np.int64)
    numbered = {match.start("number") for match in UNIT_NUMBER.finditer(text)}
    clauses = np.searchsorted(breaks, np.array([span.start for span in spans], dtype=np.int64))
    return Words(spans, clauses, tuple(span.start in numbered for span in spans))


def shares(places: Places, weigh: Callable[[Ints], NDArray[np.float32]]) -> NDArray[np.float64]:
    """What each word adds: the weight of every n-gram that it is in, shared among the n-gram's words.

    `weigh` gives the weight (times rarity) of each of some columns: a text has few of the hundred thousand.
    """
    total = np.zeros(len(places.rows))
    for length, columns in enumerate(places.columns, start=1):
        added = np.where(columns >= 0, weigh(np.maximum(columns, 0)), 0.0) / length
        for step in range(length):
            total[step:] += added[: len(added) - step]
    return total


def deciding_spans(words: Words, likely: NDArray[np.float64]) -> tuple[Span, ...]:
    """One to three stretches of whole clauses, in the order of the text; of a longer clause, its best stretch of words.

    `likely` says of each word how likely it is to be one of those that decide.
    """
    if not words.spans:
        return ()
    firsts, lasts = _candidates(words.clauses)
    sums = np.concatenate([[0.0], np.cumsum(likely - DOUBT)])
    values = sums[lasts] - sums[firsts]
    least, chosen = WORTH * values.max(), list[tuple[int, int]]()
    for i in np.argsort(-values, kind="stable"):
        first, last = int(firsts[i]), int(lasts[i])
        if len(chosen) == SPANS or (chosen and values[i] < least):
            break
        if all(last <= begin or end <= first for begin, end in chosen):
            chosen.append((first, last))
    return tuple(Span(words.spans[_after_number(words, first, last)].start, words.spans[last - 1].end) for first, last in sorted(chosen))


def _after_number(words: Words, first: int, last: int) -> int:
    """The first word of a stretch, the printed number left out that its clause may open with: "(2)", "12A.", "(b)"."""
    while last - first > SHORTEST and words.numbers[first]:
        first += 1
    return first


def _candidates(clauses: Ints) -> tuple[Ints, Ints]:
    """First and past-the-last words of what may be chosen: runs of whole clauses of a readable length, windows over what
    is longer, all of a very short text.
    """
    starts = np.concatenate([[0], np.flatnonzero(np.diff(clauses)) + 1, [len(clauses)]])
    runs = [np.stack([starts[:-k], starts[k:]]) for k in range(1, min(LONGEST, len(starts) - 1) + 1)]
    half = LONGEST // 2
    for long in np.flatnonzero(np.diff(starts) > LONGEST):
        at = np.arange(starts[long], starts[long + 1] - half + 1, SHORTEST)
        runs.append(np.stack([at, at + half]))
    firsts, lasts = np.concatenate(runs, axis=1)
    readable = (lasts - firsts >= SHORTEST) & (lasts - firsts <= LONGEST)
    if not readable.any():
        return np.array([0]), np.array([min(len(clauses), LONGEST)])
    return firsts[readable], lasts[readable]
