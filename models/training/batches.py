"""What the encoder is taught: each passage, what is true of it, and how much each answer counts; and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from corpus.examples import Example
from models.encoder.passage import Passage, passages
from models.lessons import Lesson, lessons_of
from pipeline.taxonomy import Polarity, Taxonomy

Floats = NDArray[np.float32]
TOKENS = 1600
"""Tokens in a batch at most, the filling counted."""
_BUCKET = 1600
"""Passages among which those of one length are brought together: few enough that every stretch of an epoch holds all kinds."""
_ANY_RESTRICTION, _ANY_FREEDOM = "R any", "E any"
_FAMILY_COUNTS, _ANY_COUNTS = 1.5, 3.0
"""How much a family, and whether there is any restriction, counts beside a label: what is asked of the model first."""


@dataclass(frozen=True, eq=False)
class Taught:
    """A passage; `truth` is 1 for each question whose answer is yes, `counts` the answer's weight, 0 where it is not known."""

    passage: Passage
    truth: Floats
    counts: Floats


def questions_of(taxonomy: Taxonomy) -> tuple[str, ...]:
    """The head's questions in order: every label and family as a restriction ("R"), every family as a freedom ("E"), any of each."""
    families = [family.id for family in taxonomy.families]
    restrictions = [f"R {name}" for name in (*(entry.label for entry in taxonomy.labels), *families)]
    return (*restrictions, *(f"E {family}" for family in families), _ANY_RESTRICTION, _ANY_FREEDOM)


def taught_of(examples: Sequence[Example], taxonomy: Taxonomy) -> list[Taught]:
    """The passages of all examples with their answers, in order."""
    questions = questions_of(taxonomy)
    worth = np.array([_worth(question) for question in questions], np.float32)
    articles = {example.id: example for example in examples}
    lessons = lessons_of(examples)
    found = []
    for passage in passages([lesson.provision for lesson in lessons]):
        lesson = lessons[passage.provision]
        truth = _truth(questions, lesson.polarity, lesson.labels)
        found.append(Taught(passage, truth, worth * _known(questions, lesson, articles[lesson.example])))
    return found


def _worth(question: str) -> float:
    if question == _ANY_RESTRICTION:
        return _ANY_COUNTS
    return 1.0 if "." in question else _FAMILY_COUNTS


def _known(questions: Sequence[str], lesson: Lesson, article: Example) -> Floats:
    """1 where the answer is known: of a window that may or may not carry its article's labels, only that it carries no others."""
    known = np.ones(len(questions), np.float32)
    return known if lesson.sure else known - _truth(questions, article.polarity, article.labels)


def _truth(questions: Sequence[str], polarity: Polarity | None, labels: Sequence[str]) -> Floats:
    families = {label.partition(".")[0] for label in labels}
    true: set[str] = set()
    if polarity is Polarity.RESTRICTIVE:
        true = {_ANY_RESTRICTION, *(f"R {name}" for name in (*labels, *families))}
    elif polarity is Polarity.ENABLING:
        true = {_ANY_FREEDOM, *(f"E {family}" for family in families)}
    return np.array([question in true for question in questions], np.float32)


def batches(lengths: Sequence[int], random: Random) -> list[list[int]]:
    """One epoch: every passage once, by its place, those of about one length together, in an order of `random`'s."""
    order = list(range(len(lengths)))
    random.shuffle(order)
    buckets = [order[start : start + _BUCKET] for start in range(0, len(order), _BUCKET)]
    found = [batch for bucket in buckets for batch in _filled(sorted(bucket, key=lambda i: lengths[i]), lengths)]
    random.shuffle(found)
    return found


def _filled(order: Sequence[int], lengths: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for i in order:  # shortest first: the next is the longest so far
        if found and (len(found[-1]) + 1) * lengths[i] <= TOKENS:
            found[-1].append(i)
        else:
            found.append([i])
    return found


def laid_side_by_side(given: Sequence[Passage]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The graph's two inputs for passages: `ids`, 0 where one has ended, and `own`, 1 on a provision's own tokens."""
    shape = (len(given), max(len(passage.ids) for passage in given))
    ids, own = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    for row, passage in enumerate(given):
        ids[row, : len(passage.ids)] = passage.ids
        own[row, passage.context : len(passage.ids)] = 1
    return ids, own
