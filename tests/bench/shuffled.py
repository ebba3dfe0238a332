"""Labels dealt out anew: whatever is then still found was never learnt from labels, so all must fall to chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from models.learn import by_article
from models.material import Material
from models.real_law import RealLaw
from tests.bench.counting import any_score, counted
from tests.bench.folds import Unseen, judge_unseen
from tests.bench.sheet import WAYS, Cell, Row, Section

SEED = 3


def shuffled(material: Material, seed: int = SEED) -> Material:
    """The same material, its labels dealt to others: window by window in our drafting, article by article in real law.

    A real article's windows all get its new labels, so that no label goes with the length of an article.
    """
    chance = np.random.default_rng(seed)
    drafted, real = material.drafted, material.real
    dealt = chance.permutation(by_article(real.truth, real.articles))
    _, article = np.unique(real.articles, return_inverse=True)
    return replace(
        material,
        drafted=replace(drafted, truth=chance.permutation(drafted.truth)),
        real=replace(real, truth=dealt[article]),
    )


def chance_section(material: Material, kept: RealLaw, say: Callable[[str], None]) -> Section:
    """The whole measurement on shuffled labels; what is dealt to the laws left out is what they are measured by."""
    unseen = judge_unseen(shuffled(material), kept, say)
    true = truth_any(unseen)
    prevalence = f"{int(true.sum())} of {len(true)} articles carry a dealt restriction: {true.mean():.3f}"
    return Section(
        "Shuffled labels (must fall to chance: area 0.5, average precision the share of restrictive articles)",
        (prevalence, f"who flags every article has F1 {2 * true.mean() / (1 + true.mean()):.3f}; seed {SEED}"),
        (
            Row("any restriction, area under the curve", tuple(Cell((("AUC", area(unseen, way)),)) for way in WAYS)),
            Row("any restriction, average precision", tuple(Cell((("AP", average_precision(unseen, way)),)) for way in WAYS)),
            Row("any restriction, F1", tuple(Cell((("F1", _f1(unseen, way)),)) for way in WAYS)),
        ),
    )


def truth_any(unseen: Unseen):
    """Whether each labelled article restricts."""
    return unseen.articles.truth[unseen.articles.labelled, unseen.heads.any_restrictive]


def area(unseen: Unseen, way: str) -> float:
    """How often a restrictive article is put above another."""
    from sklearn.metrics import roc_auc_score  # noqa: PLC0415 (a large library)

    return float(roc_auc_score(truth_any(unseen), _scores(unseen, way)))


def average_precision(unseen: Unseen, way: str) -> float:
    """The area under precision by recall."""
    from sklearn.metrics import average_precision_score  # noqa: PLC0415 (a large library)

    return float(average_precision_score(truth_any(unseen), _scores(unseen, way)))


def _scores(unseen: Unseen, way: str):
    return any_score(unseen.ways[way].probabilities[unseen.articles.labelled][:, unseen.heads.restrictive])


def _f1(unseen: Unseen, way: str) -> float:
    return counted(unseen.ways[way].flags[unseen.articles.labelled, unseen.heads.any_restrictive], truth_any(unseen)).f1
