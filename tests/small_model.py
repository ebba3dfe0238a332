"""A model small enough to be trained in a test: four labels of two families, our own drafting in the place of real law, a reader
that looks for words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from corpus.examples import Example, load_examples
from corpus.taxonomy import load_taxonomy
from models.classifier import Classifier
from models.features import counted
from models.heads import answers, heads_of
from models.lessons import lessons_of
from models.real_law import RealLaw
from models.signs import signs
from models.train import Trained, train
from pipeline.classifier import ProvisionText

LABELS = ("foreign_funding.prior_approval", "foreign_funding.ban_or_cap", "assembly.authorisation", "assembly.sanctions")
TAXONOMY = replace(
    load_taxonomy(),
    families=tuple(family for family in load_taxonomy().families if family.id in ("foreign_funding", "assembly")),
    labels=tuple(entry for entry in load_taxonomy().labels if entry.label in LABELS),
)
HEADS = heads_of(TAXONOMY)
JURISDICTIONS = ("aa", "bb", "cc", "dd")
POLARITY = {"restrictive": 1, "enabling": -1, None: 0}


@cache
def chosen() -> tuple[Example, ...]:
    """About 550 examples that carry no other labels, two of five neutral."""
    labelled = [e for e in load_examples() if e.labels and set(e.labels) <= set(LABELS)]
    plain = [e for e in load_examples() if not e.labels]
    return (*labelled, *plain[:: len(plain) // 220])


def examples() -> tuple[Example, ...]:
    """Those that are learnt from as drafted."""
    return chosen()[::2]


def unseen() -> tuple[Example, ...]:
    """Those that stand for real law where a model learns: as drafted, nobody saw them."""
    return chosen()[1::2]


@cache
def real_law() -> RealLaw:
    """Each window of `unseen`, dealt out to twelve laws of four jurisdictions, four of the laws on nothing that restricts; with an
    encoder that is right more often than not.
    """
    owned = [(i, lesson) for i, example in enumerate(unseen()) for lesson in lessons_of([example])]
    lessons = [lesson for _, lesson in owned]
    place = np.array([i for i, _ in owned])
    off_topic = np.array([not unseen()[i].labels and i % 3 > 0 for i in place])
    law = np.where(off_topic, 8 + place % 4, place % 8)
    truth = answers(lessons, HEADS)
    noise = np.random.default_rng(1).normal(size=truth.shape)
    return RealLaw(
        counts=counted([lesson.provision for lesson in lessons]),
        answers=np.where(truth, 2.0, -4.0).astype(np.float32) + noise.astype(np.float32),
        labels=np.array([[label in lesson.labels for label in HEADS.labels] for lesson in lessons]),
        label_names=HEADS.labels,
        polarity=np.array([POLARITY[lesson.polarity] for lesson in lessons], dtype=np.int8),
        sure=np.array([lesson.sure for lesson in lessons]),
        doubt=place % 10 == 0,
        look_alike=law >= 8,
        jurisdiction=np.array(JURISDICTIONS)[law % 4],
        twin=np.where(place % 20 == 5, "aa", ""),
        law=np.array([f"law {i}" for i in range(12)])[law],
        article=place.astype(np.int32),
        signs=signs([lesson.provision for lesson in lessons]).astype(np.uint8),
        citing=np.arange(0, len(place) - 40, 20),
        cited=np.arange(40, len(place), 20),
        adapter="0" * 64,
    )


@cache
def trained() -> Trained:
    """The small model, trained once for all tests of a process."""
    return train(examples(), TAXONOMY, real_law())


class WordReader:
    """Answers by a word of each family, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[ProvisionText] = []

    def answers(self, provisions: Sequence[ProvisionText]) -> np.ndarray:
        self.asked += provisions
        return np.array([self._answer(provision.text.lower()) for provision in provisions], dtype=np.float32)

    def _answer(self, text: str) -> list[float]:
        restricts = {"foreign_funding": "approv" in text, "assembly": "permit" in text}
        types = [restricts[label.partition(".")[0]] for label in HEADS.labels]
        families = [restricts[family] for family in HEADS.families]
        return [2.0 if true else -4.0 for true in (*types, *families, *[False] * len(families), any(families), False)]


def fast() -> Classifier:
    return Classifier("small-fast", trained().knowledge)


def full(reader: WordReader | None = None) -> Classifier:
    return Classifier("small", trained().knowledge, reader or WordReader())
