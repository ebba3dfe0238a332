"""Word n-grams of texts as hashed columns of a sparse matrix, with the place of every n-gram kept.

A word is a number, a pair of words another, and its column their remainder: there is no vocabulary to learn, to keep or to
look up. So a law's counts can be kept without its words, and whole documents are encoded by a few array operations.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]

WORD = re.compile(
    r"""
    [^\W\d_]+ (?: ['’] [^\W\d_]+ )?   # letters of any script, with one apostrophe inside (person's)
    | \d+                             # a number; which one is the business of facts, not of words
    """,
    re.VERBOSE,
)
ABSENT = -1
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the high bits of the product are well mixed."""
_PAIRED = np.uint64(0xC2B2AE3D27D4EB4F)


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case, every number as "0"."""
    return ["0" if word.isdigit() else word.lower() for word in WORD.findall(text)]


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    """The same on every machine and in every run, unlike the interpreter's own hash."""
    return zlib.crc32(word.encode()) + 1


@dataclass(frozen=True, eq=False)
class Places:
    """Encoded texts: for each word its row, and the columns of the word and of the pair that begins there (or ABSENT)."""

    rows: Ints
    columns: tuple[Ints, ...]


def encode(texts: Sequence[str], *, order: int, bits: int) -> Places:
    """Where in `texts` which n-grams of up to `order` (1 or 2) words begin; columns are below 2 to the power `bits`."""
    split = [words_of(text) for text in texts]
    rows = np.repeat(np.arange(len(split), dtype=np.int64), [len(words) for words in split])
    numbers = np.fromiter((_number(word) for words in split for word in words), dtype=np.uint64, count=len(rows))
    singles = _columns(numbers * _SPREAD, bits)
    if order == 1:
        return Places(rows, (singles,))
    pairs = np.full(len(rows), ABSENT, dtype=np.int64)
    if len(rows) > 1:
        joined = _columns((numbers[:-1] * _PAIRED + numbers[1:]) * _SPREAD, bits)
        pairs[:-1] = np.where(rows[:-1] == rows[1:], joined, ABSENT)
    return Places(rows, (singles, pairs))


def hashed_words(text: str) -> NDArray[np.uint64]:
    """A number for each word of `text`: the same word has the same number everywhere."""
    return np.array([_number(word) for word in words_of(text)], dtype=np.uint64)


def hashed_pairs(text: str) -> NDArray[np.uint64]:
    """A number for each word and the next; the last word stands alone."""
    numbers = hashed_words(text)
    return numbers * _PAIRED + np.append(numbers[1:], np.zeros(min(1, len(numbers)), dtype=np.uint64))


def _columns(mixed: NDArray[np.uint64], bits: int) -> Ints:
    return (mixed >> np.uint64(64 - bits)).astype(np.int64)


def counts(places: Places, texts: int, bits: int) -> Any:  # noqa: ANN401 (scipy has no types)
    """How often each n-gram stands in each of the `texts`, one sparse row for each."""
    from scipy import sparse  # noqa: PLC0415 (only needed where provisions are judged)

    columns = np.concatenate(places.columns)
    known = columns >= 0
    rows = np.tile(places.rows, len(places.columns))[known]
    ones = np.ones(len(rows), dtype=np.float32)
    matrix = sparse.csr_matrix((ones, (rows, columns[known])), shape=(texts, 1 << bits), dtype=np.float32)
    matrix.sort_indices()
    return matrix
