"""The trained classifier: what `pipeline.classifier.ProvisionClassifier` asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from models.decide import Called, Thresholds, decide
from models.evidence import deciding_spans, shares, words_in
from models.features import Features
from models.fit import Linear
from models.heads import Heads
from models.ngrams import Ints
from pipeline.classifier import Call, Judgement, ProvisionText

BATCH = 500
"""Provisions judged at once: the vectors of a long act together would be the largest thing in memory."""


@dataclass(frozen=True, eq=False)
class NgramClassifier:
    """Calibrated linear model over word n-grams. Judges a whole law at once; never edits what it is given."""

    model_id: str
    heads: Heads
    features: Features
    linear: Linear
    thresholds: Thresholds

    def judge(self, provisions: Sequence[ProvisionText]) -> list[Judgement]:
        """One judgement for each provision, in order: calls with their deciding words, and every family's probability."""
        judged: list[Judgement] = []
        for start in range(0, len(provisions), BATCH):
            batch = provisions[start : start + BATCH]
            probabilities = self.linear.probabilities(self.features.matrix(batch))
            judged += [self._judgement(provision, row) for provision, row in zip(batch, probabilities, strict=True)]
        return judged

    def _judgement(self, provision: ProvisionText, row: NDArray[np.float64]) -> Judgement:
        called = decide(row, self.heads, self.thresholds)
        scores = tuple(zip(self.heads.families, map(float, row[self.heads.restrictive]), strict=True))
        return Judgement(self.with_evidence(provision.text, called) if called else (), scores)

    def with_evidence(self, text: str, called: Sequence[Called]) -> tuple[Call, ...]:
        """The calls with the words of `text` that decide each."""
        words, places = words_in(text), self.features.places(text)
        return tuple(
            Call(call.label, call.polarity, call.probability, deciding_spans(words, shares(places, partial(self._weigh, call.head))))
            for call in called
        )

    def _weigh(self, head: int, columns: Ints) -> NDArray[np.float32]:
        """What these columns of the text add to a head's score, before a provision's length is taken into account."""
        added: NDArray[np.float32] = self.linear.weights[columns, head] * self.features.fields[0].idf[columns]
        return added
