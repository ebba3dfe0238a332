"""Word n-grams of texts as columns of a sparse matrix, with the place of every n-gram kept.

A word is an id, a pair of words one integer, a triple another: whole documents are encoded by a few array operations,
which is what lets a long act be judged within a second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

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


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case, every number as "0"."""
    return ["0" if word.isdigit() else word.lower() for word in WORD.findall(text)]


@dataclass(frozen=True, eq=False)
class Ngrams:
    """The n-grams that a model knows: words by id, pairs and triples as sorted integer keys, and how rare each is.

    Columns are numbered words first, then pairs, then triples. `idf` has one weight for each column.
    """

    words: tuple[str, ...]
    pairs: Ints
    triples: Ints
    idf: NDArray[np.float32]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.words) + len(self.pairs) + len(self.triples)

    def index(self) -> dict[str, int]:
        """Words to their ids. Build it once for many texts."""
        return {word: i for i, word in enumerate(self.words)}


@dataclass(frozen=True, eq=False)
class Places:
    """Encoded texts: for each word its row, and the columns of the word, pair and triple that begin there (or ABSENT)."""

    rows: Ints
    columns: tuple[Ints, Ints, Ints]


def encode(texts: Sequence[str], ngrams: Ngrams, index: dict[str, int]) -> Places:
    """Where in `texts` which n-grams of the vocabulary begin."""
    rows, ids = _ids([words_of(text) for text in texts], index)
    pair_keys = _keys(ids, ids, rows, 1, len(ngrams.words))
    pairs = _lookup(pair_keys, ngrams.pairs)
    triple_keys = _keys(pairs, ids, rows, 2, len(ngrams.words))
    triples = _lookup(triple_keys, ngrams.triples)
    after_words, after_pairs = len(ngrams.words), len(ngrams.words) + len(ngrams.pairs)
    return Places(rows, (ids, np.where(pairs < 0, ABSENT, pairs + after_words), np.where(triples < 0, ABSENT, triples + after_pairs)))


def learn_ngrams(texts: Sequence[str], *, order: int, rarest: int = 2) -> Ngrams:
    """The n-grams of up to `order` (1 to 3) words that stand in at least `rarest` of the texts."""
    split = [words_of(text) for text in texts]
    frequency = Counter(chain.from_iterable(set(words) for words in split))
    words = tuple(sorted(word for word, count in frequency.items() if count >= rarest))
    rows, ids = _ids(split, {word: i for i, word in enumerate(words)})
    pairs = _frequent(_keys(ids, ids, rows, 1, len(words)), rows, rarest) if order > 1 else _NONE
    found = _lookup(_keys(ids, ids, rows, 1, len(words)), pairs[0])
    triples = _frequent(_keys(found, ids, rows, 2, len(words)), rows, rarest) if order > 2 else _NONE
    counts = np.concatenate([np.array([frequency[word] for word in words], dtype=np.int64), pairs[1], triples[1]])
    idf = (np.log((1 + len(texts)) / (1 + counts)) + 1).astype(np.float32)
    return Ngrams(words, pairs[0], triples[0], idf)


_NONE = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


def _ids(split: Sequence[list[str]], index: dict[str, int]) -> tuple[Ints, Ints]:
    """The row and the id (ABSENT for an unknown word) of every word of all texts, end to end."""
    rows = np.repeat(np.arange(len(split)), [len(words) for words in split])
    ids = np.fromiter((index.get(word, ABSENT) for words in split for word in words), dtype=np.int64, count=len(rows))
    return rows.astype(np.int64), ids


def _keys(left: Ints, ids: Ints, rows: Ints, step: int, base: int) -> Ints:
    """One integer for what begins at each word (`left`) and the word `step` further on; ABSENT across rows or unknown."""
    keys = np.full(len(ids), ABSENT, dtype=np.int64)
    if len(ids) > step:
        head, tail = left[:-step], ids[step:]
        known = (head >= 0) & (tail >= 0) & (rows[:-step] == rows[step:])
        keys[:-step] = np.where(known, head * base + tail, ABSENT)
    return keys


def _lookup(keys: Ints, known: Ints) -> Ints:
    """Position of each key among the sorted `known`, ABSENT for a stranger."""
    if not len(known):
        return np.full(len(keys), ABSENT, dtype=np.int64)
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[at] == keys, at, ABSENT)


def _frequent(keys: Ints, rows: Ints, rarest: int) -> tuple[Ints, Ints]:
    """The keys that stand in at least `rarest` rows, sorted, and in how many."""
    present = keys >= 0
    each = np.unique(np.stack([keys[present], rows[present]], axis=1), axis=0)[:, 0]
    values, counts = np.unique(each, return_counts=True)
    kept = counts >= rarest
    return values[kept], counts[kept]
