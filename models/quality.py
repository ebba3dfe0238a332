"""What a model is worth on articles it never saw: by family, by label, calibration, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.examples import Example
from models.decide import f_measure
from models.heads import Heads, answer
from models.ngrams import WORD
from pipeline.classifier import Judgement, ProvisionClassifier, ProvisionText
from pipeline.span import Span
from pipeline.taxonomy import Polarity

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one question, and how many articles it is true of."""

    name: str
    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, slots=True)
class Quality:
    """Measured on our own held-out laws, which no model learns from, article by article: real laws score lower.

    `any` counts an article as restrictive at all; `families` and `labels` pool their questions (micro average).
    `calibration_error` is the mean distance, over ten bins, between a family's probability and how often it is true.
    `evidence_f1` compares the words of the evidence with the deciding words that a person marked, where a family was rightly
    called.
    """

    any: Score
    families: Score
    labels: Score
    enabling: Score
    by_family: tuple[Score, ...]
    by_label: tuple[Score, ...]
    calibration_error: float
    evidence_f1: float
    articles: int


def as_provision(example: Example) -> ProvisionText:
    """An example as it is judged: the whole article in its place."""
    return ProvisionText(text=example.text, heading=example.heading, parts=(example.part,) if example.part else (), law=example.law)


def measure(classifier: ProvisionClassifier, heads: Heads, examples: Sequence[Example]) -> Quality:
    """The quality of a classifier on articles that it never saw."""
    judged = classifier.judge([as_provision(example) for example in examples])
    flags = np.array([flags_of(judgement, heads) for judgement in judged])
    truth = np.array([answer(example.labels, example.polarity, heads) for example in examples])
    labels, families = slice(0, len(heads.labels)), heads.restrictive
    probabilities = np.array([[probability for _, probability in judgement.scores] for judgement in judged])
    return Quality(
        any=score("any restriction", flags[:, heads.any_restrictive], truth[:, heads.any_restrictive]),
        families=score("families", flags[:, families], truth[:, families]),
        labels=score("labels", flags[:, labels], truth[:, labels]),
        enabling=score("enabling", flags[:, heads.any_enabling], truth[:, heads.any_enabling]),
        by_family=tuple(score(n, flags[:, families][:, i], truth[:, families][:, i]) for i, n in enumerate(heads.families)),
        by_label=tuple(score(name, flags[:, i], truth[:, i]) for i, name in enumerate(heads.labels)),
        calibration_error=calibration_error(probabilities, truth[:, families]),
        evidence_f1=_evidence_f1(examples, judged),
        articles=len(examples),
    )


def flags_of(judgement: Judgement, heads: Heads) -> list[bool]:
    """A judgement as one row of flags, a column for each head."""
    by_polarity = {polarity: [call.label for call in judgement.calls if call.polarity is polarity] for polarity in Polarity}
    restricts, frees = (answer(labels, polarity, heads) for polarity, labels in sorted(by_polarity.items(), reverse=True))
    return [a or b for a, b in zip(restricts, frees, strict=True)]


def score(name: str, flagged: Flags, truth: Flags) -> Score:
    """Precision, recall and F1 of flags against the truth."""
    right, given, true = int((flagged & truth).sum()), int(flagged.sum()), int(truth.sum())
    precision, recall = right / given if given else 0.0, right / true if true else 0.0
    return Score(name, round(precision, 3), round(recall, 3), round(f_measure(flagged, truth), 3), true)


def calibration_error(probabilities: Floats, truth: Flags) -> float:
    """Expected calibration error over ten equal bins, all columns pooled."""
    given, right = probabilities.ravel(), truth.ravel()
    bins = np.minimum((given * 10).astype(int), 9)
    off = [abs(given[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)]
    return round(float(sum(off)), 4)


def _evidence_f1(examples: Sequence[Example], judged: Sequence[Judgement]) -> float:
    """Mean word F1 of the evidence against the deciding words, over articles rightly called."""
    results = []
    for example, judgement in zip(examples, judged, strict=True):
        families = {label.partition(".")[0] for label in example.labels}
        given = [span for call in judgement.calls if call.label.partition(".")[0] in families for span in call.evidence]
        if given and example.deciding and example.polarity is Polarity.RESTRICTIVE:
            marked = [Span(at := example.text.index(words), at + len(words)) for _, words in example.deciding]
            results.append(overlap(example.text, given, marked))
    return round(float(np.mean(results)), 3) if results else 0.0


def overlap(text: str, given: Sequence[Span], marked: Sequence[Span]) -> float:
    """F1 of two choices of words of one text."""
    words = [Span(*match.span()) for match in WORD.finditer(text)]
    first = {word for word in words if any(span.overlaps(word) for span in given)}
    second = {word for word in words if any(span.overlaps(word) for span in marked)}
    both = len(first & second)
    return 2 * both / (len(first) + len(second)) if both else 0.0
