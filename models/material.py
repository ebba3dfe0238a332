"""All that a model learns from, as numbers: our own drafting, and real law without its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.examples import Example
from models.cited import Cites
from models.features import counted, rarity, weighted
from models.fit import Flags, Floats
from models.heads import Heads, answer, answers, heads_of
from models.lessons import lessons_of
from models.real_law import RealLaw
from models.stack import Place
from pipeline.taxonomy import Polarity, Taxonomy

_DOUBTED = 0.5
"""What a row counts whose labels a second reader could well decide otherwise."""
_STRETCH = 4.0
_POLARITY = {1: Polarity.RESTRICTIVE, -1: Polarity.ENABLING, 0: None}


def squashed(log_odds: NDArray[np.float32]) -> Floats:
    """The encoder's answers between -1 and 1: beyond a point it does not matter how sure it is."""
    return np.tanh(np.asarray(log_odds, dtype=np.float64) / _STRETCH)


@dataclass(frozen=True, eq=False)
class Drafted:
    """Windows of our own drafting: tf-idf rows and what is true of them."""

    words: Any
    truth: Flags


@dataclass(frozen=True, eq=False)
class Real:
    """Windows of real law. `answers` are the encoder's, squashed; `laws` and `articles` number what a window belongs to;
    `look_alike` marks those of laws on other subjects; `place` is what else is seen of a window.
    """

    words: Any
    answers: Floats
    truth: Flags
    weights: Floats
    laws: NDArray[np.int64]
    articles: NDArray[np.int64]
    jurisdiction: NDArray[np.str_]
    twin: NDArray[np.str_]
    look_alike: NDArray[np.bool_]
    labelled: NDArray[np.bool_]
    place: Place

    def outside(self, jurisdictions: Collection[str]) -> NDArray[np.bool_]:
        """The windows that share nothing with these jurisdictions: neither theirs, nor near-copies of theirs."""
        return ~np.isin(self.jurisdiction, list(jurisdictions)) & ~np.isin(self.twin, list(jurisdictions))

    def inside(self, jurisdictions: Collection[str]) -> NDArray[np.bool_]:
        """The windows of these jurisdictions."""
        return np.isin(self.jurisdiction, list(jurisdictions))


@dataclass(frozen=True, eq=False)
class Material:
    """What is learnt from. `idf` comes from our drafting alone, so that no real law stands in the way of measuring."""

    heads: Heads
    idf: NDArray[np.float32]
    drafted: Drafted
    real: Real
    examples: int


def material_of(examples: Sequence[Example], taxonomy: Taxonomy, real: RealLaw) -> Material:
    """As numbers. ValueError where the file of real law was made for other labels."""
    heads = heads_of(taxonomy)
    if real.label_names != heads.labels:
        raise ValueError("the file of what real law teaches was made for other labels: python -m models.extract")
    lessons = [lesson for lesson in lessons_of(examples) if lesson.sure]
    counts = counted([lesson.provision for lesson in lessons])
    idf = rarity(counts)
    return Material(heads, idf, Drafted(weighted(counts, idf), answers(lessons, heads)), _real(real, heads, idf), len(examples))


def _real(real: RealLaw, heads: Heads, idf: NDArray[np.float32]) -> Real:
    labels = [tuple(np.array(heads.labels)[row]) for row in real.labels]
    truth = np.array([answer(row, _POLARITY[int(p)], heads) for row, p in zip(labels, real.polarity, strict=True)])
    _, laws = np.unique(real.law, return_inverse=True)
    _, articles = np.unique(np.stack([laws, real.article]), axis=1, return_inverse=True)
    numbers = np.asarray(articles, dtype=np.int64).ravel()
    carriers = _likeliest(real.answers, truth, real.sure, numbers, heads)
    return Real(
        words=weighted(real.counts, idf),
        answers=squashed(real.answers),
        truth=truth & (real.sure | carriers)[:, None],
        weights=np.where(carriers | (real.sure & real.doubt), _DOUBTED, real.sure.astype(np.float64)),
        laws=laws.astype(np.int64),
        articles=numbers,
        jurisdiction=real.jurisdiction,
        twin=real.twin,
        look_alike=real.look_alike,
        labelled=~np.char.startswith(real.law, "neutral: "),
        place=Place(real.signs.astype(np.float64), numbers, Cites(real.citing, numbers[real.cited])),
    )


def _likeliest(
    answers: NDArray[np.float32], truth: Flags, sure: NDArray[np.bool_], articles: NDArray[np.int64], heads: Heads
) -> NDArray[np.bool_]:
    """Of each article whose marks do not tell which window carries its labels, the window that the encoder would choose."""
    chosen = np.zeros(len(sure), dtype=np.bool_)
    for article in np.unique(articles[~sure]):
        own = np.flatnonzero((articles == article) & ~sure)
        column = heads.any_enabling if truth[own[0], heads.any_enabling] else heads.any_restrictive
        chosen[own[np.argmax(answers[own, column])]] = True
    return chosen
