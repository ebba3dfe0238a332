"""A trained model keeps what the pipeline asks of a classifier, fast and with a reader."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import numpy as np
import pytest

from models.classifier import BATCH, Classifier
from models.decide import decide
from models.evidence import SPANS
from models.learn import Sieve, probability
from models.quality import as_provision, flags_of, measure
from models.train import train, training_digest
from models.windows import windows
from pipeline.classifier import Judgement, ProvisionClassifier, ProvisionText
from pipeline.taxonomy import Polarity
from tests.small_model import HEADS, TAXONOMY, WordReader, chosen, examples, fast, full, real_law, trained, unseen

FAST_AND_FULL = pytest.mark.parametrize("model", [fast, full])
ONE_LAW = [replace(as_provision(example), law="Clubs Act") for example in unseen()]


def one_by_one(model: Classifier, provisions: list[ProvisionText]) -> tuple[list[tuple[int, str]], np.ndarray]:
    """Each window with the number of its provision, and its probabilities."""
    cut = [(i, window) for i, provision in enumerate(provisions) for window in windows(provision.text)]
    rows = model.log_odds([replace(provisions[i], text=window.of(provisions[i].text)) for i, window in cut])
    return cut, probability(rows)


@FAST_AND_FULL
def test_it_is_what_the_pipeline_asks_for(model):
    judge: ProvisionClassifier = model()
    assert judge.model_id.startswith("small")
    assert judge.judge([]) == []


@FAST_AND_FULL
def test_calls_name_known_labels_with_evidence_in_the_text(model):
    judgements = model().judge(ONE_LAW)
    assert len(judgements) == len(ONE_LAW)
    assert sum(bool(judgement.calls) for judgement in judgements) > 10
    for provision, judgement in zip(ONE_LAW, judgements, strict=True):
        assert [family for family, _ in judgement.scores] == [family.id for family in TAXONOMY.families]
        assert all(0 <= probability <= 1 for _, probability in judgement.scores)
        for call in judgement.calls:
            assert TAXONOMY.label(call.label)
            assert call.evidence
            assert all(span.of(provision.text).strip() == span.of(provision.text) != "" for span in call.evidence)


@FAST_AND_FULL
def test_a_family_speaks_once_and_each_label_once(model):
    for judgement in model().judge(ONE_LAW):
        families = {(call.label.partition(".")[0], call.polarity) for call in judgement.calls}
        assert len(families) == len({family for family, _ in families})
        assert len({call.label for call in judgement.calls}) == len(judgement.calls)


@FAST_AND_FULL
def test_a_provision_is_as_sure_as_its_surest_window_and_the_evidence_lies_in_the_loud_ones(model):
    judge, several = model(), 0
    judgements = judge.judge(ONE_LAW)
    cut, rows = one_by_one(judge, ONE_LAW)
    for i, judgement in enumerate(judgements):
        own = [k for k, (number, _) in enumerate(cut) if number == i]
        highest = rows[own].max(axis=0)
        np.testing.assert_allclose([p for _, p in judgement.scores], highest[HEADS.restrictive], atol=1e-9)
        called = decide(highest, HEADS, judge.way.thresholds)
        assert [(c.label, c.polarity) for c in called] == [(c.label, c.polarity) for c in judgement.calls]
        for one, call in zip(called, judgement.calls, strict=True):
            heard = [(cut[k][1], rows[k, one.head] / rows[own, one.head].max()) for k in own]
            held = [[span for span in call.evidence if window.start <= span.start < span.end <= window.end] for window, _ in heard]
            assert sum(map(len, held)) == len(call.evidence), "no evidence lies across windows"
            assert all(held[k] for k, (_, loud) in enumerate(heard) if loud == 1), "the loudest has some"
            assert not any(held[k] for k, (_, loud) in enumerate(heard) if loud < 0.5), "a quiet one has none"
            assert max(map(len, held)) <= SPANS
            several += len(own) > 1
    assert several > 5, "some of what is called has several windows"


def test_it_knows_its_lessons_in_both_polarities():
    asked = [example for example in chosen() if example.polarity]
    judgements = fast().judge([as_provision(example) for example in asked])
    right = [any(call.polarity is e.polarity for call in j.calls) for e, j in zip(asked, judgements, strict=True)]
    assert np.mean(right) > 0.8


def test_the_reader_is_asked_only_for_what_the_sieve_lets_through():
    reader = WordReader()
    cut, _ = one_by_one(full(reader), ONE_LAW)
    parts = [replace(ONE_LAW[i], text=window.of(ONE_LAW[i].text)) for i, window in cut]
    through = trained().knowledge.learnt.sieve.reads(fast().log_odds(parts), HEADS)
    assert 0 < through.sum() < len(parts)
    assert reader.asked == [part for part, kept in zip(parts, through, strict=True) if kept]


@pytest.mark.parametrize(("least", "share"), [(np.inf, 0), (-np.inf, 1)])
def test_a_sieve_may_let_nothing_or_all_through(least: float, share: int):
    knowledge, reader = trained().knowledge, WordReader()
    learnt = replace(knowledge.learnt, sieve=Sieve(least, knowledge.learnt.sieve.unread))
    judgements = Classifier("x", replace(knowledge, learnt=learnt), reader).judge(ONE_LAW[:30])
    assert len(judgements) == 30
    assert len(reader.asked) == share * sum(len(windows(provision.text)) for provision in ONE_LAW[:30])


def test_the_fast_way_asks_nobody_and_the_full_way_listens():
    text = "The band meets on the green, and a permit is pinned to the gate."
    reader = WordReader()
    learnt = replace(trained().knowledge.learnt, sieve=Sieve(-np.inf, np.zeros(HEADS.count)))
    model = Classifier("x", replace(trained().knowledge, learnt=learnt), reader)
    heard, silent = (dict(model.judge([ProvisionText(words, law="L")])[0].scores) for words in (text, text.replace("permit", "drawing")))
    assert heard["assembly"] > silent["assembly"]
    assert len(reader.asked) == 2


def numbers(judgements: list[Judgement]) -> np.ndarray:
    return np.array([[p for _, p in judgement.scores] for judgement in judgements])


@FAST_AND_FULL
def test_in_whatever_batches_a_law_is_scored_it_is_judged_the_same(model):
    long = [replace(p, text=f"{p.text} Item {copy}.") for copy in range(4) for p in ONE_LAW]
    assert len(long) > 2 * BATCH
    order = np.random.default_rng(2).permutation(len(long))
    forth, mixed = model().judge(long), model().judge([long[i] for i in order])
    np.testing.assert_allclose(numbers(mixed), numbers(forth)[order], atol=1e-9)
    assert [j.calls and j.calls[0].label for j in mixed] == [forth[i].calls and forth[i].calls[0].label for i in order]


@FAST_AND_FULL
def test_a_law_is_judged_the_same_alone_and_beside_another(model):
    other = [replace(p, law="Bands Act") for p in ONE_LAW[40:90]]
    alone, beside = model().judge(ONE_LAW[:40]), model().judge([*other, *ONE_LAW[:40]])[50:]
    np.testing.assert_allclose(numbers(alone), numbers(beside), atol=1e-9)


def test_a_law_full_of_restrictions_makes_each_likelier():
    restricting = [replace(as_provision(e), law="L") for e in examples() if e.polarity is Polarity.RESTRICTIVE][:30]
    plain = [replace(as_provision(e), law="L") for e in examples() if not e.polarity][:30]
    doubtful = ProvisionText("The clerk may be told of the meeting.", law="L")
    among = [dict(fast().judge([doubtful, *others])[0].scores)["assembly"] for others in (restricting, plain)]
    assert among[0] > among[1]


@FAST_AND_FULL
@pytest.mark.parametrize("text", ["", " \n", "Ω ¶ …", "(1) (2) (3)"])
def test_a_text_without_words_to_go_by_is_judged_without_trouble(model, text: str):
    (judgement,) = model().judge([ProvisionText(text)])
    assert all(0 <= p <= 1 for _, p in judgement.scores)
    assert all(span.end <= len(text) for call in judgement.calls for span in call.evidence)


def same(one: object, other: object) -> bool:
    """Equal down to the last bit."""
    if is_dataclass(one):
        return all(same(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    if isinstance(one, tuple):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    return bool(np.array_equal(one, other))


def test_the_same_examples_give_the_same_model():
    assert same(train(examples(), TAXONOMY, real_law()).knowledge, trained().knowledge)


def test_training_tells_its_steps():
    said: list[str] = []
    result = train(examples(), TAXONOMY, real_law(), said.append)
    assert (said[0], said[-1]) == ("reading the corpus", "learning from all")
    assert (result.examples, result.real_windows) == (len(examples()), len(real_law()))


def test_the_training_digest_is_stable():
    assert training_digest() == training_digest()
    assert len(training_digest()) == 64


def test_its_quality_is_better_than_chance():
    quality = measure(fast(), HEADS, chosen()[::2])
    assert quality.any.f1 > 0.5
    assert quality.families.f1 > 0.4
    assert quality.calibration_error < 0.1
    assert quality.evidence_f1 > 0.4
    assert quality.articles == len(chosen()[::2])
    assert [score.name for score in quality.by_label] == [entry.label for entry in TAXONOMY.labels]
    assert [score.name for score in quality.by_family] == [family.id for family in TAXONOMY.families]


def test_a_judgement_is_a_row_of_flags():
    judgements = fast().judge(ONE_LAW)
    for judgement in judgements:
        row = flags_of(judgement, HEADS)
        assert len(row) == HEADS.count
        assert row[HEADS.any_restrictive] == any(call.polarity is Polarity.RESTRICTIVE for call in judgement.calls)
        assert row[HEADS.any_enabling] == any(call.polarity is Polarity.ENABLING for call in judgement.calls)
