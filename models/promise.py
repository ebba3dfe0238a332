"""How much is expected to be missed: conformal risk control, which promises it for laws like those that were measured.

Angelopoulos, Bates, Fisch, Lei and Schuster, Conformal Risk Control (ICLR 2024): where a loss between 0 and 1 falls as the threshold
falls, and a new law is as one of n that were measured, the loss to be expected of it is at most (n mean + 1) / (n + 1). The
loss of a law is the share of its restrictive articles that no family's probability carries over the threshold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.fit import Flags, Floats

MISSED = (0.3, 0.2, 0.1)
"""Shares for which a threshold is sought."""


@dataclass(frozen=True, slots=True)
class Promise:
    """From `threshold` on, at most `missed` of a law's restrictive articles are expected to be missed, at the price of reading
    `burden` of all articles.
    """

    missed: float
    threshold: float
    burden: float


def expected_missed(highest: Floats, restrictive: Flags, laws: NDArray[np.int64], threshold: float) -> float:
    """What is expected to be missed at most at a threshold. One row for each article: the highest probability of a family, given by
    what never saw its law, whether it restricts, and its law's number.
    """
    losses = [float((highest[restrictive & (laws == law)] < threshold).mean()) for law in np.unique(laws[restrictive])]
    return (sum(losses) + 1) / (len(losses) + 1)


def promises(highest: Floats, restrictive: Flags, laws: NDArray[np.int64], missed: Sequence[float] = MISSED) -> tuple[Promise, ...]:
    """For each share the highest threshold that keeps it; none for a share that too few laws were measured for."""
    found = []
    for share in missed:
        kept = [t for t in np.linspace(0.5, 0.0, 251).tolist() if expected_missed(highest, restrictive, laws, t) <= share]
        if kept:
            found.append(Promise(share, kept[0], float((highest >= kept[0]).mean())))
    return tuple(found)
