"""Fits all heads at once, judges every lesson by a model that never saw its drafting tradition, and calibrates on that.

A ridge regression in its dual form: the products of all pairs of lessons are made once, and each fold and the final fit
solve one system for all heads together. On this corpus it ranks as well as logistic regressions and takes a tenth of
their time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.heads import Heads

Floats = NDArray[np.float64]

FOLDS = 5
RIDGE = 0.5
CONSTANT = 0.1
"""What the constant feature adds to every product: a small intercept, regularised like the rest."""


@dataclass(frozen=True, eq=False)
class Linear:
    """Scores are `features @ weights + intercepts`; after calibration they are log-odds."""

    weights: NDArray[np.float32]
    intercepts: NDArray[np.float32]

    def probabilities(self, matrix: Any) -> Floats:  # noqa: ANN401 (scipy has no types)
        """One row for each row of features, one column for each head, each between 0 and 1."""
        scores = np.asarray(matrix @ self.weights, dtype=np.float64) + self.intercepts
        return 1.0 / (1.0 + np.exp(-np.clip(scores, -30.0, 30.0)))


@dataclass(frozen=True, eq=False)
class Fitted:
    """The uncalibrated model of all lessons, those of each fold, and what the folds say of the lessons they never saw."""

    final: Linear
    folds: tuple[Linear, ...]
    fold_of: NDArray[np.int64]
    unseen: Floats


def fold_by_group(groups: Sequence[str]) -> NDArray[np.int64]:
    """The fold of each lesson: whole groups, the largest first, each to the fold that is the smallest so far."""
    filled = [0] * FOLDS
    fold: dict[str, int] = {}
    for group, count in sorted(Counter(groups).items(), key=lambda entry: (-entry[1], entry[0])):
        fold[group] = filled.index(min(filled))
        filled[fold[group]] += count
    return np.array([fold[group] for group in groups], dtype=np.int64)


def fit(matrix: Any, truth: NDArray[np.bool_], groups: Sequence[str], on_progress: Callable[[str], None]) -> Fitted:  # noqa: ANN401
    """Fit on all lessons, and fold by fold on those of the other groups. `matrix` has one row for each lesson."""
    kernel = np.asarray((matrix @ matrix.T).toarray(), dtype=np.float32)
    kernel += np.float32(CONSTANT)
    fold_of, unseen, folds = fold_by_group(groups), np.zeros(truth.shape), []
    for fold in range(FOLDS):
        on_progress(f"fold {fold + 1} of {FOLDS}")
        seen, held = np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)
        dual = _solve(kernel[np.ix_(seen, seen)], truth[seen])
        unseen[held] = kernel[np.ix_(held, seen)] @ dual
        folds.append(_linear(matrix[seen], dual))
    on_progress("all lessons")
    return Fitted(_linear(matrix, _solve(kernel, truth)), tuple(folds), fold_of, unseen)


def _solve(kernel: NDArray[np.float32], truth: NDArray[np.bool_]) -> Floats:
    """The dual coefficients: one row for each lesson, one column for each head."""
    from sklearn.kernel_ridge import KernelRidge  # noqa: PLC0415 (only training needs it)

    signs = np.where(truth, np.float32(1), np.float32(-1))
    return np.asarray(KernelRidge(alpha=RIDGE, kernel="precomputed").fit(kernel, signs).dual_coef_, dtype=np.float64)


def _linear(matrix: Any, dual: Floats) -> Linear:  # noqa: ANN401
    return Linear(np.asarray(matrix.T @ dual, dtype=np.float32), (CONSTANT * dual.sum(axis=0)).astype(np.float32))


@dataclass(frozen=True, eq=False)
class Calibration:
    """Turns raw scores into log-odds: `raw @ mix + shift`. A label listens to its family's score beside its own."""

    mix: Floats
    shift: Floats

    def applied(self, linear: Linear) -> Linear:
        """The model whose scores are log-odds already: the calibration is folded into its coefficients."""
        weights = linear.weights.astype(np.float64) @ self.mix
        intercepts = linear.intercepts.astype(np.float64) @ self.mix + self.shift
        return Linear(weights.astype(np.float32), intercepts.astype(np.float32))

    def probabilities(self, raw: Floats) -> Floats:
        """Raw scores as probabilities."""
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(raw @ self.mix + self.shift, -30.0, 30.0))))


def calibrate(unseen: Floats, truth: NDArray[np.bool_], heads: Heads) -> Calibration:
    """Platt's logistic curve for each head, fitted on scores of lessons that the scoring model never saw."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    mix, shift = np.zeros((heads.count, heads.count)), np.zeros(heads.count)
    for head in range(heads.count):
        heard = [head] if head >= len(heads.labels) else [head, heads.restrictive.start + heads.family_of(head)]
        curve = LogisticRegression(C=100.0).fit(unseen[:, heard], truth[:, head])
        mix[heard, head], shift[head] = curve.coef_[0], curve.intercept_[0]
    return Calibration(mix, shift)
