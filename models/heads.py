"""The questions that a model answers of each provision, one column each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.lessons import Lesson
from pipeline.taxonomy import Polarity, Taxonomy


@dataclass(frozen=True, slots=True)
class Heads:
    """Columns in order: every label (restrictive), every family (restrictive), every family (enabling).

    Enabling provisions are too few for a question a label; the label of an enabling call is the likeliest of its family.
    """

    labels: tuple[str, ...]
    families: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many columns."""
        return len(self.labels) + 2 * len(self.families)

    @property
    def restrictive(self) -> slice:
        """The columns of the families as restrictions."""
        return slice(len(self.labels), len(self.labels) + len(self.families))

    @property
    def enabling(self) -> slice:
        """The columns of the families as freedoms."""
        return slice(len(self.labels) + len(self.families), self.count)

    def types_of(self, family: int) -> tuple[int, ...]:
        """The columns of the labels of a family (by its place among the families)."""
        return tuple(i for i, label in enumerate(self.labels) if label.partition(".")[0] == self.families[family])

    def family_of(self, label: int) -> int:
        """The place among the families of a label's family."""
        return self.families.index(self.labels[label].partition(".")[0])


def heads_of(taxonomy: Taxonomy) -> Heads:
    """The questions that a taxonomy asks."""
    return Heads(tuple(entry.label for entry in taxonomy.labels), tuple(family.id for family in taxonomy.families))


def answers(lessons: Sequence[Lesson], heads: Heads) -> NDArray[np.bool_]:
    """What is true: one row for each lesson, one column for each head."""
    rows = [_answer(lesson, heads) for lesson in lessons]
    return np.array(rows, dtype=np.bool_).reshape(len(lessons), heads.count)


def _answer(lesson: Lesson, heads: Heads) -> list[bool]:
    families = {label.partition(".")[0] for label in lesson.labels}
    restricts, frees = lesson.polarity is Polarity.RESTRICTIVE, lesson.polarity is Polarity.ENABLING
    return [
        *(restricts and label in lesson.labels for label in heads.labels),
        *(restricts and family in families for family in heads.families),
        *(frees and family in families for family in heads.families),
    ]
