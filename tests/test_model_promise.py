"""The promise: what is expected to be missed is never less than what was, and is kept on laws that were not measured."""

from __future__ import annotations

import numpy as np
import pytest

from models.promise import expected_missed, promises

LAWS = np.repeat(np.arange(4), 3)
RESTRICTIVE = np.array([True, True, False] * 4)


@pytest.mark.parametrize(
    ("highest", "threshold", "expected"),
    [
        ([0.9, 0.9, 0.0] * 4, 0.5, 1 / 5),  # nothing missed in four laws: a fifth could still lose all
        ([0.9, 0.1, 0.0] * 4, 0.5, 3 / 5),
        ([0.1, 0.1, 0.9] * 4, 0.5, 1.0),
        ([0.5, 0.5, 0.0] * 4, 0.5, 1 / 5),  # what reaches the threshold is not missed
    ],
)
def test_what_is_expected_to_be_missed(highest: list[float], threshold: float, expected: float):
    assert expected_missed(np.array(highest), RESTRICTIVE, LAWS, threshold) == pytest.approx(expected)


def test_a_law_counts_once_however_long_it_is():
    laws = np.array([0] * 9 + [1])
    highest = np.array([0.9] * 9 + [0.1])
    assert expected_missed(highest, np.ones(10, dtype=bool), laws, 0.5) == pytest.approx((0 + 1 + 1) / 3)


def test_a_law_without_restrictions_says_nothing():
    quiet = np.append(LAWS, [9, 9])
    told = expected_missed(np.append([0.9, 0.1, 0.0] * 4, [0.0, 0.9]), np.append(RESTRICTIVE, [False, False]), quiet, 0.5)
    assert told == pytest.approx(3 / 5)


def test_the_highest_threshold_that_keeps_it_with_its_burden():
    highest = np.array([0.8, 0.4, 0.3, 0.8, 0.4, 0.1] * 40)
    laws = np.arange(240) // 3
    restrictive = np.array([True, True, False] * 80)
    (loose, strict) = promises(highest, restrictive, laws, (0.6, 0.1))
    assert (loose.threshold, loose.burden) == (pytest.approx(0.5), pytest.approx(1 / 3))
    assert (strict.threshold, strict.burden) == (pytest.approx(0.4), pytest.approx(2 / 3))


def test_too_few_laws_promise_nothing():
    assert promises(np.ones(12), RESTRICTIVE, LAWS, (0.1,)) == ()


def test_it_is_kept_on_average_on_laws_that_were_not_measured():
    """Laws alike, forty of which promise for a hundred others, fifty times over."""
    missed = []
    for seed in range(50):
        chance = np.random.default_rng(seed)
        laws = np.repeat(np.arange(140), 4)
        highest, restrictive = chance.random(len(laws)), np.ones(len(laws), dtype=bool)
        measured = laws < 40
        (promise,) = promises(highest[measured], restrictive[measured], laws[measured], (0.3,))
        missed.append(float((highest[~measured] < promise.threshold).mean()))
    assert np.mean(missed) <= 0.3
    assert np.mean(missed) > 0.25, "nor is more read than the promise needs"
