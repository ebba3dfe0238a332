"""Learns two ways of judging, fast and with the encoder, and measures each window by models that never saw its jurisdiction.

What is weighed and where the thresholds lie is learnt from judgements on unseen jurisdictions only. `learn` can leave
jurisdictions out altogether, down to the last number: that is how the whole is measured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from models.decide import Thresholds, choose_thresholds
from models.fit import Floats, Linear, fit_dense, fit_sparse
from models.heads import Heads
from models.material import Material
from models.promise import Promise, expected_missed, promises
from models.stack import Place, Stack, fit_stack

_Number = TypeVar("_Number", np.float64, np.bool_, np.int64)

FOLDS = 6
_LEAST_KEPT = 0.985
"""The share of restrictions that the fast model must let through to the encoder."""


@dataclass(frozen=True, eq=False)
class Way:
    """A way of judging: how scores are weighed, from which probability something is said, and how much is expected to be missed:
    at that probability, and at others.
    """

    stack: Stack
    thresholds: Thresholds
    missed: float
    promises: tuple[Promise, ...]


@dataclass(frozen=True, eq=False)
class Sieve:
    """What the encoder need not read: windows of which the fast way's log-odds of any restriction or freedom are below
    `least`. `unread` stands for its answers on them.
    """

    least: float
    unread: Floats

    def reads(self, log_odds: Floats, heads: Heads) -> NDArray[np.bool_]:
        """Which windows it lets through."""
        return np.asarray(log_odds[:, [heads.any_restrictive, heads.any_enabling]].max(axis=1) >= self.least)


@dataclass(frozen=True, eq=False)
class Learnt:
    """`words` scores counts of words, `answers` what the encoder says, squashed; `fast` weighs the first, `full` all."""

    words: Linear
    answers: Linear
    sieve: Sieve
    fast: Way
    full: Way


def groups(jurisdictions: Sequence[str], folds: int = FOLDS) -> list[set[str]]:
    """Whole jurisdictions in at most `folds` groups: the largest first, each to the group that is the smallest so far."""
    sizes = Counter(jurisdictions)
    filled: list[set[str]] = [set() for _ in range(min(folds, len(sizes)))]
    for name, _ in sorted(sizes.items(), key=lambda entry: (-entry[1], entry[0])):
        min(filled, key=lambda group: (sum(sizes[other] for other in group), sorted(group))).add(name)
    return filled


def learn(material: Material, without: Collection[str] = (), say: Callable[[str], None] = lambda _step: None) -> Learnt:
    """From all material that shares nothing with the jurisdictions `without`."""
    real, heads = material.real, material.heads
    seen = np.flatnonzero(real.outside(without))
    words, answers = np.zeros((len(seen), heads.count)), np.zeros((len(seen), heads.count))
    held_out = groups(list(real.jurisdiction[seen]))
    for number, group in enumerate(held_out, 1):
        say(f"judging countries never seen, {number} of {len(held_out)}")
        of_words, of_answers = _models(material, {*without, *group})
        mine = np.isin(real.jurisdiction[seen], list(group))
        words[mine] = of_words.scores(real.words[seen[mine]])
        answers[mine] = of_answers.scores(real.answers[seen[mine]])
    say("learning from all")
    fast = _way(material, seen, [words])
    sieve = _sieve(material, seen, fast.stack.log_odds([words], real.laws[seen], heads))
    full = _way(material, seen, [words, answers, real.answers[seen]], real.place.among(seen))
    return Learnt(*_models(material, without), sieve, fast, full)


def _models(material: Material, without: Collection[str]) -> tuple[Linear, Linear]:
    """The two linear models, from all but these jurisdictions."""
    from scipy import sparse  # noqa: PLC0415 (only training needs it)

    real = material.real
    kept = np.flatnonzero(real.outside(without) & (real.weights > 0))
    rows = sparse.vstack([material.drafted.words, real.words[kept]], format="csr")
    words = fit_sparse(rows, np.vstack([material.drafted.truth, real.truth[kept]]))
    return words, fit_dense(real.answers[kept], real.truth[kept], real.weights[kept])


def _way(material: Material, seen: NDArray[np.int64], scores: Sequence[Floats], place: Place | None = None) -> Way:
    real, heads = material.real, material.heads
    laws, truth = real.laws[seen], real.truth[seen]
    stack = fit_stack(scores, laws, truth, real.weights[seen], heads, place)
    probabilities = probability(stack.log_odds(scores, laws, heads, place))
    articles = real.articles[seen]
    judged, true = by_article(probabilities, articles), by_article(truth, articles)
    thresholds = choose_thresholds(judged, true, heads)
    mine = (judged[:, heads.restrictive].max(axis=1), true[:, heads.any_restrictive], by_article(laws[:, None], articles)[:, 0])
    return Way(stack, thresholds, expected_missed(*mine, thresholds.restrictive), promises(*mine))


def _sieve(material: Material, seen: NDArray[np.int64], log_odds: Floats) -> Sieve:
    real, heads = material.real, material.heads
    most = log_odds[:, [heads.any_restrictive, heads.any_enabling]].max(axis=1)
    least = float(np.quantile(most[real.truth[seen][:, heads.any_restrictive]], 1 - _LEAST_KEPT))
    return Sieve(least, real.answers[seen[most < least]].mean(axis=0))


def probability(log_odds: Floats) -> Floats:
    """Log-odds as probabilities."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(log_odds, -30.0, 30.0))))


def by_article(rows: NDArray[_Number], articles: NDArray[np.int64]) -> NDArray[_Number]:
    """The highest of each article's windows, articles in the order of their numbers."""
    order = np.argsort(articles, kind="stable")
    starts = np.flatnonzero(np.diff(articles[order], prepend=-1))
    return np.asarray(np.maximum.reduceat(rows[order], starts, axis=0))
