"""Whether the promise holds: what was promised of unseen laws by what never saw them, and what was missed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from models.learn import Way
from models.promise import MISSED
from tests.bench.bootstrap import Ints, Resampled
from tests.bench.folds import Unseen
from tests.bench.sheet import WAYS, Cell, Row, Section

Threshold = Callable[[Way], float]


def promise_section(unseen: Unseen) -> Section:
    """For each share that may be missed: what was missed, and how many articles had to be read for it."""
    expected = [np.mean([way_of(learnt, way).missed for learnt in unseen.learnt]) for way in WAYS]
    in_use = _row(unseen, "as flagged", lambda way: way.thresholds.restrictive, None)
    return Section(
        "1b. The promise: of a law's restrictive articles at most so many are expected to be missed (mean over laws)",
        (
            f"as flagged, expected to be missed at most: {', '.join(f'{way} {share:.3f}' for way, share in zip(WAYS, expected, strict=True))}",
            "read: the share of all articles that reach the threshold; thresholds by conformal risk control, without the law's jurisdiction",
        ),
        (in_use, *(_row(unseen, f"at most {share:.0%}", lambda way, share=share: _threshold(way, share), share) for share in MISSED)),
    )


def way_of(learnt, way: str) -> Way:
    """Without or with the encoder."""
    return learnt.fast if way == "fast" else learnt.full


def _threshold(way: Way, share: float) -> float:
    """0 where too few laws were measured to promise anything: all must be read."""
    return next((promise.threshold for promise in way.promises if promise.missed == share), 0.0)


def _row(unseen: Unseen, name: str, threshold: Threshold, most: float | None) -> Row:
    rows = np.flatnonzero(unseen.articles.labelled)
    laws = unseen.articles.law[rows]
    restrictive = unseen.articles.truth[rows][:, unseen.heads.any_restrictive]
    drawn, cells = Resampled(laws), []
    for way in WAYS:
        least = np.array([threshold(way_of(unseen.fold_of(str(where)), way)) for where in unseen.articles.jurisdiction[rows]])
        reached = unseen.ways[way].probabilities[rows][:, unseen.heads.restrictive].max(axis=1) >= least

        def missed(at: Ints, reached=reached) -> float:
            _, law = np.unique(laws[at], return_inverse=True)
            bad = restrictive[at]
            of_law, lost = np.bincount(law[bad]), np.bincount(law[bad], ~reached[at][bad])
            return float(np.mean(lost[of_law > 0] / of_law[of_law > 0]))

        numbers = (("read", float(reached.mean())), ("missed", missed(np.arange(len(rows)))))
        cells.append(Cell(numbers, drawn.interval(missed)))
    return Row(name, tuple(cells), f"{len(np.unique(laws[restrictive]))} laws that restrict", most=most)
