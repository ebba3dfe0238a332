"""How far a number could lie elsewhere had other laws been read: laws are drawn with replacement, articles stay with their law."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
DRAWS, SEED = 1_000, 20_261_122


class Resampled:
    """Draws of whole groups (laws); each draw is the indices of the rows that it holds."""

    def __init__(self, groups: NDArray[np.generic], draws: int = DRAWS, seed: int = SEED) -> None:
        """`groups` names each row's group."""
        chance = np.random.default_rng(seed)
        _, which = np.unique(groups, return_inverse=True)
        rows = [np.flatnonzero(which == i) for i in range(int(which.max()) + 1)]
        self._draws = [np.concatenate([rows[i] for i in chance.integers(len(rows), size=len(rows))]) for _ in range(draws)]

    def interval(self, statistic: Callable[[Ints], float]) -> tuple[float, float]:
        """Where the middle 95 % of the draws lie. `statistic` is told the rows; what it cannot say (NaN) is left out."""
        said = np.array([statistic(draw) for draw in self._draws])
        known = said[~np.isnan(said)]
        if not len(known):
            return float("nan"), float("nan")
        low, high = np.percentile(known, [2.5, 97.5])
        return float(low), float(high)
