"""The stored model is loaded only if it is the one that its card describes; otherwise it is made anew or refused."""

from __future__ import annotations

import hashlib
import io
import json
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from threading import Barrier

import joblib
import numpy as np
import pytest

from corpus.taxonomy import load_taxonomy
from models.card import Card, card_from_json
from models.encoder.reader import adapter_digest
from models.quality import measure
from models.store import Made, card_path, encoder_path, load, load_or_make, model_path
from models.train import corpus_digest
from pipeline.classifier import ProvisionText
from pipeline.errors import ModelRefused
from tests.small_model import HEADS, chosen, examples, fast, real_law, trained

TRAINING = "0123456789abcdef" * 4
ID = "cw-0123456789ab"


@cache
def small_graph() -> bytes:
    """An encoder that answers 1 to its one question, whatever it is asked."""
    onnx = pytest.importorskip("onnx", reason="the graph is built with onnx")
    pytest.importorskip("onnxruntime", reason="the graph runs in onnxruntime")
    helper, kinds = onnx.helper, onnx.TensorProto
    inputs = [helper.make_tensor_value_info(name, kinds.INT64, ["batch", "length"]) for name in ("ids", "own")]
    outputs = [helper.make_tensor_value_info(name, kinds.FLOAT, [1, 1]) for name in ("features", "answers")]
    one = onnx.numpy_helper.from_array(np.ones((1, 1), np.float32), "one")
    nodes = [helper.make_node("Identity", ["one"], [name]) for name in ("features", "answers")]
    model = helper.make_model(
        helper.make_graph(nodes, "small", inputs, outputs, [one]), opset_imports=[helper.make_opsetid("", 20)], ir_version=10
    )
    return bytes(model.SerializeToString())


@cache
def made(encoder: bytes = b"an encoder") -> Made:
    quality = measure(fast(), HEADS, chosen()[::9])
    return Made(trained(), encoder, quality, measure(fast(), HEADS, chosen()[::11]))


class Maker:
    """Makes the small model and remembers how often it was asked to."""

    def __init__(self, encoder: bytes = b"an encoder") -> None:
        self.encoder = encoder
        self.made = 0
        self.said: list[str] = []

    def __call__(self, say) -> Made:
        self.made += 1
        say("making")
        return made(self.encoder)

    def get(self, cache_folder: Path, training: str = TRAINING, *, fast: bool = True):
        return load_or_make(cache_folder, training, self, self.said.append, fast=fast)


def stored(folder: Path, *, fast: bool = True) -> Maker:
    maker = Maker() if fast else Maker(small_graph())
    maker.get(folder, fast=fast)
    return maker


def card_in(folder: Path) -> Card:
    return card_from_json(card_path(folder, ID).read_text())


