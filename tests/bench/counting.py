"""The arithmetic of `make score`: how often flags are right, on arrays with one row for each article."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]

CHARACTERS_A_PAGE = 2_500


@dataclass(frozen=True, slots=True)
class Counted:
    """How many were flagged, how many are true, and how many are both."""

    right: int
    flagged: int
    true: int

    @property
    def precision(self) -> float:
        """The share of the flagged that is true; 0 where nothing is flagged."""
        return self.right / self.flagged if self.flagged else 0.0

    @property
    def recall(self) -> float:
        """The share of the true that is flagged; 0 where nothing is true."""
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 where nothing is flagged and nothing true."""
        return 2 * self.right / (self.flagged + self.true) if self.flagged + self.true else 0.0


def counted(flags: Flags, truth: Flags) -> Counted:
    """Of one question, or of several pooled (micro average)."""
    return Counted(int((flags & truth).sum()), int(flags.sum()), int(truth.sum()))


def macro_f1(flags: Flags, truth: Flags) -> float:
    """The mean F1 of the columns."""
    return float(np.mean([counted(flags[:, i], truth[:, i]).f1 for i in range(truth.shape[1])]))


def any_score(families: Floats) -> Floats:
    """The probability that any family restricts, as if they were independent: 1 - prod(1 - p)."""
    return np.asarray(1.0 - np.prod(1.0 - families, axis=1))


def precision_at_recall(scores: Floats, truth: Flags, recall: float = 0.8) -> float:
    """The precision at the highest cut that finds this share of what is true; ties stand or fall together. NaN without truth."""
    if not truth.any():
        return float("nan")
    falling = np.sort(scores[truth])[::-1]
    cut = falling[int(np.ceil(recall * len(falling) - 1e-9)) - 1]
    return float(truth[scores >= cut].mean())


def calibration_error(probabilities: Floats, truth: Flags, bins: int = 10) -> float:
    """The mean distance between probability and truth over bins of equal width, each weighed by what is in it; columns pooled."""
    given, true = probabilities.ravel(), truth.ravel()
    which = np.minimum((given * bins).astype(np.int64), bins - 1)
    off = np.bincount(which, given, bins) - np.bincount(which, true, bins)
    return float(np.abs(off).sum() / len(given))


def pages(characters: int) -> float:
    """How many pages so many characters fill."""
    return characters / CHARACTERS_A_PAGE


def pairs_right(halves: Iterable[tuple[Hashable, bool]]) -> tuple[int, int]:
    """Of halves (their pair, whether the half is right), the pairs of which every half is, and all pairs."""
    told: dict[Hashable, bool] = {}
    for pair, right in halves:
        told[pair] = told.get(pair, True) and right
    return sum(told.values()), len(told)
