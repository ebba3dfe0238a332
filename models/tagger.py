"""Which words of a window decide, learnt from the deciding words that people marked in our own drafting.

A word is told by itself, by its neighbours, and by what it and the stretch around it add to the score of the call.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.evidence import shares
from models.features import places
from models.heads import Heads
from models.lessons import Lesson
from models.ngrams import ABSENT, WORD, Ints, hashed_pairs, hashed_words
from pipeline.span import Span

Floats = NDArray[np.float64]

BITS = 18
_NEIGHBOURS = (-2, -1, 0, 1, 2)
_PAIRS = ((-1, 0), (0, 1))
_STRETCHES = (5, 15)
_RIDGE = 5.0


@dataclass(frozen=True, eq=False)
class Tagger:
    """A linear model of how likely a word is to be one of those that decide."""

    weights: NDArray[np.float32]
    signals: NDArray[np.float32]
    intercept: float

    def likely(self, text: str, added: Floats) -> Floats:
        """For each word of `text`, in `models.ngrams.words_of`'s order, about how likely it decides. `added` is what each
        adds to the score of the call.
        """
        columns = _columns(text)
        heard = np.where(columns == ABSENT, 0.0, self.weights[np.maximum(columns, 0)]).sum(axis=1)
        return np.asarray(heard + _signals(added) @ self.signals + self.intercept, dtype=np.float64)


def fit_tagger(windows: Sequence[tuple[str, Floats, NDArray[np.bool_]]]) -> Tagger:
    """From windows: the text, what each word adds, and whether each is marked."""
    from scipy import sparse  # noqa: PLC0415 (only training needs it)
    from sklearn.linear_model import Ridge  # noqa: PLC0415

    kept = [(text, added, marked) for text, added, marked in windows if marked.any() and not marked.all()]
    columns = np.vstack([_columns(text) for text, _, _ in kept])
    known = columns != ABSENT
    rows = np.repeat(np.arange(len(columns)), columns.shape[1]).reshape(columns.shape)
    ones = np.ones(int(known.sum()), dtype=np.float32)
    words = sparse.csr_matrix((ones, (rows[known], columns[known])), shape=(len(columns), 1 << BITS))
    signals = np.vstack([_signals(added) for _, added, _ in kept])
    every = sparse.hstack([words, sparse.csr_matrix(signals)], format="csr", dtype=np.float32)
    truth = np.concatenate([marked for _, _, marked in kept]).astype(np.float32)
    fitted: Any = Ridge(alpha=_RIDGE, solver="sparse_cg", tol=1e-2).fit(every, truth)
    coefficients = np.asarray(fitted.coef_, dtype=np.float32)
    return Tagger(coefficients[: 1 << BITS], coefficients[1 << BITS :], float(fitted.intercept_))


def _columns(text: str) -> NDArray[np.int64]:
    """For each word the columns of itself, of its neighbours and of the pairs that it is in; ABSENT beyond the text's ends."""
    singles, pairs = hashed_words(text), hashed_pairs(text)
    told = [_shifted(singles, step, place) for place, step in enumerate(_NEIGHBOURS)]
    told += [_shifted(pairs, left, len(_NEIGHBOURS) + place) for place, (left, _) in enumerate(_PAIRS)]
    return np.column_stack(told) if len(singles) else np.zeros((0, len(told)), dtype=np.int64)


def _shifted(numbers: NDArray[np.uint64], step: int, place: int) -> NDArray[np.int64]:
    """The columns of what stands `step` words further on; each place has columns of its own."""
    count = len(numbers)
    at = np.arange(count) + step
    inside = (at >= 0) & (at < count)
    salted = (numbers + np.uint64(place + 1)) * np.uint64(0x9E3779B97F4A7C15)
    columns = (salted >> np.uint64(64 - BITS)).astype(np.int64)
    return np.where(inside, columns[np.clip(at, 0, max(count - 1, 0))], ABSENT)


def _signals(added: Floats) -> Floats:
    """What a word adds, and the stretch around it, against the window's mean; its share of the most; where it stands."""
    count = len(added)
    even = (added - added.mean()) / (added.std() + 1e-6) if count else added
    smooth = (
        [np.convolve(even, np.ones(width) / width)[width // 2 : width // 2 + count] for width in _STRETCHES] if count else [added, added]
    )
    most = added / (np.abs(added).max() + 1e-6) if count else added
    return np.column_stack([even, *smooth, most, np.arange(count) / max(1, count - 1), np.full(count, min(count, 95) / 95)])


def tagger_of(lessons: Sequence[Lesson], heads: Heads, adds: Callable[[int, Ints], NDArray[np.float32]]) -> Tagger:
    """Learnt from lessons with deciding words. `adds(head, columns)` gives what columns of a text add to a head's score."""
    told = [lesson for lesson in lessons if lesson.deciding and lesson.labels]
    return fit_tagger([(lesson.provision.text, _added(lesson, heads, adds), _marked(lesson)) for lesson in told])


def _added(lesson: Lesson, heads: Heads, adds: Callable[[int, Ints], NDArray[np.float32]]) -> Floats:
    family = heads.parents[heads.labels.index(lesson.labels[0])]
    return shares(places(lesson.provision.text), partial(adds, family))


def _marked(lesson: Lesson) -> NDArray[np.bool_]:
    text = lesson.provision.text
    spans = [Span(at := text.index(words), at + len(words)) for words in lesson.deciding]
    return np.array([any(span.start <= word.start() < span.end for span in spans) for word in WORD.finditer(text)], dtype=np.bool_)
