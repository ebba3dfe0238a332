"""The questions that a model answers of each provision, one column each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from models.lessons import Lesson
from pipeline.taxonomy import Polarity, Taxonomy

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Heads:
    """Columns in order: every label (as a restriction), every family (restriction), every family (freedom), any restriction,
    any freedom.

    Enabling provisions are too few for a question a label; the label of an enabling call is the likeliest of its family.
    """

    labels: tuple[str, ...]
    families: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many columns."""
        return len(self.labels) + 2 * len(self.families) + 2

    @property
    def restrictive(self) -> slice:
        """The columns of the families as restrictions."""
        return slice(len(self.labels), len(self.labels) + len(self.families))

    @property
    def enabling(self) -> slice:
        """The columns of the families as freedoms."""
        return slice(len(self.labels) + len(self.families), self.count - 2)

    @property
    def any_restrictive(self) -> int:
        """The column of "restricts at all"."""
        return self.count - 2

    @property
    def any_enabling(self) -> int:
        """The column of "protects at all"."""
        return self.count - 1

    def types_of(self, family: int) -> tuple[int, ...]:
        """The columns of the labels of a family (by its place among the families)."""
        return tuple(i for i, label in enumerate(self.labels) if label.partition(".")[0] == self.families[family])

    def family_of(self, label: int) -> int:
        """The place among the families of a label's family."""
        return self.families.index(self.labels[label].partition(".")[0])

    @property
    def parents(self) -> tuple[int, ...]:
        """For each column the column of its family as a restriction; for the last two, that of any restriction."""
        first, families = len(self.labels), range(len(self.families))
        of_labels = (first + self.family_of(i) for i in range(first))
        return (*of_labels, *(first + i for i in families), *(first + i for i in families), self.any_restrictive, self.any_restrictive)

    @property
    def kinds(self) -> tuple[range, ...]:
        """Columns that ask alike: what is learnt of one of a kind is true of all."""
        first, families = len(self.labels), len(self.families)
        edges = (0, first, first + families, first + 2 * families, self.count - 1, self.count)
        return tuple(range(a, b) for a, b in pairwise(edges))


def heads_of(taxonomy: Taxonomy) -> Heads:
    """The questions that a taxonomy asks."""
    return Heads(tuple(entry.label for entry in taxonomy.labels), tuple(family.id for family in taxonomy.families))


def answers(lessons: Sequence[Lesson], heads: Heads) -> Flags:
    """What is true: one row for each lesson, one column for each head."""
    rows = [answer(lesson.labels, lesson.polarity, heads) for lesson in lessons]
    return np.array(rows, dtype=np.bool_).reshape(len(lessons), heads.count)


def answer(labels: Sequence[str], polarity: Polarity | None, heads: Heads) -> list[bool]:
    """The row of one window that carries `labels`."""
    families = {label.partition(".")[0] for label in labels}
    restricts, frees = polarity is Polarity.RESTRICTIVE and bool(labels), polarity is Polarity.ENABLING and bool(labels)
    return [
        *(restricts and label in labels for label in heads.labels),
        *(restricts and family in families for family in heads.families),
        *(frees and family in families for family in heads.families),
        restricts,
        frees,
    ]
