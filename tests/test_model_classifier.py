"""A model trained on a slice of the corpus keeps what the pipeline asks of a classifier."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from corpus.examples import Example, load_examples
from corpus.taxonomy import load_taxonomy
from models.classifier import NgramClassifier
from models.decide import Thresholds, decide
from models.fit import FOLDS, fold_by_group
from models.heads import Heads
from models.train import Trained, train
from pipeline.classifier import ProvisionClassifier, ProvisionText
from pipeline.taxonomy import Polarity


def slice_of_corpus() -> list[Example]:
    """Every third example: all types in all traditions, trained in two seconds."""
    return list(load_examples()[::3])


@cache
def trained() -> Trained:
    return train(slice_of_corpus(), load_taxonomy(), "ngram-test")


def classifier() -> NgramClassifier:
    return trained().classifier


def text_of(example: Example) -> ProvisionText:
    return ProvisionText(example.text, example.heading, parts=(example.part,), law=example.law)


def test_it_is_what_the_pipeline_asks_for():
    model: ProvisionClassifier = classifier()
    assert model.model_id == "ngram-test"
    assert model.judge([]) == []


def test_calls_name_known_labels_with_evidence_in_the_text():
    examples = slice_of_corpus()[::5]
    judgements = classifier().judge([text_of(example) for example in examples])
    assert len(judgements) == len(examples)
    assert any(judgement.calls for judgement in judgements)
    for example, judgement in zip(examples, judgements, strict=True):
        assert [family for family, _ in judgement.scores] == [family.id for family in load_taxonomy().families]
        assert all(0 <= probability <= 1 for _, probability in judgement.scores)
        for call in judgement.calls:
            assert load_taxonomy().label(call.label)
            assert 1 <= len(call.evidence) <= 3
            assert all(span.of(example.text).strip() == span.of(example.text) for span in call.evidence)


def test_a_family_speaks_once_and_each_label_once():
    for judgement in classifier().judge([text_of(example) for example in slice_of_corpus()]):
        families = {(call.label.partition(".")[0], call.polarity) for call in judgement.calls}
        assert len(families) == len({family for family, _ in families})
        assert len({call.label for call in judgement.calls}) == len(judgement.calls)


def test_it_knows_its_lessons_in_both_polarities():
    examples = [example for example in slice_of_corpus() if example.polarity]
    judgements = classifier().judge([text_of(example) for example in examples])
    right = [any(call.polarity is e.polarity for call in j.calls) for e, j in zip(examples, judgements, strict=True)]
    assert np.mean(right) > 0.8


def test_the_same_provision_is_judged_the_same_alone_and_among_others():
    provisions = [text_of(example) for example in slice_of_corpus()[:40]]
    together = classifier().judge(provisions)
    for provision, judgement in zip(provisions, together, strict=True):
        alone = classifier().judge([provision])[0]
        assert [call.label for call in alone.calls] == [call.label for call in judgement.calls]
        assert [p for _, p in alone.scores] == pytest.approx([p for _, p in judgement.scores], abs=1e-5)


def test_a_text_without_a_known_word_is_not_called():
    assert [judgement.calls for judgement in classifier().judge([ProvisionText(""), ProvisionText("Ω ¶ …")])] == [(), ()]


def test_the_same_examples_give_the_same_model():
    again = train(slice_of_corpus(), load_taxonomy(), "ngram-test").classifier
    assert np.array_equal(again.linear.weights, classifier().linear.weights)
    assert again.thresholds == classifier().thresholds


def test_its_card_numbers_come_from_unseen_traditions_and_are_better_than_chance():
    quality = trained().quality
    assert quality.any.f1 > 0.5
    assert quality.families.f1 > 0.4
    assert quality.calibration_error < 0.05
    assert quality.evidence_f1 > 0.5
    assert {score.name for score in quality.by_label} == {entry.label for entry in load_taxonomy().labels}


def test_folds_never_split_a_group():
    groups = [group for group, size in zip("abcdefgh", (30, 20, 20, 10, 9, 8, 2, 1), strict=True) for _ in range(size)]
    folds = fold_by_group(groups)
    assert set(folds) == set(range(FOLDS))
    assert all(len({fold for fold, group in zip(folds, groups, strict=True) if group == one}) == 1 for one in set(groups))


HEADS = Heads(("assembly.authorisation", "assembly.sanctions", "expression.insult_sedition"), ("assembly", "expression"))
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
    called = decide(np.array(row), HEADS, LIMITS)
    assert [("+" if call.polarity is Polarity.ENABLING else "") + call.label for call in called] == calls
