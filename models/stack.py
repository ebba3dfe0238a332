"""Weighs what several models say of a provision, with what the law as a whole is about, into calibrated probabilities.

For every head the same numbers are looked at: what each model says of the question itself, of its family, and of whether the
provision restricts at all; the law's topic; and, where they were looked for, the signs that a provision bears and what the models
say of the articles that it cites. Heads that ask alike share their coefficients: there are
dozens of types and few examples of most, and how far a model is to be trusted does not depend on the type.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.cited import Cites, said_there
from models.fit import Flags, Floats
from models.heads import Heads

_SHARE_OF_NOES = 0.15
"""Of the rows where a question is answered no, so many are enough to learn from; they then count for the others."""
_STEADY = 5.0
"""Windows' worth of weight that the average law has in a law's topic: two windows do not tell what a law is about."""


@dataclass(frozen=True, eq=False)
class Place:
    """What is known of windows beside scores: the rows of `models.signs.signs`, the number of the article that each stands in,
    and who cites whom.
    """

    signs: Floats
    articles: NDArray[np.int64]
    cites: Cites

    def among(self, rows: NDArray[np.int64]) -> Place:
        """Of these windows only."""
        return Place(self.signs[rows], self.articles[rows], self.cites.among(rows))


@dataclass(frozen=True, eq=False)
class Curve:
    """Log-odds are `inputs @ coefficients + intercept`."""

    coefficients: Floats
    intercept: float


@dataclass(frozen=True, eq=False)
class Stack:
    """One curve for each kind of head (`Heads.kinds`). `usual` is the average law's topic, `cap` where a topic is sure."""

    curves: tuple[Curve, ...]
    usual: float
    cap: float

    def log_odds(self, scores: Sequence[Floats], laws: NDArray[np.int64], heads: Heads, place: Place | None = None) -> Floats:
        """One row for each window, one column for each head. `scores` and `place` as for `fit_stack`."""
        inputs = _Inputs(scores, np.minimum(topics(scores, laws, heads, self.usual), self.cap), heads, place)
        out = np.zeros_like(scores[0])
        for kind, curve in zip(heads.kinds, self.curves, strict=True):
            for head in kind:
                out[:, head] = inputs.of(head) @ curve.coefficients + curve.intercept
        return out


def topics(scores: Sequence[Floats], laws: NDArray[np.int64], heads: Heads, usual: float) -> Floats:
    """What each window's law is about: the mean over its windows of how far the models take them for restrictions."""
    each = sum(model[:, heads.any_restrictive] for model in scores) / len(scores)
    count, total = np.bincount(laws), np.bincount(laws, np.asarray(each))
    return np.asarray((total + _STEADY * usual) / (count + _STEADY))[laws]


def fit_stack(
    scores: Sequence[Floats], laws: NDArray[np.int64], truth: Flags, weights: Floats, heads: Heads, place: Place | None = None
) -> Stack:
    """`scores` are what each model says of windows that it never saw, a column for each head; `laws` numbers each window's
    law; `weights` says how much a window counts; `place` is what else is looked at.
    """
    usual = float(topics(scores, laws, heads, 0.0).mean())
    topic = topics(scores, laws, heads, usual)
    restricting = np.bincount(laws, truth[:, heads.any_restrictive])[laws] > 0
    cap = float(np.median(topic[restricting]))
    inputs = _Inputs(scores, np.minimum(topic, cap), heads, place)
    return Stack(tuple(_curve(inputs, truth, weights, heads, kind) for kind in heads.kinds), usual, cap)


def _curve(inputs: _Inputs, truth: Flags, weights: Floats, heads: Heads, kind: range) -> Curve:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 (only training needs it)

    chance = np.random.default_rng(0)
    rows, answers, counts = [], [], []
    for head in kind:
        share = 1.0 if len(kind) < len(heads.labels) else _SHARE_OF_NOES
        yes = truth[:, head]
        kept = (weights > 0) & (yes | (chance.random(len(yes)) < share))
        rows.append(inputs.of(head)[kept])
        answers.append(yes[kept])
        counts.append(np.where(yes, weights, weights / share)[kept])
    x = np.vstack(rows)
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    fitted = LogisticRegression(C=1.0, max_iter=1000).fit((x - mean) / spread, np.concatenate(answers), np.concatenate(counts))
    coefficients = fitted.coef_[0] / spread
    return Curve(coefficients, float(fitted.intercept_[0] - coefficients @ mean))


class _Inputs:
    """The numbers that are looked at, one row for each window."""

    def __init__(self, scores: Sequence[Floats], topic: Floats, heads: Heads, place: Place | None) -> None:
        self._scores, self._topic, self._heads, self._place = scores, topic, heads, place
        if place is not None:
            self._there, self._cites = said_there(np.mean(scores, axis=0), place.articles, place.cites)

    def of(self, head: int) -> Floats:
        """For one question."""
        heads = self._heads
        asked = (head, heads.parents[head], heads.any_restrictive)
        columns = [*(model[:, column] for column in asked for model in self._scores), self._topic]
        if self._place is not None:
            columns += [self._there[:, head], self._there[:, heads.any_restrictive], self._cites, *self._place.signs.T]
        return np.column_stack(columns)
