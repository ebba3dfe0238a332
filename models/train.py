"""From the corpus to a classifier and what is known of its quality."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from corpus.examples import Example, corpus_files
from corpus.taxonomy import taxonomy_bytes
from models.classifier import NgramClassifier
from models.decide import choose_thresholds
from models.features import learn_features
from models.fit import calibrate, fit
from models.heads import answers, heads_of
from models.lessons import lessons_of
from models.quality import Quality, measure
from pipeline.taxonomy import Taxonomy


@dataclass(frozen=True, eq=False)
class Trained:
    """A classifier, how many examples and lessons it had, and its quality on drafting traditions that it never saw."""

    classifier: NgramClassifier
    examples: int
    lessons: int
    quality: Quality


def _silent(step: str) -> None:
    """No progress is wanted."""


def train(examples: Sequence[Example], taxonomy: Taxonomy, model_id: str, on_progress: Callable[[str], None] = _silent) -> Trained:
    """Learn from `examples`. The same examples give the same model on one machine.

    `on_progress` is told each step in a few words.
    """
    import sklearn.linear_model  # noqa: F401, PLC0415 (only training needs it; what is loaded by now is held to one thread)
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # noqa: PLC0415

    with threadpool_limits(limits=1):  # more threads wait for each other on few cores, and sum in another order each time
        return _train(examples, taxonomy, model_id, on_progress)


def _train(examples: Sequence[Example], taxonomy: Taxonomy, model_id: str, on_progress: Callable[[str], None]) -> Trained:
    on_progress("reading the corpus")
    lessons, heads = lessons_of(examples), heads_of(taxonomy)
    provisions, truth = [lesson.provision for lesson in lessons], answers(lessons, heads)
    features = learn_features(provisions)
    matrix = features.matrix(provisions)
    fitted = fit(matrix, truth, [lesson.group for lesson in lessons], on_progress)
    judged = np.array([lesson.judged for lesson in lessons])
    calibration = calibrate(fitted.unseen[judged], truth[judged], heads)
    thresholds = choose_thresholds(calibration.probabilities(fitted.unseen[judged]), truth[judged], heads)
    classifier = NgramClassifier(model_id, heads, features, calibration.applied(fitted.final), thresholds)
    on_progress("measuring")
    return Trained(classifier, len(examples), len(lessons), measure(lessons, truth, fitted, calibration, classifier))


def corpus_digest() -> str:
    """SHA-256 of the examples and the taxonomy."""
    digest = hashlib.sha256(taxonomy_bytes())
    for name, source in corpus_files():
        digest.update(name.encode() + source)
    return digest.hexdigest()


def training_digest() -> str:
    """SHA-256 of the corpus and of the code of this package: a change of either is another model."""
    digest = hashlib.sha256(corpus_digest().encode())
    for file in sorted(files(__package__).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".py"):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
