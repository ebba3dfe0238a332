"""Weighing models: who is right is followed, who guesses is not, and a law's topic counts only as far as it is known."""

from __future__ import annotations

import numpy as np
import pytest

from models.heads import Heads
from models.learn import probability
from models.stack import Stack, fit_stack, topics

HEADS = Heads(("assembly.authorisation", "assembly.sanctions", "expression.insult_sedition"), ("assembly", "expression"))
ROWS, LAWS = 1500, 30


def truth_of(chance: np.random.Generator) -> np.ndarray:
    """Labels at random; families and any follow from them; a few freedoms."""
    labels = chance.random((ROWS, 3)) < 0.15
    families = np.column_stack([labels[:, :2].any(axis=1), labels[:, 2]])
    frees = (chance.random((ROWS, 2)) < 0.08) & ~families
    return np.column_stack([labels, families, frees, families.any(axis=1), frees.any(axis=1)])


CHANCE = np.random.default_rng(3)
TRUTH = truth_of(CHANCE)
LAW = np.arange(ROWS) % LAWS
INFORMED = np.where(TRUTH, 1.0, -1.0) + CHANCE.normal(size=TRUTH.shape)
NOISE = CHANCE.normal(size=TRUTH.shape)
EVEN = np.ones(ROWS)


def fitted(*scores: np.ndarray, weights: np.ndarray = EVEN) -> Stack:
    return fit_stack(scores, LAW, TRUTH, weights, HEADS)


@pytest.mark.parametrize("informed_at", [0, 1])
def test_the_curve_follows_the_informed_model(informed_at: int):
    scores = (INFORMED, NOISE) if informed_at == 0 else (NOISE, INFORMED)
    for curve in fitted(*scores).curves:
        informed, noise = curve.coefficients[informed_at], curve.coefficients[1 - informed_at]
        assert informed > 0.5
        assert abs(noise) < informed / 4


def test_probabilities_are_calibrated():
    given = probability(fitted(INFORMED, NOISE).log_odds([INFORMED, NOISE], LAW, HEADS))
    for kind in HEADS.kinds:
        columns = list(kind)
        assert given[:, columns].mean() == pytest.approx(TRUTH[:, columns].mean(), abs=0.03)
        likely = given[:, columns] > 0.6
        assert TRUTH[:, columns][likely].mean() > 0.5
        assert TRUTH[:, columns][given[:, columns] < 0.05].mean() < 0.05


def test_what_counts_nothing_teaches_nothing():
    kept = LAW < 20
    doubled = np.where(kept, 1.0, 0.0)
    garbled = INFORMED.copy()
    garbled[~kept] = -garbled[~kept]
    garbled[:, HEADS.any_restrictive] = INFORMED[:, HEADS.any_restrictive]  # the topic is of all rows
    first, second = fitted(INFORMED, weights=doubled), fitted(garbled, weights=doubled)
    for one, other in zip(first.curves, second.curves, strict=True):
        np.testing.assert_allclose(one.coefficients, other.coefficients)


def row_of(any_restrictive: float) -> np.ndarray:
    row = np.zeros(HEADS.count)
    row[HEADS.any_restrictive] = any_restrictive
    return row


@pytest.mark.parametrize(
    ("windows", "topic"),
    [
        ([1.0], 1 / 6),  # one window says little: five windows' worth of the usual stand beside it
        ([1.0] * 5, 0.5),
        ([1.0] * 95, 0.95),
        ([1.0, -1.0], 0.0),
    ],
)
def test_a_short_laws_topic_is_near_the_usual(windows: list[float], topic: float):
    scores = np.array([row_of(score) for score in windows])
    assert topics([scores], np.zeros(len(windows), dtype=np.int64), HEADS, 0.0) == pytest.approx([topic] * len(windows))


def test_a_laws_topic_is_its_own_and_the_mean_of_the_models():
    scores = np.array([row_of(1.0)] * 3 + [row_of(-1.0)] * 2)
    laws = np.array([0, 0, 0, 4, 4])  # numbers may have gaps: laws that were left out
    assert topics([scores, np.zeros_like(scores)], laws, HEADS, -0.2) == pytest.approx([0.5 / 8] * 3 + [-2 / 7] * 2)


def test_beyond_the_cap_a_topic_says_no_more():
    stack = fitted(INFORMED)
    rows = [np.array([row_of(score)] * 200) for score in (stack.cap + 1, stack.cap + 5)]
    asked = [stack.log_odds([row], np.zeros(200, dtype=np.int64), HEADS)[0] for row in rows]
    column = HEADS.kinds.index(range(HEADS.any_restrictive, HEADS.any_restrictive + 1))
    own = stack.curves[column].coefficients[:-1].sum()  # all that the score itself says
    assert asked[1][HEADS.any_restrictive] - asked[0][HEADS.any_restrictive] == pytest.approx(4 * own)
    capped = [np.minimum(topics([row], np.zeros(200, dtype=np.int64), HEADS, stack.usual), stack.cap) for row in rows]
    assert (capped[0] == capped[1]).all()


def test_a_law_is_judged_the_same_alone_and_among_others():
    stack = fitted(INFORMED, NOISE)
    together = stack.log_odds([INFORMED, NOISE], LAW, HEADS)
    own = LAW == 7
    alone = stack.log_odds([INFORMED[own], NOISE[own]], np.zeros(int(own.sum()), dtype=np.int64), HEADS)
    np.testing.assert_allclose(alone, together[own], atol=1e-9)


def test_fitting_twice_gives_the_same_numbers():
    first, second = fitted(INFORMED, NOISE), fitted(INFORMED, NOISE)
    assert (first.usual, first.cap) == (second.usual, second.cap)
    for one, other in zip(first.curves, second.curves, strict=True):
        assert one.intercept == other.intercept
        np.testing.assert_array_equal(one.coefficients, other.coefficients)
