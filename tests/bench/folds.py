"""Judges every article of the real laws by what was learnt without its jurisdiction, down to the last number, both ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.decide import decide
from models.fit import Flags, Floats
from models.heads import Heads, answer
from models.learn import Learnt, by_article, groups, learn, probability
from models.material import Material
from models.real_law import RealLaw
from pipeline.taxonomy import Polarity

Say = Callable[[str], None]


@dataclass(frozen=True, eq=False)
class Articles:
    """What is known of each article, one row for each."""

    law: NDArray[np.str_]
    number: NDArray[np.int64]
    jurisdiction: NDArray[np.str_]
    look_alike: Flags
    labelled: Flags
    doubt: Flags
    truth: Flags


@dataclass(frozen=True, eq=False)
class Judged:
    """What one way says of each article: probabilities (a column for each head), what it calls, and from which probability."""

    probabilities: Floats
    flags: Flags
    threshold: Floats


@dataclass(frozen=True, eq=False)
class Unseen:
    """All articles, judged out of fold. `groups` left out together and what was `learnt` without each; `read` is the share of
    windows that the encoder reads.
    """

    heads: Heads
    articles: Articles
    groups: tuple[tuple[str, ...], ...]
    learnt: tuple[Learnt, ...]
    ways: Mapping[str, Judged]
    read: float

    def fold_of(self, jurisdiction: str) -> Learnt:
        """What was learnt without a jurisdiction."""
        return next(learnt for group, learnt in zip(self.groups, self.learnt, strict=True) if jurisdiction in group)


def articles_of(material: Material, kept: RealLaw) -> Articles:
    """The articles in the order in which `by_article` gives them."""
    real = material.real
    _, first = np.unique(real.articles, return_index=True)
    return Articles(
        law=kept.law[first],
        number=kept.article[first].astype(np.int64),
        jurisdiction=real.jurisdiction[first],
        look_alike=real.look_alike[first],
        labelled=real.labelled[first],
        doubt=kept.doubt[first],
        truth=by_article(real.truth, real.articles),
    )


def judge_unseen(material: Material, kept: RealLaw, say: Say) -> Unseen:
    """Leaves groups of jurisdictions out in turn. Adapter and idf come from our own drafting alone and need no folds."""
    real, heads = material.real, material.heads
    fast, full = np.zeros((len(real.truth), heads.count)), np.zeros((len(real.truth), heads.count))
    read, cuts = np.zeros(len(real.truth), dtype=np.bool_), np.zeros((len(real.truth), 2))
    held_out, learnt = groups(list(real.jurisdiction)), []
    for number, group in enumerate(held_out, 1):
        say(f"learning without {' '.join(sorted(group))}, {number} of {len(held_out)}")
        one = learn(material, group)
        own = np.flatnonzero(real.inside(group))
        fast[own], full[own], read[own] = said(one, material, own)
        cuts[own] = one.fast.thresholds.restrictive, one.full.thresholds.restrictive
        learnt.append((one, own))
    ways = {
        "fast": _judged(material, fast, cuts[:, 0], [(one.fast.thresholds, own) for one, own in learnt]),
        "full": _judged(material, full, cuts[:, 1], [(one.full.thresholds, own) for one, own in learnt]),
    }
    names = tuple(tuple(sorted(group)) for group in held_out)
    return Unseen(heads, articles_of(material, kept), names, tuple(one for one, _ in learnt), ways, float(read.mean()))


def said(learnt: Learnt, material: Material, own: NDArray[np.int64]) -> tuple[Floats, Floats, Flags]:
    """Of windows: their probabilities without and with the encoder, and which it reads. The same as `Classifier.log_odds`."""
    real, heads = material.real, material.heads
    words, laws = learnt.words.scores(real.words[own]), real.laws[own]
    fast = learnt.fast.stack.log_odds([words], laws, heads)
    read = learnt.sieve.reads(fast, heads)
    answers = np.where(read[:, None], real.answers[own], learnt.sieve.unread)
    full = learnt.full.stack.log_odds([words, learnt.answers.scores(answers), answers], laws, heads, real.place.among(own))
    return probability(fast), probability(full), read


def _judged(material: Material, rows: Floats, cuts: Floats, folds) -> Judged:
    real, heads = material.real, material.heads
    highest = by_article(rows, real.articles)
    flags = np.zeros(highest.shape, dtype=np.bool_)
    for thresholds, own in folds:
        for article in np.unique(real.articles[own]):
            flags[article] = called(highest[article], heads, thresholds)
    return Judged(highest, flags, by_article(cuts[:, None], real.articles)[:, 0])


def called(row: Floats, heads: Heads, thresholds) -> list[bool]:
    """What is called for an article, as a row of flags; a family speaks once, as a restriction or as a freedom."""
    calls = decide(row, heads, thresholds)
    restricts, frees = (
        answer([call.label for call in calls if call.polarity is polarity], polarity, heads)
        for polarity in (Polarity.RESTRICTIVE, Polarity.ENABLING)
    )
    return [a or b for a, b in zip(restricts, frees, strict=True)]
