"""From probabilities to calls: which families, which of their labels, in which polarity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.heads import Heads
from pipeline.taxonomy import Polarity

Floats = NDArray[np.float64]
CAUTION = 1.0
"""Beta of the F-measure that thresholds maximise: a restriction missed and a false alarm weigh alike."""
GRID = np.linspace(0.04, 0.8, 77)
_NEIGHBOURS = 3
"""A threshold is judged with so many on either side: the best alone follows the last digits, which differ between processors."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability a family is called, in each polarity, and a label within a called family.

    One number for all families: chosen one by one they follow the accidents of a few hundred examples.
    """

    restrictive: float
    enabling: float
    label: float


@dataclass(frozen=True, slots=True)
class Called:
    """A label that is called for a provision, and the column of the head that stands behind it."""

    label: str
    polarity: Polarity
    probability: float
    head: int


def decide(row: Floats, heads: Heads, thresholds: Thresholds) -> tuple[Called, ...]:
    """The calls of one provision, the likeliest first. A family speaks once: as a restriction or as a freedom."""
    calls: list[Called] = []
    for i in range(len(heads.families)):
        restricts, frees = row[heads.restrictive][i], row[heads.enabling][i]
        if frees >= thresholds.enabling and frees > restricts:
            likeliest = max(heads.types_of(i), key=lambda head: row[head])
            calls.append(Called(heads.labels[likeliest], Polarity.ENABLING, float(frees), heads.enabling.start + i))
        elif restricts >= thresholds.restrictive:
            calls.extend(_labels(row, heads, i, thresholds.label))
    return tuple(sorted(calls, key=lambda call: (-call.probability, call.label)))


def _labels(row: Floats, heads: Heads, family: int, threshold: float) -> list[Called]:
    """The labels of a called family that reach the threshold. Where none does, the likeliest stands for the family, with
    the family's probability: that it restricts is what the model is sure of.
    """
    types = sorted(heads.types_of(family), key=lambda head: -row[head])
    chosen = [Called(heads.labels[head], Polarity.RESTRICTIVE, float(row[head]), head) for head in types if row[head] >= threshold]
    whole = heads.restrictive.start + family
    return chosen or [Called(heads.labels[types[0]], Polarity.RESTRICTIVE, float(row[whole]), whole)]


def choose_thresholds(probabilities: Floats, truth: NDArray[np.bool_], heads: Heads) -> Thresholds:
    """The thresholds that serve best on articles which the model that gave `probabilities` never saw."""
    restrictive = _best(probabilities[:, heads.restrictive], truth[:, heads.restrictive])
    enabling = _best(probabilities[:, heads.enabling], truth[:, heads.enabling])
    family = [heads.restrictive.start + heads.family_of(i) for i in range(len(heads.labels))]
    labels = np.where(probabilities[:, family] >= restrictive, probabilities[:, : len(heads.labels)], 0.0)
    return Thresholds(restrictive, enabling, _best(labels, truth[:, : len(heads.labels)]))


def _best(probabilities: Floats, truth: NDArray[np.bool_]) -> float:
    scores = [f_measure(probabilities >= threshold, truth, CAUTION) for threshold in GRID]
    steady = np.convolve(np.pad(scores, _NEIGHBOURS, mode="edge"), np.full(2 * _NEIGHBOURS + 1, 1 / (2 * _NEIGHBOURS + 1)), mode="valid")
    return round(float(GRID[int(np.argmax(steady))]), 2)


def f_measure(flagged: NDArray[np.bool_], truth: NDArray[np.bool_], beta: float = 1.0) -> float:
    """F-measure of flags against the truth, 0 where nothing is right."""
    right = int((flagged & truth).sum())
    if not right:
        return 0.0
    precision, recall = right / int(flagged.sum()), right / int(truth.sum())
    return (1 + beta**2) * precision * recall / (beta**2 * precision + recall)
