"""What a model is worth on lessons it never saw: by family, by label, calibration, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.classifier import NgramClassifier
from models.decide import Called, decide, f_measure
from models.fit import Calibration, Fitted
from models.heads import Heads
from models.lessons import Lesson
from models.ngrams import WORD
from pipeline.span import Span
from pipeline.taxonomy import Polarity

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one question, and how many lessons it is true of."""

    name: str
    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, slots=True)
class Quality:
    """Measured on lessons of drafting traditions that the judging model never saw.

    Vocabulary, calibration and thresholds, a few numbers for each question, have seen all lessons: real laws score lower.
    `any` counts a provision as restrictive at all; `families` and `labels` pool their questions (micro average).
    `calibration_error` is the mean distance, over ten bins, between a family's probability and how often it is true.
    `evidence_f1` compares the words of the evidence with the deciding words that a person marked.
    """

    any: Score
    families: Score
    labels: Score
    enabling: Score
    by_family: tuple[Score, ...]
    by_label: tuple[Score, ...]
    calibration_error: float
    evidence_f1: float
    provisions: int


def measure(lessons: Sequence[Lesson], truth: Flags, fitted: Fitted, calibration: Calibration, classifier: NgramClassifier) -> Quality:
    """The quality of `fitted`'s folds, decided with the thresholds of `classifier`."""
    judged = [i for i, lesson in enumerate(lessons) if lesson.judged]
    probabilities, right = calibration.probabilities(fitted.unseen[judged]), truth[judged]
    calls = [decide(row, classifier.heads, classifier.thresholds) for row in probabilities]
    flags = flags_of(calls, classifier.heads)
    heads = classifier.heads
    labels, families, freedoms = slice(0, len(heads.labels)), heads.restrictive, heads.enabling
    return Quality(
        any=score("any restriction", np.asarray(flags[:, families].any(axis=1)), np.asarray(right[:, families].any(axis=1))),
        families=score("families", flags[:, families], right[:, families]),
        labels=score("labels", flags[:, labels], right[:, labels]),
        enabling=score("enabling families", flags[:, freedoms], right[:, freedoms]),
        by_family=tuple(score(name, flags[:, families][:, i], right[:, families][:, i]) for i, name in enumerate(heads.families)),
        by_label=tuple(score(name, flags[:, i], right[:, i]) for i, name in enumerate(heads.labels)),
        calibration_error=_calibration_error(probabilities[:, families], right[:, families]),
        evidence_f1=_evidence_f1([lessons[i] for i in judged], fitted.fold_of[judged], fitted, calibration, classifier),
        provisions=len(judged),
    )


def flags_of(calls: Sequence[Sequence[Called]], heads: Heads) -> Flags:
    """Calls as one row of flags each: labels, restrictive families, enabling families."""
    flags = np.zeros((len(calls), heads.count), dtype=np.bool_)
    for row, called in zip(flags, calls, strict=True):
        for call in called:
            family = heads.families.index(call.label.partition(".")[0])
            if call.polarity is Polarity.RESTRICTIVE:
                row[heads.labels.index(call.label)] = True
                row[heads.restrictive.start + family] = True
            else:
                row[heads.enabling.start + family] = True
    return flags


def score(name: str, flagged: Flags, truth: Flags) -> Score:
    """Precision, recall and F1 of flags against the truth."""
    right, given, true = int((flagged & truth).sum()), int(flagged.sum()), int(truth.sum())
    precision, recall = right / given if given else 0.0, right / true if true else 0.0
    return Score(name, round(precision, 3), round(recall, 3), round(f_measure(flagged, truth), 3), true)


def _calibration_error(probabilities: Floats, truth: Flags) -> float:
    """Expected calibration error over ten equal bins, all families pooled."""
    given, right = probabilities.ravel(), truth.ravel()
    bins = np.minimum((given * 10).astype(int), 9)
    off = [abs(given[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)]
    return round(float(sum(off)), 4)


def _evidence_f1(
    lessons: Sequence[Lesson], fold_of: NDArray[np.int64], fitted: Fitted, calibration: Calibration, classifier: NgramClassifier
) -> float:
    """Mean word F1 of evidence against deciding words, each lesson's evidence from the model that never saw it.

    Counted on lessons of one label with marked words, as if the label had been called.
    """
    results: list[float] = []
    for fold, linear in enumerate(fitted.folds):
        blind = replace(classifier, linear=calibration.applied(linear))
        held = [lesson for lesson, own in zip(lessons, fold_of, strict=True) if own == fold and _tells_evidence(lesson)]
        results.extend(_agreement(lesson, blind) for lesson in held)
    return round(float(np.mean(results)), 3) if results else 0.0


def _tells_evidence(lesson: Lesson) -> bool:
    return bool(lesson.deciding) and len(lesson.labels) == 1 and lesson.polarity is Polarity.RESTRICTIVE


def _agreement(lesson: Lesson, blind: NgramClassifier) -> float:
    label = lesson.labels[0]
    called = Called(label, Polarity.RESTRICTIVE, 1.0, blind.heads.labels.index(label))
    call = blind.with_evidence(lesson.provision.text, [called])[0]
    return overlap(lesson.provision.text, call.evidence, _marked(lesson))


def _marked(lesson: Lesson) -> tuple[Span, ...]:
    text = lesson.provision.text
    return tuple(Span(text.index(words), text.index(words) + len(words)) for words in lesson.deciding)


def overlap(text: str, given: Sequence[Span], marked: Sequence[Span]) -> float:
    """F1 of two choices of words of one text."""
    words = [Span(*match.span()) for match in WORD.finditer(text)]
    first = {word for word in words if any(span.overlaps(word) for span in given)}
    second = {word for word in words if any(span.overlaps(word) for span in marked)}
    both = len(first & second)
    return 2 * both / (len(first) + len(second)) if both else 0.0