def flip(path: Path) -> None:
    source = bytearray(path.read_bytes())
    source[len(source) // 2] ^= 1
    path.write_bytes(source)


def test_it_is_made_once_and_judges_the_same_afterwards(tmp_path: Path):
    folder = tmp_path / "new" / "folder"
    maker = stored(folder)
    loaded = maker.get(folder)
    assert (maker.made, maker.said) == (1, ["making"])
    assert loaded.model_id == f"{ID}-fast"
    assert loaded.reader is None
    provisions = [ProvisionText("No club may meet without the written leave of the governor.")]
    assert loaded.judge(provisions) == fast().judge(provisions)


def test_the_full_way_has_a_reader_and_another_name(tmp_path: Path):
    stored(tmp_path, fast=False)
    maker = Maker(small_graph())
    full, quick = maker.get(tmp_path, fast=False), maker.get(tmp_path, fast=True)
    assert maker.made == 0
    assert (full.model_id, quick.model_id) == (ID, f"{ID}-fast")
    assert full.reader is not None
    assert full.way is full.knowledge.learnt.full
    assert quick.way is quick.knowledge.learnt.fast


def test_the_card_says_what_the_model_is(tmp_path: Path):
    stored(tmp_path)
    card = card_in(tmp_path)
    assert (card.model_id, card.training, card.corpus, card.adapter) == (ID, TRAINING, corpus_digest(), adapter_digest())
    assert (card.examples, card.real_windows) == (len(examples()), len(real_law()))
    assert card.taxonomy_version == load_taxonomy().version
    assert (card.fast, card.full) == (made().fast, made().full)
    assert card_from_json(card.to_json()) == card


def test_a_changed_model_is_refused_with_a_remedy(tmp_path: Path):
    stored(tmp_path)
    flip(model_path(tmp_path, card_in(tmp_path)))
    with pytest.raises(ModelRefused, match="not the one that its card describes") as refused:
        stored(tmp_path)
    assert "Delete the model's folder" in refused.value.remedy


def test_a_changed_encoder_is_refused_where_it_is_used(tmp_path: Path):
    stored(tmp_path)
    flip(encoder_path(tmp_path, card_in(tmp_path)))
    with pytest.raises(ModelRefused, match="not the one that its card describes"):
        Maker().get(tmp_path, fast=False)
    assert stored(tmp_path).made == 0, "the fast way does not read it"


def test_a_changed_file_is_not_unpacked(tmp_path: Path):
    class Trap:
        def __reduce__(self):
            return (pytest.fail, ("a file that its card does not describe was unpacked",))

    stored(tmp_path)
    trap = io.BytesIO()
    joblib.dump(Trap(), trap)
    model_path(tmp_path, card_in(tmp_path)).write_bytes(trap.getvalue())
    with pytest.raises(ModelRefused):
        stored(tmp_path)


def test_something_else_under_a_right_digest_is_refused(tmp_path: Path):
    maker = stored(tmp_path)
    other = io.BytesIO()
    joblib.dump({"not": "a model"}, other)
    digest = hashlib.sha256(other.getvalue()).hexdigest()
    _change(card_path(tmp_path, ID), sha256=digest)
    model_path(tmp_path, card_in(tmp_path)).write_bytes(other.getvalue())
    with pytest.raises(ModelRefused, match="something else than a model"):
        maker.get(tmp_path)


@pytest.mark.parametrize("card", ["", "{}", "[]", "not json", '{"fast": {}}', '"card"', b"\xff\xfe"])
def test_a_card_that_cannot_be_read_is_refused(tmp_path: Path, card: str | bytes):
    stored(tmp_path)
    card_path(tmp_path, ID).write_bytes(card if isinstance(card, bytes) else card.encode())
    with pytest.raises(ModelRefused, match="card of the stored model cannot be read"):
        stored(tmp_path)


def _change(path: Path, **changes: object) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


@pytest.mark.parametrize(
    "changes",
    [
        {"libraries": [["numpy", "0.1"]]},  # another version of a library
        {"training": "f" * 64},  # another corpus whose digest begins alike
        {"sha256": "0" * 64},  # the file that the card names is not there
    ],
)
def test_what_does_not_fit_any_more_is_made_anew(tmp_path: Path, changes: dict):
    stored(tmp_path)
    _change(card_path(tmp_path, ID), **changes)
    assert stored(tmp_path).made == 1
    assert load(tmp_path, ID, TRAINING, fast=True) is not None


def test_an_encoder_that_is_gone_is_made_anew_where_it_is_needed(tmp_path: Path):
    stored(tmp_path, fast=False)
    encoder_path(tmp_path, card_in(tmp_path)).unlink()
    assert stored(tmp_path, fast=True).made == 0
    assert stored(tmp_path, fast=False).made == 1
    assert stored(tmp_path, fast=False).made == 0


def test_another_corpus_is_another_model(tmp_path: Path):
    stored(tmp_path)
    maker = Maker()
    assert maker.get(tmp_path, training="fedcba" * 10).model_id == "cw-fedcbafedcba-fast"
    assert maker.made == 1
    assert stored(tmp_path).made == 0


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_several_at_once_end_with_one_whole_model(tmp_path: Path):
    together = Barrier(2, timeout=60)

    class Slow(Maker):
        def __call__(self, say) -> Made:
            together.wait()  # both have found nothing stored
            return super().__call__(say)

    with ThreadPoolExecutor(2) as pool:
        models = list(pool.map(lambda _: Slow().get(tmp_path), range(2)))
    assert {model.model_id for model in models} == {f"{ID}-fast"}
    card = card_in(tmp_path)
    assert files_in(tmp_path) == sorted([model_path(tmp_path, card).name, encoder_path(tmp_path, card).name, card_path(tmp_path, ID).name])
    assert stored(tmp_path).made == 0


def test_a_folder_that_cannot_be_written_costs_time_but_no_result(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    maker = Maker()
    assert maker.get(tmp_path / "file" / "cache").model_id == f"{ID}-fast"
    assert "could not be kept" in maker.said[-1]


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path):
    stored(tmp_path / "whole")
    names = [model_path, encoder_path]
    folder = tmp_path / "cache"
    for path in names:
        path(folder, card_in(tmp_path / "whole")).mkdir(parents=True)  # a folder in the place of each file
    maker = Maker()
    maker.get(folder)
    assert "could not be kept" in maker.said[-1]
    assert files_in(folder) == sorted(path(folder, card_in(tmp_path / "whole")).name for path in names)


def test_nothing_stored_is_nothing_loaded(tmp_path: Path):
    assert load(tmp_path, ID, TRAINING, fast=True) is None
    assert load(tmp_path, ID, TRAINING, fast=False) is None
