"""The questions asked of each provision: their columns, which hang together, and what is answered for either polarity."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.taxonomy import load_taxonomy
from models.decide import Thresholds, decide
from models.heads import Heads, answer, answers, heads_of
from models.lessons import Lesson
from pipeline.classifier import ProvisionText
from pipeline.taxonomy import Polarity

HEADS = Heads(("assembly.authorisation", "assembly.sanctions", "expression.insult_sedition"), ("assembly", "expression"))
R, E = Polarity.RESTRICTIVE, Polarity.ENABLING


def named(row: list[bool]) -> list[str]:
    names = [*HEADS.labels, *(f"R {f}" for f in HEADS.families), *(f"E {f}" for f in HEADS.families), "R any", "E any"]
    return [name for name, true in zip(names, row, strict=True) if true]


def test_every_column_has_one_meaning():
    columns = [*range(3), *range(9)[HEADS.restrictive], *range(9)[HEADS.enabling], HEADS.any_restrictive, HEADS.any_enabling]
    assert columns == list(range(HEADS.count)) == list(range(9))


def test_parents():
    assert HEADS.parents == (3, 3, 4, 3, 4, 3, 4, 7, 7)


def test_kinds_are_all_columns_once_and_of_one_meaning():
    assert HEADS.kinds == (range(3), range(3, 5), range(5, 7), range(7, 8), range(8, 9))


def test_a_family_knows_its_types_and_a_type_its_family():
    assert [HEADS.types_of(i) for i in range(2)] == [(0, 1), (2,)]
    assert [HEADS.family_of(i) for i in range(3)] == [0, 0, 1]


def test_the_codebooks_questions_hang_together():
    heads = heads_of(load_taxonomy())
    assert len(heads.parents) == heads.count == sum(map(len, heads.kinds))
    assert sorted(label for family in range(len(heads.families)) for label in heads.types_of(family)) == list(range(len(heads.labels)))


@pytest.mark.parametrize(
    ("labels", "polarity", "true"),
    [
        (["assembly.sanctions"], R, ["assembly.sanctions", "R assembly", "R any"]),
        (
            ["assembly.sanctions", "expression.insult_sedition"],
            R,
            ["assembly.sanctions", "expression.insult_sedition", "R assembly", "R expression", "R any"],
        ),
        (["expression.insult_sedition"], E, ["E expression", "E any"]),  # no type is asked of a freedom
        ([], None, []),
        ([], R, []),  # what carries nothing restricts nothing
        ([], E, []),
    ],
)
def test_answers(labels: list[str], polarity: Polarity | None, true: list[str]):
    assert named(answer(labels, polarity, HEADS)) == true


def test_lessons_become_rows():
    lessons = [Lesson("x", "g", ProvisionText("."), E, ("assembly.sanctions",), ()), Lesson("y", "g", ProvisionText("."), None, (), ())]
    rows = answers(lessons, HEADS)
    assert [named(row) for row in rows.tolist()] == [["E assembly", "E any"], []]
    assert answers([], HEADS).shape == (0, HEADS.count)


LIMITS = Thresholds(restrictive=0.5, enabling=0.5, label=0.3)


@pytest.mark.parametrize(
    ("row", "calls"),
    [
        ([0.9, 0.4, 0.0, 0.8, 0.0, 0.0, 0.0], ["assembly.authorisation", "assembly.sanctions"]),
        ([0.9, 0.1, 0.0, 0.8, 0.0, 0.0, 0.0], ["assembly.authorisation"]),
        ([0.2, 0.1, 0.0, 0.8, 0.0, 0.0, 0.0], ["assembly.authorisation"]),  # the family is sure, its label is the likeliest
        ([0.9, 0.4, 0.0, 0.4, 0.0, 0.0, 0.0], []),  # the family is not sure
        ([0.1, 0.6, 0.0, 0.2, 0.0, 0.7, 0.0], ["+assembly.sanctions"]),  # a freedom, with the likeliest label
        ([0.9, 0.4, 0.0, 0.8, 0.0, 0.7, 0.0], ["assembly.authorisation", "assembly.sanctions"]),  # restriction outweighs freedom
        ([0.6, 0.0, 0.9, 0.6, 0.9, 0.0, 0.0], ["expression.insult_sedition", "assembly.authorisation"]),  # likeliest first
    ],
)
def test_what_is_called(row: list[float], calls: list[str]):
    called = decide(np.array([*row, 0.0, 0.0]), HEADS, LIMITS)
    assert [("+" if call.polarity is E else "") + call.label for call in called] == calls
